"""Quotes of a reading whose text is not published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import text
from generator.diagnostics import Diagnostic, diagnose
from generator.model import Event, Note

LONGEST = 100
"""Words of one quote, beyond which it is worth a thought whether the text's owner would call it an excerpt."""


def long_excerpts(entries: Iterable[Note | Event]) -> Iterator[Diagnostic]:
    """A warning for each quote that shows so much of the text that it may be no excerpt any more."""
    for entry in entries:
        words = text.count_words(entry.selector.exact) if entry.selector else 0
        if entry.selector and words > LONGEST:
            yield diagnose(
                "excerpt-long",
                f"this quote shows {words} words of a text that is published in excerpts",
                entry.selector.place,
                why=f"More than {LONGEST} words are seldom an excerpt.",
                fix="make only the words that you speak of **bold**.",
            )
