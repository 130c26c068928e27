"""What outside scorers ask of a reader generator, answered by the product's own code and nothing else."""

from __future__ import annotations

from generator.capture import capture
from generator.clean import clean
from generator.document import document
from generator.model import Role, SourceFile

ARTICLE = frozenset({Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION, Role.SUBTITLE})
"""The roles that count as the article's text."""


def clean_text(dump: str) -> str:
    """A plain-text dump of a page as the article's text, paragraphs separated by line feeds."""
    return _article(SourceFile("page.txt", dump.encode("utf-8", "replace")))


def clean_html(page: str) -> str:
    """A saved page's HTML as the article's text, paragraphs separated by line feeds."""
    return _article(SourceFile("page.html", page.encode("utf-8", "replace")))


def _article(file: SourceFile) -> str:
    seed = capture(file).value
    if seed is None:
        return ""
    blocks = document(clean(seed).value).blocks
    return "\n".join(block.text for block in blocks if block.kind in ARTICLE)
