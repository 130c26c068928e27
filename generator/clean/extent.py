"""Where the article stands on the page: the stretch of lines that holds the most running text for the least furniture.

Every unit weighs for or against the text by its length, its end and what the first rules said of it. The article is the
stretch with the greatest sum, so one list in its middle does not end it, and one sentence in a footer does not extend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.clean.page import is_prose
from generator.clean.units import Unit
from generator.clean.vocabulary import ENDINGS, phrases
from generator.model import Role

_ENDINGS = phrases(ENDINGS)
_ENDING_WORDS = 6
_COUNTED = re.compile(r"\d+ (?=\w)|(?<=\w) \d+\Z")
_HEADING_WEIGHTS = {Role.COMMENT: -12.0, Role.RELATED: -4.0, Role.AUTHOR_BIO: -3.0}
_FURNITURE, _LABEL, _SENTENCE, _ITEM = -1.5, -1.0, 0.3, 0.2
_LONGEST_RUN = -7.0
"""A table or a long list weighs no more than this against the text around it."""
_MOST_WORDS = 50
_WORDS_PER_POINT = 10
_UNMARKED = 0.4
"""How much running text counts on a saved page whose markup does not call it a paragraph of the main text."""
_UNDER_COMMENTS = 0.3
_ITEM_WORDS = 5
_SENTENCE_WORDS = 3
_ENOUGH = 3.0
"""A heading "Comments" means those under it only if this much of an article stands above it."""
_TAIL = 4


def extent(units: Sequence[Unit], roles: Mapping[int, Role]) -> range:
    """The units that make up the article, first to last; all units where there is hardly any running text."""
    weights = list(_weights(units, roles))
    first, end = _heaviest(weights)
    if sum(units[index].words for index in range(first, end) if weights[index] > 0) < _MOST_WORDS:
        return range(len(units))
    return range(first, _with_tail(units, roles, end))


def ending(unit: Unit) -> Role | None:
    """What a heading like "Related stories" or "3 Comments" says of all that stands under it."""
    if unit.words > _ENDING_WORDS:
        return None
    return _ENDINGS.get(unit.key) or _ENDINGS.get(_COUNTED.sub("", unit.key))


def _weights(units: Sequence[Unit], roles: Mapping[int, Role]) -> Iterable[float]:
    marked = any(unit.hint is not None for unit in units)
    above, share, run = 0.0, 1.0, 0.0
    for index, unit in enumerate(units):
        heading = ending(unit)
        if heading is Role.COMMENT and above >= _ENOUGH:
            share = _UNDER_COMMENTS
        weight = _HEADING_WEIGHTS.get(heading, _FURNITURE) if heading else _weight(unit, roles.get(index), marked)
        above = max(0.0, above + weight)
        run = 0.0 if weight > 0 else run + weight * (heading is None)
        yield weight * share if weight > 0 else 0.0 if run < _LONGEST_RUN and not heading else weight


def _weight(unit: Unit, role: Role | None, marked: bool) -> float:
    if role is not None:
        return 0.0 if role.kept else _FURNITURE
    if is_prose(unit):
        return min(unit.words, _MOST_WORDS) / _WORDS_PER_POINT * (_UNMARKED if marked and unit.hint is None else 1.0)
    if unit.ended and unit.words >= _SENTENCE_WORDS:
        return _SENTENCE
    return _ITEM if unit.bulleted and unit.words >= _ITEM_WORDS else _LABEL


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """The stretch with the greatest sum (Kadane's algorithm); the first one, and the shortest, of equals."""
    best, best_range, total, start = 0.0, (0, 0), 0.0, 0
    for index, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, index
        total += weight
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range


def _with_tail(units: Sequence[Unit], roles: Mapping[int, Role], end: int) -> int:
    """The end moved to the page's own, where only a few lines without a sign of furniture are left: a signature."""
    tail = range(end, len(units))
    plain = all(index not in roles and not ending(units[index]) for index in tail)
    return len(units) if plain and len(tail) <= _TAIL else end
