"""Where the article stands on the page: the stretch of lines that holds the most running text for the least furniture.

Every unit weighs for or against the text by its length, its end and what the first rules said of it. The article is
the stretch with the greatest sum, so a list in its middle does not end it, and a footer's sentence does not extend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.clean.page import is_prose
from generator.clean.units import Unit
from generator.clean.vocabulary import APPENDICES, COMMENTS, ENDINGS, MORE, PIECES, phrases
from generator.model import Role

_ENDINGS = phrases(ENDINGS)
_ENDING_WORDS = 6
_COMMENTS_WORDS = 4
_SIGNED = re.compile(
    r"\b(?:says|said|wrote|reply|replies|ago|schrieb|sagt|antworten|répondre|a dit|responder|dice|dijo|пишет|ответить)"
    r"\b:?\Z|"
    r"\b\d{1,2}:\d{2}\b|\b\d+\s*(?:minutes?|hours?|days?|weeks?|months?|years?|[hdwmy])\s+ago\b",
    re.IGNORECASE,
)
"""What stands over and under a comment: "Ada says:", "Reply", "2 days ago", "at 10:47 am"."""
_SIGNED_WORDS, _SIGNATURES = 14, 3
_SPOKEN = re.compile(
    r"\bago\W*\Z|^(?:reply|antworten|répondre|responder|ответить|ตอบกลับ|回复|返信)\W*\Z|"
    r"\b(?:says|schrieb|sagt|a dit|dice|пишет):\Z",
    re.IGNORECASE,
)
_SPOKEN_WORDS, _MANY_SIGNED, _COMMENT_UNITS = 5, 6, 3
"""So short is a line that is only the signature of a comment; so many of them, one in so many units, are comments."""
_HEADING_WEIGHTS = {Role.COMMENT: -6.0, Role.RELATED: -6.0, Role.AUTHOR_BIO: -3.0}
_FURNITURE, _LABEL, _SENTENCE, _ITEM = -1.5, -0.7, 0.3, 0.2
_SHORT_ITEM = -0.1
_APPENDIX = 4.0
_MARKED_LABEL = -0.3
_LONGEST_RUN = -4.0
"""A table or a long list weighs no more than this against the text around it."""
_MOST_WORDS = 50
_WORDS_PER_POINT = 10
_UNMARKED = 0.4
"""How much running text counts on a saved page whose markup does not call it a paragraph of the main text."""
_ITEM_WORDS = 5
_SENTENCE_WORDS = 3
_ENOUGH = 3.0
_TAIL, _TAIL_LABELS, _LAST_WORDS = 4, 2, 5


def extent(units: Sequence[Unit], roles: Mapping[int, Role], title: str = "") -> range:
    """The units that make up the article, first to last; all units where there is hardly any running text."""
    weights = list(_weights(units, roles, title))
    comments = _comments(units, weights)
    first, end = _heaviest(weights[:comments])
    if sum(units[index].words for index in range(first, end) if weights[index] > 0) < _MOST_WORDS:
        return range(len(units))
    return range(first, min(comments, _with_tail(units, roles, end)))


def ending(unit: Unit) -> Role | None:
    """What a heading like "Related stories" or "3 Comments" says of all that stands under it."""
    if unit.words > _ENDING_WORDS:
        return None
    known = _ENDINGS.get(unit.key)
    if known or unit.words > _COMMENTS_WORDS or unit.text.endswith((".", "?", "!")):
        return known
    words = unit.key.split() or [""]
    if words[0] in MORE and words[-1] in PIECES and len(words) > 1:
        return Role.RELATED
    return Role.COMMENT if words[0] in COMMENTS or words[-1] in COMMENTS else None


def is_signature(unit: Unit) -> bool:
    """Whether a line is one that stands over or under a comment."""
    return unit.words <= _SIGNED_WORDS and bool(_SIGNED.search(unit.text))


def _weights(units: Sequence[Unit], roles: Mapping[int, Role], title: str) -> Iterable[float]:
    marked = any(unit.hint is not None for unit in units)
    run = 0.0
    for index, unit in enumerate(units):
        heading = ending(unit)
        weight = _HEADING_WEIGHTS.get(heading, _FURNITURE) if heading else _weight(unit, roles.get(index), marked)
        run = 0.0 if weight > 0 else run + weight * (heading is None)
        yield 0.0 if run < _LONGEST_RUN and not heading else weight


def _comments(units: Sequence[Unit], weights: Sequence[float]) -> int:
    """Where the comments on the article begin; the number of units where there are none.

    Comments may be many times longer than the article, and as well written. So a heading that names them ends the
    article if more stands above it than a summary, unless most of the page stands below and looks unlike comments.
    """
    texts = [max(0.0, weight) for weight in weights]
    above, whole = 0.0, sum(texts)
    unheaded = _signed_from(units)
    for index, unit in enumerate(units):
        if above >= _ENOUGH and index == unheaded:
            return index
        if above >= _ENOUGH and ending(unit) is Role.COMMENT:
            signed = sum(map(is_signature, units[index:]))
            if whole - above <= above or signed >= _SIGNATURES:
                return index
        above += texts[index]
    return len(units)


def _signed_from(units: Sequence[Unit]) -> int | None:
    """Where comments begin that no heading names: above the first of many lines close together like "2 days ago"."""
    signed = [index for index, unit in enumerate(units) if unit.words <= _SPOKEN_WORDS and _SPOKEN.search(unit.text)]
    for first, last in zip(signed, signed[_MANY_SIGNED:], strict=False):
        if last - first <= _MANY_SIGNED * _COMMENT_UNITS:
            named = first > 0 and units[first - 1].words <= _SPOKEN_WORDS and not units[first - 1].ended
            return first - named
    return None


def _weight(unit: Unit, role: Role | None, marked: bool) -> float:
    if role is not None:
        return 0.0 if role.kept else _FURNITURE
    if unit.key in APPENDICES:
        return _APPENDIX
    if is_prose(unit):
        return min(unit.words, _MOST_WORDS) / _WORDS_PER_POINT * (_UNMARKED if marked and unit.hint is None else 1.0)
    if unit.ended and unit.words >= _SENTENCE_WORDS:
        return _SENTENCE
    if unit.bulleted:
        return _ITEM if unit.words >= _ITEM_WORDS else _SHORT_ITEM
    return _MARKED_LABEL if unit.hint is not None else _LABEL


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
    """The end moved down to a last sentence behind a player or an advert, or to a signature at the page's own end."""
    tail = range(end, len(units))
    if len(tail) <= _TAIL and all(index not in roles and not ending(units[index]) for index in tail):
        return len(units)
    labels = 0
    for index in tail:
        unit, role = units[index], roles.get(index)
        if role is None and unit.ended and unit.words >= _LAST_WORDS and not unit.bulleted:
            end, labels = index + 1, 0
            continue
        labels += role is None and not unit.bulleted
        if ending(unit) or labels > _TAIL_LABELS or role not in (None, Role.MEDIA, Role.ADVERT, Role.RELATED):
            break
    return end
