"""The title, and what stands above and below it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import text
from generator.clean.page import Page, Verdict
from generator.clean.units import Unit
from generator.model import Role

_FEWEST, _MOST = 4, 35
"""Words that a title usually has; a shorter one needs a sign besides."""
_LABEL_WORDS = 3


def titles(page: Page) -> Iterator[Verdict]:
    """The first line before the running text that is made like a title, or that the page names as its title."""
    candidates = [index for index in page.open_between(0, page.start) if _may_be_title(page.units[index])]
    named = next((index for index in candidates if _is_named(page, page.units[index])), None)
    marked = next((index for index in candidates if page.units[index].lines[0].level == 1), None)
    long = next((index for index in candidates if page.units[index].words >= _FEWEST), None)
    chosen = next((each for each in (named, marked, _repeated(page, long), long) if each is not None), None)
    if chosen is None and candidates:
        chosen = candidates[-1] if page.find(Role.BYLINE) is None else _last_before(candidates, page.find(Role.BYLINE))
    if chosen is not None:
        yield chosen, Role.TITLE


def above_the_title(page: Page) -> Iterator[Verdict]:
    """A line above the title: a menu, a section's name, a banner."""
    title = page.find(Role.TITLE)
    end = page.start if title is None else title
    for index in page.open_between(0, end):
        unit = page.units[index]
        if title is not None or not unit.ended or unit.words <= _LABEL_WORDS:
            yield index, Role.NAVIGATION


def between_title_and_text(page: Page) -> Iterator[Verdict]:
    """What is left between the title and the text: labels go, a longer line is taken for a picture's caption."""
    title = page.find(Role.TITLE)
    if title is None:
        return
    for index in page.open_between(title + 1, page.start):
        unit = page.units[index]
        if unit.hint in (None, Role.CAPTION, Role.LIST_ITEM) and not unit.ended:
            yield index, Role.NAVIGATION if unit.words <= _LABEL_WORDS else Role.CAPTION


def _may_be_title(unit: Unit) -> bool:
    finished = unit.text.rstrip("\"'”’»").endswith((".", ":", ";", ",", "。"))
    return unit.words <= _MOST and not finished and not unit.bulleted and any(letter.isalpha() for letter in unit.text)


def _is_named(page: Page, unit: Unit) -> bool:
    return bool(page.metadata.title) and text.key(unit.text) == text.key(page.metadata.title)


def _repeated(page: Page, first: int | None) -> int | None:
    """The title itself, where the line before it is the same with the site's name behind it."""
    if first is None:
        return None
    words = f"{page.units[first].key} "
    for index in page.open_between(first + 1, page.start):
        unit = page.units[index]
        if unit.words >= _LABEL_WORDS and words.startswith(f"{unit.key} ") and _may_be_title(unit):
            return index
    return None


def _last_before(candidates: list[int], byline: int | None) -> int:
    before = [index for index in candidates if byline is not None and index < byline]
    return before[-1] if before else candidates[-1]
