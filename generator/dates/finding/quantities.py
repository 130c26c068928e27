"""Numbers that could be years and are none: "2000 euros", "page 1998", "more than 2019 voters"."""

from __future__ import annotations

import re

_AROUND = 40
_COUNTED = re.compile(
    r"[ -](?:\w{1,12} )?(?:men|people|votes|members|children|students|soldiers|troops|voters|euros?|dollars|francs|marks|rubles|pesos|pounds|km|kg|tons|"
    r"tonnes|miles|met(?:er|re)s|words|pages|copies|houses|Menschen|Mann|Soldaten|Seiten|Einwohner|personnes|hommes|soldats|"
    r"habitants|mètres|pages|personas|hombres|soldados|habitantes|metros|páginas|человек|людей|солдат|рублей|метров|"
    r"percent|horses|guns|tanks|aircraft|ships|years?|days|hours|months|weeks|Meter|Jahren?|Tagen?|Zuschauer|ans|años|лет|"
    r"GMT|UTC|hrs|Uhr|MB|GB|mm|cm|m)\b|-(?:page|man|mile|met(?:er|re)|ton|foot|seat|word|strong|odd)\b|\s?[€£$°%]",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:section|windows|iso|rfc|box|crowd of|eur|usd|gbp|pages?|pp?|rooms?|no|nos|nr|numbers?|chapters?|flights?|routes?|highway|isbn|model|verses?|lines?|version|Seiten?|"
    r"Zimmer|Nummer|Zeile|chambre|numéro|página|habitación|número|страниц\w*|номер\w*)|№|n[º°])\.? \Z",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\b(?:more than|less than|fewer than|over|nearly|almost|some|at least|mehr als|weniger als|über|fast|rund|knapp|mindestens|"
    r"plus de|moins de|près de|presque|quelque|más de|menos de|casi|unos|al menos|более|менее|почти|свыше) \Z",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:in|since|by|until|till|before|after|during|im jahre?|jahr|seit|en|depuis|l['’]an|l['’]année|desde|año|anno|"
    r"в|с|к) \Z",
    re.IGNORECASE,
)
"""Before a year, whatever is counted behind it: "In 1940 German troops"."""
_BETWEEN = r"\s?(?:[–—-]|to|and|bis|und|à|et|a|y|до|и|по)\s?"
_RANGE = re.compile(rf"{_BETWEEN}(\d{{3,5}})\b", re.IGNORECASE)
_RANGE_BEFORE = re.compile(rf"\b(\d{{4}}){_BETWEEN}\Z")
_RECENT = 1800
_AFTER_NUMBER = re.compile(r"\d{3}[ \u00a0]\Z")
_BEFORE_NUMBER = re.compile(r"[ \u00a0]\d{3}")


def is_quantity(text: str, start: int, end: int) -> bool:
    """Whether what could be a year is none, by the words and figures around it."""
    before = text[max(0, start - _AROUND) : start]
    if _BEFORE_NUMBER.match(text, end) or any(
        pattern.search(before) for pattern in (_NUMBERED, _AMOUNT, _AFTER_NUMBER)
    ):
        return True
    if (following := _RANGE.match(text, end)) and _COUNTED.match(text, following.end()):
        return not (int(text[start:end][-4:]) >= _RECENT <= int(following[1]))
    return bool(_COUNTED.match(text, end)) and not _DATED.search(before) and not _is_end_of_recent(text, start, end)


def _is_end_of_recent(text: str, start: int, end: int) -> bool:
    """Whether a year ends a period of our own time: "between 2013 and 2018 people left"."""
    before = _RANGE_BEFORE.search(text[max(0, start - _AROUND) : start])
    return before is not None and int(before[1]) >= _RECENT <= int(text[start:end][-4:])
