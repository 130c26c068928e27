"""The timeline of the whole edition; of many events a page for each period, none too heavy for a telephone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.dates import parse, words, year_of
from generator.model import Contribution, Edition, EventRow
from generator.render import ids
from generator.render.drawing import Drawn, drawing_view
from generator.render.languages import direction
from generator.render.pieces import Read, as_html
from generator.render.timelines import file_views
from generator.render.views import ChoiceView, LinkView, TimelineView

MOST = 250_000
"""Bytes of a page's events; where there are more, they are parted."""
_PERIODS = (100, 10, 1)
"""Years; a period that is too long is parted into shorter ones."""
Told = tuple[EventRow, Contribution]
"""An event and the reading that tells of it."""


class Period(NamedTuple):
    """Years whose events share a page."""

    first: int
    last: int
    events: tuple[Told, ...]

    @property
    def path(self) -> str:
        """Of its page."""
        return ids.period_page(self.first, self.last)


def events_in_order(edition: Edition) -> tuple[Told, ...]:
    """The events of all readings in the order of time."""
    pairs = [(event, reading) for reading in edition.readings for event in reading.events]
    return tuple(sorted(pairs, key=lambda pair: (pair[0].order, pair[1].slug)))


def periods(events: Sequence[Told]) -> tuple[Period, ...]:
    """The periods by which events are told; none where one page holds them all."""
    weights = [0, *accumulate(event.html.size for event, _ in events)]
    return tuple(_parted(events, weights, 0, len(events), 0)) if weights[-1] > MOST else ()


def timeline_view(edition: Edition, events: Sequence[Told], read: Read) -> TimelineView:
    """All events on one page, and which readings have any."""
    telling = [reading for reading in edition.readings if reading.events]
    site = edition.site
    return TimelineView(
        events=_htmls(events, read),
        drawing=drawing_view(_drawn(events), site.language, direction(site.language) == "rtl"),
        readings=tuple(
            ChoiceView(ids.group(each.slug), each.title, len(each.events))
            for each in (telling if len(telling) > 1 else ())
        ),
        files=file_views(ids.TIMELINE, "", site) if events else (),
    )


def overview(edition: Edition, parts: Sequence[Period], catalogue: Catalogue) -> TimelineView:
    """The periods, each with the number of its events."""
    listed = tuple(_link(each, edition, catalogue) for each in parts)
    return TimelineView((), None, (), file_views(ids.TIMELINE, "", edition.site), periods=listed)


def period_view(
    edition: Edition, parts: Sequence[Period], index: int, catalogue: Catalogue, read: Read
) -> TimelineView:
    """The events of one period, and the way to its neighbours."""
    near = [parts[each] for each in (index - 1, index + 1) if 0 <= each < len(parts)]
    return TimelineView(
        _htmls(parts[index].events, read),
        None,
        (),
        (),
        title=years(parts[index], edition.site.language),
        periods=tuple(_link(each, edition, catalogue) for each in near),
    )


def years(period: Period, language: str) -> str:
    """A period in words: "1874", "1870 to 1879"."""
    first, last = _edtf(period.first), _edtf(period.last)
    return words(parse(first if first == last else f"{first}/{last}"), language)


def timeline_rules(edition: Edition, parts: Sequence[Period]) -> str:
    """The style rules by which a reader sees one reading's events alone, as CSS."""
    names = [ids.group(reading.slug) for reading in edition.readings if reading.events]
    return "".join(_ONLY.format(name=name) for name in names) if len(names) > 1 and not parts else ""


_ONLY = "body:has(#page-{name}:checked) :is(.event-entry, .row):not(.{name}, :target) {{ display: none; }}\n"


def _htmls(events: Sequence[Told], read: Read) -> tuple[Markup, ...]:
    return tuple(as_html(read(reading, event.html)) for event, reading in events)


def _drawn(events: Sequence[Told]) -> list[Drawn]:
    return [
        Drawn(parse(event.edtf), event.title, event.told, group=ids.group(reading.slug)) for event, reading in events
    ]


def _parted(events: Sequence[Told], weights: Sequence[int], start: int, end: int, depth: int) -> Iterator[Period]:
    """The periods of the events from `start` to `end`; `weights` are the bytes of all events before each."""
    length = _PERIODS[depth]
    for number, group in groupby(range(start, end), key=lambda index: year_of(events[index][0].order) // length):
        indexes = list(group)
        first, last = indexes[0], indexes[-1]
        if weights[last + 1] - weights[first] > MOST and depth + 1 < len(_PERIODS):
            yield from _parted(events, weights, first, last + 1, depth + 1)
        else:
            yield Period(number * length, number * length + length - 1, tuple(events[first : last + 1]))


def _link(period: Period, edition: Edition, catalogue: Catalogue) -> LinkView:
    number = catalogue.count("%(num)s event", "%(num)s events", len(period.events))
    return LinkView(period.path, f"{years(period, edition.site.language)}: {number}")


def _edtf(year: int) -> str:
    return f"Y{year}" if abs(year) > 9999 else f"-{-year:04}" if year < 0 else f"{year:04}"
