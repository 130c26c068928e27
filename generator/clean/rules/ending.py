"""Where the text ends, and what comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.page import Page, Verdict
from generator.clean.vocabulary import ENDINGS, phrases
from generator.model import Role

_ENDINGS = phrases(ENDINGS)
_LEGAL = re.compile(
    r"(?:©|\(c\)\s*\d{4}|copyright\b)|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|"
    r"\btodos los derechos reservados\b|все права защищены|版权所有|無断転載|جميع الحقوق محفوظة",
    re.IGNORECASE,
)
_LEGAL_WORDS = 45
_ENDING_WORDS = 6
_MORE_TEXT = 0.5
"""A section heading ends the text if what follows has less running text than this share of what stands before."""
_MORE_COMMENTS = 3.0
_INSET = 10


def legal_lines(page: Page) -> Iterator[Verdict]:
    """Who owns the rights, and that they are reserved."""
    for index in page.open:
        unit = page.units[index]
        if unit.words <= _LEGAL_WORDS and _LEGAL.search(unit.text) and not _is_credit(unit.text):
            yield index, Role.LEGAL


def sections_after_the_text(page: Page) -> Iterator[Verdict]:
    """What stands under a heading like "Related stories" or "Comments", up to the end or to where the text goes on."""
    weights = {index: page.units[index].words for index in page.prose}
    whole, before = sum(weights.values()), 0
    for index, unit in enumerate(page.units):
        role = _ENDINGS.get(unit.key) if unit.words <= _ENDING_WORDS else None
        if role and before and (index not in page.roles or page.roles[index] in (Role.SHARE, role)):
            limit = _MORE_COMMENTS if role is Role.COMMENT else _MORE_TEXT
            if whole - before <= limit * before:
                yield from ((each, role) for each in page.open_between(index, len(page.units)))
                return
            yield from _inset(page, index, role)
        before += weights.get(index, 0)


def after_the_text(page: Page) -> Iterator[Verdict]:
    """Lines after the last running text that are no sentences: links, labels, buttons."""
    if not page.prose:
        return
    ended = False
    for index in page.open_between(page.prose[-1] + 1, len(page.units)):
        unit = page.units[index]
        ended = ended or not (unit.ended and unit.words >= 3) and not unit.bulleted and unit.hint is not Role.LIST_ITEM
        if ended:
            yield index, Role.NAVIGATION


def _inset(page: Page, heading: int, role: Role) -> Iterator[Verdict]:
    """A box of links in the middle of the text: its heading, and the lines up to the next running text."""
    text = next((index for index in page.prose if index > heading), heading + 1)
    for index in page.open_between(heading, min(text, heading + _INSET)):
        yield index, role


def _is_credit(line: str) -> bool:
    """A picture's credit, which names an owner behind a caption's words."""
    return bool(re.search(r"\w.{20,}(?:©|\(c\))", line, re.IGNORECASE)) and "rights" not in line.lower()
