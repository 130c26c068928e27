"""Endings that a glossary form may take in the text: data, one line for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator

Ending = tuple[int, str]
"""How many letters of the stem it replaces, and what stands instead."""

_POSSESSIVE = ("'s", "'")

# What a word of each language may end in, besides as it stands. Where a language bends its words too richly for
# such a list, the author names the forms with `also`.
_PLAIN: dict[str, tuple[str, ...]] = {
    "de": ("s", "es", "n", "en", "e"),
    "es": ("s", "es"),
    "fr": ("s", "x"),
    "nl": ("s", "en", "'s"),
    "pt": ("s", "es"),
}

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z", re.IGNORECASE)
_CONSONANT_Y = re.compile(r"[^aeiou\W]y\Z")
_WORD_END = re.compile(r"\w\Z")


def endings(stem: str, language: str) -> tuple[Ending, ...]:
    """Every ending of a form in a language (a BCP 47 tag; English where it is empty), the bare form first."""
    if not _WORD_END.search(stem):
        return ((0, ""),)
    tongue = language.lower().split("-")[0] or "en"
    if tongue == "en":
        return ((0, ""), *_english(stem))
    return ((0, ""), *((0, ending) for ending in _PLAIN.get(tongue, ())))


def _english(stem: str) -> Iterator[Ending]:
    for possessive in _POSSESSIVE:
        yield 0, possessive
    replaced, plural = _plural(stem)
    for possessive in ("", "'"):
        yield replaced, plural + possessive


def _plural(stem: str) -> Ending:
    if _CONSONANT_Y.search(stem):
        return 1, "ies"
    return 0, "es" if _SIBILANT.search(stem) else "s"
