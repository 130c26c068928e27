"""Metadata from the lines themselves: title, authors, day, the place a report was filed from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.clean.calendar import find_day
from generator.clean.names import authors_of
from generator.clean.units import Unit
from generator.model import Metadata, Role

_FILED = re.compile(
    r"(?P<place>[^\W\d_][^\d()\n–—]{1,48}?)(?:,\s++[^\W\d_][^\s,()]{2,12}\s++\d{1,2})?"
    r"(?:\s*+(?P<agency>\([^()]{2,40}\)))?\s*+(?:--|—|–|-)\s+\S"
)
_ARABIC_FILED = re.compile(r"(?P<place>[\u0600-\u06ff\s]{2,25})\s*(?P<agency>\([^()]{2,30}\))\s*[-–—]\s")


def facts(judged: Sequence[tuple[Unit, Role]], known: Metadata) -> Metadata:
    """The page's own metadata, completed from the judged units."""
    by_role: dict[Role, list[Unit]] = {}
    for unit, role in judged:
        by_role.setdefault(role, []).append(unit)
    lines = [*by_role.get(Role.BYLINE, ()), *by_role.get(Role.DATELINE, ())]
    authors = tuple(dict.fromkeys(name for unit in by_role.get(Role.BYLINE, ()) for name in authors_of(unit.text)))
    return replace(
        known,
        title=_first(by_role, Role.TITLE) or known.title,
        subtitle=known.subtitle or _first(by_role, Role.SUBTITLE),
        authors=known.authors or authors,
        published=known.published or next((day for unit in lines if (day := find_day(unit.text))), ""),
        dateline=known.dateline or _dateline(by_role.get(Role.PARAGRAPH, ())),
    )


def _first(by_role: dict[Role, list[Unit]], role: Role) -> str:
    return by_role[role][0].text if by_role.get(role) else ""


def _dateline(paragraphs: Sequence[Unit]) -> str:
    """The place at the head of the first paragraph: "DUSHANBE --", "Berlin (dpa) -"."""
    if not paragraphs:
        return ""
    found = _FILED.match(paragraphs[0].text) or _ARABIC_FILED.match(paragraphs[0].text)
    if not found:
        return ""
    place = found["place"].strip(" ,")
    city = place.split(",")[0]
    return place if city.isupper() or (found["agency"] and len(place.split()) <= 4) else ""
