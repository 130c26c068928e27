"""Quotes of a reading whose text is not published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import text
from generator.diagnostics import Diagnostic, Place, diagnose
from generator.model import Anchor, Document, Event, Note, Term

LONGEST = 100
"""Words of one quote, beyond which it is worth a thought whether the text's owner would call it an excerpt."""
SHORTEST = 40
"""So many words are an excerpt of any text; between the two the measure is a tenth of the text."""
SHARE = 3
"""All quotes together should show less than this part of the text: a third."""


def long_excerpts(
    entries: Iterable[Note | Term | Event], anchors: Mapping[str, tuple[Anchor, ...]], document: Document, place: Place
) -> Iterator[Diagnostic]:
    """A warning for each quote, and for all together, that show so much of the text that it may be no excerpt."""
    whole = sum(text.count_words(block.text) for block in document.blocks)
    limit = max(SHORTEST, min(LONGEST, whole // 10))
    shown: dict[tuple[Anchor, ...], int] = {}
    for entry in entries:
        places = anchors.get(f"{type(entry).__name__.lower()}:{entry.id}", ())
        if not entry.selector or not places:
            continue
        words = text.count_words(entry.selector.exact)
        # Two entries on the same words show them once.
        shown[places] = words
        if words > limit:
            yield _long(entry.selector.place, words, limit)
    total = sum(shown.values())
    if total * SHARE > whole and total > SHORTEST:
        yield _much(place, total, whole)


def _long(place: Place, words: int, limit: int) -> Diagnostic:
    return diagnose(
        "excerpt-long",
        f"this quote shows {words} words of a text that is published in excerpts",
        place,
        why=f"For a text of this length, more than {limit} words are seldom an excerpt.",
        fix="make only the words that you speak of **bold**.",
    )


def _much(place: Place, total: int, whole: int) -> Diagnostic:
    return diagnose(
        "excerpt-long",
        f"the quotes show {total} of the {whole} words of a text that is published in excerpts",
        place,
        why="Together they are more than a third of the text.",
        fix="make only the words that the entries speak of **bold**.",
    )
