"""The page of a text that is not published, and its links into the source, in a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from markupsafe import escape
from PIL import Image
from playwright.sync_api import Browser, Page

from generator import pipeline
from generator.diagnostics import Place
from generator.model import Selector
from generator.render.fragments import source_address
from tests.projects import make_project
from tests.render.test_excerpts import ENTRIES, TOML
from tests.render.test_excerpts import SOURCE as SOURCE_URL
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


def test_on_paper_each_quote_stands_over_its_note_and_no_link_leads_nowhere(
    browser: Browser, excerpts: str, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext (poppler-utils) on this machine")
    page = browser.new_context().new_page()
    page.goto(excerpts)
    page.pdf(path=tmp_path / "paper.pdf", format="A4", prefer_css_page_size=True)
    page.context.close()
    command = ["pdftotext", "-raw", str(tmp_path / "paper.pdf"), "-"]
    words = _letters(subprocess.run(command, capture_output=True, check=True).stdout.decode())
    parts = ("where the river bends", "The river is the Aller", "Its wheel turned … when the ice", "A gap", SOURCE_URL)
    places = [words.find(_letters(part)) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert _letters("Read it in the source") not in words


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(width: int, browser: Browser, excerpts: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(excerpts)
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []


HERE = "On another day the river rose again, by the well-known mill, and its wheel & weir stood still."
LONG = (
    "So it was said, and so it was written down: that on the third day, when the ice had gone and the water stood "
    "at the sill of the door, the miller's daughter went out in the boat with a lamp and a loaf, and was seen from "
    "the church tower until the rain hid her, and that when she came back the lamp was still alight and the loaf "
    "was gone, so that nobody asked her anything."
)
SOURCE = (
    "On one day the river rose high, before anybody knew.",
    "So it was said, and so it was believed for a time by nobody, and nobody asked her anything.",
    *["Nothing here."] * 200,
    HERE,
    LONG,
    "„Größer“ – so sagt man – sei das Rad, 50 % größer; 水车还在转，没有人说话。",
    "The next paragraph begins here.",
    *["Nothing here."] * 200,
)
"""The page of a source: what is quoted stands far from its top, and has doubles above."""


@pytest.mark.parametrize(
    ("before", "exact", "after"),
    [
        ("", "the well-known mill, and its wheel & weir", ""),
        ("another day ", "the river rose", ""),
        ("", "the river rose", " again, by"),
        ("", "THE".lower() + " well-known mill … stood still.", ""),
        ("", LONG, ""),
        ("", "„Größer“ – so sagt man – sei das Rad, 50 % größer", ""),
        ("", "水车还在转，没有人说话。", ""),
        ("", "水车还在转，没有人说话。\nThe next paragraph", ""),
        ("", "stood still.\nSo it was said, and so it was written", ""),
    ],
)
def test_a_link_into_the_source_leads_to_the_words(
    before: str, exact: str, after: str, tab: Page, tmp_path: Path
) -> None:
    """The words come into the window, and the browser marks them (`::target-text`) and no others."""
    joined = "\n".join(SOURCE)
    selector = Selector(exact, before, after, Place("x"))
    first, last = exact.partition(" … ")[::2] if " … " in exact else (exact, "")
    start = joined.index(before + first + after) + len(before)
    end = joined.index(last, start) + len(last) if last else start + len(first)
    page = tmp_path / "source.html"
    body = "".join(f"<p>{escape(each)}</p>" for each in SOURCE)
    head = "<!doctype html><meta charset=utf-8><title>S</title><link rel=icon href='data:,'>"
    page.write_text(f"{head}<style>::target-text {{ background: #f00 }}</style>{body}", "utf-8")
    tab.goto(source_address(page.as_uri(), joined, (start, end), selector))
    first_block, last_block = (joined.count("\n", 0, place) for place in (start, end - 1))
    tab.wait_for_function(
        "(nth) => { const box = document.querySelectorAll('p')[nth].getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight }",
        arg=first_block,
    )
    blocks = tab.locator("p")
    marked = {nth for nth in range(first_block - 2, last_block + 3) if _is_red(blocks.nth(nth).screenshot())}
    assert marked == set(range(first_block, last_block + 1))


def _is_red(picture: bytes) -> bool:
    colours = Image.open(BytesIO(picture)).convert("RGB").getcolors(1 << 24) or []
    return any(colour == (255, 0, 0) for _, colour in colours)
