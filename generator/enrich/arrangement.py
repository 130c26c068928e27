"""The order in which a reader meets the entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator import text
from generator.enrich.anchoring import Anchors
from generator.model import Document, Event, Note, Term


def in_reading_order(notes: Sequence[Note], anchors: Mapping[str, Anchors], document: Document) -> tuple[Note, ...]:
    """Notes by where their quotes end, as their numbers stand there; notes on the whole text first."""
    order = {block.id: index for index, block in enumerate(document.blocks)}

    def position(note: Note) -> tuple[int, int, int, int]:
        places = anchors.get(f"note:{note.id}", ())
        if not places:
            return (-1, 0, 0, 0)
        first, last = places[0], places[-1]
        return (order[last.block], last.end, order[first.block], first.start)

    return tuple(sorted(notes, key=position))


def by_headword(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms in alphabetical order, capitals like small letters."""
    return tuple(sorted(terms, key=lambda term: (text.key(term.headword), term.headword)))


def in_time_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events from the earliest to the latest; those of one date as they were written."""
    return tuple(sorted(events, key=lambda event: event.date.sort_key))
