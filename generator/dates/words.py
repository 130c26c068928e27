"""Date → words for readers."""

from __future__ import annotations

from dataclasses import replace

from generator.dates.calendar import Day, fitting_years
from generator.dates.date import Date, Edge, Point, Span
from generator.dates.languages import ENGLISH, VOCABULARIES
from generator.dates.vocabulary import Vocabulary

_SHARES = range(33, 42)


def words(date: Date, language: str = "en") -> str:
    """The date written out: "12 February 2019", "about 2015", "1992 to 1997"; in English if the language is unknown."""
    v = VOCABULARIES.get(language.partition("-")[0].lower(), ENGLISH)
    *others, last = [_part(part, date, v) for part in date.parts]
    if not others:
        return last
    template = v.one_of if date.form == "one of" else v.all_of
    return template.format(first=v.comma.join(others), last=last)


def _part(part: Point | Span, date: Date, v: Vocabulary) -> str:
    if isinstance(part, Point):
        return _point(part, v)
    if isinstance(part.start, Point) and isinstance(part.end, Point):
        return _closed_span(part.start, part.end, v)
    if date.form != "interval":
        return _beyond(part, date, v)
    if isinstance(part.start, Point):
        later = v.open_end if part.end is Edge.OPEN else v.unknown_end
        return later.format(date=_point(part.start, v))
    assert isinstance(part.end, Point)
    earlier = v.open_start if part.start is Edge.OPEN else v.unknown_start
    return earlier.format(date=_point(part.end, v))


def _beyond(part: Span, date: Date, v: Vocabulary) -> str:
    """Any date on one side of another, or all of them: "before 1850", "1984 or earlier"."""
    alone = date.form == "one of" and len(date.parts) == 1
    if isinstance(part.start, Point):
        year = _whole_year(part.start) if alone else 0
        return v.after.format(year=year - 1) if year else v.or_later.format(date=_point(part.start, v))
    assert isinstance(part.end, Point)
    year = _whole_year(part.end) if alone else 0
    return v.before.format(year=year + 1) if year else v.or_earlier.format(date=_point(part.end, v))


def _whole_year(point: Point) -> int:
    """A year of three or four digits that is known and stands alone, which others can be counted from; else 0."""
    return int(point.year) if point.plain and not point.month and 100 <= int(point.year) < 9999 else 0


def _closed_span(start: Point, end: Point, v: Vocabulary) -> str:
    last = _point(end, v)
    return last if start == end else v.span.format(first=_start(start, end, v), last=last)


def _start(start: Point, end: Point, v: Vocabulary) -> str:
    """What a period's two ends share is said with the second only: "12 to 14 February 2019", "44 to 30 BCE"."""
    if not (start.plain and end.plain):
        return _point(start, v)
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        return v.day_alone.format(day=_day_number(int(start.day), v))
    alike = bool(start.day) == bool(end.day) and "01" <= start.month <= "12" and "01" <= end.month <= "12"
    if alike and start.year == end.year:
        return _month(replace(start, year=""), v)
    if not start.month and not end.month and int(end.year) <= 0:
        return _number(1 - int(start.year), v)
    return _point(start, v)


def _point(point: Point, v: Vocabulary) -> str:
    date = _unqualified(point, v)
    *before, sign = point.qualities[: 1 + bool(point.month) + bool(point.day)]
    if not any((*before, sign)):
        return date
    if not any(before) or set(before) == {sign}:
        return v.qualities[sign].format(date=date)
    remarks = (
        v.remarks[sign].format(component=component)
        for component, sign in zip(v.components, point.qualities, strict=True)
        if sign
    )
    return v.partly.format(date=date, remarks=v.comma.join(remarks))


def _unqualified(point: Point, v: Vocabulary) -> str:
    if point.margin:
        first, last = _year(point.earliest[0], v), _year(point.latest[0], v)
        return v.estimate.format(year=_year(int(point.year), v), first=first, last=last)
    if not point.month:
        return _years(point, v)
    if point.month == "XX" and point.day in ("", "XX"):
        unknown = v.month_and_day_unknown if point.day else v.month_unknown
        return unknown.format(date=_years(point, v))
    if point.day == "XX" and point.month.isdigit():
        return v.day_unknown.format(date=_unqualified(replace(point, day=""), v))
    if "X" in point.month + point.day:
        return v.between.format(first=_day(point.earliest, v), last=_day(point.latest, v))
    if "X" in point.year:
        return v.in_years.format(date=_month(replace(point, year=""), v), years=_years(point, v))
    return _timed(_month(point, v), point.time, v)


def _month(point: Point, v: Vocabulary) -> str:
    """A day, a month or a season whose digits are known; without its year if that is empty."""
    number, year = int(point.month), _years(point, v) if point.year else ""
    if number > 12:
        template = v.share if number in _SHARES else v.season
        return template.format(season=v.seasons[number], year=year) if year else v.seasons[number]
    month = v.months[number - 1]
    if not point.day:
        return v.month.format(month=month, year=year) if year else month
    month = (v.months_of_days or v.months)[number - 1]
    return (v.day if year else v.day_of_month).format(day=_day_number(int(point.day), v), month=month, year=year)


def _day(day: Day, v: Vocabulary) -> str:
    year, month, number = day
    name = (v.months_of_days or v.months)[month - 1]
    return v.day.format(day=_day_number(number, v), month=name, year=_year(year, v))


def _day_number(number: int, v: Vocabulary) -> str:
    return v.first_day if number == 1 and v.first_day else str(number)


def _years(point: Point, v: Vocabulary) -> str:
    if "X" not in point.year:
        return _year(int(point.year), v)
    first, *_, last = fitting_years(point.year)
    if not point.year.strip("-X"):
        return v.no_year
    if point.year[0] != "-" and _named_by_round_number(point.year):
        return v.round_years.format(year=first, first=first, last=last)
    if last <= 0:
        return v.years_before_year_1.format(first=1 - first, last=1 - last)
    if 0 < first <= last < 100:
        return v.early_years.format(first=first, last=last)
    return v.years.format(first=_year(first, v), last=_year(last, v))


def _named_by_round_number(mask: str) -> bool:
    """The 1990s for 199X and the 1900s for 19XX; but 190X would be taken for a whole century."""
    digits = mask.rstrip("X")
    return "X" not in digits and (len(digits) == 2 or not digits.endswith("0")) and len(digits) >= 2 and digits >= "10"


def _year(year: int, v: Vocabulary) -> str:
    if year <= 0:
        return v.before_year_1.format(year=_number(1 - year, v))
    return v.early_year.format(year=year) if year < 100 else _number(year, v)


def _number(year: int, v: Vocabulary) -> str:
    return f"{year:,}".replace(",", v.thousands) if year > 9999 else str(year)


def _timed(date: str, time: str, v: Vocabulary) -> str:
    clock, zone = time[:8].removesuffix(":00"), time[8:]
    if not time:
        return date
    return v.time.format(date=date, time=f"{clock} UTC{zone.removeprefix('Z')}" if zone else clock)
