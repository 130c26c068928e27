"""The events of a timeline as a drawing: a row for each, a dot for a day and a bar for a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import model
from generator.dates import Date, words
from generator.render.drawing.axis import Axis, Extent, axis, extent
from generator.render.drawing.ticks import axis_view, percent
from generator.render.views import DrawingView, LabelView, MarkView, RowView

_FEWEST = 2
"""One event alone needs no drawing."""
_SLIVER = 1.2
"""Percent that a bar is wide at least."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event as it is to be drawn."""

    date: Date
    title: str
    told: model.Told
    letter: str = ""
    group: str = ""
    """The class of its reading, where several are shown."""


def drawing_view(events: Sequence[Drawn], language: str, mirrored: bool) -> DrawingView | None:
    """A row for each event, in their order; None where there is too little to draw."""
    if len(events) < _FEWEST:
        return None
    extents = [extent(each.date) for each in events]
    drawn = axis(extents)
    rows = tuple(_row(each, place, drawn, language, mirrored) for each, place in zip(events, extents, strict=True))
    told = {row.mark.told for row in rows}
    return DrawingView(
        axis=axis_view(drawn, language, mirrored),
        rows=rows,
        told=tuple(each for each in ("stated", "implied", "supplied") if each in told and len(told) > 1),
        dashed=any(row.mark.dashed for row in rows),
        fading=any(row.mark.fades for row in rows),
    )


def mark_view(date: Date, place: Extent, drawn: Axis, told: model.Told, mirrored: bool) -> MarkView:
    """Where an event or a date stands on an axis, and what shape it has."""
    low, high = (drawn.at(each) for each in place.known)
    left, right = _reach(place, drawn)
    day = date.earliest == date.latest
    middle = (low + high) / 2
    if right - left < _SLIVER:
        left, right = middle - _SLIVER / 2, middle + _SLIVER / 2
    # Which way a period goes on without end.
    fades = "left" if place.start is None else "right" if place.end is None else ""
    other_way = {"left": "right", "right": "left", "": ""}
    return MarkView(
        day=day,
        at=percent(middle, mirrored),
        left=percent(right if mirrored else left, mirrored),
        width=percent(right - left),
        fades=other_way[fades] if mirrored else fades,
        dashed=date.approximate or date.uncertain,
        told="stated" if told == "unknown" else told,
    )


def label_view(begins: float, ends: float, mirrored: bool) -> LabelView:
    """The half of the drawing in which the words for a mark have most room; they begin, or end, where it does."""
    ending = begins > 50
    left, width = (0.0, ends) if ending else (begins, 100 - begins)
    return LabelView(
        percent(left + width if mirrored else left, mirrored), percent(width), "end" if ending else "start"
    )


def _reach(place: Extent, drawn: Axis) -> tuple[float, float]:
    """From where to where it is drawn; what goes on without end, to the drawing's edge."""
    low, high = (drawn.at(each) for each in place.known)
    return 0.0 if place.start is None else low, 100.0 if place.end is None else high


def _row(event: Drawn, place: Extent, drawn: Axis, language: str, mirrored: bool) -> RowView:
    return RowView(
        group=event.group,
        letter=event.letter,
        when=words(event.date, language),
        title=event.title,
        label=label_view(*_reach(place, drawn), mirrored),
        mark=mark_view(event.date, place, drawn, event.told, mirrored),
    )
