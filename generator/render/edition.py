"""The pages of the whole edition: all readings, all terms, all events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Edition, EventUse, Summary, Term, TermUse
from generator.render import bodies, ids
from generator.render.apparatus import event_view, letter, passage_views, term_view
from generator.render.dates import written_date
from generator.render.views import EventView, IndexItem, Initial, PassageView, TermView
from generator.text import key


def index_items(edition: Edition) -> tuple[IndexItem, ...]:
    """Every reading with its facts and counts."""
    return tuple(
        IndexItem(
            title=each.metadata.title,
            address=ids.link(ids.INDEX, ids.reading_page(each.slug)),
            byline=", ".join(each.metadata.authors),
            publisher=each.metadata.publisher,
            date=written_date(each.metadata.published, edition.site.language),
            counts=contents(each) if each.excerpts else counts(each),
            draft=each.draft,
            language=each.metadata.language or edition.site.language,
        )
        for each in edition.readings
    )


def counts(summary: Summary) -> str:
    """What a reading holds, in words: "8 notes, 10 terms, 6 events"."""
    totals = ((len(summary.notes), "note"), (len(summary.terms), "term"), (len(summary.events), "event"))
    return ", ".join(f"{number} {name}" if number == 1 else f"{number} {name}s" for number, name in totals if number)


def contents(summary: Summary) -> str:
    """The same as the list of readings says it: "Excerpts with 8 notes", "the text alone"."""
    held = counts(summary)
    if summary.excerpts:
        return f"Excerpts with {held}" if held else "No notes yet"
    return held or "the text alone"


def glossary_initials(edition: Edition) -> tuple[Initial, ...]:
    """Every term under its first letter: shared ones once with the passages of all readings, others by reading."""
    views = sorted(_terms(edition), key=lambda view: (key(view.headword), view.reading))
    groups = [(initial, tuple(group)) for initial, group in groupby(views, key=lambda view: _initial(view.headword))]
    return tuple(Initial(initial, f"page-letter-{count}", group) for count, (initial, group) in enumerate(groups, 1))


def timeline_events(edition: Edition) -> tuple[EventView, ...]:
    """The events of all readings in the order of time."""
    pairs = [(use, reading) for reading in edition.readings for use in reading.events]
    pairs.sort(key=lambda pair: (pair[0].event.date.sort_key, pair[1].slug))
    return tuple(_event(use, reading, edition) for use, reading in pairs)


def _terms(edition: Edition) -> Iterator[TermView]:
    shared = bodies.links(ids.GLOSSARY, ids.INDEX, _entries(edition, None))
    for term in edition.shared:
        passages = tuple(each for reading in edition.readings for each in _passages(term, reading))
        body = bodies.whole(term.body, shared)
        yield term_view(TermUse(term, ()), passages, body, None, ids.term_id(term.id))
    for reading in edition.readings:
        ways = bodies.links(ids.GLOSSARY, ids.reading_page(reading.slug), _entries(edition, reading))
        for use in reading.terms:
            if not use.term.shared:
                name = ids.term_id(use.term.id, reading.slug)
                passages = passage_views(use.passages, ids.GLOSSARY, reading)
                yield term_view(use, passages, bodies.whole(use.term.body, ways), reading, name)


def _passages(term: Term, reading: Summary) -> tuple[PassageView, ...]:
    uses = next((use for use in reading.terms if use.term == term), None)
    return passage_views(uses.passages, ids.GLOSSARY, reading) if uses else ()


def _entries(edition: Edition, reading: Summary | None) -> bodies.Entries:
    """Where `[[Term]]` leads on the glossary's page when a reading's entry, or a shared one, says it."""
    own = [use.term for use in reading.terms if not use.term.shared] if reading else []
    listed = [(term, ids.term_id(term.id, reading.slug if reading else "")) for term in own]
    listed += [(term, ids.term_id(term.id)) for term in edition.shared]
    return bodies.entries_of([(term, ids.link(ids.GLOSSARY, ids.GLOSSARY, name)) for term, name in listed])


def _event(use: EventUse, reading: Summary, edition: Edition) -> EventView:
    own: Sequence[Term] = [term_use.term for term_use in reading.terms]
    target = ids.reading_page(reading.slug)
    entries = bodies.entries_of([(term, ids.link(ids.TIMELINE, target, ids.term_id(term.id))) for term in own])
    ways = bodies.links(ids.TIMELINE, target, entries)
    return event_view(use, letter(0), ids.TIMELINE, reading, ways, edition.site.language, whole=True)


def _initial(headword: str) -> str:
    first = next((character for character in headword if character.isalnum()), "#")
    return first.upper() if first.isalpha() else "0–9"
