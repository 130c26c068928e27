"""A sheet of paper to draw on, small as a file: sixteen steps from the paper to each of the page's colours."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from generator.render.colours import Palette
from generator.render.typeface import Typeface

_LEVELS = 16
"""Steps between the paper and a colour, for smooth edges."""


class Sheet:
    """Measured in pixels from its left upper corner. Its colours are `ink`, `soft`, `rule` and `red`."""

    def __init__(self, width: int, height: int, colours: Palette) -> None:
        self.ink, self.soft, self.rule, self.red = range(4)
        self._image = Image.new("P", (width, height), 0)
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
        layer = Image.new("L", (self._image.width, size * 2), 0)
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
