"""The picture that other sites show when somebody passes an address on: the edition's page in small.

It is drawn by the words and the colours alone, so that the same page has the same bytes everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Font
from generator.render.colours import Palette
from generator.render.sheet import Sheet
from generator.render.typeface import Typeface, typeface
from generator.render.typesetting import Setting, fitted, shortened

WIDTH, HEIGHT = 1200, 630
"""In pixels: what Open Graph's readers show without cutting anything off."""
MOST_BYTES = 25_000
"""Of a picture."""

_LEFT, _COLUMN, _RULE, _NOTES, _RIGHT = 84, 716, 858, 892, 1116
"""The text's left edge and width; where the red hairline stands; the notes' left and right edge."""
_TOP, _FOOT = 150, 452
"""Of the room that the title has."""
_SIZES = (84, 76, 68, 60, 54, 48, 43, 38, 34)
_LEADING = 1.16
_APART = 120
"""The least distance of two notes' beginnings."""
_NOTE_LINES = ((0.42, 1.0, 0.93, 0.7), (0.6, 0.97, 0.45), (0.35, 0.9, 1.0, 0.85, 0.3))
"""Margin notes as lines, the first one red: each a share of their width."""


@dataclass(frozen=True, slots=True)
class ShareWords:
    """What the picture says; whatever the font cannot set is left out."""

    title: str
    byline: str = ""
    imprint: str = ""
    site: str = ""
    right_to_left: bool = False


def share_picture(words: ShareWords, colours: Palette, font: Font | None) -> bytes:
    """The picture as PNG; one without words where there is no font, or none that has the title's letters."""
    face = typeface(font.regular.data) if font else None
    slanted = typeface(font.italic.data) if font and font.italic else face
    return _drawn(words, colours, face, slanted)


def has_words(words: ShareWords, font: Font | None) -> bool:
    """Whether the picture shows its title."""
    return font is not None and _can_set(typeface(font.regular.data), _plain(words.title))


@lru_cache(maxsize=512)
def _drawn(words: ShareWords, colours: Palette, face: Typeface | None, slanted: Typeface | None) -> bytes:
    """Kept, since a preview asks for the same pictures at every save."""
    sheet, title = Sheet(WIDTH, HEIGHT, colours), _plain(words.title)
    titled = face is not None and _can_set(face, title)
    if face and slanted and titled:
        _title(sheet, face, title)
        _imprint(sheet, face, slanted, words)
    else:
        _page_of_lines(sheet, words.right_to_left)
    if face:
        _heading(sheet, face, _plain(words.site), words.right_to_left and not titled)
    return sheet.png(MOST_BYTES)


def _title(sheet: Sheet, face: Typeface, title: str) -> None:
    setting = fitted(title, face, _SIZES, _COLUMN, _FOOT - _TOP, _LEADING)
    step = setting.size * _LEADING
    first = _TOP + round(setting.size * 0.86)
    baselines = [round(first + index * step) for index in range(len(setting.lines))]
    for line, baseline in zip(setting.lines, baselines, strict=True):
        sheet.write(line, face, setting.size, _LEFT, baseline, sheet.ink)
    _margin(sheet, _marked(sheet, face, setting, baselines))


def _marked(sheet: Sheet, face: Typeface, setting: Setting, baselines: Sequence[int]) -> list[int]:
    """Where notes begin: level with the lines in which the title's longest words are underlined."""
    words = [(face.width(found[0]), index, found) for index, line in enumerate(setting.lines) for found in _words(line)]
    beginnings: list[int] = []
    for width, index, found in sorted(words, key=lambda each: (-each[0], each[1])):
        baseline = baselines[index]
        top = baseline - round(setting.size * 0.62)
        if len(beginnings) < 2 and all(abs(top - each) > _APART for each in beginnings):
            left = _LEFT + face.width(found.string[: found.start()]) * setting.size
            depth = baseline + max(5, round(setting.size * 0.13))
            sheet.bar(left, depth, left + width * setting.size, depth + 2, sheet.red)
            beginnings.append(top)
    return sorted(beginnings)


def _words(line: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"\S+", line)


def _imprint(sheet: Sheet, face: Typeface, slanted: Typeface, words: ShareWords) -> None:
    byline, imprint = _plain(words.byline), _plain(words.imprint)
    style = slanted if _can_set(slanted, byline) else face
    lines = [(byline, style, 34, sheet.ink), (imprint, face, 27, sheet.soft)]
    shown = [each for each in lines if _can_set(each[1], each[0])]
    baseline = HEIGHT - 84 - 42 * (len(shown) - 1)
    for line, used, size, colour in shown:
        sheet.write(shortened(line, used, _COLUMN / size), used, size, _LEFT, baseline, colour)
        baseline += 42


def _heading(sheet: Sheet, face: Typeface, site: str, at_the_right: bool) -> None:
    """The site's title in spaced capitals, which stand for the pages' small ones."""
    capitals, size, spacing = site.upper(), 22, 0.12
    if not _can_set(face, capitals):
        return
    shown = shortened(capitals, face, _COLUMN / size / (1 + spacing * 1.6))
    left = WIDTH - _LEFT - face.width(shown, spacing) * size if at_the_right else _LEFT
    sheet.write(shown, face, size, left, 96, sheet.soft, spacing)


def _margin(sheet: Sheet, beginnings: Sequence[int]) -> None:
    sheet.bar(_RULE, 78, _RULE + 2, HEIGHT - 78, sheet.red)
    for lines, top in zip(_NOTE_LINES, beginnings, strict=False):
        for index, share in enumerate(lines):
            colour = sheet.red if index == 0 else sheet.rule
            sheet.bar(_NOTES, top + index * 22, _NOTES + (_RIGHT - _NOTES) * share, top + index * 22 + 5, colour)


def _page_of_lines(sheet: Sheet, mirrored: bool) -> None:
    """A page without words: a title, two paragraphs, and notes in the margin."""
    shares = (1.0, 0.97, 1.0, 0.94, 0.99, 0.55, 0.0, 1.0, 0.96, 0.99, 0.38)
    sheet.bar(_LEFT, _TOP, _LEFT + _COLUMN * 0.62, _TOP + 22, sheet.ink)
    for index, share in enumerate(shares):
        top = _TOP + 74 + index * 32
        if share:
            sheet.bar(_LEFT, top, _LEFT + _COLUMN * share, top + 7, sheet.rule)
    for row, start, end in ((1, 0.31, 0.52), (8, 0.08, 0.24)):
        depth = _TOP + 74 + row * 32
        sheet.bar(_LEFT + _COLUMN * start, depth, _LEFT + _COLUMN * end, depth + 7, sheet.ink)
        sheet.bar(_LEFT + _COLUMN * start, depth + 14, _LEFT + _COLUMN * end, depth + 16, sheet.red)
    _margin(sheet, (_TOP + 74 + 32, _TOP + 74 + 8 * 32))
    if mirrored:
        sheet.mirror()


def _can_set(face: Typeface, words: str) -> bool:
    return bool(words) and face.has(f"{words} …")


def _plain(words: str) -> str:
    """Letters as the font may have them: composed, without what nobody sees."""
    seen = "".join(letter for letter in words if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFC", " ".join(seen.split()))
