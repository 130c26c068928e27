"""What the glossary that all readings share means for one reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.enrich.anchoring import Anchors
from generator.enrich.locate import locate
from generator.enrich.passage import Passages
from generator.model import Document, Summary, Term
from generator.text import key


def unclaimed(shared: Sequence[Term], own: Sequence[Term]) -> Outcome[tuple[Term, ...]]:
    """The shared terms that the reading does not explain in words of its own."""
    forms = {form for term in own for form in (term.headword, *term.variants)}
    others = tuple(term for term in shared if not forms.intersection((term.headword, *term.variants)))
    ids = {term.id: term for term in others}
    return Outcome(others, tuple(_same_id(term, ids[term.id]) for term in own if term.id in ids))


def shared_uses(terms: Iterable[Term], passages: Passages) -> dict[str, Anchors]:
    """Where the quotes of pinned shared terms stand in this reading; most readings will hold none of them."""
    uses = {}
    for term in terms:
        hits = locate(term.selector, passages) if term.selector else None
        if hits and len(hits.spans) == 1:
            uses[f"term:{term.id}"] = passages.anchors(*hits.spans[0], hits.how)
    return uses


def may_concern(terms: Sequence[Term], summary: Summary, document: Document) -> bool:
    """Whether a reading could be another one with these shared terms or without them.

    It could be if its text or one of its entries holds one of their names. An ending replaces the last letter of a
    name at most, so the rest of it must stand there in any case.
    """
    entries = [use.term for use in summary.terms]
    spoken = [note.body.text for note in summary.notes] + [use.event.body.text for use in summary.events]
    for term in entries:
        spoken += (term.body.text, term.headword, *term.variants, *term.see)
    held = "\n".join(map(key, (*(block.text for block in document.blocks), *spoken)))
    known = {term.id for term in entries}
    return any(
        term.selector is not None
        or term.id in known
        or any(key(name)[:-1] in held for name in (term.headword, *term.variants))
        for term in terms
    )


def overlapping_terms(terms: Iterable[Term], pins: Mapping[str, Anchors]) -> Iterator[Diagnostic]:
    """An error for each term that is pinned to words on which another is pinned: a word can lead to one entry only."""
    taken: dict[tuple[str, int], Term] = {}
    for term in terms:
        held = {(place.block, at) for place in pins.get(f"term:{term.id}", ()) for at in range(place.start, place.end)}
        other = next((taken[each] for each in sorted(held) if each in taken), None)
        if other and term.selector:
            yield _overlap(term, other, term.selector.place)
        taken.update(dict.fromkeys(held, term))


def unused_terms(terms: Iterable[Term], used: Collection[Term]) -> Iterator[Diagnostic]:
    """A warning for each term that neither the text nor an entry speaks of."""
    for term in terms:
        if term not in used and term.selector is None:
            yield diagnose(
                "term-unused",
                f"“{term.headword}” does not occur",
                term.place,
                why="Neither the text nor a note, a term or an event speaks of it; the glossary lists it all the same.",
                fix='name the spelling of the text with {also="…"}, or take the entry out.',
            )


def _overlap(term: Term, other: Term, place: Place) -> Diagnostic:
    return diagnose(
        "terms-overlap",
        f"these words lead to “{other.headword}” already",
        place,
        why=f"{other.place.path}:{other.place.line} is pinned to some of them, and a word can lead to one entry only.",
        fix="make other words **bold** in one of the two quotes, or write a note instead.",
    )


def _same_id(own: Term, other: Term) -> Diagnostic:
    return diagnose(
        "duplicate-id",
        f"the id `{own.id}` is already given in the shared glossary",
        own.place,
        why=f"{other.place.path}:{other.place.line} has it, for “{other.headword}”.",
        fix="give this entry another id: {#…}.",
    )
