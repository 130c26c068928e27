"""A time axis: where days stand on it, in percent, with the gaps broken that would squeeze everything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.dates import Date
from generator.dates.calendar import Day
from generator.dates.date import BEGINNING_OF_TIME, END_OF_TIME

_DAY = 1 / 372
_EDGE = 3.0
"""Percent that stay free at each end, and how many where something goes on past it."""
_OPEN_EDGE = 12.0
_BREAK = 5.0
"""Percent that a broken gap is shown as."""
_LONG, _MUCH, _MOST = 3, 0.08, 5
"""A gap is broken if it is so many times as long as the middle one of all gaps, and such a part of the whole; at most
so many are."""
_BY_LENGTH, _BY_NUMBER = 0.4, 0.4
"""The parts of the room that are shared out by length, and by the number of dates; the rest is shared out evenly."""


@dataclass(frozen=True, slots=True)
class Extent:
    """From when to when, in years; None where that is open or unknown."""

    start: float | None
    end: float | None

    @property
    def known(self) -> tuple[float, float]:
        """The same with an open end at the other end."""
        start = self.start if self.start is not None else self.end
        end = self.end if self.end is not None else self.start
        return start or 0.0, end or 0.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time without a break, and where it is drawn."""

    start: float
    end: float
    left: float
    right: float

    def at(self, moment: float) -> float:
        """Where a moment of it stands."""
        length = self.end - self.start
        return self.left + (self.right - self.left) * ((moment - self.start) / length if length else 0.5)


@dataclass(frozen=True, slots=True)
class Axis:
    """All segments in order."""

    segments: tuple[Segment, ...]

    def at(self, moment: float) -> float:
        """Where a moment stands, in percent from the beginning."""
        return next((each for each in self.segments if moment <= each.end), self.segments[-1]).at(moment)

    @property
    def breaks(self) -> tuple[tuple[float, float], ...]:
        """From where to where nothing is drawn of the time between."""
        return tuple((one.right, two.left) for one, two in pairwise(self.segments))


def extent(date: Date) -> Extent:
    """The days that may be meant."""
    start = None if date.earliest == BEGINNING_OF_TIME else moment(date.earliest)
    end = None if date.latest == END_OF_TIME else moment(date.latest) + _DAY
    # "until one year or since another": drawn as far as the first of the two.
    return Extent(None, moment(date.first)) if start is end is None else Extent(start, end)


def moment(day: Day) -> float:
    """The beginning of a day, in years of twelve months of 31 days."""
    year, month, number = day
    return year + (month - 1) / 12 + (number - 1) * _DAY


def axis(extents: Sequence[Extent], before: float = 0.0) -> Axis:
    """An axis on which all of these, one at least, have their place; `before` are percent left free at its start."""
    stretches = _merged(each.known for each in extents)
    left = before + (_OPEN_EDGE if any(each.start is None for each in extents) else _EDGE)
    right = 100 - (_OPEN_EDGE if any(each.end is None for each in extents) else _EDGE)
    parts = _broken(stretches)
    room = right - left - _BREAK * (len(parts) - 1)
    segments, at = [], left
    for (start, end), share in zip(parts, _shares(parts, extents), strict=True):
        segments.append(Segment(start, end, at, at + room * share))
        at += room * share + _BREAK
    return Axis(tuple(segments))


def _shares(parts: Sequence[tuple[float, float]], extents: Sequence[Extent]) -> list[float]:
    """How much of the room each part gets: a crowded year among empty centuries more than its length."""
    lengths = [end - start for start, end in parts]
    crowds = [sum(start <= each.known[0] <= end for each in extents) for start, end in parts]
    whole = sum(lengths)
    even = (1 - _BY_NUMBER - _BY_LENGTH * bool(whole)) / len(parts)
    return [
        even + _BY_NUMBER * crowd / sum(crowds) + (_BY_LENGTH * length / whole if whole else 0)
        for length, crowd in zip(lengths, crowds, strict=True)
    ]


def _merged(stretches: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for low, high in sorted(stretches):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return merged


def _broken(stretches: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The stretches, joined across the gaps that are drawn."""
    gaps = [two[0] - one[1] for one, two in pairwise(stretches)]
    whole = stretches[-1][1] - stretches[0][0]
    long = [gap for gap in gaps if gap > _LONG * median(gaps) and gap > _MUCH * whole]
    breaks = sorted(long, reverse=True)[:_MOST]
    parts = [list(stretches[0])]
    for gap, (start, end) in zip(gaps, stretches[1:], strict=True):
        if gap in breaks:
            parts.append([start, end])
        else:
            parts[-1][1] = end
    return [(start, end) for start, end in parts]
