"""The text of a whole document as one string, so that a quote may run across blocks.

Blocks are joined with a line feed. Folding keeps lengths, so one set of offsets serves the text, the folded text
and the text in lower case.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator import text
from generator.model import Anchor, Block, Document, How

BORDER = "\n"


@dataclass(frozen=True, slots=True)
class Passages:
    """A document's blocks joined."""

    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    """The offset at which each block begins."""
    joined: str
    folded: str

    def block_at(self, offset: int) -> Block:
        """The block that holds the character at an offset."""
        return self.blocks[max(0, bisect_right(self.starts, offset) - 1)]

    def anchors(self, start: int, end: int, how: How) -> tuple[Anchor, ...]:
        """A run of characters as one anchor for each block that it touches."""
        return tuple(self._parts(start, end, how))

    def _parts(self, start: int, end: int, how: How) -> Iterator[Anchor]:
        first = max(0, bisect_right(self.starts, start) - 1)
        for block, offset in zip(self.blocks[first:], self.starts[first:], strict=True):
            if offset >= end:
                return
            low, high = max(start, offset) - offset, min(end, offset + len(block.text)) - offset
            if low < high:
                yield Anchor(block.id, low, high, how)


def passages(document: Document) -> Passages:
    """A document ready to be searched."""
    starts, offset = [], 0
    for block in document.blocks:
        starts.append(offset)
        offset += len(block.text) + len(BORDER)
    joined = BORDER.join(block.text for block in document.blocks)
    return Passages(document.blocks, tuple(starts), joined, text.fold(joined))
