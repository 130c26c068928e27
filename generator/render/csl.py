"""Works as CSL-JSON, which reference managers and citation processors read.

Source: https://resource.citationstyles.org/schema/latest/input/json/csl-data.json
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator.dates import Date, Point, Span, words
from generator.render.person_names import Name
from generator.render.works import Work

Item = dict[str, object]
_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


def csl_json(works: Iterable[Work], language: str) -> str:
    """The works as a JSON array; dates that CSL cannot reckon with are in words of the language."""
    items = ",\n".join(_written(_item(work, language)) for work in works)
    return f"[\n{items}\n]\n"


def _written(item: Item) -> str:
    """A line for each field, since people copy it too."""
    fields = (f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items())
    return "{\n" + ",\n".join(fields) + "\n}"


def _item(work: Work, language: str) -> Item:
    fields: Item = {
        "id": work.key,
        "type": "webpage" if work.address else "document",
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "editor": [_name(name) for name in work.editors],
        "publisher": work.publisher,
        "container-title": work.container,
        "issued": _date(work.published, language) if work.published else {},
        "genre": work.genre,
        "URL": work.address,
        "language": work.language,
        "note": work.note,
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: Name) -> Mapping[str, str]:
    return {"family": name.family, "given": name.given} if name.family else {"literal": name.whole}


def _date(date: Date, language: str) -> Item:
    part = date.parts[0]
    points = (part.start, part.end) if isinstance(part, Span) else (part,)
    known = [point for point in points if isinstance(point, Point) and _has_parts(point)]
    if date.form not in ("point", "interval") or len(known) < len(points):
        return {"literal": words(date, language)}
    made: Item = {"date-parts": [_parts(point) for point in known]}
    if len(known) == 1 and known[0].month in _SEASONS:
        made["season"] = _SEASONS[known[0].month]
    return made | ({"circa": True} if date.approximate or date.uncertain else {})


def _has_parts(point: Point) -> bool:
    """Whether every digit is known; seasons but the four plain ones have no number in CSL."""
    exact = "X" not in point.year + point.month + point.day and not point.margin
    return exact and (point.month <= "12" or point.month in _SEASONS)


def _parts(point: Point) -> list[int]:
    """Year, month and day as far as they are known; CSL has no year 0, so 1 BCE is -1."""
    year = int(point.year)
    months = [int(point.month)] if "01" <= point.month <= "12" else []
    return [year if year > 0 else year - 1, *months, *([int(point.day)] if months and point.day else [])]
