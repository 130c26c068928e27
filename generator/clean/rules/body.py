"""The text itself: what its lines are, once all that is not text has been told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.first import without_case
from generator.clean.page import Page, Verdict, is_prose
from generator.clean.units import Unit
from generator.model import Role

_CREDIT = re.compile(
    r"(?:file\s+)?(?:photo|photograph|image|picture|illustration|foto|bild|fotografía|imagen|imagem|фото|صورة|图|图片|写真)"
    r"\s*(?:by\s|credit\b|[:：/])|"
    r"file\s*(?:photo\b|[-–—:]\s)|\([^\W\d_][^()/]{2,40}\s/\s[^()]{2,40}\)\Z|"
    r"\((?:photo|image|foto|bild|credit|ap photo|pictured)\b[^)]*\)\W*\Z|"
    r"(?:getty images|\bap photo\b|\bshutterstock\b|/\s?(?:afp|reuters|epa|ap)\)?)\W*\Z",
    re.IGNORECASE,
)
_in_credits = without_case(
    "photo|image|picture|illustration|foto|bild|фото|صورة|图|写真|file|credit|getty|shutterstock|/"
)
"""What stands in every credit; to look for it first takes a tenth of the time."""
_CAPTION_WORDS = 60
_HEADING_WORDS = 14
_FOLLOWING = 8
_QUOTED = re.compile(r"\s*>\s")
_INDENT = re.compile(r"(?: {4,}|\t)\S")


def captions_by_their_credit(page: Page) -> Iterator[Verdict]:
    """A picture's caption, told by the credit in it or by the page's markup."""
    for index in page.open:
        unit = page.units[index]
        if unit.hint is Role.CAPTION or is_credit(unit):
            yield index, Role.CAPTION


def is_credit(unit: Unit) -> bool:
    """Whether a unit names who took the picture above it."""
    may_be = unit.words <= _CAPTION_WORDS and _in_credits(unit.text)
    return bool(may_be and _CREDIT.search(unit.text))


def subtitles(page: Page) -> Iterator[Verdict]:
    """The line under the title that sums the text up: marked so, unfinished, or above the byline or date."""
    title = page.find(Role.TITLE)
    if title is None:
        return
    below = next(page.open_between(title + 1, title + 4), None)
    if below is None or page.units[below].words <= 4 or page.units[below].bulleted:
        return
    unit = page.units[below]
    apart = page.roles.get(below + 1) in (Role.BYLINE, Role.DATELINE) and bool(page.prose) and page.prose[-1] > below
    unfinished = not unit.ended and below == title + 1 and unit.words <= _CAPTION_WORDS and below < page.start
    if unit.hint is Role.SUBTITLE or apart or unfinished:
        yield below, Role.SUBTITLE


def list_items(page: Page) -> Iterator[Verdict]:
    """A line that begins with a bullet or a number, or that the page marks so."""
    for index in page.open:
        unit = page.units[index]
        lonely = not any(page.units[each].bulleted for each in (index - 1, index + 1) if 0 <= each < len(page.units))
        dash = unit.text[:1] in "-–—"
        if unit.hint is Role.LIST_ITEM or (unit.bulleted and not (dash and lonely)):
            yield index, Role.LIST_ITEM


def quotations(page: Page) -> Iterator[Verdict]:
    """Words set off as a quotation: marked so, behind ">", or indented where the text around is not."""
    indented = [index for index in page.open if _INDENT.match(page.units[index].lines[0].text)]
    rare = len(indented) * 3 <= len(page.open)
    for index in page.open:
        unit = page.units[index]
        if (
            unit.hint is Role.QUOTATION
            or _QUOTED.match(unit.lines[0].text)
            or (rare and index in indented and is_prose(unit))
        ):
            yield index, Role.QUOTATION


def headings(page: Page) -> Iterator[Verdict]:
    """A short line without an end, with running text under it."""
    for index in page.open:
        unit = page.units[index]
        below = page.units[index + 1] if index + 1 < len(page.units) else None
        placed = (unit.apart or not page.spaced) and (index > page.start or not page.furnished)
        text_below = below is not None and page.roles.get(index + 1, Role.PARAGRAPH).kept and _follows(below, unit)
        short = unit.words <= _HEADING_WORDS and not unit.ended and not unit.text.endswith((",", "，", "、"))
        if unit.hint is Role.HEADING or (unit.hint is None and short and text_below and placed):
            yield index, Role.HEADING


def _follows(below: Unit, heading: Unit) -> bool:
    """Whether a unit is what stands under a heading: running text, or the first item of a list."""
    return below.words >= _FOLLOWING or (below.bulleted and not heading.bulleted and heading.apart)


def paragraphs(page: Page) -> Iterator[Verdict]:
    """Everything that no rule has taken for something else."""
    for index in page.open:
        yield index, Role.PARAGRAPH
