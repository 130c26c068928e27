"""The pages of the whole edition: all readings, all events."""

from __future__ import annotations

from collections.abc import Sequence

from generator import markdown
from generator.catalogue import Catalogue
from generator.model import Edition, EventUse, Summary, Term
from generator.render import bodies, ids
from generator.render.apparatus import event_view
from generator.render.chronology import spoken_views
from generator.render.dates import written_date
from generator.render.drawing import Drawn, drawing_view
from generator.render.languages import direction
from generator.render.timelines import file_views
from generator.render.views import ChoiceView, EventView, IndexItem, TimelineView


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


def timeline_view(edition: Edition, catalogue: Catalogue) -> TimelineView:
    """The events of all readings in the order of time, and which readings have any."""
    telling = [reading for reading in edition.readings if reading.events]
    groups = {reading.slug: f"reading-{number}" for number, reading in enumerate(telling, 1)}
    pairs = [(use, reading) for reading in telling for use in reading.events]
    pairs.sort(key=lambda pair: (pair[0].event.date.sort_key, pair[1].slug))
    drawn = [
        Drawn(use.event.date, markdown.plain(use.event.title), use.told, group=groups[reading.slug])
        for use, reading in pairs
    ]
    site = edition.site
    return TimelineView(
        events=tuple(_event(use, reading, groups[reading.slug], edition, catalogue) for use, reading in pairs),
        drawing=drawing_view(drawn, site.language, direction(site.language) == "rtl"),
        readings=tuple(
            ChoiceView(groups[each.slug], each.metadata.title, len(each.events))
            for each in (telling if len(telling) > 1 else ())
        ),
        files=file_views(ids.TIMELINE, "", site) if pairs else (),
    )


def timeline_rules(edition: Edition) -> str:
    """The style rules by which a reader sees one reading's events alone, as CSS."""
    number = sum(bool(reading.events) for reading in edition.readings)
    names = [f"reading-{each}" for each in range(1, number + 1)] if number > 1 else []
    return "".join(_ONLY.format(name=name) for name in names)


_ONLY = "body:has(#page-{name}:checked) :is(.event-entry, .row):not(.{name}, :target) {{ display: none; }}\n"


def _event(use: EventUse, reading: Summary, group: str, edition: Edition, catalogue: Catalogue) -> EventView:
    own: Sequence[Term] = [term_use.term for term_use in reading.terms]
    target = ids.reading_page(reading.slug)
    entries = bodies.entries_of([(term, ids.link(ids.TIMELINE, target, ids.term_id(term.id))) for term in own])
    ways = bodies.links(ids.TIMELINE, target, entries)
    spoken = spoken_views(use, ids.TIMELINE, reading, edition.site, catalogue)
    return event_view(use, "", ids.TIMELINE, reading, ways, edition.site.language, spoken, group)
