"""The page at every width: nothing scrolls sideways, no note covers another, each is level with its mark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

PAGES = ("index.html", "glossary.html", "timeline.html", "mill/index.html", "mill/left-out.html", "arabic/index.html")
WIDTHS = (320, 360, 768, 1024, 1120, 1440, 2560)

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('aside.note')].map(each => each.getBoundingClientRect());
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const notes = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => meet(a, b))).length;
  const text = document.querySelectorAll('article .unit > :not(.notes), .apparatus');
  const words = [...text].map(each => each.getBoundingClientRect());
  return [notes, boxes.filter(a => words.some(b => meet(a, b))).length];
}"""

HEAD_OVERLAPS = """title => {
  document.querySelector('.page-header .site').textContent = title;
  const all = document.querySelectorAll('.page-header :is(a, summary)');
  const links = [...all].map(each => each.getBoundingClientRect());
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return links.flatMap((a, i) => links.slice(i + 1).filter(b => meet(a, b))).length;
}"""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways(path: str, tab: Page, address: str) -> None:
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(address + path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("title", ["I", "Reader", "Mill papers and what a class made of them in two winters"])
def test_what_stands_in_the_head_covers_nothing_however_long_the_title(title: str, tab: Page, address: str) -> None:
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(address + "index.html")
        assert tab.evaluate(HEAD_OVERLAPS, title) == 0, width


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
@pytest.mark.parametrize("path", ["mill/index.html", "arabic/index.html"])
def test_notes_cover_neither_each_other_nor_the_text(path: str, script: bool, browser: Browser, address: str) -> None:
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
        page = context.new_page()
        page.goto(address + path)
        assert page.evaluate(OVERLAPS) == [0, 0], width
        context.close()


def test_opened_notes_push_the_others_down(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator("#long summary").click()
    tab.wait_for_function("document.querySelector('#long details').open")
    tab.wait_for_function(f"() => ({OVERLAPS})().join() === '0,0'")


@pytest.mark.parametrize(("path", "name", "side"), [("mill", "head", 1), ("arabic", "bend", -1)])
def test_a_note_is_level_with_its_mark(path: str, name: str, side: int, tab: Page, address: str) -> None:
    tab.goto(f"{address}{path}/index.html")
    mark, note = (tab.locator(each).bounding_box() for each in (f"#q-{name}", f"aside#{name}"))
    assert mark
    assert note
    assert (note["x"] - mark["x"]) * side > 0
    assert abs(note["y"] - mark["y"]) < 30


def test_a_number_stands_behind_the_year_it_belongs_to(tab: Page, address: str) -> None:
    """A year's digits run from left to right, in Arabic too; a note's number behind it must not join them."""
    tab.goto(f"{address}arabic/index.html")
    year = tab.evaluate(
        "() => { const words = document.querySelector('#q-winter').firstChild; const range = document.createRange();"
        " range.setStart(words, words.length - 4); range.setEnd(words, words.length);"
        " return range.getBoundingClientRect().left; }"
    )
    number = tab.locator("#r-winter").bounding_box()
    assert number
    assert number["x"] < year


@pytest.mark.parametrize("path", ["mill/index.html", "arabic/index.html"])
def test_the_apparatus_stands_under_the_text(path: str, tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.goto(address + path)
    text, below = (tab.locator(each).first.bounding_box() for each in ("p.paragraph", ".apparatus"))
    assert text
    assert below
    assert (below["x"], below["width"]) == (text["x"], text["width"])


def test_without_a_script_every_note_is_seen(browser: Browser, address: str) -> None:
    for width in (360, 1440):
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
        page = context.new_page()
        page.goto(address + "mill/index.html")
        notes = page.locator("aside[role=doc-footnote]")
        assert notes.count() == 23
        assert all(notes.nth(index).is_visible() for index in range(23))
        context.close()


def test_the_reader_chooses_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "mill/index.html")
    page.locator(".page-display > summary").click()
    note, ref = page.locator("aside#outer"), page.locator("a#r-outer")
    assert note.is_visible()
    page.get_by_label("numbers only").check()
    assert (note.is_visible(), ref.is_visible()) == (False, True)
    page.get_by_label("clean text").check()
    assert (note.is_visible(), ref.is_visible()) == (False, False)
    page.get_by_label("all", exact=True).check()
    assert (note.is_visible(), ref.is_visible()) == (True, True)
    context.close()


def test_a_number_leads_to_its_note_even_where_only_numbers_are_shown(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(".page-display > summary").click()
    tab.get_by_label("numbers only").check()
    tab.locator("#r-outer").click()
    assert tab.locator("aside#outer").is_visible()


@pytest.mark.parametrize("path", ["mill/index.html", "arabic/index.html"])
def test_the_numbers_of_paragraphs_stand_outside_of_the_text_and_of_its_bullets(
    path: str, tab: Page, address: str
) -> None:
    for width in (320, 1024, 1440):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(address + path)
        inside = tab.evaluate(
            """() => [...document.querySelectorAll('.paragraph-number a')].filter(number => {
                const range = document.createRange();
                range.selectNodeContents(number);
                const box = range.getBoundingClientRect();
                const text = (number.closest('ul') ?? number.closest('.unit')).getBoundingClientRect();
                const rtl = getComputedStyle(number).direction === 'rtl';
                return box.left < 0 || box.right > innerWidth || (rtl ? box.left < text.right : box.right > text.left);
            }).map(number => number.textContent)"""
        )
        assert inside == [], width
