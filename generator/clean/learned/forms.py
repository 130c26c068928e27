"""What a unit looks like by itself, whatever it says."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from generator.clean.extent import is_signature
from generator.clean.units import Unit

_BREAKS_OFF = re.compile(r"(?:…|\.\.\.)\W*\Z")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{1,2}:\d\d|[年月]")
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[^\w\s]")
_COMMA = re.compile("[,，、،]")
_MOST = 400
"""So much of a long unit is looked at."""


class Form(NamedTuple):
    """A unit's looks; shares are from 0 to 1."""

    ended: float
    """1 if it ends as a sentence does."""
    words: float
    """The logarithm of how many it has."""
    beside: float
    """Its words beside those of the page's usual paragraph."""
    capitals: float
    """The share of its words with a capital."""
    commas: float
    """For each of its words."""
    breaks_off: float
    date: float
    item: float
    signature: float
    digits: float
    """The share of its letters."""
    signs: float
    """The same."""


FORM = (
    "ended",
    "words",
    "words beside a paragraph's",
    "capitals",
    "commas",
    "breaks off",
    "date",
    "item",
    "signature",
    "digits",
    "signs",
)
"""What a person would call them."""


def form(unit: Unit, usual: float) -> Form:
    """The looks of a unit on a page whose usual paragraph has so many words."""
    words = unit.text[:_MOST]
    has_digit = bool(_DIGIT.search(words))
    parts = words.split()
    size = len(words) or 1
    return Form(
        float(unit.ended),
        math.log1p(unit.words),
        unit.words / usual,
        sum(part[0].isupper() for part in parts) / (len(parts) or 1),
        len(_COMMA.findall(unit.text)) / (unit.words or 1),
        float(bool(_BREAKS_OFF.search(unit.text))),
        float(bool((has_digit or not words.isascii()) and _DATE.search(words))),
        float(unit.bulleted),
        float(is_signature(unit)),
        (len(_DIGIT.findall(words)) if has_digit else 0) / size,
        len(_SIGN.findall(words)) / size,
    )
