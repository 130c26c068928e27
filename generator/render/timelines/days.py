"""The days of a date as other programs write them."""

from __future__ import annotations

from generator.dates import Date
from generator.dates.calendar import Day
from generator.dates.date import BEGINNING_OF_TIME, END_OF_TIME


def first_day(date: Date) -> Day | None:
    """The first day that may be meant; None where there is none."""
    return None if date.earliest == BEGINNING_OF_TIME else date.earliest


def last_day(date: Date) -> Day | None:
    """The last day that may be meant; None where there is none."""
    return None if date.latest == END_OF_TIME else date.latest


def iso(day: Day | None) -> str:
    """ISO 8601, which schema.org takes for years of four digits, with a minus before the year 0; else empty."""
    if day is None or abs(day[0]) > 9999:
        return ""
    year, month, number = day
    return f"{'-' * (year < 0)}{abs(year):04}-{month:02}-{number:02}"


def is_doubtful(date: Date) -> bool:
    """Whether nobody can say on which day it was, or began."""
    return date.approximate or date.uncertain or date.form == "one of" or "X" in date.raw
