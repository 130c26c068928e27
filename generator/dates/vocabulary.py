"""What a language needs to write out dates. Each language is one file in `languages/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """How one language writes out dates; braces stand for what is filled in."""

    months: tuple[str, ...]
    months_of_days: tuple[str, ...] = ()
    """Behind a day's number, where a language says them otherwise there."""
    day_alone: str = "{day}"
    """A day's number where its month follows with another day: "12 to 14 February"."""
    first_day: str = ""
    """Of a month, where it is not said like the others: "1er"."""
    seasons: Mapping[int, str]
    """Seasons, quarters, thirds and halves of a year by their numbers in EDTF."""
    season: str
    share: str
    """For a quarter, third or half of a year."""
    day: str
    day_of_month: str
    month: str
    time: str
    thousands: str
    """Between groups of three digits in years of more than four digits."""
    before_year_1: str
    early_year: str
    """For years below 100, which would else be read as days."""
    round_years: str
    """For ten years, or for a hundred years or more, that a round number names."""
    years: str
    years_before_year_1: str
    early_years: str
    no_year: str
    in_years: str
    day_unknown: str
    month_unknown: str
    month_and_day_unknown: str
    between: str
    estimate: str
    qualities: Mapping[str, str]
    """For a date as a whole, by EDTF's sign."""
    partly: str
    components: tuple[str, str, str]
    remarks: Mapping[str, str]
    """For a single component of a date, by EDTF's sign."""
    span: str
    open_end: str
    open_start: str
    unknown_end: str
    unknown_start: str
    or_later: str
    or_earlier: str
    before: str
    """For the years before the one that is named."""
    after: str
    comma: str
    one_of: str
    all_of: str
