"""Whether words are the same for a reader, and what it means where they are not."""

from __future__ import annotations

import re
import unicodedata

from generator import text

_DASHES = re.compile(r" ?-+ ?")


def same_words(one: str, other: str) -> bool:
    """Whether two pieces of text differ in typography at most: quotation marks, dashes, ellipses, ligatures, spaces."""
    return _plain(one) == _plain(other)


def _plain(words: str) -> str:
    folded = text.fold(text.tidy(unicodedata.normalize("NFKC", words).replace("…", "...")))
    return _DASHES.sub("-", folded)
