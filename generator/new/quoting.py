"""The shortest quote, in the grammar of the registers, that anchors at given words and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator import pipeline
from generator.model import Block
from generator.text import UNSPACED

_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_MOST = 24
"""Words of context on each side, from which on a quote is no help to anybody."""

Span = tuple[int, int]


def quote_for(blocks: Sequence[Block], block: str, start: int, end: int, around: int = 0) -> str:
    """The line "> …" whose bold words are those from `start` to `end` of the block with that id.

    It holds `around` words of context on each side, and as many more as it takes to stand in one place only. Empty
    where no quote of reasonable length does, or where the words could not stand in a comment.
    """
    text = next(each.text for each in blocks if each.id == block)
    for low, high in _widening(text, start, end, around):
        quote = _written(text, low, start, end, high)
        found = pipeline.anchors_of(quote, blocks)
        if [(each.block, each.start, each.end) for each in found] == [(block, start, end)]:
            return "" if "-->" in quote else quote
    return ""


def _widening(text: str, start: int, end: int, around: int) -> Iterator[Span]:
    """Ever wider spans around the words: the shorter before the longer."""
    before = [start, *(found.start() for found in reversed(list(_WORD.finditer(text[:start]))))]
    after = [end, *(end + found.end() for found in _WORD.finditer(text[end:]))]
    seen: set[Span] = set()
    for words in range(2 * around, 2 * _MOST + 1):
        for left in sorted(range(around, words - around + 1), key=lambda each: abs(2 * each - words)):
            span = before[min(left, len(before) - 1)], after[min(words - left, len(after) - 1)]
            if span not in seen and words - left <= _MOST and left <= _MOST:
                seen.add(span)
                yield span


def _written(text: str, low: int, start: int, end: int, high: int) -> str:
    parts = [part.replace("*", "\\*") for part in (text[low:start], text[start:end], text[end:high])]
    bold = f"**{parts[1]}**" if (low, high) != (start, end) else parts[1]
    return f"> {parts[0]}{bold}{parts[2]}"
