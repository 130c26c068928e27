"""The Gregorian calendar, counted back before its invention, with year 0 before year 1, for years of any size."""

from __future__ import annotations

import itertools
import string
from collections.abc import Iterator, Sequence

Day = tuple[int, int, int]
"""Year, month, day."""

SEASONS = {
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28, 30), (12, 14)),
    **dict(zip((33, 34, 35, 36), ((1, 3), (4, 6), (7, 9), (10, 12)), strict=True)),
    **dict(zip((37, 38, 39), ((1, 4), (5, 8), (9, 12)), strict=True)),
    **dict(zip((40, 41), ((1, 6), (7, 12)), strict=True)),
}
"""First and last month of each season, quarter, third and half of a year, by its number in EDTF. Month 14 is the
next February. Where no hemisphere is named, the northern one is meant."""


def length(year: int, month: int) -> int:
    """How many days the month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def bounds(year: str, month: str, day: str) -> tuple[Day, Day] | None:
    """First and last of the days that fit the digits, where X stands for any digit; None if none fits."""
    years = fitting_years(year)
    first = next(_fitting(years, month, day, 1), None)
    last = next(_fitting(years, month, day, -1), None)
    return (first, last) if first and last else None


def season_bounds(year: str, season: int) -> tuple[Day, Day]:
    """First and last day of a season, of the years that fit the digits."""
    years = fitting_years(year)
    first, last = SEASONS[season]
    end_year, end_month = (years[-1] + 1, last - 12) if last > 12 else (years[-1], last)
    return (years[0], first, 1), (end_year, end_month, length(end_year, end_month))


def fitting_years(mask: str) -> Sequence[int]:
    """The years whose digits fit, in order; X stands for any digit."""
    if "X" not in mask:
        return [int(mask)]
    choices = (string.digits if digit == "X" else digit for digit in mask.lstrip("-"))
    fitting = [int("".join(digits)) for digits in itertools.product(*choices)]
    return [-year for year in reversed(fitting) if year] if mask.startswith("-") else fitting


def estimate_bounds(year: int, margin: int) -> tuple[Day, Day]:
    """First and last day of the years that share all of the year's digits but the last `margin` ones."""
    size = 10**margin
    first = abs(year) // size * size
    years = sorted((first, first + size - 1) if year >= 0 else (-first, -first - size + 1))
    return (years[0], 1, 1), (years[1], 12, 31)


def _fitting(years: Sequence[int], month: str, day: str, step: int) -> Iterator[Day]:
    return (
        (each_year, each_month, each_day)
        for each_year in years[::step]
        for each_month in _numbers(month, 12)[::step]
        for each_day in _numbers(day, length(each_year, each_month))[::step]
    )


def _numbers(mask: str, highest: int) -> Sequence[int]:
    return [number for number in range(1, highest + 1) if _fits(f"{number:02}", mask)]


def _fits(digits: str, mask: str) -> bool:
    return all(wanted in ("X", digit) for digit, wanted in zip(digits, mask, strict=True))
