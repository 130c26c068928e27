"""What an expression means, given what was spoken of before and when the text was published."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from generator.dates.finding.speech import Speech

Pieces = Mapping[str, str]

_FIRST_QUARTER = 33
"""Its number in EDTF."""
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LOOKALIKE = str.maketrans("хі", "xi")
"""Cyrillic letters that are written for Roman numbers."""


@dataclass(slots=True)
class Context:
    """What the text has spoken of so far."""

    speech: Speech
    narrative: bool
    year: int
    """0 where none is known."""
    month: int = 0
    day: int = 0
    last: tuple[int, int, int] = (0, 0, 0)
    """Year, month and day that were spoken of last."""

    @property
    def today(self) -> date | None:
        """The day that everything relative is counted from, where it is known."""
        return _date(self.year, self.month, self.day)

    def speak_of(self, edtf: str) -> None:
        """In a narrative the next expression is understood from this one; in news only one that points back."""
        if edtf.startswith("-") or edtf == "0000":
            self.forget()
        if found := re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z", edtf):
            month = int(found[2] or 0)
            self.last = int(found[1]), month if month <= 12 else 0, int(found[3] or 0)
            if self.narrative:
                self.year, self.month, self.day = self.last

    def forget(self) -> None:
        """After a year before year 1 nothing without a year is understood."""
        self.last = (0, 0, 0)
        if self.narrative:
            self.year = self.month = self.day = 0

    def behind(self, pieces: Pieces) -> Context:
        """What an expression is understood from: "that year" from what was spoken of last."""
        pattern, word = self.speech.pointing_back, pieces.get("relative", "")
        if self.narrative or not pattern or not re.fullmatch(pattern, word):
            return self
        return replace(self, year=self.last[0], month=self.last[1], day=self.last[2])


WHOLE = frozenset(
    {
        "iso-day",
        "day",
        "numeric-day",
        "month",
        "season",
        "quarter",
        "year",
        "hundred-years",
        "decade",
        "century",
        "year-of-an-era",
    }
)
"""The rules for expressions that say all that there is to know."""


def resolve(rule: str, pieces: Pieces, context: Context, ahead: bool) -> str:
    """The expression's date as EDTF; empty where nothing tells it. `ahead`: words before it speak of the future."""
    try:
        return _RULES[rule](pieces, context, ahead)
    except OverflowError:  # before the year 1, or after 9999
        return ""


def _iso_day(pieces: Pieces, context: Context, ahead: bool) -> str:
    return _day(int(pieces["year"]), int(pieces["month_number"]), int(pieces["day_number"]))


def _whole_day(pieces: Pieces, context: Context, ahead: bool) -> str:
    return _day(int(pieces["year"]), _month(pieces, context), _number(pieces["day"]))


def _numeric_day(pieces: Pieces, context: Context, ahead: bool) -> str:
    return _day(int(pieces["year"]), int(pieces["any_month"]), _number(pieces["day"]))


def _whole_month(pieces: Pieces, context: Context, ahead: bool) -> str:
    return f"{pieces['year']}-{_month(pieces, context):02}"


def _whole_season(pieces: Pieces, context: Context, ahead: bool) -> str:
    return f"{pieces['year']}-{_looked_up(pieces['season'], context.speech.seasons)}"


def _whole_quarter(pieces: Pieces, context: Context, ahead: bool) -> str:
    return f"{pieces['year']}-{_FIRST_QUARTER - 1 + _quarter(pieces, context)}"


def _quarter_without_year(pieces: Pieces, context: Context, ahead: bool) -> str:
    quarter = _quarter(pieces, context)
    year = _nearest(context, ahead, 3 * quarter - 2, 1)
    return f"{year:04}-{_FIRST_QUARTER - 1 + quarter}" if year else ""


def _quarter(pieces: Pieces, context: Context) -> int:
    digit = pieces.get("quarter_number", "")
    return int(digit) if digit else _looked_up(pieces["quarter"], context.speech.quarters)


def _year(pieces: Pieces, context: Context, ahead: bool) -> str:
    return pieces["year"]


def _decade(pieces: Pieces, context: Context, ahead: bool) -> str:
    return f"{pieces['decade'][:3]}X"


