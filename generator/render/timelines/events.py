"""The events in the words of schema.org, as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.model import Dated
from generator.render.timelines.days import first_day, iso, last_day


def as_linked_data(events: Sequence[Dated], title: str, catalogue: Catalogue) -> bytes:
    """A work that speaks of events, and the time that they cover. What has no first or last day has none here."""
    data = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": title,
        "temporalCoverage": coverage(events),
        "license": events[0].license if events else "",
        "mentions": [dict(_event(each)) for each in events],
    }
    known = {name: value for name, value in data.items() if value}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode()


def coverage(events: Sequence[Dated]) -> str:
    """From the first day of all to the last, ".." for an end that is open; empty where a year has no ISO form."""
    firsts, lasts = [first_day(each.date) for each in events], [last_day(each.date) for each in events]
    start = ".." if None in firsts else iso(min((day for day in firsts if day), default=None))
    end = ".." if None in lasts else iso(max((day for day in lasts if day), default=None))
    return f"{start}/{end}" if start and end and start != end else ""


def _event(dated: Dated) -> Iterator[tuple[str, object]]:
    yield "@type", "Event"
    known = dated.address.startswith("http")
    if known:
        yield "@id", dated.address
    yield "name", dated.title
    for name, day in (("startDate", first_day(dated.date)), ("endDate", last_day(dated.date))):
        if written := iso(day):
            yield name, written
    yield "description", ". ".join(filter(None, (dated.when, dated.note)))
    if dated.body:
        yield "disambiguatingDescription", dated.body
    yield "subjectOf", {"@type": "CreativeWork", "name": dated.reading, **({"url": dated.address} if known else {})}
