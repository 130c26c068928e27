"""Where sentences end, by signs that hold in most languages."""

from __future__ import annotations

import re

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


def first_sentence(blocks: tuple[Block, ...]) -> tuple[Block, int, int] | None:
    """The first sentence of substance, or its beginning: its block, start and end."""
    for block in blocks:
        start = 0
        for found in _END.finditer(block.text) if block.kind is Role.PARAGRAPH else ():
            if text.count_words(block.text[start : found.end()]) >= _ENOUGH:
                return block, start, _shortened(block.text, start, found.end())
            start = found.end() + len(block.text[found.end() :]) - len(block.text[found.end() :].lstrip())
    return None


def _shortened(words: str, start: int, end: int) -> int:
    if end - start <= _MOST:
        return end
    space = words.rfind(" ", start + _MOST // 2, start + _MOST)
    return start + _MOST if space < 0 else space
