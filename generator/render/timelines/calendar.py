"""iCalendar (RFC 5545): every event as one that takes all day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.catalogue import Catalogue
from generator.dates.calendar import Day
from generator.model import Dated
from generator.render.timelines.days import first_day, is_doubtful, last_day
from generator.text import tidy

if TYPE_CHECKING:
    from icalendar import Event

_STAMP = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""A calendar must say when an entry was made. No clock plays a part in a build, so all were made at the same moment."""


def as_calendar(events: Sequence[Dated], title: str, catalogue: Catalogue) -> bytes:
    """The events in a calendar, which has no days before the year 1 or after 9999; it says how many it lacks.

    What goes on without end is there with its first day only.
    """
    # A build without calendars does not pay for the import.
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", "-//annotated-reader//EN")
    calendar.add("version", "2.0")
    # The library escapes no property of a name that it does not know.
    calendar.add("x-wr-calname", vText(tidy(title)))
    shown = [each for each in events if _days(each)]
    if len(shown) < len(events):
        lacking = len(events) - len(shown)
        calendar.add(
            "x-wr-caldesc",
            vText(
                catalogue.count(
                    "%(num)s event is left out: calendars begin with the year 1.",
                    "%(num)s events are left out: calendars begin with the year 1.",
                    lacking,
                )
            ),
        )
    for each in shown:
        calendar.add_component(_event(each))
    return bytes(calendar.to_ical())


def _event(dated: Dated) -> Event:
    from icalendar import Event

    start, end = _days(dated) or (datetime.date.min, datetime.date.min)
    event = Event()
    event.add("uid", f"{dated.id}@annotated-reader")
    event.add("dtstamp", _STAMP)
    event.add("dtstart", start)
    if end < datetime.date.max:
        event.add("dtend", end + datetime.timedelta(days=1))
    doubtful = is_doubtful(dated.date) or last_day(dated.date) is None or first_day(dated.date) is None
    event.add("summary", _lines(f"{dated.title} ({dated.when})" if doubtful else dated.title))
    event.add("description", _lines("\n".join(filter(None, (dated.when, dated.body, dated.note, dated.reading)))))
    if dated.address.startswith("http"):
        event.add("url", dated.address)
    event.add("status", "TENTATIVE" if doubtful else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _lines(words: str) -> str:
    """The words without control characters: but for line feeds, which are escaped, none may stand in a calendar."""
    return "\n".join(filter(None, map(tidy, words.split("\n"))))


def _days(dated: Dated) -> tuple[datetime.date, datetime.date] | None:
    first, last = first_day(dated.date), last_day(dated.date)
    start, end = _day(first or last), _day(last if first and last else first or last)
    return (start, end) if start and end else None


def _day(day: Day | None) -> datetime.date | None:
    return datetime.date(*day) if day and datetime.MINYEAR <= day[0] <= datetime.MAXYEAR else None
