"""Numbers that could be years and are none: "2000 euros", "page 1998", "more than 2019 voters"."""

from __future__ import annotations

import re

_AROUND = 40
_COUNTED = re.compile(
    r"[ -](?:\w{1,12} )?(?:men|people|soldiers|troops|voters|euros?|dollars|francs|marks|rubles|pesos|pounds|km|kg|tons|"
    r"tonnes|miles|met(?:er|re)s|words|pages|copies|houses|Menschen|Mann|Soldaten|Seiten|Einwohner|personnes|hommes|soldats|"
    r"habitants|mètres|pages|personas|hombres|soldados|habitantes|metros|páginas|человек|людей|солдат|рублей|метров|"
    r"percent|horses|guns|tanks|aircraft|ships|years?|days|hours|months|weeks|Meter|Jahre|Tage|ans|años|лет|"
    r"GMT|UTC|hrs|Uhr)\b|-(?:page|man|mile|met(?:er|re)|ton|foot|seat|word|strong|odd)\b|\s?[€£$°%]",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:pages?|pp?|rooms?|no|nos|nr|numbers?|chapters?|flights?|routes?|highway|isbn|model|verses?|lines?|version|Seiten?|"
    r"Zimmer|Nummer|Zeile|chambre|numéro|página|habitación|número|страниц\w*|номер\w*)|№|n[º°])\.? \Z",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\b(?:more than|less than|fewer than|over|nearly|almost|some|at least|mehr als|weniger als|über|fast|rund|knapp|mindestens|"
    r"plus de|moins de|près de|presque|quelque|más de|menos de|casi|unos|al menos|более|менее|почти|свыше) \Z",
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(r"\d{3}[ \u00a0]\Z")
_BEFORE_NUMBER = re.compile(r"[ \u00a0]\d{3}")


def is_quantity(text: str, start: int, end: int) -> bool:
    """Whether what could be a year is none, by the words and figures around it."""
    before = text[max(0, start - _AROUND) : start]
    return bool(
        _COUNTED.match(text, end)
        or _BEFORE_NUMBER.match(text, end)
        or any(pattern.search(before) for pattern in (_NUMBERED, _AMOUNT, _AFTER_NUMBER))
    )
