"""The picture that other sites show when somebody passes an address on: the edition's page in small.

It is drawn by the words and the colours alone, so that the same page has the same bytes everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from generator.model import Font
from generator.render.colours import Palette
from generator.render.typeface import Typeface, typeface
from generator.render.typesetting import Setting, fitted, shortened

WIDTH, HEIGHT = 1200, 630
"""In pixels: what Open Graph's readers show without cutting anything off."""

_LEFT, _COLUMN, _RULE, _NOTES, _RIGHT = 84, 716, 858, 892, 1116
"""The text's left edge and width; where the red hairline stands; the notes' left and right edge."""
_TOP, _FOOT = 150, 452
"""Of the room that the title has."""
_SIZES = (84, 76, 68, 60, 54, 48, 43, 38, 34)
_LEADING = 1.16
_LEVELS = 16
"""Steps between the paper and a colour, for smooth edges."""
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
    regular = font.regular.data if font else b""
    italic = font.italic.data if font and font.italic else regular
    return _drawn(words, colours, regular, italic)


def has_words(words: ShareWords, font: Font | None) -> bool:
    """Whether the picture shows its title."""
    title = _plain(words.title)
    return bool(font and title and typeface(font.regular.data).has(title))


@lru_cache(maxsize=512)
def _drawn(words: ShareWords, colours: Palette, regular: bytes, italic: bytes) -> bytes:
    sheet = _Sheet(colours)
    if not regular:
        _page_of_lines(sheet, words.right_to_left)
        return sheet.png()
    face, slanted = typeface(regular), typeface(italic)
    title = _plain(words.title)
    titled = bool(title) and face.has(title)
    if titled:
        _title(sheet, face, title)
        _imprint(sheet, face, slanted, words)
    else:
        _page_of_lines(sheet, words.right_to_left)
    _heading(sheet, face, _plain(words.site), words.right_to_left and not titled)
    return sheet.png()


def _title(sheet: _Sheet, face: Typeface, title: str) -> None:
    setting = fitted(title, face, _SIZES, _COLUMN, _FOOT - _TOP, _LEADING)
    step = setting.size * _LEADING
    first = _TOP + round(setting.size * 0.86)
    baselines = [round(first + index * step) for index in range(len(setting.lines))]
    for line, baseline in zip(setting.lines, baselines, strict=True):
        sheet.write(line, face, setting.size, _LEFT, baseline, sheet.ink)
    _margin(sheet, _marked(sheet, face, setting, baselines))


def _marked(sheet: _Sheet, face: Typeface, setting: Setting, baselines: Sequence[int]) -> list[int]:
    """Where notes begin: level with the lines in which the title's longest words are underlined."""
    words = [(face.width(word), index, word) for index, line in enumerate(setting.lines) for word in line.split()]
    beginnings: list[int] = []
    for _, index, word in sorted(words, key=lambda each: (-each[0], each[1])):
        baseline = baselines[index]
        top = baseline - round(setting.size * 0.62)
        if len(beginnings) < 2 and all(abs(top - each) > 120 for each in beginnings):
            before = setting.lines[index].partition(word)[0]
            left = _LEFT + face.width(before) * setting.size
            depth = baseline + max(5, round(setting.size * 0.13))
            sheet.bar(left, depth, left + face.width(word) * setting.size, depth + 2, sheet.red)
            beginnings.append(top)
    return sorted(beginnings)


def _imprint(sheet: _Sheet, face: Typeface, slanted: Typeface, words: ShareWords) -> None:
    byline, imprint = _plain(words.byline), _plain(words.imprint)
    style = slanted if slanted.has(byline) else face
    lines = [(byline, style, 34, sheet.ink), (imprint, face, 27, sheet.soft)]
    shown = [each for each in lines if each[0] and each[1].has(each[0])]
    baseline = HEIGHT - 84 - 42 * (len(shown) - 1)
    for line, used, size, colour in shown:
        sheet.write(shortened(line, used, _COLUMN / size), used, size, _LEFT, baseline, colour)
        baseline += 42


def _heading(sheet: _Sheet, face: Typeface, site: str, at_the_right: bool) -> None:
    """The site's title in spaced capitals, which stand for the pages' small ones."""
    capitals, size, spacing = site.upper(), 22, 0.12
    if not face.has(capitals):
        return
    shown = shortened(capitals, face, _COLUMN / size / (1 + spacing * 1.6))
    left = WIDTH - _LEFT - face.width(shown, spacing) * size if at_the_right else _LEFT
    sheet.write(shown, face, size, left, 96, sheet.soft, spacing)


def _margin(sheet: _Sheet, beginnings: Sequence[int]) -> None:
    sheet.bar(_RULE, 78, _RULE + 2, HEIGHT - 78, sheet.red)
    for lines, top in zip(_NOTE_LINES, beginnings, strict=False):
        for index, share in enumerate(lines):
            colour = sheet.red if index == 0 else sheet.rule
            sheet.bar(_NOTES, top + index * 22, _NOTES + (_RIGHT - _NOTES) * share, top + index * 22 + 5, colour)


def _page_of_lines(sheet: _Sheet, mirrored: bool) -> None:
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


class _Sheet:
    """Paper with a palette: for each colour the steps from the paper to it."""

    def __init__(self, colours: Palette) -> None:
        self.ink, self.soft, self.rule, self.red = range(4)
        self._image = Image.new("P", (WIDTH, HEIGHT), 0)
        tones = (colours.ink, colours.soft, colours.rule, colours.red)
        self._image.putpalette([part for tone in tones for part in _ramp(colours.paper, tone)])
        self._pen = ImageDraw.Draw(self._image)

    def bar(self, left: float, top: float, right: float, bottom: float, colour: int) -> None:
        """A filled rectangle."""
        area = (round(left), round(top), round(right) - 1, round(bottom) - 1)
        self._pen.rectangle(area, colour * _LEVELS + _LEVELS - 1)

    def write(
        self, words: str, face: Typeface, size: int, left: float, baseline: int, colour: int, spacing: float = 0.0
    ) -> None:
        """One line of words."""
        layer = Image.new("L", (WIDTH, size * 2), 0)
        pen, font = ImageDraw.Draw(layer), face.at(size)
        at = float(left)
        for letter, advance in face.set(words, spacing):
            pen.text((at, size * 1.4), letter, 255, font, "ls")
            at += advance * size
        steps = [value * (_LEVELS - 1) // 255 for value in range(256)]
        place = (0, baseline - round(size * 1.4))
        toned = layer.point([colour * _LEVELS + step for step in steps])
        self._image.paste(toned, place, layer.point([255 if step else 0 for step in steps]))

    def mirror(self) -> None:
        """Left becomes right."""
        self._image = self._image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self._pen = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """The sheet as a file."""
        made = BytesIO()
        self._image.save(made, "PNG", compress_level=6)
        return made.getvalue()


def _ramp(paper: str, colour: str) -> Iterator[int]:
    first, last = ImageColor.getrgb(paper), ImageColor.getrgb(colour)
    for level in range(_LEVELS):
        yield from (round(a + (b - a) * level / (_LEVELS - 1)) for a, b in zip(first[:3], last[:3], strict=True))


def _plain(words: str) -> str:
    """Letters as the font may have them: composed, without what nobody sees."""
    seen = "".join(letter for letter in words if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFC", " ".join(seen.split()))
