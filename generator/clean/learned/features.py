"""What a person would look at to tell whether a unit belongs to the text, as numbers.

Nothing here depends on how a page was dumped: no indents, no bullets' shapes, no blank lines.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Literal

from generator.clean.extent import ending, is_signature
from generator.clean.page import Page, is_prose
from generator.clean.units import Unit

Group = Literal["form", "place", "surroundings"]

_FORM = (
    "ended",
    "words",
    "words beside a paragraph's",
    "capitals",
    "commas",
    "breaks off",
    "date",
    "item",
    "signature",
)
_PLACE = (
    "side of the longest run",
    "lines to the end",
    "lines from the start",
    "lines since running text",
    "text before",
    "length of the page",
    "lines since a heading that ends texts",
)
_AROUND = ("ended", "cut", "signature", "in the longest run", "commas", "words", "date")
_WINDOWS = (("before", -6), ("after", 6), ("long before", -15), ("long after", 15))


def _all(group: Group, number: int) -> tuple[Group, ...]:
    return (group,) * number


NAMES: tuple[str, ...] = (
    *_FORM,
    *_PLACE,
    "said so often",
    "share of its run",
    *(f"{name}, {window}" for window, _ in _WINDOWS for name in _AROUND),
)
"""Of each feature, in the order of a row."""

GROUPS: tuple[Group, ...] = (
    *_all("form", len(_FORM)),
    *_all("place", len(_PLACE)),
    *_all("surroundings", 2 + len(_WINDOWS) * len(_AROUND)),
)
"""What each feature looks at."""

_BREAKS_OFF = re.compile(r"(?:…|\.\.\.)\W*\Z")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{1,2}:\d\d|[年月]")
_FAR, _FARTHER = 30, 40
_A_PARAGRAPH = 20.0
"""Words of a paragraph, where the page has none."""
_GAP = 3
"""Running text with no more than two other units in it is one run."""


def rows(page: Page, wanted: Sequence[int]) -> list[list[float]]:
    """A row of features for each of the wanted units of a page that rules have judged as far as they can."""
    units = page.units
    prose = [index not in page.roles and is_prose(unit) for index, unit in enumerate(units)]
    runs = _runs(units, prose)
    forms = [_form(unit) for unit in units]
    longest = max(runs.values(), key=lambda run: run[2], default=(0, -1, 0))
    around = [_around(index, form, page, longest) for index, form in enumerate(forms)]
    sums = [list(accumulate(column, initial=0.0)) for column in zip(*around, strict=True)]
    places = _places(page, prose, longest)
    said = Counter(unit.key for unit in units)
    lengths = sorted(unit.words for unit, running in zip(units, prose, strict=True) if running)
    usual = lengths[len(lengths) // 2] if lengths else _A_PARAGRAPH
    whole = sum(lengths) or 1
    found: list[list[float]] = []
    for index in wanted:
        form = forms[index]
        run = runs.get(index, (0, 0, 0))
        found.append(
            [
                *form[:2],
                units[index].words / usual,
                *form[2:],
                *places[index],
                min(said[units[index].key], 5),
                run[2] / whole,
                *(mean for _, reach in _WINDOWS for mean in _means(sums, index, reach, len(units))),
            ]
        )
    return found


def _form(unit: Unit) -> tuple[float, ...]:
    parts = unit.text.split()
    count = len(parts) or 1
    commas = sum(unit.text.count(mark) for mark in ",，、،")
    return (
        float(unit.ended),
        math.log1p(unit.words),
        sum(part[0].isupper() for part in parts) / count,
        commas / (unit.words or 1),
        float(bool(_BREAKS_OFF.search(unit.text))),
        float(bool(_DATE.search(unit.text))),
        float(unit.bulleted),
        float(is_signature(unit)),
    )


def _around(index: int, form: tuple[float, ...], page: Page, longest: tuple[int, int, int]) -> tuple[float, ...]:
    """What of a unit matters to its neighbours."""
    role = page.roles.get(index)
    ended, words, _, commas, _, date, _, signature = form
    inside = longest[0] <= index <= longest[1]
    return (ended, float(role is not None and not role.kept), signature, float(inside), commas, words, date)


def _runs(units: Sequence[Unit], prose: Sequence[bool]) -> Mapping[int, tuple[int, int, int]]:
    """For each unit of running text the run that it stands in: first and last unit, and how many words."""
    runs: list[list[int]] = []
    for index, running in enumerate(prose):
        if not running:
            continue
        if runs and index - runs[-1][1] <= _GAP:
            runs[-1][1] = index
            runs[-1][2] += units[index].words
        else:
            runs.append([index, index, units[index].words])
    return {index: (first, last, words) for first, last, words in runs for index in range(first, last + 1)}


def _places(page: Page, prose: Sequence[bool], longest: tuple[int, int, int]) -> list[tuple[float, ...]]:
    whole = sum(unit.words for unit, running in zip(page.units, prose, strict=True) if running) or 1
    before, since_prose, since_end = 0, 0, _FARTHER
    places: list[tuple[float, ...]] = []
    for index, unit in enumerate(page.units):
        since_prose = 0 if prose[index] else since_prose + 1
        since_end = 0 if ending(unit) else since_end + 1
        side = 0 if longest[0] <= index <= longest[1] else (-1 if index < longest[0] else 1)
        places.append(
            (
                side,
                max(-_FAR, min(_FAR, index - page.extent.stop)),
                max(-_FAR, min(_FAR, index - page.extent.start)),
                min(since_prose, _FAR),
                before / whole,
                math.log1p(len(page.units)),
                min(since_end, _FARTHER),
            )
        )
        before += unit.words if prose[index] else 0
    return places


def _means(sums: Sequence[Sequence[float]], index: int, reach: int, number: int) -> list[float]:
    """The means over so many units before, or after, one."""
    first, end = (max(0, index + reach), index) if reach < 0 else (index + 1, min(number, index + 1 + reach))
    size = end - first
    return [(column[end] - column[first]) / size if size > 0 else 0.0 for column in sums]
