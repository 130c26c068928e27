"""Timelines as files for other programs, read by those programs' own rules."""

from __future__ import annotations

import csv
import datetime
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from icalendar import Calendar

from generator.model import Event, Output, Reading, Role
from tests.render.samples import SITE, event, publish, reading

ALL = replace(SITE, outputs=("timelinejs", "icalendar", "csv", "json-ld"))
TEXT = "It was founded in 1874, and closed in the winter of 1951. " * 3
LONG = "a title that goes on and on, with commas; semicolons and a backslash \\ in it, until no line can hold it"


def made(*events: Any) -> Reading:  # noqa: ANN401 - what `samples.event` gives
    return reading(((Role.TITLE, "The Mill"), (Role.PARAGRAPH, TEXT)), events)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    outputs = publish(
        made(
            event("founding", "1874", "founded in 1874", body="By *two* brothers: see [[Mill]]."),
            event("flood", "1632/1634", body="=SUM(A1)"),
            event("day", "2019-02-12"),
            event("caesar", "-0043-03-15"),
            event("open", "2014/.."),
            event("about", "1833~"),
            event("unbegun", "../1990"),
            event("last", "9999-12-31"),
        ),
        site=ALL,
    )
    return {each.path: each.data for each in outputs if "timeline." in each.path}


def test_each_form_is_there_for_the_reading_and_for_all(files: dict[str, bytes]) -> None:
    names = {f"timeline.{suffix}" for suffix in ("json", "ics", "csv", "jsonld", "html")}
    assert set(files) - {"assets/timeline.css"} == names | {f"mill/{each}" for each in names} - {"mill/timeline.html"}


def test_a_site_that_wants_none_has_none() -> None:
    outputs = publish(made(event("day", "2019-02-12")), site=replace(SITE, outputs=()))
    assert not [
        each.path for each in outputs if each.path.rpartition(".")[0].endswith("/timeline") and "css" not in each.path
    ]


def test_the_page_links_to_its_files(files: dict[str, bytes]) -> None:
    outputs = publish(made(event("day", "2019-02-12")), site=ALL)
    page = next(each.data.decode() for each in outputs if each.path == "mill/index.html")
    for suffix, kind in (
        ("json", "application/json"),
        ("ics", "text/calendar"),
        ("csv", "text/csv"),
        ("jsonld", "application/ld+json"),
    ):
        assert f'<a href="timeline.{suffix}" type="{kind}" download>' in page


def _events(data: bytes) -> dict[str, Any]:
    calendar = Calendar.from_ical(data)
    return {str(each["uid"]).split("/")[1].split("@")[0]: each for each in calendar.walk("VEVENT")}


def test_an_event_takes_all_day_and_ends_before_the_next(files: dict[str, bytes]) -> None:
    events = _events(files["mill/timeline.ics"])
    day, years = events["day"], events["flood"]
    assert (day["dtstart"].dt, day["dtend"].dt) == (datetime.date(2019, 2, 12), datetime.date(2019, 2, 13))
    assert (years["dtstart"].dt, years["dtend"].dt) == (datetime.date(1632, 1, 1), datetime.date(1635, 1, 1))
    assert day["dtstart"].params["VALUE"] == "DATE"
    assert "dtend" not in events["last"], "no calendar has the year 10000"


def test_a_calendar_says_what_is_doubtful_and_what_it_lacks(files: dict[str, bytes]) -> None:
    events = _events(files["mill/timeline.ics"])
    assert "caesar" not in events
    assert "1 event is left out" in str(Calendar.from_ical(files["mill/timeline.ics"])["x-wr-caldesc"])
    doubtful = {name for name, each in events.items() if each["status"] == "TENTATIVE"}
    assert doubtful == {"open", "about", "unbegun"}
    assert str(events["about"]["summary"]) == "The about (c. 1833)"
    assert events["open"]["dtend"].dt == datetime.date(2014, 1, 2), "what goes on without end has its first day only"
    assert events["unbegun"]["dtstart"].dt == datetime.date(1990, 12, 31)


