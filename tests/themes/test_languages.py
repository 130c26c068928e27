"""The interface in every language that comes with it: complete, with the same values, and shown."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Browser

from generator.catalogue import read_catalogue
from tests.messages import CATALOGUES, messages
from tests.render.mill import arabic, mill
from tests.render.samples import SITE, base_theme, page, publish

LANGUAGES = sorted(path.stem for path in CATALOGUES.glob("*.po"))


def test_there_are_languages_of_several_scripts() -> None:
    assert {"ar", "de", "es", "fa", "fr", "ru"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_everything_and_nothing_else(language: str) -> None:
    """`python -m tests.messages` adds what is new and takes out what is gone; a translator fills the rest."""
    catalogue = read_po(BytesIO((CATALOGUES / f"{language}.po").read_bytes()), locale=language, abort_invalid=True)
    said = {message.id for message in catalogue if message.id}
    assert said == {message.id for message in messages() if message.id}
    assert [message.id for message in catalogue if message.id and not (message.string and all(message.string))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_refused(language: str) -> None:
    assert read_catalogue(language, base_theme().languages).diagnostics == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_speaks_its_language(language: str) -> None:
    outputs = publish(mill(), arabic(), site=replace(SITE, language=language))
    made = page(outputs)
    assert f'<html lang="{language}" dir="{"rtl" if language in ("ar", "fa") else "ltr"}">' in made
    for english in ("Skip to the text", "Where the text comes from", "Back to note", "Display", "On the whole text"):
        assert english not in made
    assert "Letters" not in page(outputs, "glossary.html")


def test_a_region_has_its_language_s_texts() -> None:
    assert read_catalogue("de-AT", base_theme().languages).value.say("Glossary") == "Glossar"


def test_numbers_take_their_forms() -> None:
    russian = read_catalogue("ru", base_theme().languages).value
    forms = [russian.count("%(num)s note", "%(num)s notes", number) for number in (1, 3, 5, 21)]
    assert forms == ["1 примечание", "3 примечания", "5 примечаний", "21 примечание"]


def test_what_is_not_translated_is_said_in_english() -> None:
    catalogue = read_catalogue("tlh", base_theme().languages).value
    assert catalogue.say("Note %(number)s", number=7) == "Note 7"
    assert catalogue.language == "en"


@pytest.mark.parametrize("language", ["fa", "de"])
def test_notes_and_text_may_run_in_opposite_directions(language: str, browser: Browser, tmp_path: Path) -> None:
    for output in publish(mill(), site=replace(SITE, language=language, url="")):
        path = tmp_path / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.goto((tmp_path / "mill/index.html").as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1440
    assert tab.evaluate("getComputedStyle(document.querySelector('article')).direction") == "ltr"
    expected = "rtl" if language == "fa" else "ltr"
    assert tab.evaluate("getComputedStyle(document.querySelector('aside.note')).direction") == expected
    text, note = tab.locator("#q-outer").bounding_box(), tab.locator("aside#outer").bounding_box()
    context.close()
    assert text
    assert note
    assert note["x"] > text["x"]
