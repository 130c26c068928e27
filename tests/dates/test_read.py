"""Every example of EDTF's specification, and what people write instead of EDTF."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.dates import Date, parse, words
from generator.dates.calendar import Day
from generator.dates.date import BEGINNING_OF_TIME, END_OF_TIME

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (HERE / name).read_text("utf-8").splitlines()[1:]
    return [tuple(line.split(" | ")) for line in lines if line and not line.startswith("#")]


def iso(day: Day) -> str:
    if day in (BEGINNING_OF_TIME, END_OF_TIME):
        return ".."
    year, month, number = day
    return f"{'-' * (year < 0)}{abs(year):04}-{month:02}-{number:02}"


@pytest.mark.parametrize(("edtf", "in_words", "first", "last"), rows("accepted.txt"))
def test_accepted(edtf: str, in_words: str, first: str, last: str) -> None:
    date = parse(edtf)
    assert (words(date), iso(date.earliest), iso(date.latest)) == (in_words, first, last)
    assert date.raw == edtf


@pytest.mark.parametrize(("quoted", "message"), rows("refused.txt"))
def test_refused(quoted: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        parse(ast.literal_eval(quoted))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("edtf", "attribute"),
    [
        ("2019", "2019"),
        ("2019-02", "2019-02"),
        ("2019-02-12", "2019-02-12"),
        ("1985-04-12T23:20:30Z", "1985-04-12"),
        ("0001", "0001"),
        ("9999-12-31", "9999-12-31"),
        *((each, None) for each in ("0000", "-0043", "Y10000", "2019~", "2019-02?", "201X", "2019-XX", "2019-21")),
        *((each, None) for each in ("1992/1997", "2014/..", "../1990", "[2019]", "{2019}", "1950S2", "2004-?06-11")),
    ],
)
def test_the_time_element_gets_plain_days_months_and_years_only(edtf: str, attribute: str | None) -> None:
    assert parse(edtf).html_datetime == attribute


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [
        ("2015", False, False),
        ("2015~", True, False),
        ("2015?", False, True),
        ("2015%", True, True),
        ("2004-?06-~11", True, True),
        ("1984?/2004~", True, True),
        ("[1984~,1990]", True, False),
        ("1950S2", True, False),
        ("1984/..", False, False),
    ],
)
def test_qualities(edtf: str, approximate: bool, uncertain: bool) -> None:
    assert (parse(edtf).approximate, parse(edtf).uncertain) == (approximate, uncertain)


def test_a_sign_on_the_right_is_meant_for_all_before_it() -> None:
    assert parse("2004-06~-11").parts[0].qualities == ("~", "~", "")  # type: ignore[union-attr]
    assert parse("?2004-06-~11").parts[0].qualities == ("?", "", "~")  # type: ignore[union-attr]
    assert parse("?2004-06-04~").parts[0].qualities == ("%", "~", "~")  # type: ignore[union-attr]


TIMELINE = [
    *("Y-170000002", "-0043", "0000", "0079-08-24", "199X", "../1990", "1990", "1990-01", "1990-01-01"),
    *("1992/1997", "1992", "1992-05", "2014/..", "2014/", "2014/2019", "2014", "2014?", "2019-02-12"),
    *("2019-02-12T09:00:00", "2019-02-12T10:00:00", "2019-21", "2019-22"),
]


def test_a_timeline_runs_from_early_to_late_and_from_long_to_short() -> None:
    ordered = sorted(map(parse, reversed(TIMELINE)), key=lambda date: date.sort_key)
    assert [date.raw for date in ordered] == [
        *("Y-170000002", "-0043", "0000", "0079-08-24", "../1990", "199X", "1990", "1990-01", "1990-01-01"),
        *("1992/1997", "1992", "1992-05", "2014/", "2014/..", "2014/2019", "2014", "2014?", "2019-02-12"),
        *("2019-02-12T09:00:00", "2019-02-12T10:00:00", "2019-21", "2019-22"),
    ]


def test_dates_are_values() -> None:
    assert parse("2019-02-12") == parse("2019-02-12")
    assert len({parse("2019"), parse("2019"), parse("2019~")}) == 2
    with pytest.raises(AttributeError):
        parse("2019").raw = "2020"  # type: ignore[misc]


def test_a_language_without_words_gets_english_ones() -> None:
    date: Date = parse("2015~")
    assert words(date, "en-GB") == words(date, "tlh") == words(date, "EN") == "c. 2015"
