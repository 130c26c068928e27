"""A language's shapes as one pattern, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dates.finding.speech import Speech

_PIECE = re.compile(r"{([a-z_]+)}")
_YEAR = r"(?:1\d|20)\d\d"
_OPENING = ("month", "weekday", "season", "quarter", "unit", "number", "relative", "deictic", "century")
"""The pieces with which an expression may begin; all others are numbers."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A pattern whose groups are numbered by the shape that they stand in: `month_3` in `shape_3`."""

    pattern: re.Pattern[str]
    shapes: Mapping[str, tuple[str, tuple[str, ...]]]
    """By the group of a shape: its rule, and the names of its pieces."""

    def read(self, found: re.Match[str]) -> tuple[str, dict[str, str]]:
        """The rule that a match was found by, and its pieces in small letters."""
        # The shape's group is the last one to be closed.
        shape = found.lastgroup or ""
        rule, names = self.shapes[shape]
        number = shape.rpartition("_")[2]
        pieces = {name: found[f"{name}_{number}"] for name in names}
        return rule, {name: value.lower() for name, value in pieces.items() if value is not None}


def compile_grammar(speech: Speech) -> Grammar:
    """The grammar of a language."""
    shapes, patterns = {}, []
    for number, (rule, shape) in enumerate(speech.shapes):
        shapes[f"shape_{number}"] = rule, tuple(dict.fromkeys(_PIECE.findall(shape)))
        patterns.append(f"(?P<shape_{number}>{shape_pattern(speech, number)})")
    # Not inside a number, an amount or a word, nor before what makes a quantity of it.
    before, behind = r"(?<![\w$€£#/])(?<![\d][.,])(?<!\d{3}-)(?<!\d-\d\d-)", r"(?![\w/%])(?![.,]\d)"
    # Most words begin nothing, and to try all shapes on each takes four times as long.
    pattern = rf"{before}(?={opening(speech)})(?:{'|'.join(patterns)}){behind}"
    return Grammar(re.compile(pattern), shapes)


def shape_pattern(speech: Speech, number: int) -> str:
    """The pattern of one shape, its pieces as groups with its number behind their names."""
    pieces, (_, shape) = _pieces(speech), speech.shapes[number]
    return _PIECE.sub(lambda found: f"(?P<{found[1]}_{number}>{pieces[found[1]]})", shape)


def opening(speech: Speech) -> str:
    """A pattern of what any expression begins with."""
    pieces = _pieces(speech)
    words = "|".join((*(pieces[name] for name in _OPENING), speech.openings.format(era=speech.era)))
    return rf"\d|(?:{speech.articles})*(?:{words})"


def _pieces(speech: Speech) -> dict[str, str]:
    seasons = _either(speech.seasons)
    return {
        "day": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?\b",
        "day_number": r"(?:0[1-9]|[12]\d|3[01])",
        "month_number": r"(?:0[1-9]|1[0-2])",
        "month": rf"(?:{_either(speech.months)}|{_either(speech.short_months)}\.?)",
        "year": _YEAR,
        "any_month": r"(?:0?[1-9]|1[0-2])",
        "any_year": r"\d{1,4}",
        "era": speech.era,
        "decade": r"(?:1\d|20)\d0",
        "hundred": r"1\d00",
        "century": speech.century,
        "weekday": _either(speech.weekdays),
        "season": seasons,
        "bare_season": seasons,
        "quarter": _either(speech.quarters),
        "quarter_number": r"[1-4]",
        "unit": _either(speech.units),
        "number": rf"(?:\d{{1,3}}|{_either(speech.numbers)})",
        "relative": _either(speech.relative),
        "deictic": _either(speech.days),
    }


def _either(words: Iterable[str]) -> str:
    return rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})\b"
