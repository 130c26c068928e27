"""Stage 3: the lines that stay become blocks, each with an id made from its own words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator import text
from generator.model import Block, Cleaned, Document, Judgement, Role

__all__ = ["document"]

_BULLET = re.compile(r"\s*(?:[•‣▪◦●○■–—*·-]|\(?\d{1,3}[.)])\s+")
_QUOTED = re.compile(r"\s*>\s?")
_ID_WORDS = 5
_HIGHEST, _LOWEST = 2, 6
"""Levels of headings on a page whose title is the one of level 1."""


def document(cleaned: Cleaned) -> Document:
    """The blocks of a cleaned seed in order; a block whose words come to nothing is left out."""
    blocks = [block for group in _groups(cleaned.kept) if (block := _block(group)).text]
    return Document(tuple(_named(_levelled(blocks))))


def _groups(lines: Iterable[Judgement]) -> Iterator[list[Judgement]]:
    """Lines that make one block."""
    group: list[Judgement] = []
    for line in lines:
        if group and not line.continues:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _block(group: Sequence[Judgement]) -> Block:
    first = group[0]
    parts = [_unmarked(line.text, first.role, index == 0) for index, line in enumerate(group)]
    return Block("", first.role, text.tidy(" ".join(parts)), tuple(line.number for line in group), first.level)


def _unmarked(line: str, role: Role, is_first: bool) -> str:
    """The line without the sign that made it a list item or a quotation."""
    if role is Role.LIST_ITEM and is_first:
        return _BULLET.sub("", line, count=1)
    if role is Role.QUOTATION:
        return _QUOTED.sub("", line, count=1)
    return line


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Headings with levels from 2 on, none skipped on the way down; the same level as before stays the same."""
    highest = min((block.level for block in blocks if block.kind is Role.HEADING and block.level), default=_HIGHEST)
    above: list[int] = []
    for block in blocks:
        if block.kind is not Role.HEADING:
            yield replace(block, level=0)
            continue
        own = block.level or highest
        above = [*(level for level in above if level < own), own]
        yield replace(block, level=min(len(above) + _HIGHEST - 1, _LOWEST))


def _named(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with ids. Twins of the same words are told apart by their order, and nothing else depends on others."""
    seen: dict[str, int] = {}
    for block in blocks:
        words = text.slug(block.text, _ID_WORDS)[:60].rstrip("-")
        digest = hashlib.sha256(block.text.encode()).hexdigest()[:4]
        name = "-".join(filter(None, ("p", words, digest)))
        seen[name] = seen.get(name, 0) + 1
        yield replace(block, id=name if seen[name] == 1 else f"{name}-{seen[name]}")
