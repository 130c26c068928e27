"""The drawings of a timeline: what stands where, in percent of a width that only the browser knows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse
from generator.render.drawing import Drawn, Told, drawing_view, telling_view
from generator.render.drawing.axis import axis, extent
from generator.render.drawing.ticks import axis_view
from generator.render.views import DrawingView, RowView

_EVERY_KIND = """
2019-02-12 2019-02 2019 199X 19XX 1992/1997 2014/.. ../1990 2015~ 1833? -0043 -0499/-0400 0079-08-24 1520/1523 [..1849]
[1851..] [..1700,1990..] 2018-33 1789-07-14 Y-13800000000 Y170000002 1945-05-08 1945-09-02 {1667,1668..1672}
"""
DATES = st.sampled_from(_EVERY_KIND.split())
NARROW = 280
LETTER = 8.5


def _drawn(*dates: str, language: str = "en", mirrored: bool = False) -> DrawingView:
    view = drawing_view([Drawn(parse(each), each, "stated") for each in dates], language, mirrored)
    assert view
    return view


def _number(percent: str) -> float:
    return float(percent.removesuffix("%"))


@given(st.lists(DATES, min_size=2, max_size=12), st.booleans())
def test_every_mark_and_label_lies_inside(dates: list[str], mirrored: bool) -> None:
    for row in _drawn(*dates, mirrored=mirrored).rows:
        left, width = _number(row.mark.left), _number(row.mark.width)
        assert -0.1 <= left <= left + width <= 100.2
        assert 0 <= _number(row.mark.at) <= 100
        assert -0.1 <= _number(row.label.left) <= _number(row.label.left) + _number(row.label.width) <= 100.2
        assert _number(row.label.width) >= 49.9, "half of the drawing is there for the words"


@given(st.lists(DATES, min_size=2, max_size=12))
def test_what_was_earlier_stands_before_what_was_later(dates: list[str]) -> None:
    extents = [extent(parse(each)) for each in dates]
    drawn = axis(extents)
    moments = sorted(each for one in extents for each in one.known)
    places = [drawn.at(each) for each in moments]
    assert all(one <= two + 1e-6 for one, two in pairwise(places))
    assert all(0 <= each <= 100 for each in places)


@given(st.lists(DATES, min_size=2, max_size=12), st.sampled_from(["en", "de", "ru", "fa"]))
def test_labels_of_an_axis_do_not_touch_in_the_narrowest_window(dates: list[str], language: str) -> None:
    view = axis_view(axis([extent(parse(each)) for each in dates]), language, mirrored=False)
    ends = 0.0
    for tick in view.ticks:
        wide = len(tick.words) * LETTER
        start = _number(tick.at) * NARROW / 100 - wide * {"start": 0, "middle": 0.5, "end": 1}[tick.anchor]
        assert start >= ends - 0.5
        ends = start + wide


def test_from_right_to_left_it_is_a_mirror_image() -> None:
    dates = ("1992/1997", "2005", "2014/..", "2019-02-12")
    for one, two in zip(_drawn(*dates).rows, _drawn(*dates, mirrored=True).rows, strict=True):
        assert _number(one.mark.at) == pytest.approx(100 - _number(two.mark.at), abs=0.11)
        left = 100 - _number(two.mark.left) - _number(two.mark.width)
        assert _number(one.mark.left) == pytest.approx(left, abs=0.11)
        assert {one.mark.fades, two.mark.fades} in ({""}, {"right", "left"})


def test_eras_that_are_centuries_apart_are_shown_with_a_break() -> None:
    view = _drawn("-0043-03-15", "-0042", "-0030", "1789-07-14", "1792", "1793-01-21", "1799")
    assert len(view.axis.breaks) == 1
    gap = view.axis.breaks[0]
    places = [_number(row.mark.at) for row in view.rows]
    assert places[2] < _number(gap.left)
    assert _number(gap.left) + _number(gap.width) <= places[3]
    assert places[2] - places[0] > 20, "the few years of each era are drawn wide enough to be told apart"
    assert places[6] - places[3] > 20


def test_dates_that_are_evenly_spread_are_shown_without_a_break() -> None:
    assert not _drawn("1900", "1920", "1940", "1960", "1980").axis.breaks


def test_each_kind_of_date_has_its_shape() -> None:
    def shape(row: RowView) -> tuple[bool, str, bool]:
        return row.mark.day, row.mark.fades, row.mark.dashed

    rows = _drawn("2019-02-12", "1992/1997", "2014/..", "../1990", "2015~", "1833?").rows
    assert [shape(row) for row in rows] == [
        (True, "", False),
        (False, "", False),
        (False, "right", False),
        (False, "left", False),
        (False, "", True),
        (False, "", True),
    ]


def test_marks_are_explained_where_they_differ() -> None:
    events = [Drawn(parse("2015"), "a", "stated"), Drawn(parse("2016~"), "b", "supplied")]
    view = drawing_view(events, "en", mirrored=False)
    assert view
    assert (view.told, view.dashed, view.fading) == (("stated", "supplied"), True, False)
    assert _drawn("2015", "2016").told == ()


def test_one_event_needs_no_drawing() -> None:
    assert drawing_view([Drawn(parse("2015"), "a", "stated")], "en", mirrored=False) is None


def _places(*dates: str) -> list[Told]:
    return [Told(parse(each), each, each, f"#d-{number}", str(number // 2)) for number, each in enumerate(dates)]


def test_the_order_of_telling_runs_down_and_that_of_happening_across() -> None:
    view = telling_view(_places("2019", "1992/1997", "2005", "2005"), "en", mirrored=False)
    assert view
    assert [point.address for point in view.points] == ["#d-0", "#d-1", "#d-2", "#d-3"]
    tops = [float(point.top.removesuffix("em")) for point in view.points]
    assert all(two - one >= 1.8 for one, two in pairwise(tops))
    across = [_number(point.at) for point in view.points]
    assert across[1] < across[2] == across[3] < across[0]
    assert [point.paragraph for point in view.points] == ["0", "", "1", ""]
    assert view.path == " ".join(f"{each:g},{number}" for number, each in enumerate(across))


@pytest.mark.parametrize("dates", [["2015", "2016"], ["2015"] * 5, ["2015", "2016"] * 50])
def test_too_little_or_too_much_is_not_drawn(dates: list[str]) -> None:
    assert telling_view(_places(*dates), "en", mirrored=False) is None
