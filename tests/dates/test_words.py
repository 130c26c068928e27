"""Dates written out in the languages of the interface."""

from __future__ import annotations

import pytest

from generator.dates import parse, words
from generator.dates.languages import VOCABULARIES
from tests.fixtures import Case, cases

DATES = (
    "2019-02-01",
    "2019-24?",
    "19XX",
    "-0043/0014",
    "../2010",
    "1992/",
    "{1667,1668..1672}",
    "2004-06-~11",
    "1520~",
)


@cases("dates/words.txt")
def test_dates_are_written_as_their_language_does(case: Case) -> None:
    language, *dates = case.given.split()
    assert [words(parse(date), language) for date in dates] == case.expected.splitlines()


@pytest.mark.parametrize("language", sorted(set(VOCABULARIES) - {"en"}))
def test_no_language_falls_back_on_english_words(language: str) -> None:
    own = [words(parse(date), language) for date in DATES]
    english = [words(parse(date), "en") for date in DATES]
    assert all(one != other for one, other in zip(own, english, strict=True))
    assert not any("{" in one for one in own)
