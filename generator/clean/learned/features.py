"""What a person would look at to tell whether a unit belongs to the text, as numbers.

Nothing here depends on how a page was dumped: no indents, no bullets' shapes, no blank lines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from generator.clean.extent import ending
from generator.clean.learned.forms import FORM, Form, form
from generator.clean.learned.markup import MARKUP, MARKUP_AROUND, marks
from generator.clean.page import Page, is_prose
from generator.model import Role

Group = Literal["form", "place", "surroundings", "markup"]

_PLACE = (
    "side of the longest run",
    "lines to the end",
    "lines from the start",
    "lines since running text",
    "text before",
    "text after",
    "length of the page",
    "lines since a heading that ends texts",
    "headings before that end texts",
    "said so often",
    "share of its run",
    "kept by the rules",
)
_AROUND = ("ended", "words", "commas", "date", "signature", "cut", "in the longest run", "kept by the rules")
_WINDOWS = (("before", -6), ("after", 6), ("long before", -15), ("long after", 15))
_BESIDE = ("words", "kept by the rules")
_NEAR = (("just before", -1), ("just after", 1))


def _windows(names: Sequence[str], windows: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    return tuple(f"{name}, {window}" for window, _ in windows for name in names)


_SURROUNDINGS = (*_windows(_AROUND, _WINDOWS), *_windows(_BESIDE, _NEAR))
_MARKUP = (*MARKUP, *_windows(MARKUP_AROUND, (*_NEAR, *_WINDOWS[:2])))

DUMP: tuple[str, ...] = (*FORM, *_PLACE, *_SURROUNDINGS)
"""What is known of a unit of a plain text, in the order of a row."""
SAVED: tuple[str, ...] = (*DUMP, *_MARKUP)
"""What is known of a unit of a saved page."""
_NAMES: Mapping[Group, tuple[str, ...]] = {
    "form": FORM,
    "place": _PLACE,
    "surroundings": _SURROUNDINGS,
    "markup": _MARKUP,
}
GROUPS: tuple[Group, ...] = tuple(group for group, names in _NAMES.items() for _ in names)
"""What each feature looks at."""

_FAR, _FARTHER = 30, 40
_A_PARAGRAPH = 20.0
"""Words of a paragraph, where the page has none."""
_GAP = 3
"""Running text with no more than two other units in it is one run, however many belong to a player or an advert."""
_WITHIN = (Role.MEDIA, Role.ADVERT)
_MOST_SAID, _MOST_ENDINGS = 5, 8


class _Run(NamedTuple):
    """A stretch of running text: its first and its last unit, and how many words."""

    first: int
    last: int
    words: int


@dataclass(frozen=True, slots=True)
class _Text:
    """What is known of a page's running text as a whole."""

    prose: Sequence[bool]
    """For each unit whether it is running text by its length and its end, and no rule said else at first sight."""
    runs: Mapping[int, _Run]
    """For each unit of running text the run that it stands in."""
    longest: _Run
    words: int
    """Of all running text."""
    usual: float
    """Words of the middle one of its paragraphs."""


def rows(page: Page, kept: Sequence[bool], wanted: Sequence[int]) -> list[list[float]]:
    """A row of features for each of the wanted units, of a page with the roles that its first rules gave.

    `kept` tells of each unit whether all the rules would keep it.
    """
    running = _text(page)
    forms = [form(unit, running.usual) for unit in page.units]
    around = _sums([_around(index, each, page, running, kept) for index, each in enumerate(forms)])
    beside = _sums([(each.words, float(keep)) for each, keep in zip(forms, kept, strict=True)])
    places = _places(page, running, kept)
    marked = _marked(page, wanted)
    number = len(page.units)
    return [
        [
            *forms[index],
            *places[index],
            *_over(around, index, _WINDOWS, number),
            *_over(beside, index, _NEAR, number),
            *(marked[place] if marked else ()),
        ]
        for place, index in enumerate(wanted)
    ]


