"""What a reader can switch, without a script: how notes are shown, and whose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.render.samples import publish
from tests.render.test_voices import spoken

VOICES = ("", "Ann", "Ben", "Cem", "Dea", "Eli", "Flo")


@pytest.fixture
def bare(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page of a reading with seven voices, without a script."""
    for output in publish(spoken(*VOICES)):
        path = tmp_path / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "mill/index.html").as_uri())
    page.locator(".page-display > summary").click()
    yield page
    context.close()


def _seen(page: Page) -> list[str]:
    names = [f"n{index}" for index in range(len(VOICES))]
    return [name for name in names if page.locator(f"aside#{name}").is_visible()]


def test_a_voice_is_switched_off_with_its_numbers(bare: Page) -> None:
    assert len(_seen(bare)) == 7
    bare.locator("summary", has_text="each by name").click()
    bare.get_by_label("Ben (1)").uncheck()
    assert "n2" not in _seen(bare)
    assert len(_seen(bare)) == 6
    assert not bare.locator("#r-n2").is_visible()
    assert bare.locator("#r-n1").is_visible()
    bare.get_by_label("Ben (1)").check()
    assert len(_seen(bare)) == 7


def test_all_but_the_editor_are_switched_off_at_once(bare: Page) -> None:
    bare.get_by_label("6 others (6)").uncheck()
    assert _seen(bare) == ["n0"]


def test_a_note_that_a_link_leads_to_is_shown_whatever_was_chosen(bare: Page) -> None:
    bare.get_by_label("6 others (6)").uncheck()
    bare.goto(bare.url + "#n3")
    bare.get_by_label("6 others (6)").uncheck()
    assert _seen(bare) == ["n0", "n3"]


def test_paper_has_every_voice(bare: Page) -> None:
    bare.get_by_label("6 others (6)").uncheck()
    bare.emulate_media(media="print")
    assert len(_seen(bare)) == 7


def test_what_is_left_stands_level_with_its_mark_again(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(".page-display > summary").click()
    tab.get_by_label("Class 10b (22)").uncheck()
    tab.wait_for_function("!document.querySelector('aside#outer').checkVisibility()")
    mark, left = tab.locator("#q-inner").bounding_box(), tab.locator("aside#inner").bounding_box()
    assert mark
    assert left
    assert abs(mark["y"] - left["y"]) < 30


def _ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_a_kind_of_note_is_switched_off_with_its_numbers(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(".page-display > summary").click()
    tab.get_by_label("question (1)").uncheck()
    assert not tab.locator("aside.kind-question").is_visible()
    assert not tab.locator("#r-whole").is_visible()
    assert tab.locator("aside#outer").is_visible()


def test_the_dark_is_chosen_and_remembered_on_every_page(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    light = _ground(tab)
    tab.locator(".page-display > summary").click()
    tab.get_by_label("dark").check()
    dark = _ground(tab)
    assert dark != light
    tab.goto(address + "glossary.html")
    assert _ground(tab) == dark
    tab.emulate_media(media="print")
    assert _ground(tab) == "rgb(255, 255, 255)"


def test_paper_is_chosen_in_a_dark_system_without_a_script(bare: Page) -> None:
    light = _ground(bare)
    bare.emulate_media(color_scheme="dark")
    assert _ground(bare) != light
    bare.get_by_label("paper").check()
    assert _ground(bare) == light


def test_how_notes_are_shown_is_remembered(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(".page-display > summary").click()
    tab.get_by_label("clean text").check()
    tab.reload()
    assert not tab.locator("aside#outer").is_visible()


def test_the_choices_open_and_close_by_keyboard(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    tab.locator(".page-display > summary").focus()
    tab.keyboard.press("Enter")
    assert tab.get_by_label("dark").is_visible()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    assert not tab.get_by_label("dark").is_visible()
    assert tab.evaluate("document.activeElement.localName") == "summary"
