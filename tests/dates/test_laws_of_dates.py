"""Laws that hold for all dates, and a comparison with the `edtf` package, an independent reader of the format."""

from __future__ import annotations

import contextlib
import datetime
import io
import itertools
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from generator.dates import Date, parse, words
from generator.dates.calendar import Day, length

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])

years = st.one_of(
    st.integers(0, 2100).map("{:04}".format),
    st.integers(1, 2100).map("-{:04}".format),
    st.sampled_from(["199X", "19XX", "1XXX", "200X", "156X"]),
)
months = st.one_of(st.integers(1, 12).map("{:02}".format), st.sampled_from(["XX", "02", "00", "13"]))
month_days = st.one_of(st.integers(1, 28).map("{:02}".format), st.sampled_from(["XX", "00", "29", "30", "31", "32"]))
signs = st.sampled_from(["", "", "", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    """A year, month, season or day, now and then an impossible one."""
    text = draw(years)
    shape = draw(st.integers(0, 3))
    if shape == 3:
        return text + "-" + draw(st.sampled_from(["21", "22", "23", "24"]))
    if shape:
        text += "-" + draw(months)
    if shape == 2:
        text += "-" + draw(month_days)
    return text + draw(signs)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A point, an interval or a set, now and then an impossible one."""
    shape = draw(st.sampled_from(["point", "interval", "open", "unknown", "set"]))
    first, second = draw(points()), draw(points())
    if shape == "interval":
        return f"{first}/{second}"
    if shape in ("open", "unknown"):
        edge = ".." if shape == "open" else ""
        return draw(st.sampled_from([f"{first}/{edge}", f"{edge}/{first}"]))
    if shape == "set":
        return draw(st.sampled_from(["[{},{}]", "{{{},{}}}"])).format(first, second)
    return first


def accepted(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def said_or_refused(text: str) -> str:
    """The date in words, or the reason why it is none."""
    try:
        return words(parse(text))
    except ValueError as reason:
        return str(reason)


def theirs(text: str) -> tuple[Day, Day] | None:
    """The bounds that the package gives, None where it refuses the text or fails on it."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            date: Any = parse_edtf(text)
            return tuple(date.lower_strict()[:3]), tuple(date.upper_strict()[:3])
        except Exception:  # the package raises whatever its parts raise
            return None


def comparable(text: str) -> bool:
    """Where the package has another opinion, and why ours stays.

    - Winter ends on 31 December for it; ours goes on to the end of February.
    - An unknown start or end is ten years away from the other one for it; for us it may be at any time.
    - Where digits are unknown, it takes days 29 to 31 without looking whether a month that is meant has one.
    - It swaps the bounds of an unknown month or day before year 0.
    - It accepts periods that end before they start.
    - In sets it takes the first and last member as written, not the earliest and the latest.
    """
    winter = "-24" in text
    unknown = text.startswith("/") or text.endswith("/")
    masked_day = "X" in text and any(f"-{day}" in text for day in ("29", "30", "31"))
    masked_before_0 = "X" in text and any(end.lstrip("?~%").startswith("-") for end in text.split("/"))
    return not (winter or unknown or masked_day or masked_before_0 or text[0] in "[{")


@unhurried
@given(dates())
@example("2000-02-29")
@example("1900-02-29")
@example("156X-12-25")
@example("-0101/0012~")
@example("1984~/2004-06")
def test_bounds_are_those_of_the_edtf_package(text: str) -> None:
    assume(accepted(text) and comparable(text))
    bounds = theirs(text)
    assume(bounds is not None)
    assert (parse(text).earliest, parse(text).latest) == bounds


@unhurried
@given(points())
def test_what_the_edtf_package_accepts_is_accepted(text: str) -> None:
    assume("-02-29" not in text)  # The package takes it in any year, 2019 too.
    assume(comparable(text) and theirs(text) is not None)
    assert accepted(text)


@unhurried
@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: datetime.date) -> None:
    date = parse(day.isoformat())
    assert date.earliest == date.latest == (day.year, day.month, day.day)
    assert date.html_datetime == day.isoformat()
    assert words(date).startswith(f"{day.day} ")


@unhurried
@given(st.integers(-9999, 9999), st.integers(1, 12))
def test_months_repeat_every_four_hundred_years(year: int, month: int) -> None:
    assert length(year, month) == length(year + 400, month)
    assert length(year, month) == length(year % 400 + 400, month)


@unhurried
@given(dates())
def test_a_date_runs_forward_and_stays_as_written(text: str) -> None:
    assume(accepted(text))
    date = parse(text)
    assert date.earliest <= date.latest
    assert date.raw == text
    assert parse(date.raw) == date
    assert hash(parse(text)) == hash(date)
    assert words(date).strip() == words(date) != ""


@unhurried
@given(st.lists(dates().filter(accepted).map(parse), max_size=8), st.data())
def test_the_order_is_total(some: list[Date], data: st.DataObject) -> None:
    ordered = sorted(some, key=lambda date: date.sort_key)
    shuffled = data.draw(st.permutations(some))
    assert ordered == sorted(shuffled, key=lambda date: date.sort_key)
    for one, other in itertools.pairwise(ordered):
        assert (one.sort_key == other.sort_key) == (one == other)


@unhurried
@given(st.text())
def test_no_text_makes_it_fail_otherwise_than_with_words(text: str) -> None:
    assert said_or_refused(text)


@unhurried
@given(st.text("0123456789X-/.~?%[]{},YES TZ:+", max_size=24))
def test_no_text_of_its_own_signs_makes_it_fail_otherwise_than_with_words(text: str) -> None:
    assert said_or_refused(text)


@pytest.mark.parametrize("digit", ["２", "٢", "२", "²", "𝟐"])
def test_only_plain_digits_are_digits(digit: str) -> None:
    for text in (f"{digit}019", f"2019-0{digit}", f"2019-02-0{digit}", f"Y{digit}0000000", f"1950S{digit}"):
        assert not accepted(text)
