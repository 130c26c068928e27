"""Glossary terms found in the text by themselves: whole words, longest first, plurals and possessives included.

All forms of all terms are looked for in one pass (Aho–Corasick), so a glossary of thousands costs what one of ten does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from generator import text
from generator.enrich.inflection import endings
from generator.enrich.passage import BORDER, Passages
from generator.model import Anchor, Role, Term

_UNMARKED = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.DATELINE})
"""Kinds of block in which no term is marked: a reader meets the word again in the text."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a term may be written."""

    term: str
    """The term's id."""
    stem: str
    """As the author wrote it, folded."""
    replaced: int
    """How many of the stem's last letters the ending replaces."""
    ending: str
    exact: bool

    @property
    def written(self) -> str:
        return self.stem[: len(self.stem) - self.replaced] + self.ending

    def fits(self, found: str) -> bool:
        """Whether the letters' case is one that this form allows.

        Small letters match either case and capitals only themselves, save for the first letter of a form that is
        otherwise small; an ending is small.
        """
        stem, ending = found[: len(found) - len(self.ending)], found[len(found) - len(self.ending) :]
        if ending != self.ending:
            return False
        wanted = self.stem[: len(stem)]
        if self.exact:
            return stem == wanted
        if self.stem[1:] == text.lower(self.stem[1:]):
            wanted = text.lower(wanted)
        return all(a in (b, text.lower(b)) for a, b in zip(wanted, stem, strict=True))


def find_terms(
    terms: Sequence[Term], passages: Passages, language: str, pinned: Iterable[Iterable[Anchor]]
) -> Mapping[str, tuple[Anchor, ...]]:
    """For each term's id the first use in each block. Words that are `pinned` already are left alone."""
    taken = _taken(passages, pinned)
    seen: set[tuple[str, str]] = set()
    uses: dict[str, list[Anchor]] = {}
    names = tuple((term.id, term.headword, *term.variants) for term in terms if term.selector is None)
    exact = frozenset(term.id for term in terms if term.case_exact)
    for form, start, end in _longest_first(_matches(_searched(names, exact, language), passages), taken):
        (anchor,) = passages.anchors(start, end, "exact")
        if (form.term, anchor.block) not in seen:
            seen.add((form.term, anchor.block))
            uses.setdefault(form.term, []).append(anchor)
    return {term: tuple(anchors) for term, anchors in uses.items()}


Search = tuple[tuple[Form, ...], AhoCorasick]
"""All forms, and what looks for them at once."""


@lru_cache(maxsize=8)
def _searched(names: tuple[tuple[str, ...], ...], exact: frozenset[str], language: str) -> Search:
    """The search for terms, each given by its id and its names; most readings share it with the one before."""
    forms = tuple(
        Form(term, text.fold(stem), replaced, ending, term in exact)
        for term, *stems in names
        for stem in dict.fromkeys(stems)
        for replaced, ending in endings(stem, language)
        if stem
    )
    return forms, AhoCorasick([text.lower(form.written) for form in forms])


Match = tuple[Form, int, int]


def _matches(search: Search, passages: Passages) -> Iterator[Match]:
    forms, automaton = search
    if not forms:
        return
    lowered = text.lower(passages.folded)
    for index, start, end in automaton.find_matches_as_indexes(lowered, overlapping=True):
        whole = not text.inside_word(lowered, start) and not text.inside_word(lowered, end)
        marked = BORDER not in passages.joined[start:end] and passages.block_at(start).kind not in _UNMARKED
        if whole and marked and forms[index].fits(passages.folded[start:end]):
            yield forms[index], start, end


def _taken(passages: Passages, pinned: Iterable[Iterable[Anchor]]) -> list[tuple[int, int]]:
    starts = {block.id: start for block, start in zip(passages.blocks, passages.starts, strict=True)}
    return [
        (starts[anchor.block] + anchor.start, starts[anchor.block] + anchor.end)
        for places in pinned
        for anchor in places
    ]


def _longest_first(matches: Iterable[Match], taken: Sequence[tuple[int, int]]) -> list[Match]:
    """The matches that overlap no longer one and nothing taken, in the order of the text."""
    held = {offset for start, end in taken for offset in range(start, end)}
    chosen = []
    for match in sorted(matches, key=lambda each: (each[1] - each[2], each[1])):
        span = range(match[1], match[2])
        if held.isdisjoint(span):
            held.update(span)
            chosen.append(match)
    return sorted(chosen, key=lambda each: each[1])
