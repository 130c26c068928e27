"""`[[Term]]`: which entry it means, and which entries a reading therefore needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from generator import markdown, text
from generator.diagnostics import Diagnostic, Place, diagnose
from generator.model import Body, Term

ByName = Mapping[str, Term]


def by_name(terms: Iterable[Term]) -> ByName:
    """Terms by each of their names (see `text.key`); the first that claims a name has it, headwords before variants."""
    listed = tuple(terms)
    names: dict[str, Term] = {}
    for term in listed:
        names.setdefault(text.key(term.headword), term)
    for term in listed:
        for variant in term.variants:
            names.setdefault(text.key(variant), term)
    return names


def unknown_terms(bodies: Iterable[Body], names: ByName) -> Iterator[Diagnostic]:
    """A diagnostic for each `[[Term]]` that no glossary explains."""
    for body in bodies:
        for reference in markdown.references(body.text):
            if reference.kind == "term" and text.key(reference.target) not in names:
                yield _unknown(reference, body.place, names)


def unknown_sees(terms: Iterable[Term], names: ByName) -> Iterator[Diagnostic]:
    """A diagnostic for each name in a term's `see` that no glossary explains."""
    for term in terms:
        for name in term.see:
            if text.key(name) not in names:
                near = get_close_matches(text.key(name), names, 1)
                yield diagnose(
                    "unknown-term",
                    f"no glossary explains “{name}”, which this entry sends the reader to",
                    term.place,
                    fix=f"did you mean {names[near[0]].headword}?" if near else "write that entry, or take it out.",
                )


def needed(bodies: Iterable[Body], terms: Iterable[Term], names: ByName) -> Sequence[Term]:
    """The terms that the bodies speak of or the terms send to, and in turn what these speak of and send to."""
    found: dict[int, Term] = {}
    waiting = list(terms)
    spoken_of = [term for body in bodies for term in _spoken_of(body, names)]
    while waiting or spoken_of:
        for term in spoken_of:
            if id(term) not in found:
                found[id(term)] = term
                waiting.append(term)
        spoken_of = []
        if waiting:
            term = waiting.pop()
            spoken_of = [
                *_spoken_of(term.body, names),
                *(names[key] for key in map(text.key, term.see) if key in names),
            ]
    return tuple(found.values())


def _spoken_of(body: Body, names: ByName) -> Iterator[Term]:
    for reference in markdown.references(body.text):
        term = names.get(text.key(reference.target)) if reference.kind == "term" else None
        if term:
            yield term


def _unknown(reference: markdown.Reference, start: Place, names: ByName) -> Diagnostic:
    near = get_close_matches(text.key(reference.target), names, 1)
    meant = names[near[0]].headword if near else ""
    place = Place(
        start.path,
        start.line + reference.line,
        reference.column,
        len(reference.target) + 2 if reference.column else 0,
        reference.source,
    )
    return diagnose(
        "unknown-term",
        f"no glossary explains “{reference.target}”",
        place,
        fix=f"did you mean [[{meant}]]?" if meant else f"write an entry `## {reference.target}` in a glossary.md.",
    )
