"""What outside scorers ask of a reader generator, answered by the product's own code and nothing else."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from generator.capture import capture
from generator.clean import clean
from generator.dates import finding
from generator.document import document
from generator.enrich import relocation
from generator.model import Cleaned, Memory, Role, SourceFile, Surroundings

ARTICLE = frozenset({Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION, Role.SUBTITLE})
"""The roles that count as the article's text."""


def clean_text(dump: str) -> str:
    """A plain-text dump of a page as the lines of the article's text."""
    cleaned = _cleaned(SourceFile("page.txt", dump.encode("utf-8", "replace")))
    return "\n".join(line.text for line in cleaned.kept if line.role in ARTICLE) if cleaned else ""


def clean_html(page: str) -> str:
    """A saved page's HTML as the article's text, paragraphs separated by line feeds."""
    cleaned = _cleaned(SourceFile("page.html", page.encode("utf-8", "replace")))
    blocks = document(cleaned).blocks if cleaned else ()
    return "\n".join(block.text for block in blocks if block.kind in ARTICLE)


def _cleaned(file: SourceFile) -> Cleaned | None:
    seed = capture(file).value
    return clean(seed).value if seed else None


def remember(text: str, start: int, end: int) -> dict[str, Any]:
    """What the build records of the words from `start` to `end`, as JSON."""
    return asdict(relocation.remember(text, start, end))


def relocate(memory: dict[str, Any], new_text: str) -> tuple[int, int] | None:
    """Where the words stand in another text; None where that is not to be trusted."""
    rivals = tuple(Surroundings(**each) for each in memory["rivals"])
    held = Memory(Surroundings(**memory["chosen"]), memory["start"], memory["text"], rivals, memory["ordinal"])
    return relocation.relocate(held, new_text).span


def find_dates(text: str, published: str, narrative: bool) -> list[tuple[int, int, str]]:
    """Where the text speaks of dates: start, end, EDTF."""
    return [(each.start, each.end, each.edtf) for each in finding.find_dates(text, published, narrative)]
