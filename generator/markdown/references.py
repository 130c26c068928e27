"""What a body points to: glossary entries and addresses, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it.token import Token

from generator.markdown.parser import parser

Kind = Literal["term", "link"]
OPENINGS = frozenset("[<")
"""What every link and every `[[Term]]` begins with."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that a body points to."""

    kind: Kind
    target: str
    """The term's name, or the link's address as written."""
    line: int
    """From the body's first line, counted from 0."""
    column: int
    """Counted from 1; 0 where the words could not be found again in the source."""
    source: str
    """The line itself."""


@lru_cache(maxsize=4096)
def references(source: str) -> tuple[Reference, ...]:
    """Every `[[Term]]` and every link of the source, in order."""
    if OPENINGS.isdisjoint(source):
        return ()
    finder = _Finder(source.split("\n"), {})
    return tuple(
        finder.find(kind, target, token.map or [0, len(finder.lines)])
        for token in parser().parse(source)
        for kind, target in _targets(token.children or ())
    )


def _targets(children: Sequence[Token]) -> Iterator[tuple[Kind, str]]:
    for child in children:
        if child.type == "term":
            yield "term", child.meta["name"]
        elif child.type in ("link_open", "image"):
            yield "link", str(child.attrGet("href") or child.attrGet("src") or "")


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds targets again in the source; the second [[X]] of a line is looked for behind the first."""

    lines: Sequence[str]
    seen: dict[tuple[int, str], int]

    def find(self, kind: Kind, target: str, lines: Sequence[int]) -> Reference:
        words = "[[" + target if kind == "term" else target
        for number in range(lines[0], min(lines[1], len(self.lines))):
            at = self.lines[number].find(words, self.seen.get((number, words), 0))
            if at >= 0:
                self.seen[number, words] = at + len(words)
                return Reference(kind, target, number, at + 1, self.lines[number])
        return Reference(kind, target, lines[0], 0, self.lines[lines[0]])
