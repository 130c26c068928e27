"""What is looked for first, because it is quick: a word without which an expression cannot fit."""

from __future__ import annotations

import re
from collections.abc import Callable


def without_case(words: str) -> Callable[[str], bool]:
    """Whether a text holds a pattern's words, whatever their case, as `re.IGNORECASE` would have it."""
    plain, any_case = re.compile(words), re.compile(words, re.IGNORECASE)

    def holds(text: str) -> bool:
        # The first is ten times as fast, and small letters of ASCII are all that can be meant: İ and ſ are i and s too.
        return bool(plain.search(text.lower()) if text.isascii() else any_case.search(text))

    return holds
