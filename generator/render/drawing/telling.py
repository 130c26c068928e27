"""The order of telling against the order of happening: a row for each date that a text speaks of, as it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import model
from generator.dates import Date
from generator.render.drawing.axis import axis, extent
from generator.render.drawing.rows import label_view, mark_view
from generator.render.drawing.ticks import axis_view, percent
from generator.render.views import PointView, TellingView

_FEWEST, _MOST = 3, 90
_ROW, _TOP = 1.9, 2.4
"""How far apart two rows are, so that a finger hits one link only, and where the first is, in ems."""
_HALF_A_LINE = 0.65
_LEFT = 14.0
"""Percent for the numbers of paragraphs."""


@dataclass(frozen=True, slots=True)
class Told:
    """A place of a text that speaks of a date."""

    date: Date
    words: str
    name: str
    """What its link is called."""
    address: str
    paragraph: str
    told: model.Told = "stated"


def telling_view(places: Sequence[Told], language: str, mirrored: bool) -> TellingView | None:
    """A point for each place, in the order of the text; None where there are too few, or more than can be taken in."""
    if not _FEWEST <= len(places) <= _MOST or len({each.date.raw for each in places}) == 1:
        return None
    extents = [extent(each.date) for each in places]
    drawn = axis(extents, _LEFT)
    points, before = [], ""
    for number, (place, where) in enumerate(zip(places, extents, strict=True)):
        middle = drawn.at(sum(where.known) / 2)
        points.append(
            PointView(
                address=place.address,
                name=place.name,
                words=place.words,
                paragraph=place.paragraph if place.paragraph != before else "",
                at=percent(middle, mirrored),
                top=_em(_TOP + number * _ROW),
                label_top=_em(_TOP + number * _ROW - _HALF_A_LINE),
                label=label_view(middle, middle, mirrored),
                mark=mark_view(place.date, where, drawn, place.told, mirrored),
            )
        )
        before = place.paragraph
    return TellingView(
        axis=axis_view(drawn, language, mirrored),
        points=tuple(points),
        path=" ".join(f"{point.at.removesuffix('%')},{number}" for number, point in enumerate(points)),
        path_top=_em(_TOP),
        path_height=_em((len(points) - 1) * _ROW),
        height=_em(_TOP + len(points) * _ROW),
    )


def _em(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".") + "em"
