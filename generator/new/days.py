"""Dates that a text names, found by their form alone: whole days, months, years, decades, periods.

Small on purpose: it proposes, and a person disposes. Whatever finds dates better can take its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.clean.calendar import DATE, MONTHS, find_day

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:1[0-9]|20)\d\d"
_TEN_YEARS = r"(?:1[0-9]|20)\d0"
_BEFORE_YEAR = (
    r"in|since|from|until|till|by|of|during|before|after|year|early|late|mid|spring|summer|autumn|fall|winter|"
    r"im|seit|ab|bis|vor|nach|jahr|anno|en|depuis|dès|desde|hasta|de|del|em|nel|dal|sinds|в|с|до|после|عام|سنة|منذ"
)
_FORMS = (
    rf"(?P<from>{_YEAR})\s*[–-]\s*(?P<to>{_YEAR})(?![\d-])",
    rf"(?:between|from|zwischen|von|entre|de|с)\s+(?P<from2>{_YEAR})\s+(?:and|to|until|und|bis|et|à|y|a|по)\s+(?P<to2>{_YEAR})\b",
    rf"(?P<decade>{_TEN_YEARS})(?:['’]?s|er)\b|(?:années|años|anni|anos)\s+(?P<decade2>{_TEN_YEARS})\b",
    rf"(?P<cyear>{_YEAR})年(?:(?P<cmonth>\d{{1,2}})月)?",
    rf"(?P<month>{_MONTH})\b\.?,?\s+(?:de\s+|del\s+|of\s+)?(?P<myear>{_YEAR})(?!\d)",
    rf"(?P<bmonth>{_MONTH})\b\.?\s+(?P<bday>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[,:]?\s*\d)",
    rf"(?P<aday>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+(?:of\s+|de\s+)?(?P<amonth>{_MONTH})\b",
    rf"(?:(?<=\()|\b(?:{_BEFORE_YEAR})[ -])(?P<year>{_YEAR})(?![\d%.,]\d|\d|%|\s?[€£$]|\s*[–-]\s*{_YEAR})",
)
_NOT_BEFORE = r"(?<![\w$€£#.,])"
_NO_FIGURE_BEFORE = r"(?<![\d.,])"
"""Chinese and Japanese write no space before a year."""
_FOUND = re.compile(
    "|".join((_NO_FIGURE_BEFORE if "年" in form else _NOT_BEFORE) + form for form in _FORMS), re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|seit|depuis|desde|sinds)\s\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a text: where it stands, and what it is in EDTF."""

    start: int
    end: int
    edtf: str
    """Empty where the year is not told."""
    guessed: bool = False
    """Whether the year was taken from the day of publication."""


def find_days(words: str, published: str) -> Iterator[Day]:
    """The dates of some words, in their order. `published` is EDTF, or empty."""
    end = 0
    for found in sorted((*DATE.finditer(words), *_FOUND.finditer(words)), key=lambda each: (each.start(), -each.end())):
        if found.start() < end:
            continue
        day = _whole(found) if found.re is DATE else _part(found, words, published)
        if day:
            yield day
            end = found.end()


def _whole(found: re.Match[str]) -> Day | None:
    edtf = find_day(found[0])
    return Day(*found.span(), edtf) if edtf else None


def _part(found: re.Match[str], words: str, published: str) -> Day | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    start, end = found.span()
    if "to" in parts or "to2" in parts:
        return _period(found, "2" if "to2" in parts else "")
    if decade := parts.get("decade") or parts.get("decade2"):
        return Day(start, end, f"{decade[:3]}X")
    if "cyear" in parts:
        return _dated(found, parts["cyear"], int(parts.get("cmonth", 0)))
    if "month" in parts:
        return _dated(found, parts["myear"], MONTHS[parts["month"].lower()]) if _is_month(parts["month"]) else None
    if "year" in parts:
        start = found.start("year")
        edtf = parts["year"] + ("/.." if _SINCE.search(words[:start]) else "")
        return Day(start, end, edtf)
    return _yearless(found, parts, published)


def _period(found: re.Match[str], which: str) -> Day | None:
    first, last = found[f"from{which}"], found[f"to{which}"]
    return Day(found.start(f"from{which}"), found.end(), f"{first}/{last}") if int(first) < int(last) else None


def _dated(found: re.Match[str], year: str, month: int) -> Day | None:
    if month > 12:
        return None
    return Day(*found.span(), f"{year}-{month:02}" if month else year)


def _is_month(name: str) -> bool:
    """Short words like "may" and "mar" are months only with a capital."""
    return len(name) > 3 or name[0].isupper()


def _yearless(found: re.Match[str], parts: dict[str, str], published: str) -> Day | None:
    name = parts.get("bmonth") or parts["amonth"]
    day = int(parts.get("bday") or parts["aday"])
    if not _is_month(name) or ("bmonth" in parts and not name[0].isupper()) or not 1 <= day <= 31:
        return None
    return Day(*found.span(), _resolved(MONTHS[name.lower()], day, published), guessed=True)


def _resolved(month: int, day: int, published: str) -> str:
    """The day as one of the half year before publication; empty where it is none, or publication is not known."""
    try:
        year, its_month, *rest = map(int, published.split("-"))
        last = date(year, its_month, *rest) if rest else date(year + its_month // 12, its_month % 12 + 1, 1)
        near = [each for back in (0, 1) if (each := date(last.year - back, month, day)) <= last]
    except ValueError:
        return ""
    return near[0].isoformat() if near and (last - near[0]).days <= 183 else ""