def _marked(page: Page, wanted: Sequence[int]) -> list[list[float]]:
    """What markup tells of each wanted unit; nothing of a plain text."""
    found = [marks(unit) for unit in page.units]
    if not all(found):
        return []
    sums = _sums([[each[MARKUP.index(name)] for name in MARKUP_AROUND] for each in found if each])
    windows = (*_NEAR, *_WINDOWS[:2])
    return [[*(found[index] or ()), *_over(sums, index, windows, len(found))] for index in wanted]


def _text(page: Page) -> _Text:
    prose = [index not in page.roles and is_prose(unit) for index, unit in enumerate(page.units)]
    runs = _runs(page, prose)
    lengths = sorted(unit.words for unit, running in zip(page.units, prose, strict=True) if running)
    longest = max(runs.values(), key=lambda run: run.words, default=_Run(0, -1, 0))
    return _Text(prose, runs, longest, sum(lengths) or 1, lengths[len(lengths) // 2] if lengths else _A_PARAGRAPH)


def _runs(page: Page, prose: Sequence[bool]) -> Mapping[int, _Run]:
    runs: list[list[int]] = []
    gap = 0
    for index, running in enumerate(prose):
        if not running:
            gap += page.roles.get(index) not in _WITHIN
        elif runs and gap < _GAP:
            runs[-1][1] = index
            runs[-1][2] += page.units[index].words
            gap = 0
        else:
            runs.append([index, index, page.units[index].words])
            gap = 0
    return {index: _Run(*run) for run in runs for index in range(run[0], run[1] + 1)}


def _around(index: int, each: Form, page: Page, running: _Text, kept: Sequence[bool]) -> tuple[float, ...]:
    """What of a unit matters to its neighbours."""
    role = page.roles.get(index)
    cut = role is not None and not role.kept
    inside = running.longest.first <= index <= running.longest.last
    return (each.ended, each.words, each.commas, each.date, each.signature, cut, inside, kept[index])


def _places(page: Page, running: _Text, kept: Sequence[bool]) -> list[tuple[float, ...]]:
    before, since_prose, since_end, endings = 0, 0, _FARTHER, 0
    said = Counter(unit.key for unit in page.units)
    length = math.log1p(len(page.units))
    longest = running.longest
    places: list[tuple[float, ...]] = []
    for index, unit in enumerate(page.units):
        ends = ending(unit) is not None
        own = unit.words if running.prose[index] else 0
        since_prose = 0 if running.prose[index] else since_prose + 1
        since_end, endings = (0, endings + 1) if ends else (since_end + 1, endings)
        run = running.runs.get(index)
        places.append(
            (
                0 if longest.first <= index <= longest.last else (-1 if index < longest.first else 1),
                max(-_FAR, min(_FAR, index - page.extent.stop)),
                max(-_FAR, min(_FAR, index - page.extent.start)),
                min(since_prose, _FAR),
                before / running.words,
                1 - (before + own) / running.words,
                length,
                min(since_end, _FARTHER),
                min(endings, _MOST_ENDINGS),
                min(said[unit.key], _MOST_SAID),
                run.words / running.words if run else 0.0,
                kept[index],
            )
        )
        before += own
    return places


def _sums(columns: Sequence[Sequence[float]]) -> list[list[float]]:
    return [list(accumulate(column, initial=0.0)) for column in zip(*columns, strict=True)]


def _over(sums: Sequence[Sequence[float]], index: int, windows: Sequence[tuple[str, int]], number: int) -> list[float]:
    """The means over so many units before, or after, one."""
    found: list[float] = []
    for _, reach in windows:
        first, end = (max(0, index + reach), index) if reach < 0 else (index + 1, min(number, index + 1 + reach))
        size = end - first
        found += [(column[end] - column[first]) / size for column in sums] if size > 0 else [0.0] * len(sums)
    return found
