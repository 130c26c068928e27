"""EDTF → Date."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.dates import calendar
from generator.dates.date import Date, Edge, Form, Point, Span
from generator.dates.mistakes import explain, impossible

_DIGITS_OF_A_YEAR = 15
_POINT = re.compile(
    r"""(?P<left_year>[?~%]?) (?P<year>-?[0-9X]{4} | Y-?[1-9][0-9]*(?:E[1-9][0-9]*)?)
        (?:S(?P<known>[1-9][0-9]*))? (?P<right_year>[?~%]?)
        (?:-(?P<left_month>[?~%]?) (?P<month>[0-9X]{2}) (?P<right_month>[?~%]?)
            (?:-(?P<left_day>[?~%]?) (?P<day>[0-9X]{2}) (?P<right_day>[?~%]?)
                (?:T(?P<time>.+))? )? )?""",
    re.VERBOSE,
)
_TIME = re.compile(r"([01][0-9]|2[0-3])(:[0-5][0-9]){2}(Z|[+-]([01][0-9]|2[0-3])(:[0-5][0-9])?)?")
_SET = re.compile(r"\[(?P<one>[^\[\]{}]*)\]|\{(?P<all>[^\[\]{}]*)\}")


@lru_cache(maxsize=4096)
def parse(text: str) -> Date:
    """The date that EDTF text writes down. ValueError, whose message says what to write instead, if it is none."""
    try:
        return _date(text)
    except _Unreadable:
        raise ValueError(explain(text)) from None


class _Unreadable(Exception):  # noqa: N818 - it never leaves this module
    """The text has none of EDTF's shapes."""


def _date(text: str) -> Date:
    if members := _SET.fullmatch(text):
        one = members["one"] is not None
        form: Form = "one of" if one else "all of"
        return Date(text, form, tuple(_member(each) for each in re.split(r", ?", members["one" if one else "all"])))
    if "/" in text:
        return Date(text, "interval", (_span(text, "/"),))
    return Date(text, "point", (_point(text),))


def _member(text: str) -> Point | Span:
    return _span(text, "..") if ".." in text else _point(text)


def _span(text: str, separator: str) -> Span:
    sides = text.split(separator)
    if len(sides) != 2:
        raise _Unreadable
    if "T" in text:
        raise ValueError("a period runs from day to day, without the time of day")
    span = Span(*(_end(side, separator) for side in sides))
    if isinstance(span.start, Edge) and isinstance(span.end, Edge):
        raise ValueError("a period needs a date at one end at least: 2014/.. or ../1990")
    if span.earliest > span.latest:
        raise ValueError(f"the period ends before it starts: write {sides[1]}{separator}{sides[0]}")
    return span


def _end(side: str, separator: str) -> Point | Edge:
    if side == "":
        return Edge.OPEN if separator == ".." else Edge.UNKNOWN
    return Edge.OPEN if side == ".." else _point(side)


def _point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise _Unreadable
    year, month, day = _year(found), found["month"] or "", found["day"] or ""
    if found["time"] and not _TIME.fullmatch(found["time"]):
        raise ValueError("write the time of day as 23:20:30, 23:20:30Z or 23:20:30+04:00")
    margin = _margin(found, year)
    bounds: tuple[calendar.Day, calendar.Day] | None
    if margin:
        bounds = calendar.estimate_bounds(int(year), margin)
    elif month.isdigit() and int(month) in calendar.SEASONS and not day:
        bounds = calendar.season_bounds(year, int(month))
    else:
        bounds = calendar.bounds(year, month or "XX", day or "XX")
    if bounds is None:
        raise ValueError(impossible(year, month, day))
    return Point(year, month, day, found["time"] or "", _qualities(found), margin, *bounds)


def _year(found: re.Match[str]) -> str:
    written = found["year"]
    if written == "-0000":
        raise ValueError("the year 0000 has no minus; it is the year 1 BCE")
    if not written.startswith("Y"):
        return written
    if found["month"]:
        raise ValueError("a year written with Y takes no month and no day")
    digits, _, zeros = written[1:].partition("E")
    if len(digits) > _DIGITS_OF_A_YEAR or int(zeros or 0) > _DIGITS_OF_A_YEAR - len(digits.lstrip("-")):
        raise ValueError(f"a year has at most {_DIGITS_OF_A_YEAR} digits")
    sign, magnitude = "-" * digits.startswith("-"), digits.lstrip("-") + "0" * int(zeros or 0)
    if len(magnitude) <= 4:
        raise ValueError(f"Y is for years of more than four digits: write {sign}{magnitude:0>4}")
    return sign + magnitude


def _margin(found: re.Match[str], year: str) -> int:
    if not found["known"]:
        return 0
    margin = len(year.lstrip("-")) - int(found["known"][:3])
    if margin <= 0 or "X" in year or found["month"]:
        raise ValueError("S tells how many of the first digits of a year are known: 1950S2 is between 1900 and 1999")
    return margin


def _qualities(found: re.Match[str]) -> tuple[str, ...]:
    """A sign left of a component is meant for it alone, one right of it for it and for all before it."""
    names = ("year", "month", "day")
    after = [found[f"right_{name}"] or "" for name in names]
    signs = ((found[f"left_{name}"] or "") + "".join(after[place:]) for place, name in enumerate(names))
    return tuple("%" if len(set(each)) > 1 else each[:1] for each in signs)
