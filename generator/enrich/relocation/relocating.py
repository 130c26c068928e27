"""Where remembered words stand in a text that has changed, or that nobody can tell.

A place is accepted only where it is like enough to the remembered one, clearly more so than the next, and clearly
more like that place than like any of its rivals. The bounds were found on `tests/benchmarks/anchors.md`'s data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.enrich.relocation.candidates import candidates
from generator.enrich.relocation.likeness import Likeness, Window, compare, window
from generator.enrich.relocation.remembering import twins
from generator.enrich.relocation.words import Span, Words, weight, words_of
from generator.model import Memory, Surroundings

_TOTAL, _WORDS = 0.58, 0.35
"""Below these a place is not the one, whatever else speaks for it."""
_SIDE = 0.3
"""So much of what is near must stand on both sides …"""
_STRONG_WORDS, _STRONG_WEIGHT = 0.75, 45.0
"""… unless this much of the words is there, which chance does not bring together (45 is about seven words) …"""
_WHOLE_WORDS, _WHOLE_WEIGHT, _WHOLE_SIDE = 0.99, 24.0, 0.5
"""… or all of them, and one side."""
_UNIQUE_WORDS = 0.95
"""Words that have no rival and are nearly all there may stand among others altogether: a paragraph was moved."""
_CLEAR_FACTOR, _CLEAR_STEP = 1.4, 0.015
"""One place is clearly better than another when the other lacks this much more."""
_SAME = 0.97
"""From here on a place is as it was."""

Verdict = Literal["found", "ambiguous", "lost"]


@dataclass(frozen=True, slots=True)
class Relocation:
    """What became of remembered words."""

    verdict: Verdict
    span: Span | None = None
    """Where they stand now; None where that is not to be trusted."""
    likeness: float = 0.0
    """Of that place, or of the best one that was refused: 0 to 1."""
    near: float = 0.0
    """The smaller share of the near words of the same paragraph on the two sides."""
    others: tuple[Span, ...] = ()
    """The places among which nothing decides."""


def relocate(memory: Memory, text: str) -> Relocation:
    """Where the remembered words stand in a text."""
    searched, wanted = words_of(text), window(memory.chosen)
    rivals = [(window(each), twins(each, memory.chosen)) for each in memory.rivals]
    found = candidates(wanted, searched)
    among_twins = _twin(memory, found, sum(twin for _, twin in rivals), searched)
    if among_twins:
        return among_twins
    claims = [rival for rival, twin in rivals if not twin]
    free = [each for each in found if _clear(each.total, _claimed(each, claims, searched))]
    best = free[0] if free else None
    if best is None or not _sound(best, wanted, bool(memory.rivals)):
        return Relocation("lost", likeness=max((each.total for each in found), default=0.0))
    others = [each for each in free[1:] if each.words >= _WORDS]
    if others and not _clear(best.total, others[0].total):
        return _undecided([best, others[0]], searched)
    return _found(best, memory, searched)


def _twin(memory: Memory, found: Sequence[Likeness], others: int, searched: Words) -> Relocation | None:
    """Of identical places the one with the same ordinal, if there are as many as before; None where there were none."""
    if not others:
        return None
    same = sorted((each for each in found if each.total >= _SAME), key=lambda each: each.start)
    if len(same) == others + 1:
        return _found(same[memory.ordinal], memory, searched)
    return _undecided(same, searched) if same else Relocation("lost")


def _claimed(place: Likeness, rivals: Sequence[Window], searched: Words) -> float:
    """How much the place is like the rival that it is most like."""
    return max((compare(rival, searched, place.start, place.end).total for rival in rivals), default=0.0)


def _clear(one: float, other: float) -> bool:
    return 1 - other >= _CLEAR_FACTOR * (1 - one) + _CLEAR_STEP


def _sound(place: Likeness, wanted: Window, contested: bool) -> bool:
    held = place.words * weight(wanted.words)
    if not contested and place.words >= _UNIQUE_WORDS and held >= _STRONG_WEIGHT:
        return True
    if place.total < _TOTAL or place.words < _WORDS:
        return False
    less, more = place.sides
    return (
        less >= _SIDE
        or (place.words >= _STRONG_WORDS and held >= _STRONG_WEIGHT)
        or (place.words >= _WHOLE_WORDS and held >= _WHOLE_WEIGHT and more >= _WHOLE_SIDE)
    )


def _found(place: Likeness, memory: Memory, searched: Words) -> Relocation:
    chosen = memory.chosen
    # A caption that comes to stand between two paragraphs changes nothing for words at the end of one.
    own = Surroundings(chosen.before.rpartition("\n")[2], chosen.words, chosen.after.partition("\n")[0])
    near = compare(window(own), searched, place.start, place.end).sides[0]
    return Relocation("found", searched.span(place.start, place.end), place.total, near)


def _undecided(places: Sequence[Likeness], searched: Words) -> Relocation:
    spans = tuple(searched.span(each.start, each.end) for each in places)
    return Relocation("ambiguous", None, places[0].total, 0.0, spans)
