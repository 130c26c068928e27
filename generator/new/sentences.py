"""Where sentences end, by signs that hold in most languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator import text
from generator.model import Block, Role

_END = re.compile(r"[.!?…。！？؟।]['\"’”»›)\]）」』]*(?=\s|\Z)|[。！？]['”」』）]*")
_ENOUGH, _MOST = 8, 160


def ended(words: str) -> bool:
    """Whether a line ends as a sentence does."""
    return any(found.end() == len(words.rstrip()) for found in _END.finditer(words.rstrip()))


def reads_as_text(words: str) -> bool:
    """Whether a line looks like running text: a whole sentence of some length."""
    return ended(words) and text.count_words(words) >= _ENOUGH


def first_sentence(blocks: Sequence[Block]) -> tuple[Block, int, int] | None:
    """The first sentence of substance that is short enough to be quoted, else the beginning of the first long one."""
    found = [each for block in blocks if block.kind is Role.PARAGRAPH for each in _sentences(block)]
    short = next((each for each in found if each[2] - each[1] <= _MOST), None)
    if short or not found:
        return short
    block, start, end = found[0]
    return block, start, _word_end(block.text, start + _MOST // 2, min(end, start + _MOST))


def _sentences(block: Block) -> Iterator[tuple[Block, int, int]]:
    start = 0
    for found in _END.finditer(block.text):
        start += len(block.text[start:]) - len(block.text[start:].lstrip())
        if text.count_words(block.text[start : found.end()]) >= _ENOUGH:
            yield block, start, found.end()
        start = found.end()


def _word_end(words: str, low: int, high: int) -> int:
    space = words.rfind(" ", low, high)
    return high if space < 0 else space
