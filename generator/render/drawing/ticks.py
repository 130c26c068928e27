"""The years and months that are written at an axis."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from generator.dates import parse, words
from generator.render.drawing.axis import Axis, Segment
from generator.render.views import AxisView, BreakView, TickView

_NARROW = 280
"""Pixels that an axis has at least."""
_LETTER, _SPACE = 8.5, 10
"""Pixels that a letter of a label takes at most, and those between two labels."""
_NEAR_EDGE = 12
_YEARS = 18
"""Percent between two years at least."""
_STEPS = (1, 2, 5)
_LONG_FOR_MONTHS = 1.5
_WITH_MONTHS = 9999


def axis_view(axis: Axis, language: str, mirrored: bool) -> AxisView:
    """The axis as it is drawn, with labels that do not touch at any width; `mirrored` runs from right to left."""
    ticks: list[tuple[float, TickView]] = []
    taken: list[tuple[float, float]] = []
    # The first label of each stretch goes before all others: a stretch without one could not be dated.
    for _, at, edtf in sorted(_candidates(axis), key=lambda each: each[:2]):
        label = words(parse(edtf), language)
        wide = 100 * (len(label) * _LETTER + _SPACE) / _NARROW
        side = "start" if at < _NEAR_EDGE else "end" if at > 100 - _NEAR_EDGE else "middle"
        start = at - {"start": 0.0, "middle": wide / 2, "end": wide}[side]
        inside = start >= 0 and start + wide <= 100
        if inside and all(start >= end or start + wide <= begin for begin, end in taken):
            taken.append((start, start + wide))
            ticks.append((at, TickView(percent(at, mirrored), label, side)))
    breaks = (
        BreakView(percent(right if mirrored else left, mirrored), percent(right - left)) for left, right in axis.breaks
    )
    return AxisView(tuple(tick for _, tick in sorted(ticks, key=lambda each: each[0])), tuple(breaks))


def percent(number: float, mirrored: bool = False) -> str:
    """A length as SVG takes it; a place that is `mirrored` is counted from the other side."""
    return f"{100 - number if mirrored else number:.1f}%".replace(".0%", "%")


def _candidates(axis: Axis) -> Iterator[tuple[int, float, str]]:
    """Rank, place and date of each label that would fit."""
    for segment in axis.segments:
        found = list(_years(segment)) or list(_months(segment))
        for number, (at, edtf) in enumerate(found or [(segment.at(segment.start), _edtf(floor(segment.start)))]):
            yield min(number, 1), at, edtf


def _years(segment: Segment) -> Iterator[tuple[float, str]]:
    """Round years, as many as there is room for."""
    length, room = segment.end - segment.start, segment.right - segment.left
    if length < 1:
        return
    step = next(step for step in _round_numbers() if step * room / length >= _YEARS)
    first = ceil(segment.start / step) * step
    for year in range(first, floor(segment.end) + 1, step):
        # Years before year 1 are counted without a year 0: 500 BCE is -0499.
        yield segment.at(year), _edtf(year if year > 0 else year + 1)


def _round_numbers() -> Iterator[int]:
    power = 1
    while True:
        yield from (step * power for step in _STEPS)
        power *= 10


def _months(segment: Segment) -> Iterator[tuple[float, str]]:
    """The months that begin in it, if it is short, and of years that have any in EDTF."""
    if segment.end - segment.start > _LONG_FOR_MONTHS or max(abs(segment.start), abs(segment.end)) > _WITH_MONTHS:
        return
    for month in range(ceil(segment.start * 12), floor(segment.end * 12) + 1):
        yield segment.at(month / 12), f"{_edtf(month // 12)}-{month % 12 + 1:02}"


def _edtf(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
