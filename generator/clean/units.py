"""Lines that belong together, seen as one: the unit in which a page is judged.

A capture may break one paragraph over many lines (a text wrapped at 72 characters; a sentence split at each link), and no
rule could tell what a fragment is. So lines are joined first, by signs that hold in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator import text
from generator.clean.vocabulary import WHOLE, phrases
from generator.model import Line, Role

_BULLET = re.compile(r"\s*(?:[•‣▪◦●○■*·]|[–—-]|\(?\d{1,2}[.)])\s+\S")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:;]\s?['\"’‘”“»«›‹)\]）」』]*\Z")
_MID_SENTENCE = re.compile(r"(?:,|、|،|\(|\b[^\W\d_A-Z]{1,3})\Z")
_GOES_ON = re.compile(r"[,.;:!?)\]’”»%、。，]")
_PHRASES = phrases(WHOLE)
_LONG = 6
"""Words from which on a line without an end may be the beginning of a sentence."""


@dataclass(frozen=True)
class Unit:
    """One or more lines of a seed that make one piece of text."""

    lines: tuple[Line, ...]
    apart: bool
    """Whether an empty line, or the seed's beginning, stands before it."""

    @property
    def hint(self) -> Role | None:
        """What the page's markup says of it."""
        return self.lines[0].hint

    @cached_property
    def text(self) -> str:
        """Its words, tidy."""
        return text.tidy(" ".join(line.text for line in self.lines))

    @cached_property
    def key(self) -> str:
        """Its words in lower case without any signs, for comparing."""
        return key(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return text.count_words(self.text)

    @cached_property
    def bulleted(self) -> bool:
        """Whether it begins like an item of a list."""
        return bool(_BULLET.match(self.lines[0].text))

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text))


def key(words: str) -> str:
    """Some words in lower case without any signs, for comparing: "Don't miss!" and "dont miss" are the same."""
    return " ".join(re.findall(r"\w+", text.key(words).replace("'", "")))


def units(lines: Sequence[Line]) -> tuple[Unit, ...]:
    """The seed's units in order; every line that is not blank is in one."""
    return tuple(_units(lines, _wrap_width(lines)))


def _units(lines: Sequence[Line], width: int) -> Iterator[Unit]:
    group: list[Line] = []
    apart, gap = True, True
    for line in lines:
        if not text.tidy(line.text):
            gap = True
            continue
        if group and not gap and _continues(group[-1], line, len(group) > 1, width):
            group.append(line)
            continue
        if group:
            yield Unit(tuple(group), apart)
        group, apart, gap = [line], gap, False
    if group:
        yield Unit(tuple(group), apart)


def _continues(before: Line, line: Line, joined: bool, width: int) -> bool:
    if before.hint is not None or line.hint is not None:
        return False
    first, second = before.text.rstrip(), line.text.strip()
    if _BULLET.match(line.text) or key(first) in _PHRASES or key(second) in _PHRASES:
        return False
    if width and len(first) >= width * 0.7 and not line.text.startswith((" ", "\t")):
        return True
    if second[0].islower() or _GOES_ON.match(second):
        return not _SENTENCE_END.search(first) or second[0] in ",.;:!?)"
    unfinished = not _SENTENCE_END.search(first) and bool(_MID_SENTENCE.search(first))
    return unfinished and (joined or text.count_words(first) >= _LONG)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the text is wrapped by hand; 0 where it is not.

    Wrapped text has many lines that another line follows at once, nearly all about as long as the longest.
    """
    inner = sorted(
        len(line.text.rstrip())
        for line, following in zip(lines, lines[1:], strict=False)
        if line.hint is None and text.tidy(line.text) and text.tidy(following.text)
    )
    if len(inner) < 8:
        return 0
    width = inner[-1 - len(inner) // 20]
    near = sum(width * 0.8 <= length <= width + 5 for length in inner)
    return width if 40 <= width <= 110 and near >= 0.7 * len(inner) else 0
