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

    def png(self, most: int) -> bytes:
        """The sheet as a file of so many bytes at most; one that is full of words has edges less smooth for that."""
        steps = _LEVELS
        while len(made := self._saved(steps)) > most and steps > 2:
            steps //= 2
        return made

    def _saved(self, steps: int) -> bytes:
        image, made = self._image, BytesIO()
        if steps < _LEVELS:
            top = _LEVELS - 1
            fewer = [round(round(level * (steps - 1) / top) * top / (steps - 1)) for level in range(_LEVELS)]
            image = image.point([each - each % _LEVELS + fewer[each % _LEVELS] for each in range(256)])
        image.save(made, "PNG", compress_level=6)
        return made.getvalue()


def _ramp(paper: str, colour: str) -> Iterator[int]:
    first, last = ImageColor.getrgb(paper), ImageColor.getrgb(colour)
    for level in range(_LEVELS):
        yield from (round(a + (b - a) * level / (_LEVELS - 1)) for a, b in zip(first[:3], last[:3], strict=True))
