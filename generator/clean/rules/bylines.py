"""Who wrote the text, and when and where: lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.calendar import DATE, find_day
from generator.clean.names import BYLINE, authors_of, is_name, name_before_date
from generator.clean.page import Page, Verdict
from generator.model import Role

_BYLINE_WORDS = 30
_DATE_WORDS = 16
_EDITED = re.compile(
    r"[(（]?\s*(?:责任编辑|责编|编辑|編集)\s*[:：]\s*\S{1,12}\s*[)）]?|\((?:editing|edited) by [^()]{2,60}\)",
    re.IGNORECASE,
)
_BELOW = 3
"""So many lines below the first running text may still be the date."""
_BEHIND = 4
"""So many lines behind the article may still name its authors."""
_AROUND_A_DATE = re.compile(
    r"\b(?:published|updated|last updated|posted|first published|modified|on|at|date|by|"
    r"gmt|utc|bst|cet|est|edt|et|pst|pdt|pt|am|pm|a\.m|p\.m|min(?:ute)?s?|read|h|\d{1,2}[:.h]\d{2}(?::\d{2})?|"
    r"stand|uhr|veröffentlicht|aktualisiert|lesezeit|publié|mis à jour|le|à|lecture|publicado|actualizado|el|em|às|"
    r"pubblicato|il|alle|опубликовано|обновлено|в|نشر|发布时间|发布于|更新|日期|公開日|更新日|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|星期.|周.)\b"
    r"|[^\w]+",
    re.IGNORECASE,
)


def bylines(page: Page) -> Iterator[Verdict]:
    """A line that says who wrote: "By …", "Written and reported by …", or that the page marks as such."""
    for index in page.open_between(page.head.start, page.extent.stop + _BEHIND):
        unit = page.units[index]
        if unit.words > _BYLINE_WORDS:
            continue
        marked = unit.hint is Role.BYLINE and index <= page.start + _BELOW
        said = bool(BYLINE.match(unit.text)) and bool(authors_of(unit.text)) and not _goes_on(page, index)
        if marked or said or _names_editors(unit.text):
            yield index, Role.BYLINE


def date_lines(page: Page) -> Iterator[Verdict]:
    """A line near the beginning that is a date and nothing else, or a name and a date."""
    for index in page.open_between(page.head.start, page.start + _BELOW):
        unit = page.units[index]
        if unit.words > _DATE_WORDS:
            continue
        if find_day(unit.text) and _is_only_a_date(unit.text):
            yield index, Role.BYLINE if name_before_date(unit.text) else Role.DATELINE


def _names_editors(line: str) -> bool:
    return bool(_EDITED.fullmatch(line))


def _is_only_a_date(line: str) -> bool:
    rest = _AROUND_A_DATE.sub(" ", DATE.sub(" ", line)).split()
    return not rest or (len(rest) <= 4 and is_name(" ".join(rest)))


def _goes_on(page: Page, index: int) -> bool:
    """Whether the words are the beginning of a sentence: "By noon the ice had come." """
    unit = page.units[index]
    return unit.ended and unit.words >= 8 and not unit.text.rstrip(".").endswith(tuple(authors_of(unit.text)))
