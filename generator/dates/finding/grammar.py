"""A language's shapes as one pattern, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.dates.finding.speech import Speech

_YEAR = r"(?:1\d|20)\d\d"


@dataclass(frozen=True, slots=True)
class Grammar:
    """A pattern whose groups are numbered by the shape that they stand in: `month_3`."""

    pattern: re.Pattern[str]
    rules: tuple[str, ...]
    """The rule of each shape, in their order."""

    def read(self, found: re.Match[str]) -> tuple[str, dict[str, str]]:
        """The rule that a match was found by, and its pieces in small letters."""
        index = next(number for number in range(len(self.rules)) if found[f"shape_{number}"] is not None)
        pieces = {
            name.rpartition("_")[0]: value.lower()
            for name, value in found.groupdict().items()
            if value is not None and name.endswith(f"_{index}")
        }
        return self.rules[index], pieces


def compile_grammar(speech: Speech) -> Grammar:
    """The grammar of a language."""
    shapes = []
    for index, (_, shape) in enumerate(speech.shapes):
        named = {name: f"(?P<{name}_{index}>{pattern})" for name, pattern in _pieces(speech).items()}
        shapes.append(f"(?P<shape_{index}>{re.sub(r'{([a-z_]+)}', lambda each, n=named: n[each[1]], shape)})")  # type: ignore[misc]
    # Not inside a number, an amount or a word, nor before what makes a quantity of it.
    pattern = rf"(?<![\w$€£#/])(?<![\d][.,])(?<!\d{{3}}-)(?<!\d-\d\d-)(?:{'|'.join(shapes)})(?![\w/%])(?![.,]\d)"
    return Grammar(re.compile(pattern), tuple(rule for rule, _ in speech.shapes))


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
