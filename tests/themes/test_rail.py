"""The rail: every section of a page, and where in it the reader is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.model import Role
from tests.render.samples import publish, reading

TEXT = "The river runs past the door, and nobody wakes when it rises. " * 30


@pytest.fixture(params=[True, False], ids=["with script", "without"])
def long(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of a long reading with three sections."""
    blocks = [(Role.TITLE, "A Long Walk"), (Role.PARAGRAPH, TEXT)]
    for name in ("Spring", "Summer", "Autumn"):
        blocks += [(Role.HEADING, name), (Role.PARAGRAPH, f"{name}. {TEXT}")]
    for output in publish(reading(blocks)):
        path = tmp_path / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto((tmp_path / "mill/index.html").as_uri())
    yield page
    context.close()


def test_it_stands_beside_the_text_and_leads_to_every_section(long: Page) -> None:
    assert long.locator(".rail a").all_inner_texts() == ["The text", "Spring", "Summer", "Autumn", "Source"]
    rail, text = long.locator(".rail details").bounding_box(), long.locator("p.paragraph").first.bounding_box()
    assert rail
    assert text
    assert rail["x"] + rail["width"] < text["x"]
    long.locator(".rail a", has_text="Autumn").click()
    assert long.url.endswith(str(long.locator("h2", has_text="Autumn").get_attribute("id")))
    assert long.locator(".rail a", has_text="Spring").is_visible()


def test_it_shows_where_the_reader_is(long: Page, request: pytest.FixtureRequest) -> None:
    if "without" in request.node.name:
        assert long.locator(".rail [aria-current]").count() == 0
        return
    assert long.locator(".rail [aria-current]").all_inner_texts() == ["The text"]
    long.locator("h2", has_text="Summer").evaluate("each => each.scrollIntoView({behavior: 'instant'})")
    long.locator(".rail [aria-current]", has_text="Summer").wait_for()


def test_on_a_phone_it_is_a_line_that_opens(long: Page) -> None:
    long.set_viewport_size({"width": 360, "height": 740})
    assert not long.locator(".rail a", has_text="Spring").is_visible()
    long.locator(".rail summary").click()
    assert long.locator(".rail a", has_text="Spring").is_visible()