def _hundred_years(pieces: Pieces, context: Context, ahead: bool) -> str:
    """The 1800s are a century; but the 2000s ten years, so far."""
    return f"{pieces['hundred'][:2]}XX"


def _century(pieces: Pieces, context: Context, ahead: bool) -> str:
    number = _century_number(pieces["century"])
    if _is_before(pieces):
        # The 5th century BCE is the years -0499 to -0400.
        return f"-{number * 100 - 1:04}/-{(number - 1) * 100:04}" if number > 1 else "-0099/0000"
    return f"{number - 1:02}XX" if number else ""


def _is_before(pieces: Pieces) -> bool:
    """BC, v. Chr., av. J.-C., a. C., до н. э."""
    return pieces.get("era", "").startswith(("b", "v", "av", "a. c", "a.c", "a. de", "до"))


def _century_number(written: str) -> int:
    digits = re.sub(r"\D", "", written)
    if digits:
        return int(digits)
    letters = [_ROMAN[each] for each in written.translate(_LOOKALIKE) if each in _ROMAN]
    return sum(-one if one < following else one for one, following in pairwise([*letters, 0]))


def _era(pieces: Pieces, context: Context, ahead: bool) -> str:
    year = int(pieces["any_year"])
    if not year:
        return ""
    if not _is_before(pieces):
        return f"{year:04}"
    return f"-{year - 1:04}" if year > 1 else "0000"


def _day_without_year(pieces: Pieces, context: Context, ahead: bool) -> str:
    month, day = _month(pieces, context), _number(pieces["day"])
    year = _nearest(context, ahead, month, day)
    return _day(year, month, day) if year else ""


def _month_without_year(pieces: Pieces, context: Context, ahead: bool) -> str:
    month = _month(pieces, context)
    year = _nearest(context, ahead, month, 1)
    return f"{year:04}-{month:02}" if year else ""


def _season_without_year(pieces: Pieces, context: Context, ahead: bool) -> str:
    season = _looked_up(pieces.get("bare_season") or pieces["season"], context.speech.seasons)
    if not context.narrative:
        return ""
    return f"{context.year:04}-{season}" if context.year else ""


def _month_of_that_year(pieces: Pieces, context: Context, ahead: bool) -> str:
    year = _that_year(pieces, context)
    return f"{year:04}-{_month(pieces, context):02}" if year else ""


def _season_of_that_year(pieces: Pieces, context: Context, ahead: bool) -> str:
    year = _that_year(pieces, context)
    return f"{year:04}-{_looked_up(pieces['season'], context.speech.seasons)}" if year else ""


def _that_year(pieces: Pieces, context: Context) -> int:
    step = _looked_up(pieces["relative"], context.speech.relative)
    return context.year + step if context.year else 0


def _ago(pieces: Pieces, context: Context, ahead: bool) -> str:
    return _shifted(pieces, context, -1)


def _later(pieces: Pieces, context: Context, ahead: bool) -> str:
    return _shifted(pieces, context, 1) if context.narrative else ""


def _shifted(pieces: Pieces, context: Context, direction: int) -> str:
    written = pieces["number"]
    count = int(written) if written.isdigit() else _looked_up(written, context.speech.numbers)
    return _moved(_unit(pieces, context), count * direction, context, exact=True)


def _named_unit(pieces: Pieces, context: Context, ahead: bool) -> str:
    step = _looked_up(pieces["relative"], context.speech.relative)
    return _moved(_unit(pieces, context), step, context, exact=False)


def _part_of_the_unit(pieces: Pieces, context: Context, ahead: bool) -> str:
    unit = _unit(pieces, context)
    return _moved(unit, 0, context, exact=False) if unit in ("month", "year") else ""


def _moved(unit: str, steps: int, context: Context, exact: bool) -> str:
    """So many units from the day, month or year that is spoken of; a week is its days from Monday to Sunday."""
    today = context.today
    if not context.year:
        return ""
    if unit == "year":
        return f"{context.year + steps:04}"
    if unit == "decade":
        return f"{(context.year + 10 * steps) // 10:03}X" if not exact else f"{context.year + 10 * steps:04}"
    if unit == "century":
        return f"{context.year // 100 + steps:02}XX" if not exact else ""
    if unit == "month" and context.month:
        months = context.year * 12 + context.month - 1 + steps
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if today is None or unit not in ("day", "week"):
        return ""
    if unit == "day":
        return (today + timedelta(days=steps)).isoformat()
    moved = today + timedelta(weeks=steps)
    monday = moved - timedelta(days=moved.weekday())
    return moved.isoformat() if exact and context.narrative else f"{monday}/{monday + timedelta(days=6)}"


