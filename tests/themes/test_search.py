"""The search, made by the real Pagefind and used in a real browser under a sub-path."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator import pipeline, searching
from tests.projects import make_project
from tests.themes.conftest import _Quiet

if not os.environ.get("CI"):
    pytestmark = pytest.mark.skipif(not searching.is_installed(), reason="Pagefind is not installed")

PROJECT = """\
=== content/site.toml
title = "Mill papers"
outputs = ["search"]
=== content/glossary.md
## weir {also="dam"}

A low wall across a river.
=== content/walk/reading.toml
seed = "walk.txt"
title = "A Walk"
=== content/walk/notes.md
## Hostile <img src=x onerror=alert(1)>

> The river bends

Zanzibar <script>alert(2)</script> stands in this note alone.
=== content/walk/timeline.md
## 1951: The great ice

The quagga is spoken of here alone.
=== seeds/walk.txt
A Walk

The river bends twice before it comes to the mill. Behind the weir a heron waits, as it has waited every spring.

Nobody in the village knows why the wheel stopped in that year, though everybody has a story about it, and tells it.
=== content/kept/reading.toml
seed = "kept.txt"
title = "Kept Back"
publish = "excerpts"
=== content/kept/notes.md
## Bread

> the bread was warm

It was rye.
=== seeds/kept.txt
Kept Back

In the morning the bread was warm and the xylophone was silent, as every morning in that long and quiet winter.
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served, below a folder."""
    root = make_project(tmp_path_factory.mktemp("searched") / "project", PROJECT)
    built = pipeline.build(root, "https://example.org/some/path/", search=True)
    assert not built.failed, built.diagnostics
    out = tmp_path_factory.mktemp("served")
    for output in built.value.outputs:
        path = out / "some/path" / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/path/"
    server.shutdown()
    server.server_close()


def _ask(tab: Page, words: str) -> None:
    tab.get_by_label("Words").fill(words)


@pytest.mark.parametrize(
    ("words", "kind", "target"),
    [
        ("heron", "text", "walk/index.html#"),
        ("Zanzibar", "note", "walk/index.html#hostile"),
        ("dam", "term", "glossary.html#term-weir"),
        ("quagga", "event", "walk/index.html#event-"),
        ("rye", "note", "kept/index.html#bread"),
    ],
)
def test_every_kind_of_place_is_found_and_opened(words: str, kind: str, target: str, tab: Page, address: str) -> None:
    tab.goto(address + "search.html")
    _ask(tab, words)
    first = tab.locator(".search-found li").first
    expect(first.locator(".kind")).to_have_text(kind)
    first.locator("a").click()
    tab.wait_for_url(lambda url: url.startswith(address + target))
    name = tab.url.partition("#")[2].partition(":~:")[0]
    assert tab.locator(f"[id='{name}']").count() == 1


def test_what_is_found_is_shown_as_text(tab: Page, address: str) -> None:
    tab.goto(address + "search.html?q=Zanzibar")
    expect(tab.locator(".search-found li")).to_have_count(1)
    assert "<script>alert(2)</script>" in tab.locator(".search-found").inner_text()
    assert "<img src=x onerror=alert(1)>" in tab.locator(".search-found").inner_text()
    assert tab.locator(".search-found :is(img, script)").count() == 0


def test_kinds_and_readings_narrow_it_and_the_address_keeps_it(tab: Page, address: str) -> None:
    tab.goto(address + "search.html")
    _ask(tab, "the")
    tab.get_by_label("the notes").check()
    expect(tab.locator(".search-found .kind").first).to_have_text("note")
    assert set(tab.locator(".search-found .kind").all_inner_texts()) == {"note"}
    tab.get_by_label("Reading").select_option("Kept Back")
    tab.wait_for_url("**/search.html?q=the&kind=note&reading=kept")
    tab.reload()
    assert tab.get_by_label("the notes").is_checked()
    assert tab.get_by_label("Words").input_value() == "the"


def test_a_text_that_is_not_published_is_not_found(tab: Page, address: str) -> None:
    tab.goto(address + "search.html?q=xylophone")
    expect(tab.locator(".search-said")).to_have_text("Nothing found.")


def test_the_slash_opens_it_from_any_page_but_not_while_typing(tab: Page, address: str) -> None:
    tab.goto(address + "walk/index.html")
    tab.keyboard.press("/")
    tab.wait_for_url("**/search.html")
    tab.keyboard.type("a/b")
    assert tab.get_by_label("Words").input_value() == "a/b"


def test_other_pages_load_nothing_of_it(tab: Page, address: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address + "walk/index.html")
    tab.goto(address + "search.html")
    tab.wait_for_load_state("networkidle")
    assert [url for url in asked if "pagefind" in url] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_accessible_and_fits(width: int, tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(address + "search.html?q=river")
    tab.locator(".search-found li").first.wait_for()
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert [each["id"] for each in Axe().run(tab).response["violations"]] == []


def test_without_a_script_the_page_says_what_else_there_is(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "search.html")
    assert page.get_by_text("The search needs JavaScript.").is_visible()
    context.close()


def test_where_pagefind_is_absent_the_build_says_so_and_no_page_leads_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "find_spec", lambda name: None)
    built = pipeline.build(make_project(tmp_path / "project", PROJECT), "https://example.org/", search=True)
    assert [each.code for each in built.diagnostics] == ["search-absent"]
    assert not any("search" in each.path for each in built.value.outputs if each.path.endswith(".html"))
    index = next(each for each in built.value.outputs if each.path == "index.html")
    assert b"search.html" not in index.data


def test_a_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    built = pipeline.build(make_project(tmp_path / "project", PROJECT), "https://example.org/", search=True)
    assert [each.code for each in built.diagnostics] == ["search-failed"]
    assert built.failed
