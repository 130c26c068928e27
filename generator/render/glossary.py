"""The glossary of the whole edition: every entry and every other name of one, from A to Z."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Edition, Summary, Term, TermUse
from generator.render import bodies, ids
from generator.render.apparatus import passage_views, see_also, term_view
from generator.render.views import GlossaryItem, Initial, LinkView, PassageView, TermView
from generator.text import key

_BESIDE = 4
"""A variant that shares so many letters with its headword would stand right beside it, and is not listed."""


def glossary_initials(edition: Edition) -> tuple[Initial, ...]:
    """Every term under its first letter: shared ones once with the passages of all readings, others by reading."""
    terms = tuple(_terms(edition))
    named = [(view.headword, view.reading, GlossaryItem(view)) for view in terms]
    named += [(item.variant, "", item) for item in _variants(terms)]
    named.sort(key=lambda each: (_initial(each[0]).isalpha(), key(each[0]), each[1]))
    groups = [(initial, tuple(group)) for initial, group in groupby(named, key=lambda each: _initial(each[0]))]
    return tuple(
        Initial(initial, f"page-letter-{count}", tuple(item for *_, item in group))
        for count, (initial, group) in enumerate(groups, 1)
    )


def _terms(edition: Edition) -> Iterator[TermView]:
    entries = _entries(edition, None)
    shared = bodies.links(ids.GLOSSARY, ids.INDEX, entries)
    for term in edition.shared:
        passages = tuple(each for reading in edition.readings for each in _passages(term, reading))
        body = bodies.whole(term.body, shared)
        yield term_view(TermUse(term, ()), passages, body, ids.term_id(term.id), see_also(term, entries))
    for reading in edition.readings:
        entries = _entries(edition, reading)
        ways = bodies.links(ids.GLOSSARY, ids.reading_page(reading.slug), entries)
        for use in reading.terms:
            if not use.term.shared:
                name = ids.term_id(use.term.id, reading.slug)
                passages = passage_views(use.passages, ids.GLOSSARY, reading)
                body, see = bodies.whole(use.term.body, ways), see_also(use.term, entries)
                yield term_view(use, passages, body, name, see, reading)


def _variants(terms: Sequence[TermView]) -> Iterator[GlossaryItem]:
    """The other names that a reader may look up, each with all entries that it stands for."""
    found: dict[str, list[TermView]] = {}
    for term in terms:
        for variant in term.variants:
            if not key(variant).startswith(key(term.headword)[:_BESIDE]):
                found.setdefault(variant, []).append(term)
    for variant, meant in found.items():
        links = (LinkView(ids.link(ids.GLOSSARY, ids.GLOSSARY, term.id), term.headword) for term in meant)
        yield GlossaryItem(variant=variant, see=tuple(links))


def _passages(term: Term, reading: Summary) -> tuple[PassageView, ...]:
    uses = next((use for use in reading.terms if use.term == term), None)
    return passage_views(uses.passages, ids.GLOSSARY, reading) if uses else ()


def _entries(edition: Edition, reading: Summary | None) -> bodies.Entries:
    """Where `[[Term]]` leads on the glossary's page when a reading's entry, or a shared one, says it."""
    own = [use.term for use in reading.terms if not use.term.shared] if reading else []
    listed = [(term, ids.term_id(term.id, reading.slug if reading else "")) for term in own]
    listed += [(term, ids.term_id(term.id)) for term in edition.shared]
    return bodies.entries_of([(term, ids.link(ids.GLOSSARY, ids.GLOSSARY, name)) for term, name in listed])


def _initial(headword: str) -> str:
    first = next((character for character in headword if character.isalnum()), "#")
    return first.upper() if first.isalpha() else "0–9"
