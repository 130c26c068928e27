"""Words set in a font: which letters it has, how wide they are, how they stand together.

Pillow spaces letters by their widths alone, or else as whatever library the machine has does it. Here the font's own
kerning is read, so that a picture looks as it should and has the same bytes everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from io import BytesIO
from typing import Any

from PIL import ImageFont

_PAIRS, _EXTENSION = 2, 9
"""Kinds of lookups in a font's table GPOS that matter here."""


@lru_cache(maxsize=4)
def typeface(data: bytes) -> Typeface:
    """The typeface in a font file; its tables are read as they are needed."""
    return Typeface(data)


class Typeface:
    """Measures in ems: a letter's width times the size is its width in pixels."""

    def __init__(self, data: bytes) -> None:
        # fontTools takes a while to load, and not every build draws.
        from fontTools.ttLib import TTFont

        self._data = data
        self._font = TTFont(BytesIO(data), lazy=True)
        self._glyphs: dict[int, str] = self._font.getBestCmap() or {}
        self._em: int = self._font["head"].unitsPerEm
        self._advances: dict[tuple[str, str], float] = {}

    def has(self, words: str) -> bool:
        """Whether the words can be set letter by letter; a mark that stands over another letter cannot."""
        return all(ord(letter) in self._glyphs and unicodedata.category(letter)[0] != "M" for letter in words)

    def width(self, words: str, spacing: float = 0.0) -> float:
        """How wide the words are; `spacing` is added after each letter. KeyError for a letter that it has not."""
        return sum(advance for _, advance in self.set(words, spacing))

    def set(self, words: str, spacing: float = 0.0) -> Iterator[tuple[str, float]]:
        """Each letter, and how far it is from its beginning to that of the next."""
        for letter, following in zip(words, [*words, ""][1:], strict=True):
            yield letter, self._advance(letter, following) + spacing

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """The font in a size, for Pillow to draw with."""
        return _sized(self._data, size)

    def _advance(self, letter: str, following: str) -> float:
        pair = (letter, following)
        if pair not in self._advances:
            name = self._glyphs[ord(letter)]
            kerning = self._kerning(name, self._glyphs[ord(following)]) if following else 0
            self._advances[pair] = (self._font["hmtx"][name][0] + kerning) / self._em
        return self._advances[pair]

    def _kerning(self, first: str, second: str) -> int:
        found = (_value(table, first, second) for table in self._pairs if first in table.Coverage.glyphs)
        return next((value for value in found if value is not None), 0)

    @cached_property
    def _pairs(self) -> Sequence[Any]:
        if "GPOS" not in self._font:
            return ()
        table = self._font["GPOS"].table
        wanted = {
            index
            for record in (table.FeatureList.FeatureRecord if table.FeatureList else ())
            if record.FeatureTag == "kern"
            for index in record.Feature.LookupListIndex
        }
        lookups = [table.LookupList.Lookup[index] for index in sorted(wanted)]
        subtables = [part for lookup in lookups for part in lookup.SubTable]
        unwrapped = [part.ExtSubTable if part.LookupType == _EXTENSION else part for part in subtables]
        return [part for part in unwrapped if part.LookupType == _PAIRS]


def _value(table: Any, first: str, second: str) -> int | None:  # noqa: ANN401
    """How much closer two glyphs stand by one table of pairs; None where it leaves that to the next."""
    if table.Format == 1:
        records = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
        record = next((each for each in records if each.SecondGlyph == second), None)
        return _advance(record.Value1) if record else None
    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
    return _advance(row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1)


def _advance(value: Any) -> int:  # noqa: ANN401
    return getattr(value, "XAdvance", 0) or 0


@lru_cache(maxsize=32)
def _sized(data: bytes, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
