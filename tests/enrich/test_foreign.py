"""`[[passages]]`: words in another language, from reading.toml to the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from generator import pipeline
from tests.projects import make_project

PROJECT = """\
=== content/walk/reading.toml
seed = "walk.txt"
title = "A Walk"

[[passages]]
quote = "שלום לכם"
lang = "he"

[[passages]]
quote = "the words **raison d'être** of"
lang = "fr"

[[passages]]
quote = "Das ganze Dorf hat seine eigene Geschichte darüber, und jeder erzählt sie anders."
lang = "de"
=== content/walk/notes.md
## Across

> raison **d'être of the mill**

It ends outside of the French.
=== content/walk/glossary.md
## être

To be.
=== seeds/walk.txt
A Walk

A miller greeted us with שלום לכם and asked for the words raison d'être of the mill, which nobody could give him.

Das ganze Dorf hat seine eigene Geschichte darüber, und jeder erzählt sie anders.

Nobody in the village knows why the wheel stopped in that year, though everybody has a story about it, and tells it.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    root = make_project(tmp_path_factory.mktemp("foreign") / "project", PROJECT)
    built = pipeline.build(root, "https://example.org/")
    assert not built.failed, built.diagnostics
    return next(each.data for each in built.value.outputs if each.path == "walk/index.html")


def test_words_carry_their_language_and_direction(page: bytes) -> None:
    spans = html.fromstring(page).xpath("//article//span[@lang]")
    assert {(each.get("lang"), each.get("dir"), each.text_content()) for each in spans} >= {("he", "rtl", "שלום לכם")}
    french = "".join(each.text_content() for each in spans if each.get("lang") == "fr")
    assert french == "raison d'être"


def test_a_whole_block_carries_it_itself(page: bytes) -> None:
    block = html.fromstring(page).xpath("//p[starts-with(., 'Das ganze Dorf')]")[0]
    assert (block.get("lang"), block.get("dir")) == ("de", "ltr")
    assert block.xpath(".//span[@lang]") == []


def test_notes_and_terms_stand_on_foreign_words_as_on_others(page: bytes) -> None:
    tree = html.fromstring(page)
    marked = "".join(each.text_content() for each in tree.xpath("//mark[@data-notes='across']"))
    assert marked == "d'être of the mill"
    assert tree.xpath("//article//a[@class='term']")[0].text_content() == "être"
    assert "raison d'être of the mill" in "".join(tree.xpath("//article//p[contains(., 'greeted')]//text()"))


def test_a_browser_lays_each_out_in_its_direction(page: bytes, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(page)
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((tmp_path / "page.html").as_uri())
    assert tab.evaluate("getComputedStyle(document.querySelector('[lang=he]')).direction") == "rtl"
    assert tab.evaluate("getComputedStyle(document.querySelector('[lang=he]')).unicodeBidi") == "isolate"
    context.close()
