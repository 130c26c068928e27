"""A term's entry beside the term: by mouse, by touch, by keyboard; and a plain link without any of it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

POP = ".term-popover"
TERM = "article a.term"


def test_a_click_shows_the_entry_and_a_second_follows_the_link(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    term = tab.locator(TERM).first
    term.click()
    assert tab.locator(POP).is_visible()
    assert tab.locator(f"{POP} dt").inner_text()
    assert tab.locator(f"{POP} [id]:not(#page-term)").count() == 0
    term.click()
    assert "#term-" in tab.url


def test_the_keyboard_opens_it_and_comes_back(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(TERM).first.focus()
    tab.keyboard.press("Enter")
    assert tab.locator(POP).is_visible()
    assert tab.evaluate("document.activeElement.className") == "term-popover"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    assert not tab.locator(POP).is_visible()
    assert "term" in tab.evaluate("document.activeElement.className")


def test_a_resting_mouse_opens_it_and_it_stays_while_the_mouse_is_on_it(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(TERM).first.hover()
    tab.locator(POP).wait_for(state="visible")
    tab.locator(f"{POP} dt").hover()
    tab.wait_for_timeout(500)
    assert tab.locator(POP).is_visible()
    tab.mouse.move(2, 2)
    tab.locator(POP).wait_for(state="hidden")


def test_other_clicks_are_the_browser_s(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(TERM).first.click(modifiers=["Shift"])
    assert not tab.locator(POP).is_visible()


def test_on_a_phone_it_fits_and_has_a_way_to_the_entry(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True)
    page = context.new_page()
    page.goto(address + "mill/index.html")
    page.locator(TERM).first.tap()
    box = page.locator(POP).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.get_by_text("To the entry").tap()
    page.wait_for_url("**#term-*")
    assert not page.locator(POP).is_visible()
    context.close()


def test_axe_finds_nothing_while_it_is_open_and_paper_has_none_of_it(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(TERM).first.click()
    assert [each["id"] for each in Axe().run(tab).response["violations"]] == []
    tab.emulate_media(media="print")
    assert not tab.locator(POP).is_visible()


def test_without_a_script_it_is_a_link_there_and_back(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "mill/index.html")
    page.locator(TERM).first.click()
    assert "#term-" in page.url
    page.locator(".term-entry:target a[role=doc-backlink]").first.click()
    assert "#u-" in page.url
    context.close()
