"""Every note is reached and left again by keys, and both ends of a note light up together."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

FOCUSED = "document.activeElement.id || document.activeElement.getAttribute('href')"


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", ["head", "outer", "cross", "listed", "last", "whole"])
def test_from_the_number_to_the_note_and_back(name: str, width: int, tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(address + "mill/index.html")
    tab.locator(f"#r-{name}").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == f"#{name}"
    tab.keyboard.press("Tab")
    assert tab.evaluate(FOCUSED) == f"#r-{name}"
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == f"#r-{name}"
    assert tab.evaluate(FOCUSED) == f"r-{name}"


def test_the_first_stop_leads_past_the_head_of_the_page(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.keyboard.press("Tab")
    link = tab.locator("a.page-skip")
    assert tab.evaluate(FOCUSED) == "#page-main"
    assert link.is_visible()
    box = link.bounding_box()
    assert box
    assert box["x"] >= 0


@pytest.mark.parametrize("end", ["a#r-outer", "aside#outer .back"])
def test_both_ends_light_up(end: str, tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(end).focus()
    assert tab.locator("aside#outer").evaluate("each => each.classList.contains('lit')")
    assert tab.locator("mark#q-outer").evaluate("each => each.classList.contains('lit')")
    tab.locator("a.page-skip").focus()
    assert not tab.locator("aside#outer").evaluate("each => each.classList.contains('lit')")
