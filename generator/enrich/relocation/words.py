"""A text as the words in it: what is compared when words are looked for in a text that has changed.

Case, typography, white space and what nobody sees play no part here, so a text need not be tidy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator import text

_LETTER = rf"[^\W_{text.UNSPACED}]"
_WORD = re.compile(rf"[{text.UNSPACED}]|{_LETTER}(?:[{text.INVISIBLE}]?{_LETTER})*")
"""A letter of a script without spaces is a word."""
_UNSEEN = dict.fromkeys(map(ord, text.INVISIBLE))
_HEAVIEST = 9.0

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, each in a form that its spellings share."""

    forms: Sequence[str]
    spans: Sequence[Span]
    """Where each stands: offsets of characters."""
    places: Mapping[str, Sequence[int]]
    """For each form its numbers, counted from 0."""
    pairs: Mapping[tuple[str, str], Sequence[int]]
    """For each two forms in a row the numbers of the first."""

    def span(self, first: int, end: int) -> Span:
        """The characters of the words from `first` up to `end`, which is not one of them."""
        return self.spans[first][0], self.spans[end - 1][1]


@lru_cache(maxsize=16)
def words_of(searched: str) -> Words:
    """The words of a text, indexed. The last few texts are remembered: all entries of a reading search the same one."""
    found = list(_WORD.finditer(searched))
    forms = [_form(each.group()) for each in found]
    places: dict[str, list[int]] = {}
    pairs: dict[tuple[str, str], list[int]] = {}
    for number, form in enumerate(forms):
        places.setdefault(form, []).append(number)
    for number, pair in enumerate(pairwise(forms)):
        pairs.setdefault(pair, []).append(number)
    return Words(forms, [each.span() for each in found], places, pairs)


def forms_in(quoted: str) -> list[str]:
    """The forms of the words in a piece of text."""
    return [_form(each) for each in _WORD.findall(quoted)]


def weight(forms: Sequence[str]) -> float:
    """How much it says that these words are found: long words say more than short ones."""
    return sum(min(len(form) + 1.0, _HEAVIEST) for form in forms)


def _form(word: str) -> str:
    return word.casefold() if word.isascii() else unicodedata.normalize("NFKC", word.translate(_UNSEEN)).casefold()
