"""The words of dates in each language, as data. A further language is one more entry in `VOCABULARIES`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """How one language writes out dates; braces stand for what is filled in."""

    months: tuple[str, ...]
    seasons: Mapping[int, str]
    """By their numbers in EDTF, with `{year}`."""
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
        **{21: "spring {year}", 22: "summer {year}", 23: "autumn {year}", 24: "winter {year}"},
        25: "spring {year} (northern hemisphere)",
        26: "summer {year} (northern hemisphere)",
        27: "autumn {year} (northern hemisphere)",
        28: "winter {year} (northern hemisphere)",
        29: "spring {year} (southern hemisphere)",
        30: "summer {year} (southern hemisphere)",
        31: "autumn {year} (southern hemisphere)",
        32: "winter {year} (southern hemisphere)",
        33: "the first quarter of {year}",
        34: "the second quarter of {year}",
        35: "the third quarter of {year}",
        36: "the last quarter of {year}",
        37: "the first third of {year}",
        38: "the second third of {year}",
        39: "the last third of {year}",
        40: "the first half of {year}",
        41: "the second half of {year}",
    },
    day="{day} {month} {year}",
    day_of_month="{day} {month}",
    month="{month} {year}",
    time="{date}, {time}",
    thousands=",",
    before_year_1="{year} BCE",
    early_year="{year} CE",
    round_years="the {year}s",
    years="the years {first} to {last}",
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
    remarks={"~": "{component} approximate", "?": "{component} uncertain", "%": "{component} uncertain and approximate"},
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
