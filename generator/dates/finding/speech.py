"""How a language speaks of dates: its words, and the shapes of its expressions. A language is one value of this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Speech:
    """Words are in small letters; each is a pattern's alternative, so a letter may be optional: `sept?`."""

    language: str
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    """Abbreviations, with an optional full stop behind them."""
    weekdays: Mapping[str, int]
    """Monday is 0."""
    seasons: Mapping[str, int]
    """EDTF's numbers: spring 21, summer 22, autumn 23, winter 24."""
    quarters: Mapping[str, int]
    """Words before "quarter": "first" 1."""
    units: Mapping[str, str]
    """Words for "day", "week", "month", "year", "decade", "century"."""
    numbers: Mapping[str, int]
    relative: Mapping[str, int]
    """Words before a unit or a name: "last" -1, "this" 0, "next" 1."""
    days: Mapping[str, int]
    """Words for single days: "yesterday" -1."""
    shapes: tuple[tuple[str, str], ...]
    """Name of a rule and its shape, the first that fits goes before the others. `{day}`, `{month}`, `{year}`,
    `{weekday}`, `{season}`, `{quarter}`, `{unit}`, `{number}`, `{relative}`, `{deictic}`, `{decade}`, `{century}`
    stand for a word of that kind."""
    openings: str
    """How a shape begins that begins neither with a number nor with a word of the kinds above; as a pattern, in which
    `{era}` stands for an era."""
    articles: str
    """What may stand before that, and before such a word; as a pattern."""
    ahead: tuple[str, ...] = ()
    """Words before a date that say that it is still to come."""
    era: str = r"(?:bce?|ce|ad)\b"
    """Before or after the common era, as a pattern; the first letter tells which."""
    century: str = r"\d{1,2}(?:st|nd|rd|th)"
    """A century's number."""
    pointing_back: str = ""
    """Those of the words before a unit or a name that are counted from the date spoken of before, also in news: "that
    year"; as a pattern."""
    names: frozenset[str] = field(default_factory=frozenset)
    """Months that are also people's names, or other words: dates by themselves only behind `before_names`."""
    before_names: str = ""
    small_months: bool = False
    """Whether months are written with a small letter, so that one with a capital in a sentence is a name."""
    capitals: frozenset[str] = field(default_factory=frozenset)
    """Words that are dates only with a capital: "May", "March"."""