def _named_month(pieces: Pieces, context: Context, ahead: bool) -> str:
    """ "last June" is the one before this month, "next June" the one after it; "this June" is this year's."""
    month, step = _month(pieces, context), _looked_up(pieces["relative"], context.speech.relative)
    if not context.year:
        return ""
    passed = month < (context.month or 13)
    year = context.year + {-1: 0 if passed else -1, 0: 0, 1: 1 if passed or month == context.month else 0}[step]
    return f"{year:04}-{month:02}"


def _named_season(pieces: Pieces, context: Context, ahead: bool) -> str:
    step = _looked_up(pieces["relative"], context.speech.relative)
    return f"{context.year + step:04}-{_looked_up(pieces['season'], context.speech.seasons)}" if context.year else ""


def _weekday(pieces: Pieces, context: Context, ahead: bool) -> str:
    today = context.today
    if today is None or context.narrative:
        return ""
    wanted = _looked_up(pieces["weekday"], context.speech.weekdays)
    if ahead:
        return _next(wanted, today)
    return (today - timedelta(days=(today.weekday() - wanted) % 7)).isoformat()


def _named_weekday(pieces: Pieces, context: Context, ahead: bool) -> str:
    today, step = context.today, _looked_up(pieces["relative"], context.speech.relative)
    if today is None:
        return ""
    wanted = _looked_up(pieces["weekday"], context.speech.weekdays)
    if step > 0:
        return _next(wanted, today)
    back = (today.weekday() - wanted) % 7
    return (today - timedelta(days=back or (7 if step else 0))).isoformat()


def _next(weekday: int, today: date) -> str:
    return (today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)).isoformat()


def _deictic(pieces: Pieces, context: Context, ahead: bool) -> str:
    today = context.today
    if today is None or context.narrative:
        return ""
    return (today + timedelta(days=_looked_up(pieces["deictic"], context.speech.days))).isoformat()


def _nearest(context: Context, ahead: bool, month: int, day: int) -> int:
    """The year of a month or day: in a narrative the one spoken of, else of the last one, or of the next one."""
    if not context.year or context.narrative:
        return context.year
    # Where only the year of publication is known, or its month, what is of that time is not after it.
    passed = (month, day) <= (context.month or 12, context.day or 31)
    if ahead:
        return context.year if not passed or month == context.month else context.year + 1
    return context.year if passed else context.year - 1


def _month(pieces: Pieces, context: Context) -> int:
    word = pieces["month"].rstrip(".")
    return _looked_up(word, {**context.speech.short_months, **context.speech.months})


def _unit(pieces: Pieces, context: Context) -> str:
    return next(name for pattern, name in context.speech.units.items() if re.fullmatch(pattern, pieces["unit"]))


def _looked_up(word: str, names: Mapping[str, int]) -> int:
    return names[word] if word in names else next(value for name, value in names.items() if re.fullmatch(name, word))


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _day(year: int, month: int, day: int) -> str:
    found = _date(year, month, day)
    return found.isoformat() if found else ""


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_RULES: Mapping[str, Callable[[Pieces, Context, bool], str]] = {
    "iso-day": _iso_day,
    "day": _whole_day,
    "numeric-day": _numeric_day,
    "month": _whole_month,
    "season": _whole_season,
    "quarter": _whole_quarter,
    "quarter-without-year": _quarter_without_year,
    "year": _year,
    "hundred-years": _hundred_years,
    "decade": _decade,
    "century": _century,
    "year-of-an-era": _era,
    "day-without-year": _day_without_year,
    "month-without-year": _month_without_year,
    "season-without-year": _season_without_year,
    "month-of-that-year": _month_of_that_year,
    "season-of-that-year": _season_of_that_year,
    "ago": _ago,
    "later": _later,
    "named-unit": _named_unit,
    "part-of-the-unit": _part_of_the_unit,
    "named-month": _named_month,
    "named-season": _named_season,
    "named-weekday": _named_weekday,
    "weekday": _weekday,
    "day-named": _deictic,
}
