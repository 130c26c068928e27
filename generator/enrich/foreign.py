"""Passages in another language than their text, each on the words that its editor quoted."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Outcome, diagnose
from generator.enrich.anchoring import anchor
from generator.enrich.passage import Passages
from generator.enrich.quotes import quoted
from generator.model import Cleaned, Foreign, Manuscript, PassageSettings


def place_foreign(manuscript: Manuscript, passages: Passages, cleaned: Cleaned) -> Outcome[tuple[Foreign, ...]]:
    """The foreign passages of a reading; one that shares words with an earlier one is an error."""
    placed: list[Foreign] = []
    taken: set[tuple[str, int]] = set()
    found: list[Diagnostic] = []
    for each in manuscript.settings.passages:
        selector = quoted(each.quote, each.place)
        found += selector.diagnostics
        if selector.value is None:
            continue
        outcome = anchor(selector.value, passages, cleaned)
        found += outcome.diagnostics
        own = {(place.block, at) for place in outcome.value for at in range(place.start, place.end)}
        if own & taken:
            found.append(_overlap(each))
        elif outcome.value:
            taken |= own
            placed.append(Foreign(outcome.value, each.language))
    return Outcome(tuple(placed), tuple(found))


def _overlap(passage: PassageSettings) -> Diagnostic:
    return diagnose(
        "passages-overlap",
        "some of these words are in another passage already",
        passage.place,
        why="A word can be in one language only.",
        fix="quote each passage once, and words inside of it not again.",
    )
