"""The quote, in the grammar of the registers, that anchors at given words and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator import enrich
from generator.model import Block, Document


def quote_for(blocks: Sequence[Block], block: str, start: int, end: int, around: int = 0) -> str:
    """The lines "> …" that find the words from `start` to `end` of the block with that id.

    So many words `around` them are shown, if that is possible. Empty where no quote finds them, or where the words
    could not stand in a comment.
    """
    searched = _searchable(tuple(blocks))
    span = enrich.span_in(searched, (block, start), (block, end))
    quotes = (enrich.quote_for(searched, *span, each) for each in (around, 0)) if span else ()
    return next((quote for quote in quotes if quote and "-->" not in quote), "")


@lru_cache(maxsize=1)
def _searchable(blocks: tuple[Block, ...]) -> enrich.Passages:
    """Dozens of quotes are made of the same text."""
    return enrich.passages(Document(blocks))
