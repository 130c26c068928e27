"""What a page says twice: captions beside their picture's alternative text, pull quotes, repeated headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.page import Page, Verdict
from generator.clean.units import Unit, key
from generator.model import Role

_DOUBLED_WORDS = 4
"""Fewer words in two lines that are alike may well be verse, or an answer given twice."""
_REPEATED_WORDS = 10
_PULLED_WORDS, _PULLED_MOST = 6, 80
_CLAUSE_WORDS = 3
_SHINGLE = 5
_CANDIDATES = 12
_CLAUSE_END = re.compile(r"[,.;:!?…。，；！？]+[\"'”’»]*\s+(?=\S)")
_ATTRIBUTION = re.compile(r"\s*(?:--|—|–|―|-)\s*\S")


def doubled_lines(page: Page) -> Iterator[Verdict]:
    """Two lines that are the same, one right after the other: a picture's caption and its alternative text."""
    for index in page.open_between(page.head.start, page.extent.stop + 1):
        if index and _alike(page.units[index - 1], page.units[index]) and not page.units[index].bulleted:
            if index - 1 not in page.roles:
                yield index - 1, Role.HEADING if page.units[index].hint is Role.HEADING else Role.CAPTION
            yield index, Role.DUPLICATE


def repeated_lines(page: Page) -> Iterator[Verdict]:
    """A long line, or the title, that has stood on the page before."""
    title = page.find(Role.TITLE)
    seen = {page.units[title].key: title} if title is not None else {}
    for index in range(page.head.start, page.extent.stop):
        unit = page.units[index]
        if index in page.roles and page.roles[index] is not Role.CAPTION:
            continue
        first = seen.setdefault(unit.key, index)
        long_enough = unit.words >= _REPEATED_WORDS or first == title
        if first < index and long_enough and index not in page.roles:
            yield index, Role.DUPLICATE


def pull_quotes(page: Page) -> Iterator[Verdict]:
    """Words that stand again in a longer paragraph of the text."""
    inside = tuple(page.open_between(page.head.start, page.extent.stop))
    words = {index: page.units[index].key.split() for index in inside}
    pulled = [index for index in inside if _may_be_pulled(page.units[index])]
    begun: dict[tuple[str, ...], list[int]] = {tuple(words[index][:_SHINGLE]): [] for index in pulled}
    for index in inside:
        for shingle in begun.keys() & set(zip(*(words[index][start:] for start in range(_SHINGLE)), strict=False)):
            if len(begun[shingle]) < _CANDIDATES:
                begun[shingle].append(index)
    for index in pulled:
        others = (page.units[each] for each in begun[tuple(words[index][:_SHINGLE])] if each != index)
        if any(_holds(other, page.units[index]) for other in others):
            yield index, Role.PULL_QUOTE


def attributions(page: Page) -> Iterator[Verdict]:
    """The line under a pull quote that says who speaks: "-- A name, an office"."""
    for index in page.open:
        unit = page.units[index]
        above = page.roles.get(index - 1)
        if above is Role.PULL_QUOTE and unit.words <= 25 and _ATTRIBUTION.match(unit.lines[0].text):
            yield index, Role.PULL_QUOTE


def _may_be_pulled(unit: Unit) -> bool:
    return unit.hint is not Role.HEADING and _PULLED_WORDS <= unit.words <= _PULLED_MOST


def _alike(first: Unit, second: Unit) -> bool:
    return bool(second.key) and first.key == second.key and second.words >= _DOUBLED_WORDS


def _holds(longer: Unit, shorter: Unit) -> bool:
    """Whether one unit says all that another does, clause by clause: a pull quote may leave out "she says"."""
    if len(longer.key) <= len(shorter.key):
        return False
    within = f" {longer.key} "
    clauses = [key(clause) for clause in _CLAUSE_END.split(shorter.text)]
    long = [clause for clause in clauses if len(clause.split()) >= _CLAUSE_WORDS]
    return f" {shorter.key} " in within or (long == clauses and all(f" {clause} " in within for clause in long))
