"""The words of dates in each language, as data. A further language is one more entry in `VOCABULARIES`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """How one language writes out dates; braces stand for what is filled in."""

    months: tuple[str, ...]
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
    comma: str
    one_of: str
    all_of: str


ENGLISH = Vocabulary(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    seasons={
        21: "spring",
        22: "summer",
        23: "autumn",
        24: "winter",
        25: "northern spring",
        26: "northern summer",
        27: "northern autumn",
        28: "northern winter",
        29: "southern spring",
        30: "southern summer",
        31: "southern autumn",
        32: "southern winter",
        33: "first quarter",
        34: "second quarter",
        35: "third quarter",
        36: "last quarter",
        37: "first third",
        38: "second third",
        39: "last third",
        40: "first half",
        41: "second half",
    },
    season="{season} {year}",
    share="the {season} of {year}",
    day="{day} {month} {year}",
    day_of_month="{day} {month}",
    month="{month} {year}",
    time="{date}, {time}",
    thousands=",",
    before_year_1="{year} BCE",
    early_year="{year} CE",
    round_years="the {year}s",
    years="the years {first} to {last}",
    years_before_year_1="the years {first} to {last} BCE",
    early_years="the years {first} to {last} CE",
    no_year="an unknown year",
    in_years="{date}, in {years}",
    day_unknown="{date} (day unknown)",
    month_unknown="{date} (month unknown)",
    month_and_day_unknown="{date} (month and day unknown)",
    between="between {first} and {last}",
    estimate="about {year} (between {first} and {last})",
    qualities={"~": "about {date}", "?": "perhaps {date}", "%": "perhaps about {date}"},
    partly="{date} ({remarks})",
    components=("year", "month", "day"),
    remarks={
        "~": "{component} approximate",
        "?": "{component} uncertain",
        "%": "{component} uncertain and approximate",
    },
    span="{first} to {last}",
    open_end="since {date}",
    open_start="until {date}",
    unknown_end="from {date} (end unknown)",
    unknown_start="until {date} (start unknown)",
    or_later="{date} or later",
    or_earlier="{date} or earlier",
    comma=", ",
    one_of="{first} or {last}",
    all_of="{first} and {last}",
)

VOCABULARIES: Mapping[str, Vocabulary] = {"en": ENGLISH}
"""By language, without region or script."""
