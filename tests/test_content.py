"""The site that a fresh clone builds: the first reading, cleaned as it should be and published without a fault."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import Outcome
from tests.projects import own

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built() -> Outcome[pipeline.Site]:
    own("content/tajik-widows")
    return pipeline.build(ROOT, "https://example.org/repository/")


def test_the_content_is_without_a_fault(built: Outcome[pipeline.Site]) -> None:
    assert built.diagnostics == ()


def test_without_an_address_there_is_one_warning(built: Outcome[pipeline.Site]) -> None:
    assert built.diagnostics == ()
    assert [each.code for each in pipeline.build(ROOT).diagnostics] == ["no-site-url"]


def test_the_first_reading_has_its_apparatus(built: Outcome[pipeline.Site]) -> None:
    reading = next(each for each in built.value.readings if each.slug == "tajik-widows")
    assert len(reading.notes) >= 18
    assert len(reading.terms) >= 24
    assert len(reading.events) >= 14
    assert len({note.kind for note in reading.notes}) >= 4
    assert sum(use.term.shared for use in reading.terms) >= 6
    assert all(use.passages for use in reading.events)
    assert all(note.selector for note in reading.notes)
    assert reading.supplied >= {"published", "publisher"}


def test_the_edition_has_several_texts_that_share_entries(built: Outcome[pipeline.Site]) -> None:
    readings = built.value.readings
    assert {each.metadata.language for each in readings} >= {"en", "ar"}
    uses = Counter(use.term.id for each in readings for use in each.terms if use.term.shared and use.passages)
    assert max(uses.values()) >= 2
    assert all(each.notes and each.terms and each.events for each in readings)


def test_a_date_that_the_article_does_not_give_is_said_to_be_the_editor_s(built: Outcome[pipeline.Site]) -> None:
    reading = next(each for each in built.value.readings if each.slug == "tajik-widows")
    given = {"2013", "2014", "2015", "2018", "199X", "2019-01", "2019-02-12"}
    for use in reading.events:
        years = {str(use.event.date.raw)} | set(re.split("/", use.event.date.raw))
        assert years & given or "the article does not give" in use.event.body.text, use.event.title


def test_what_the_capture_says_itself_is_not_said_to_be_supplied(built: Outcome[pipeline.Site]) -> None:
    reading = next(each for each in built.value.readings if each.slug == "tajik-widows")
    assert not reading.supplied & {"title", "authors"}
