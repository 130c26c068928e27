"""What a person probably meant by text that is no EDTF date, and how EDTF writes it."""

from __future__ import annotations

import re

from generator.dates import calendar
from generator.dates.languages import ENGLISH

_YEAR = r"(-?\d{4})"
_DATE = r"(-?\d{4}(?:-\d\d(?:-\d\d)?)?)"
_HINTS = [
    (r"", "the date is missing: write a year, a month or a day, like 2019, 2019-02 or 2019-02-12"),
    (_DATE, "write {0}, with plain hyphens"),
    (rf"{_YEAR}\s*(?:-|--|to|until)\s*{_YEAR}", "write {0}/{1} for a period"),
    (rf"{_YEAR}/(\d\d)", "write both years of a period with four digits"),
    (rf"(?:since|from|after) {_DATE}|{_DATE}(?:-|/(?:open|now|present|today))", "write {0}/.. if it goes on"),
    (rf"(?:until|till|before|to) {_DATE}|(?:-|open/){_DATE}", "write ../{0} if it has no beginning"),
    (rf"{_DATE}/(?:unknown|\?)", "write {0}/ if its end is not known"),
    (rf"(?:c|ca|circa|about|around|approx)\.?\s*{_DATE}", "write {0}~ for an approximate date"),
    (rf"(?:perhaps|probably|possibly|maybe) {_DATE}", "write {0}? for an uncertain date"),
    (rf"{_DATE}(?:\?~|~\?)", "write {0}% for a date that is both uncertain and approximate"),
    (r"(?:the )?(\d{3})0(?:'?s|[xu])|(\d{3})[xu]", "write {0}X for the ten years from {0}0 on"),
    (r"(\d\d)(?:xx|uu)", "write {0}XX for the hundred years from {0}00 on"),
    (r"(\d{4})-(?:xx|uu)", "write {0}-XX, with capitals, for a month that is not known"),
    (r"\d{1,2}(?:st|nd|rd|th) century", "write 18XX for the years 1800 to 1899"),
    (r"(\d{4})(\d\d)(\d\d)", "write {0}-{1}-{2}, with hyphens"),
    (r"(\d{4})[./](\d\d)[./](\d\d)", "write {0}-{1}-{2}, with hyphens"),
    (r"\d{4}-\d{1,2}(?:-\d{1,2})?", "a month and a day have two digits each: 2019-02-12"),
    (r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", "write the year first, then the month, then the day: 2019-02-12"),
    (r"-?\d{1,3}", "a year has four digits, with zeros before it if need be: 0079"),
    (r"(-?[1-9]\d{4,})", "write Y{0} for a year of more than four digits"),
    (r"(?:spring|summer|autumn|fall|winter),? \d{4}", "write 2019-21 for spring, -22 summer, -23 autumn, -24 winter"),
    (r"[\d,]+ ?b\.?c\.?(?:e\.?)?", "write years before year 1 with a minus, 1 BCE being 0000: 44 BCE is -0043"),
    (r"(\d{1,3}) ?(?:a\.?d\.?|c\.?e\.?)", "a year has four digits, with zeros before it if need be: 0079"),
    (rf"{_DATE}T.*", "write the time of day only after a whole day: 2019-02-12T23:20:30"),
    (rf"{_DATE} \d.*", "write a T between the day and the time of day: 2019-02-12T23:20:30"),
    (r".*/.*/.*", "a period has one stroke: 1992/1997"),
    (r".*[a-z]{3}.*", "write the date in digits, the year first: 2019-02-12, 2019-02 or 2019"),
    (r".*\s.*", "a date has no spaces in it: 2019-02-12, 1992/1997"),
]
_UNDERSTOOD = "2019-02-12, 2019-02, 2019, 1992/1997, 2014/.. or 2015~"


def explain(text: str) -> str:
    """What is wrong with text that is no date, and how to write what it seems to mean, in one clause."""
    plain = re.sub("[‐‑‒–—―−]", "-", text)
    for pattern, advice in _HINTS:
        if found := re.fullmatch(pattern, plain, re.ASCII | re.IGNORECASE):
            return advice.format(*(group for group in found.groups() if group))
    if not text.isascii():
        stranger = next(letter for letter in text if not letter.isascii())
        return f"a date is written in plain digits and signs, without “{stranger}”: {_UNDERSTOOD}"
    return f"this is no date in EDTF: write one like {_UNDERSTOOD}"


def impossible(year: str, month: str, day: str) -> str:
    """Why no day of the calendar fits these digits."""
    if not calendar.bounds("2000", month or "XX", "XX"):
        return _impossible_month(year, month)
    if day == "00" or (day.isdigit() and day > "31"):
        return "a day is 01 to 31"
    if "X" in month:
        return f"no month that fits {month} has a day {day}"
    name = ENGLISH.months[int(month) - 1]
    if "X" in year:
        return f"no {name} of the years {year} has a day {day}"
    return f"{name} {int(year)} has {calendar.length(int(year), int(month))} days"


def _impossible_month(year: str, month: str) -> str:
    if month.isdigit() and int(month) in calendar.SEASONS:
        return "a season has no days: write 2019-21 for spring 2019"
    explanation = "a month is 01 to 12, a season 21 to 24"
    if month.isdigit() and year.isdigit() and month > year[2:]:
        explanation += f": write {year}/{year[:2]}{month} for a period"
    return explanation
