"""The title, and what stands above and below it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import text
from generator.clean.page import Page, Verdict, is_prose
from generator.clean.rules.body import is_credit
from generator.clean.units import Unit
from generator.model import Role

_FEWEST, _MOST = 4, 35
"""Words that a title usually has; a shorter one needs a sign besides."""
_LABEL_WORDS = 3
_SUMMARY_WORDS = 7
_LONG = 11
_CAPTION_WORDS = 6


def titles(page: Page) -> Iterator[Verdict]:
    """The line above the running text that has most of what makes a title; the lowest of equals."""
    candidates = [index for index in page.head if _may_be_title(page, index)]
    if candidates:
        yield max(candidates, key=lambda index: (_likeness(page, index), index)), Role.TITLE


def above_the_title(page: Page) -> Iterator[Verdict]:
    """A line above the title: a menu, a section's name, a banner."""
    title = page.find(Role.TITLE)
    for index in page.open_between(0, page.start if title is None else title):
        if title is not None or (page.furnished and not page.units[index].ended):
            yield index, Role.NAVIGATION


def between_title_and_text(page: Page) -> Iterator[Verdict]:
    """What is left between the title and the text: labels go, a longer line is taken for a picture's caption."""
    title = page.find(Role.TITLE)
    if title is None or not page.furnished:
        return
    for index in page.open_between(title + 1, page.start):
        unit = page.units[index]
        if is_prose(unit):
            return
        if unit.hint in (None, Role.CAPTION, Role.LIST_ITEM) and not unit.ended:
            yield index, Role.NAVIGATION if unit.words <= _CAPTION_WORDS else Role.CAPTION


def _may_be_title(page: Page, index: int) -> bool:
    unit = page.units[index]
    if index in page.roles:
        return _is_named(page, unit)
    finished = unit.text.rstrip("\"'”’»").endswith((".", ":", ";", ",", "。"))
    return unit.words <= _MOST and not finished and not unit.bulleted and any(letter.isalpha() for letter in unit.text)


def _likeness(page: Page, index: int) -> float:
    unit = page.units[index]
    said = [each for each in page.head if page.roles.get(each) in (Role.BYLINE, Role.DATELINE)]
    return (
        10 * _is_named(page, unit)
        + 6 * (unit.lines[0].level == 1)
        + 6 * _is_repeated(page, index)
        + (3.0 if unit.words >= _FEWEST else 1.5 if unit.words > 1 else 0.0)
        + 2 * any(index < each <= index + 3 for each in said)
        - 2 * any(each < index for each in said)
        + 2 * _has_summary(page, index)
        + 2 * (index == 0)
        - 4 * is_credit(unit)
        - 3 * _is_below_a_title(page, index)
        - 0.1 * (page.start - index)
    )


def _is_below_a_title(page: Page, index: int) -> bool:
    """Whether a line is a subtitle: long for a title below one that is not, or in one block with it above a byline."""
    if index == 0:
        return False
    above = page.units[index - 1]
    if above.apart and above.words >= _FEWEST and not page.units[index].apart and _may_be_title(page, index - 1):
        return page.roles.get(index + 1) is Role.BYLINE
    if page.units[index].words < _LONG:
        return False
    alone = above.apart or not page.spaced
    return alone and _LABEL_WORDS <= above.words < _LONG and _may_be_title(page, index - 1)


def _has_summary(page: Page, index: int) -> bool:
    """Whether the line below is a sentence of the length of a subtitle."""
    below = page.units[index + 1] if index + 1 < page.start else None
    return below is not None and index + 1 not in page.roles and below.ended and below.words >= _SUMMARY_WORDS


def _is_named(page: Page, unit: Unit) -> bool:
    return bool(page.metadata.title) and text.key(unit.text) == text.key(page.metadata.title)


def _is_repeated(page: Page, index: int) -> bool:
    """Whether a line above says the same with the site's name behind it: the title of the browser's window."""
    unit = page.units[index]
    above = (page.units[each] for each in (*range(min(3, index)), *range(page.head.start, index)))
    return unit.words >= _LABEL_WORDS and any(f"{each.key} ".startswith(f"{unit.key} ") for each in above)
