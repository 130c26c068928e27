"""TimelineJS 3: https://timeline.knightlab.com/docs/json-format.html."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from markupsafe import escape

from generator.catalogue import Catalogue
from generator.dates.calendar import Day
from generator.model import Dated
from generator.render.timelines.days import first_day, last_day

_YEARS_OF_AN_ERA = 1
"""A period that is longer, with both its ends, is also shown as a band over the axis."""


def as_timelinejs(events: Sequence[Dated], title: str, catalogue: Catalogue) -> bytes:
    """A slide for each event, and a band for each longer period. Its texts are HTML, so words are escaped."""
    shown = {
        "title": {"text": {"headline": str(escape(title))}},
        "events": [_slide(each) for each in events],
        "eras": [_era(each) for each in events if _is_era(each)],
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()


def _slide(dated: Dated) -> Mapping[str, object]:
    first, last = first_day(dated.date), last_day(dated.date)
    start = first or last
    slide: dict[str, object] = {"start_date": _date(start, dated)} if start else {}
    if first and last and first != last:
        slide["end_date"] = _date(last, dated)
    paragraphs = (dated.body, f"“{dated.quote}”" if dated.quote else "", dated.note)
    text = "".join(f"<p>{escape(each)}</p>" for each in paragraphs if each)
    link = f'<p><a href="{escape(dated.address)}">{escape(dated.reading)}</a></p>'
    return {
        **slide,
        "display_date": dated.when,
        "text": {
            "headline": str(escape(dated.title)),
            "text": text + (link if dated.address.startswith("http") else ""),
        },
        "group": dated.reading,
        "unique_id": dated.id.replace("/", "--"),
    }


def _date(day: Day, dated: Dated) -> Mapping[str, object]:
    """As fine as the date itself: what is known of a year alone has no month."""
    plain = dated.date.html_datetime
    known = plain.count("-") + 1 if plain else 3
    return dict(list(_whole(day).items())[:known])


def _whole(day: Day) -> Mapping[str, int]:
    return dict(zip(("year", "month", "day"), day, strict=True))


def _is_era(dated: Dated) -> bool:
    first, last = first_day(dated.date), last_day(dated.date)
    return bool(first and last and dated.date.form == "interval" and last[0] - first[0] > _YEARS_OF_AN_ERA)


def _era(dated: Dated) -> Mapping[str, object]:
    first, last = first_day(dated.date), last_day(dated.date)
    return {
        "start_date": _whole(first) if first else {},
        "end_date": _whole(last) if last else {},
        "text": {"headline": str(escape(dated.title))},
    }
