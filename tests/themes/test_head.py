"""Heads and citations in a real browser: its security policy is content, what is offered to copy can be copied."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = ("", "glossary.html", "timeline.html", "mill/", "mill/left-out.html", "arabic/")
_WATCH = (
    "window.refused = []; document.addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"
)


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_refuses_nothing_that_a_page_holds(path: str, address: str, tab: Page) -> None:
    tab.add_init_script(_WATCH)
    tab.goto(address + path, wait_until="networkidle")
    assert tab.evaluate("refused") == []


def test_a_page_s_data_can_be_read_by_what_reads_such_data(address: str, tab: Page) -> None:
    tab.goto(f"{address}mill/")
    data = json.loads(tab.locator("script[type='application/ld+json']").inner_text())
    assert data["headline"] == "The Mill at the Bend"


@pytest.mark.parametrize("nth", [0, 1])
def test_one_click_selects_a_whole_citation(nth: int, address: str, tab: Page) -> None:
    tab.goto(f"{address}mill/")
    entry = tab.locator(".cite details").nth(nth)
    entry.locator("summary").click()
    entry.locator("pre").click(position={"x": 40, "y": 20})
    selected = tab.evaluate("getSelection().toString()")
    file = str(entry.locator("a[download]").get_attribute("href"))
    assert selected.split() == tab.request.get(f"{address}mill/{file}").text().split()


def test_the_citation_in_words_is_selected_by_one_click_too(address: str, tab: Page) -> None:
    tab.goto(f"{address}mill/")
    tab.locator(".cite .citation").click()
    assert " ".join(tab.evaluate("getSelection().toString()").split()).startswith(
        "Ada Writer, “The Mill at the Bend”, "
    )


def test_citations_are_reached_by_keyboard(address: str, tab: Page) -> None:
    tab.goto(f"{address}mill/")
    entry = tab.locator(".cite details").nth(0)
    entry.locator("summary").focus()
    tab.keyboard.press("Enter")
    expect(entry).to_have_attribute("open", "")
    tab.keyboard.press("Tab")
    expect(entry.locator("a[download]")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.locator(".cite details").nth(1).locator("summary")).to_be_focused()


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_long_addresses_do_not_widen_the_page(width: int, address: str, tab: Page) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    for path in ("mill/", "arabic/"):
        tab.goto(address + path)
        for entry in tab.locator(".cite summary").all():
            entry.click()
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_a_reading_is_cited_in_words(address: str, tab: Page) -> None:
    tab.goto(f"{address}mill/")
    tab.emulate_media(media="print")
    assert tab.locator(".cite .citation").is_visible()
    assert not tab.locator(".cite details").nth(0).is_visible()


def test_the_policy_would_have_been_heard_of(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.add_init_script(_WATCH)
    page.goto(f"{address}mill/")
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))")
    page.wait_for_function("refused.length > 0")
    assert page.evaluate("window.ran") is None
    page.close()
