"""The events as a table (RFC 4180), for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from generator.catalogue import Catalogue
from generator.model import Dated
from generator.render.timelines.days import first_day, iso, last_day

_COLUMNS = ("id", "date", "first day", "last day", "in words", "title", "text", "told", "quote", "reading", "address")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
"""Some programs look past spaces, and take the wide signs of East Asia for the others."""
_DATE = re.compile(r"-[\d-]+\Z")


def as_table(events: Sequence[Dated], title: str, catalogue: Catalogue) -> bytes:
    """A line for each event, with a mark at the beginning by which spreadsheets know UTF-8."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for each in events:
        first, last = iso(first_day(each.date)), iso(last_day(each.date))
        cells = (each.id, each.date.raw, first, last, each.when, each.title, each.body, each.told)
        table.writerow(map(_harmless, (*cells, each.quote, each.reading, each.address)))
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """Nothing that a spreadsheet would take for a formula; a date before the common era is none."""
    return f"'{cell}" if _FORMULA.match(cell) and not _DATE.match(cell) else cell
