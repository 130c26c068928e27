"""Documents made from a few lines, for tests of what is laid on them."""

from __future__ import annotations

from generator import text
from generator.enrich.quotes import read_quote
from generator.model import Block, Cleaned, Cut, Document, Judgement, Metadata, Role, Selector


def make_document(*paragraphs: str, kind: Role = Role.PARAGRAPH) -> Document:
    """A document of the given paragraphs; the n-th is `p-n` and seed line n."""
    return Document(tuple(Block(f"p-{n}", kind, text.tidy(words), (n,)) for n, words in enumerate(paragraphs, 1)))


def make_cleaned(document: Document, *cut: Cut) -> Cleaned:
    """A cleaned seed whose kept lines are the document's blocks."""
    kept = tuple(Judgement(block.lines[0], block.text, block.kind, "test") for block in document.blocks)
    return Cleaned(kept, cut, Metadata())


def make_selector(quote: str) -> Selector:
    """What an author means by a quote, written as in a register but without the `>`."""
    lines = [f"> {line}" for line in quote.split("\n")]
    outcome = read_quote(lines, 0, len(lines), "notes.md")
    assert outcome.value, outcome.diagnostics
    return outcome.value