def test_lines_of_a_calendar_are_folded_and_its_texts_escaped() -> None:
    outputs = publish(made(replace(event("day", "2019-02-12"), entry=_titled(LONG + "é" * 40))), site=ALL)
    data = next(each.data for each in outputs if each.path == "mill/timeline.ics")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert str(_events(data)["day"]["summary"]) == LONG + "é" * 40


def _titled(title: str) -> Event:
    entry = event("day", "2019-02-12").entry
    assert isinstance(entry, Event)
    return replace(entry, title=title.replace("\\", "\\\\"))


def test_timelinejs_gets_dates_as_fine_as_they_are_known(files: dict[str, bytes]) -> None:
    data = json.loads(files["mill/timeline.json"])
    slides = {each["unique_id"]: each for each in data["events"]}
    assert slides["mill--founding"]["start_date"] == {"year": 1874}
    assert slides["mill--day"]["start_date"] == {"year": 2019, "month": 2, "day": 12}
    assert slides["mill--caesar"]["start_date"]["year"] == -43
    assert slides["mill--about"]["display_date"] == "c. 1833"
    assert "end_date" not in slides["mill--open"]
    assert [each["text"]["headline"] for each in data["eras"]] == ["The flood"]
    assert all({"start_date", "end_date"} <= set(each) for each in data["eras"])


def test_no_text_of_timelinejs_is_markup_that_an_author_wrote() -> None:
    outputs = publish(
        made(replace(event("day", "2019-02-12"), entry=_titled("<img src=x onerror=alert(1)>"))), site=ALL
    )
    slide = json.loads(next(each.data for each in outputs if each.path == "mill/timeline.json"))["events"][0]
    assert slide["text"]["headline"] == "&lt;img src=x onerror=alert(1)&gt;"


def test_a_table_holds_no_formula_and_every_date(files: dict[str, bytes]) -> None:
    rows = {each["id"]: each for each in csv.DictReader(io.StringIO(files["timeline.csv"].decode("utf-8-sig")))}
    assert rows["mill/flood"]["text"] == "'=SUM(A1)"
    assert rows["mill/caesar"]["date"] == rows["mill/caesar"]["first day"] == "-0043-03-15"
    assert (rows["mill/open"]["first day"], rows["mill/open"]["last day"]) == ("2014-01-01", "")
    assert rows["mill/founding"]["text"] == "By two brothers: see Mill."
    assert {each["told"] for each in rows.values()} == {"stated", "supplied"}


def test_linked_data_gives_each_event_its_days(files: dict[str, bytes]) -> None:
    data = json.loads(files["mill/timeline.jsonld"])
    assert "temporalCoverage" not in data, "one event has no beginning, and another no end"
    events = {each["name"]: each for each in data["mentions"]}
    assert {each["@type"] for each in events.values()} == {"Event"}
    assert (events["The flood"]["startDate"], events["The flood"]["endDate"]) == ("1632-01-01", "1634-12-31")
    assert "endDate" not in events["The open"]
    assert events["The founding"]["@id"] == f"{SITE.url}mill/#event-founding"


def test_the_time_that_is_covered_runs_from_the_first_day_to_the_last() -> None:
    def coverage(*dates: str) -> object:
        outputs = publish(made(*(event(f"e{n}", each) for n, each in enumerate(dates))), site=ALL)
        return json.loads(next(each.data for each in outputs if each.path == "mill/timeline.jsonld")).get(
            "temporalCoverage"
        )

    assert coverage("1874", "1632/1634") == "1632-01-01/1874-12-31"
    assert coverage("1874", "2014/..") == "1874-01-01/.."
    assert coverage("../1990", "2014/..") is None


def test_the_same_events_give_the_same_bytes(files: dict[str, bytes]) -> None:
    def again() -> list[Output]:
        return [each for each in publish(made(event("day", "2019-02-12")), site=ALL) if "timeline." in each.path]

    assert again() == again()
