"""Selected words: a link to them, a citation, and a copy that has the text alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

SELECT = """([from, to]) => {
  const [first, last] = [from, to].map(([id, words]) => {
    const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.includes(words)) return walker.currentNode;
  });
  const range = document.createRange();
  range.setStart(first, first.data.indexOf(from[1]));
  range.setEnd(last, last.data.indexOf(to[1]) + to[1].length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(address + "mill/index.html")
    yield page
    context.close()


def _block(page: Page, words: str) -> str:
    return str(page.locator("article p.paragraph", has_text=words).first.get_attribute("id"))


def _select(page: Page, first: str, last: str = "") -> None:
    start, end = _block(page, first), _block(page, last or first)
    page.evaluate(SELECT, [[start, first], [end, last or first]])


def _clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_link_leads_back_to_the_words(page: Page) -> None:
    _select(page, "nobody in the village wakes")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    link = _clipboard(page)
    assert f"#{_block(page, 'nobody in the village wakes')}:~:text=" in link
    page.evaluate("scrollTo(0, 0)")
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_function(
        "id => { const top = document.getElementById(id).getBoundingClientRect().top; return top >= 0 && top < 900; }",
        arg=_block(page, "nobody in the village wakes"),
    )


def test_a_citation_names_the_text_and_the_paragraph(page: Page) -> None:
    _select(page, "nobody in the village wakes")
    page.get_by_role("button", name="Copy citation").click()
    page.get_by_text("Copied").wait_for()
    said = _clipboard(page)
    assert said.startswith("“nobody in the village wakes” (")
    assert "The Mill at the Bend" in said
    assert "paragraph " in said
    assert "mill/index.html#" in said


def test_the_keyboard_reaches_it_and_leaves_it(page: Page) -> None:
    _select(page, "nobody in the village wakes")
    page.get_by_role("button", name="Copy link").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Copy link"
    page.keyboard.press("Escape")
    assert not page.locator(".page-copy").is_visible()


def test_what_is_copied_across_paragraphs_is_the_text_without_its_notes(page: Page) -> None:
    page.evaluate(
        """() => { const range = document.createRange();
        const all = [...document.querySelectorAll('article .paragraph')];
        range.setStart(all[0], 0); range.setEnd(all[2], all[2].childNodes.length);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.keyboard.press("Control+c")
    said = _clipboard(page)
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('article .paragraph')].slice(0, 3).map(each => {
        const copy = each.cloneNode(true); copy.querySelectorAll('a.ref').forEach(ref => ref.remove());
        return copy.textContent; })"""
    )
    assert [part for part in wanted if part not in said] == []
    assert "note" not in said.lower().split()


def test_a_selection_in_a_note_is_left_alone(page: Page) -> None:
    page.evaluate(
        "() => { const range = document.createRange();"
        " range.selectNodeContents(document.querySelector('aside.note p'));"
        " getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    page.wait_for_timeout(600)
    assert not page.locator(".page-copy").is_visible()
