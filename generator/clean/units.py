"""Lines that belong together, seen as one: the unit in which a page is judged.

A capture may break one paragraph over many lines (a text wrapped at 72 characters; a sentence split at each link), and
no rule could tell what a fragment is. So lines are joined first, by signs that hold in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, zip_longest

from generator import text
from generator.clean.vocabulary import UNFINISHED, WHOLE, phrases
from generator.model import Line, Role

_BULLET = re.compile(r"\s*(?:[•‣▪◦●○■*·]|[–—-]|\(?\d{1,2}[.)])\s+\S")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:;]\s?['\"’‘”“»«›‹)\]）」』]*\Z")
_GOES_ON = re.compile(r"[,.;:!?)\]’”»%、。，]")
_PHRASES = phrases(WHOLE)
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]")
_LONG = 4
"""Words from which on a line without an end may be the beginning of a sentence."""
_LINK_WORDS = 12


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


@lru_cache(maxsize=8192)
def key(words: str) -> str:
    """Some words in lower case without any signs, for comparing: "Don't miss!" and "dont miss" are the same."""
    return " ".join(re.findall(r"\w+", text.key(words).replace("'", "")))


def units(lines: Sequence[Line]) -> tuple[Unit, ...]:
    """The seed's units in order; every line that is not blank is in one."""
    return tuple(_units(lines, _wrap_width(lines)))


def _units(lines: Sequence[Line], width: int) -> Iterator[Unit]:
    group: list[Line] = []
    apart, gap = True, True
    for line, following in zip_longest(lines, lines[1:]):
        if _is_blank(line.text):
            gap = True
            continue
        if group and not gap and _continues(group, line, following, width):
            group.append(line)
            continue
        if group:
            yield Unit(tuple(group), apart)
        group, apart, gap = [line], gap, False
    if group:
        yield Unit(tuple(group), apart)


def _is_blank(line: str) -> bool:
    """Whether a reader sees nothing in it."""
    return not (line[:1].isalnum() or text.tidy(line))


def _continues(group: Sequence[Line], line: Line, following: Line | None, width: int) -> bool:
    """Whether a line goes on with the sentence of the lines before it."""
    before = group[-1]
    if before.hint is not None or line.hint is not None:
        return False
    first, second = before.text.rstrip(), line.text.strip()
    if _BULLET.match(line.text) or _stands_alone(first) or _stands_alone(second) or key(first) == key(second):
        return False
    if width and _width(first) >= width * 0.7 and not line.text.startswith((" ", "\t")):
        return True
    ended = bool(_SENTENCE_END.search(first))
    if _goes_on(second):
        return not ended or second[0] in ",.;:!?)"
    if ended:
        return False
    begun = len(group) > 1 or text.count_words(first) >= _LONG
    if begun and following is not None and _is_link(line, following):
        return True
    return _is_unfinished(before.text) and not _opens_verse(second)


def _stands_alone(line: str) -> bool:
    return key(line) in _PHRASES


def _goes_on(line: str) -> bool:
    return line[0].islower() or bool(_GOES_ON.match(line))


def _is_unfinished(line: str) -> bool:
    """Whether a line breaks off: behind an article or a preposition, or with the space before a link."""
    words = key(line).split()
    if not words:
        return False
    spaced = line.endswith((" ", "\u00a0")) and not line.endswith(("  ", "\t ")) and len(words) >= _LONG
    return spaced or line.rstrip().endswith("(") or (line.rstrip()[-1].isalpha() and words[-1] in UNFINISHED)


def _opens_verse(line: str) -> bool:
    """Whether a line begins with a small word that only verse writes with a capital in mid-sentence: "And", "The"."""
    return line[0].isupper() and key(line).split()[0] in UNFINISHED if key(line) else False


def _is_link(line: Line, following: Line) -> bool:
    """Whether a line is a few words that were a link in the middle of a sentence: the next line goes on from it."""
    after = following.text.strip()
    return bool(after) and following.hint is None and _goes_on(after) and text.count_words(line.text) <= _LINK_WORDS


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the text is wrapped by hand; 0 where it is not.

    Wrapped text has many lines that another line follows at once, nearly all about as long as the longest.
    """
    inner = sorted(
        _width(line.text.rstrip())
        for line, following in pairwise(lines)
        if line.hint is None and not _is_blank(line.text) and not _is_blank(following.text)
    )
    if len(inner) < 8:
        return 0
    width = inner[-1 - len(inner) // 20]
    near = sum(width * 0.8 <= length <= width + 5 for length in inner)
    return width if 40 <= width <= 110 and near >= 0.7 * len(inner) else 0


def _width(line: str) -> int:
    """How many columns a line takes: a Chinese or Japanese character takes two."""
    return len(line) + len(_WIDE.findall(line))
