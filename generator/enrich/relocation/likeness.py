"""How much a place in a text is like the place that is remembered: its words, what stands near, what stands far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from generator.enrich.relocation.words import Words, forms_in, weight
from generator.model import Surroundings

_NEAR = 6
"""So many words on each side are near; the rest of what is remembered is far."""
_SLACK = 3
"""So many words more of the new text may hold the near ones."""
_FAR_SLACK = 15
_SHARES = (0.45, 0.3, 0.25)
"""What the words themselves, the near and the far ones count for."""


@dataclass(frozen=True, slots=True)
class Window:
    """Remembered words with those around them."""

    before: Sequence[str]
    """The nearest first."""
    words: Sequence[str]
    after: Sequence[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A place in a text, in numbers of words, held against a window. Shares go from 0 to 1, None for no words."""

    start: int
    end: int
    words: float
    """The share of the remembered words that stands here, less where others stand between them."""
    near: tuple[float | None, float | None]
    """The share of the near words, before and after."""
    far: tuple[float | None, float | None]

    @property
    def total(self) -> float:
        """All in one number."""
        shares = (self.words, _mean(self.near), _mean(self.far))
        counted = [(share, part) for share, part in zip(shares, _SHARES, strict=True) if share is not None]
        return sum(share * part for share, part in counted) / sum(part for _, part in counted)

    @property
    def sides(self) -> tuple[float, float]:
        """The near shares in order of size; a side on which nothing is remembered counts as there."""
        first, last = sorted(1.0 if side is None else side for side in self.near)
        return first, last

    def overlaps(self, other: Likeness) -> bool:
        """Whether the two places share a word."""
        return min(self.end, other.end) > max(self.start, other.start)


def window(around: Surroundings) -> Window:
    """What is remembered, as words."""
    return Window(forms_in(around.before)[::-1], forms_in(around.words), forms_in(around.after))


def compare(wanted: Window, searched: Words, start: int, end: int) -> Likeness:
    """The words from `start` up to `end` of a text held against a window."""
    here = searched.forms[start:end]
    spread = min(1.0, len(wanted.words) / max(1, end - start)) ** 0.5
    words = (_share(wanted.words, here) or 0.0) * spread
    before = searched.forms[max(0, start - len(wanted.before) - _FAR_SLACK) : start][::-1]
    after = searched.forms[end : end + len(wanted.after) + _FAR_SLACK]
    near_before, far_before = _side(wanted.before, before)
    near_after, far_after = _side(wanted.after, after)
    return Likeness(start, end, words, (near_before, near_after), (far_before, far_after))


def matches(wanted: Sequence[str], there: Sequence[str]) -> list[int]:
    """For each wanted word the number of the one that it is matched with, in order; -1 for one that is not there."""
    found = [-1] * len(wanted)
    for step in LCSseq.opcodes(wanted, there):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                found[step.src_start + offset] = step.dest_start + offset
    return found


def _side(wanted: Sequence[str], there: Sequence[str]) -> tuple[float | None, float | None]:
    near = _share(wanted[:_NEAR], there[: _NEAR + _SLACK])
    if len(wanted) <= _NEAR:
        return near, None
    found = matches(wanted, there)
    return near, _weighed(wanted[_NEAR:], found[_NEAR:])


def _share(wanted: Sequence[str], there: Sequence[str]) -> float | None:
    return _weighed(wanted, matches(wanted, there)) if wanted else None


def _weighed(wanted: Sequence[str], found: Sequence[int]) -> float:
    return weight([form for form, at in zip(wanted, found, strict=True) if at >= 0]) / weight(wanted)


def _mean(sides: tuple[float | None, float | None]) -> float | None:
    known = [side for side in sides if side is not None]
    return sum(known) / len(known) if known else None
