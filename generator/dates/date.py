"""A date as written down, and what can be known of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from generator.dates.calendar import Day

BEGINNING_OF_TIME: Day = (-(10**20), 1, 1)
END_OF_TIME: Day = (10**20, 12, 31)

Form = Literal["point", "interval", "one of", "all of"]
SortKey = tuple[int, int, str]
_MONTHS, _DAYS = 13, 32
"""More than there are, so that the numbers of days are in their order."""


@dataclass(frozen=True, slots=True)
class Point:
    """One day, month, season or year; digits that nobody knows are X."""

    year: str
    """At least four digits, with a minus before year 0: "1984", "19XX", "-0043", "170000002"."""
    month: str = ""
    """Two digits; from 21 on it is a season (see `calendar.SEASONS`)."""
    day: str = ""
    time: str = ""
    """Clock and zone as written: "23:20:30Z"."""
    qualities: tuple[str, ...] = ("", "", "")
    """Of year, month and day: "~" approximate, "?" uncertain, "%" both, "" neither."""
    margin: int = 0
    """How many of the year's last digits are an estimate only."""
    earliest: Day = BEGINNING_OF_TIME
    latest: Day = END_OF_TIME

    @property
    def plain(self) -> bool:
        """Whether every digit is known and nothing is qualified or estimated."""
        return "X" not in self.year + self.month + self.day and not any(self.qualities) and not self.margin


class Edge(StrEnum):
    """An end of a period that is not dated."""

    OPEN = ".."
    """The period goes on without end."""
    UNKNOWN = ""
    """It ended or began, nobody knows when."""


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another; at least one of them is a date."""

    start: Point | Edge
    end: Point | Edge

    @property
    def earliest(self) -> Day:
        """The first day that may be meant."""
        return self.start.earliest if isinstance(self.start, Point) else BEGINNING_OF_TIME

    @property
    def latest(self) -> Day:
        """The last day that may be meant."""
        return self.end.latest if isinstance(self.end, Point) else END_OF_TIME


@dataclass(frozen=True, slots=True)
class Date:
    """A date, a period, or a set of dates, as `parse` reads it from EDTF."""

    raw: str
    """As written."""
    form: Form
    parts: tuple[Point | Span, ...]
    """One point; one span for an interval; the members of a set, of which one or all are meant."""

    @property
    def earliest(self) -> Day:
        """The first day that may be meant, as (year, month, day); year 0 is 1 BCE."""
        return min(part.earliest for part in self.parts)

    @property
    def latest(self) -> Day:
        """The last day that may be meant, as (year, month, day)."""
        return max(part.latest for part in self.parts)

    @property
    def sort_key(self) -> SortKey:
        """Orders dates as a timeline shows them: by start, the longer before the shorter, no two dates alike.

        What has no known start stands where it ends, before what begins there.
        """
        begun = self.earliest != BEGINNING_OF_TIME
        return 2 * _number(self.first) + begun, -_number(self.latest), self.raw

    @property
    def first(self) -> Day:
        """The first day that is known."""
        return self.earliest if self.earliest != BEGINNING_OF_TIME else min(each.earliest for each in self._points)

    @property
    def approximate(self) -> bool:
        """Whether any part of it is marked as approximate."""
        return any(quality in ("~", "%") for quality in self._qualities) or any(point.margin for point in self._points)

    @property
    def uncertain(self) -> bool:
        """Whether any part of it is marked as uncertain."""
        return any(quality in ("?", "%") for quality in self._qualities)

    @property
    def html_datetime(self) -> str | None:
        """What HTML's `time` element takes: a plain day, month or year from year 1 to 9999; else None."""
        part = self.parts[0]
        if self.form != "point" or not isinstance(part, Point) or not part.plain:
            return None
        if not 1 <= int(part.year) <= 9999 or part.month > "12":
            return None
        return "-".join(filter(None, (part.year, part.month, part.day)))

    @property
    def _points(self) -> tuple[Point, ...]:
        ends = (end for part in self.parts for end in ((part.start, part.end) if isinstance(part, Span) else (part,)))
        return tuple(end for end in ends if isinstance(end, Point))

    @property
    def _qualities(self) -> tuple[str, ...]:
        return tuple(quality for point in self._points for quality in point.qualities)


def year_of(key: SortKey) -> int:
    """The year in which a date has its place among others."""
    return key[0] // (2 * _MONTHS * _DAYS)


def _number(day: Day) -> int:
    year, month, number = day
    return (year * _MONTHS + month) * _DAYS + number
