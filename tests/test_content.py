"""The site that a fresh clone builds: the first reading, cleaned as it should be and published without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import Outcome

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built() -> Outcome[pipeline.Site]:
    return pipeline.build(ROOT, "https://example.org/repository/")


def test_the_content_is_without_a_fault(built: Outcome[pipeline.Site]) -> None:
    assert built.diagnostics == ()


def test_without_an_address_there_is_one_warning() -> None:
    assert [each.code for each in pipeline.build(ROOT).diagnostics] == ["no-site-url"]


def test_the_first_reading_has_its_apparatus(built: Outcome[pipeline.Site]) -> None:
    reading = next(each for each in built.value.readings if each.slug == "tajik-widows")
    assert len(reading.notes) >= 8
    assert len(reading.terms) >= 10
    assert len(reading.events) >= 6
    assert len({note.kind for note in reading.notes}) >= 4
    assert sum(use.term.shared for use in reading.terms) >= 3
    assert all(use.passages for use in reading.events)
    assert all(note.selector for note in reading.notes)
    assert reading.supplied >= {"published", "publisher"}


def test_what_the_capture_says_itself_is_not_said_to_be_supplied(built: Outcome[pipeline.Site]) -> None:
    reading = next(each for each in built.value.readings if each.slug == "tajik-widows")
    assert not reading.supplied & {"title", "authors"}
