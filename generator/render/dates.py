"""Dates as templates show them."""

from __future__ import annotations

from generator.dates import Date, parse, words
from generator.render.views import DateView


def date_view(date: Date, language: str) -> DateView:
    """A date in words, with what a machine reads."""
    return DateView(words(date, language), date.raw, date.html_datetime or "")


def written_date(edtf: str, language: str) -> DateView | None:
    """The same for a date that is still text; None for what is no date."""
    try:
        return date_view(parse(edtf), language) if edtf else None
    except ValueError:
        return None
