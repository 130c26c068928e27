"""The page of a text that is not published, and its links into the source, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator import pipeline
from generator.diagnostics import Place
from generator.model import Selector
from generator.render.fragments import source_address
from tests.projects import make_project
from tests.render.test_excerpts import ENTRIES, TOML
from tests.themes.test_layout import OVERLAPS


@pytest.fixture(scope="module")
def excerpts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page."""
    root = make_project(tmp_path_factory.mktemp("excerpts") / "project", TOML + ENTRIES)
    for output in pipeline.build(root).value.outputs:
        path = root / "site" / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    return (root / "site/walk/index.html").as_uri()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
@pytest.mark.parametrize("width", [320, 360, 1024, 1440])
def test_every_note_stands_beside_or_under_what_it_quotes(
    width: int, script: bool, browser: Browser, excerpts: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    page.goto(excerpts)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OVERLAPS) == [0, 0]
    for name in ("bend", "skipped", "two"):
        quote, note = (page.locator(each).bounding_box() for each in (f"#q-{name}", f"aside#{name}"))
        assert quote
        assert note
        assert (
            note["x"] > quote["x"] + 300 and abs(note["y"] - quote["y"]) < 30
            if width == 1440
            else note["y"] > quote["y"]
        )
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(width: int, browser: Browser, excerpts: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(excerpts)
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("words", ["the well-known mill, and its wheel", "the river rose"])
def test_a_link_into_the_source_leads_to_the_words(words: str, tab: Page, tmp_path: Path) -> None:
    text = "On another day the river rose again, by the well-known mill, and its wheel & weir stood still."
    filling = "<p>On one day the river rose high, before anybody knew.</p>" + "<p>Nothing here.</p>" * 200
    source = tmp_path / "source.html"
    source.write_text(
        f"<!doctype html><title>S</title><link rel=icon href='data:,'>{filling}<p id=there>{text}</p>{filling}"
    )
    selector = Selector(words, "another day ", " again, by", Place("x"))
    joined = text if words not in text + filling else f"{text} On one day the river rose high"
    tab.goto(source_address(source.as_uri(), [words], selector, joined))
    tab.wait_for_function(
        "(() => { const box = document.getElementById('there').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight })()"
    )
