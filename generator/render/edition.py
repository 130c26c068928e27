"""The pages of the whole edition: all readings, all events."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue import Catalogue
from generator.model import Edition, EventUse, Summary, Term
from generator.render import bodies, ids
from generator.render.apparatus import event_view
from generator.render.dates import written_date
from generator.render.views import EventView, IndexItem


def index_items(edition: Edition, catalogue: Catalogue) -> tuple[IndexItem, ...]:
    """Every reading with its facts and counts."""
    return tuple(
        IndexItem(
            title=each.metadata.title,
            address=ids.link(ids.INDEX, ids.reading_page(each.slug)),
            byline=", ".join(each.metadata.authors),
            publisher=each.metadata.publisher,
            date=written_date(each.metadata.published, edition.site.language),
            counts=contents(each, catalogue),
            draft=each.draft,
            language=each.metadata.language or edition.site.language,
        )
        for each in edition.readings
    )


def counts(summary: Summary, catalogue: Catalogue) -> str:
    """What a reading holds, in words: "8 notes, 10 terms, 6 events"."""
    totals = (
        (len(summary.notes), catalogue.count("%(num)s note", "%(num)s notes", len(summary.notes))),
        (len(summary.terms), catalogue.count("%(num)s term", "%(num)s terms", len(summary.terms))),
        (len(summary.events), catalogue.count("%(num)s event", "%(num)s events", len(summary.events))),
    )
    return catalogue.say(", ").join(words for number, words in totals if number)


def contents(summary: Summary, catalogue: Catalogue) -> str:
    """The same as the list of readings says it: "Excerpts: 8 notes", "The text alone"."""
    held = counts(summary, catalogue)
    if summary.excerpts:
        return catalogue.say("Excerpts: %(counts)s", counts=held) if held else catalogue.say("No notes yet")
    return held or catalogue.say("The text alone")


def timeline_events(edition: Edition) -> tuple[EventView, ...]:
    """The events of all readings in the order of time."""
    pairs = [(use, reading) for reading in edition.readings for use in reading.events]
    pairs.sort(key=lambda pair: (pair[0].event.date.sort_key, pair[1].slug))
    return tuple(_event(use, reading, edition) for use, reading in pairs)


def _event(use: EventUse, reading: Summary, edition: Edition) -> EventView:
    own: Sequence[Term] = [term_use.term for term_use in reading.terms]
    target = ids.reading_page(reading.slug)
    entries = bodies.entries_of([(term, ids.link(ids.TIMELINE, target, ids.term_id(term.id))) for term in own])
    ways = bodies.links(ids.TIMELINE, target, entries)
    return event_view(use, "", ids.TIMELINE, reading, ways, edition.site.language, whole=True)
