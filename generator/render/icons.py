"""The site's icon, drawn once and written as each browser asks for it: a page with a rubric in its margin."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from generator.model import Output
from generator.render.colours import Palette

ICON, TOUCH_ICON, OLD_ICON = "assets/icon.svg", "assets/icon.png", "favicon.ico"
"""The last one stands at the site's root, where browsers look without being told."""

_GRID = 16
_LINES = ((3, 3, 9, 4), (3, 6, 9, 7), (3, 9, 9, 10), (3, 12, 7, 13))
_RUBRIC = (11, 3, 13, 10)
"""Left, top, right and bottom of each stroke on a grid of 16 by 16: whole pixels of the smallest icon."""
_SIZES = (16, 32, 48)
_TOUCH = 180
_FINER = 8
"""So many times as large it is drawn, and then made smaller, for smooth edges."""

Stroke = tuple[int, int, int, int]


@lru_cache(maxsize=4)
def icons(colours: Palette) -> tuple[Output, ...]:
    """The icon as SVG, as a PNG for home screens, and as ICO."""
    pictures = [_drawn(size, colours) for size in _SIZES]
    old, touch = BytesIO(), BytesIO()
    pictures[-1].save(old, "ICO", sizes=[each.size for each in pictures], append_images=pictures[:-1])
    _drawn(_TOUCH, colours).save(touch, "PNG", optimize=True)
    return (
        Output(ICON, _svg(colours).encode()),
        Output(TOUCH_ICON, touch.getvalue()),
        Output(OLD_ICON, old.getvalue()),
    )


def _strokes(colours: Palette) -> tuple[tuple[Stroke, str], ...]:
    return (*((line, colours.ink) for line in _LINES), (_RUBRIC, colours.red))


def _svg(colours: Palette) -> str:
    strokes = "".join(
        f'<path fill="{colour}" d="M{left} {top}H{right}V{bottom}H{left}z"/>'
        for (left, top, right, bottom), colour in _strokes(colours)
    )
    sheet = f'<path fill="{colours.paper}" d="M0 0h{_GRID}v{_GRID}H0z"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_GRID} {_GRID}">{sheet}{strokes}</svg>'


def _drawn(size: int, colours: Palette) -> Image.Image:
    scale = size * _FINER / _GRID
    sheet = Image.new("RGB", (size * _FINER, size * _FINER), colours.paper)
    pen = ImageDraw.Draw(sheet)
    for (left, top, right, bottom), colour in _strokes(colours):
        pen.rectangle((left * scale, top * scale, right * scale - 1, bottom * scale - 1), colour)
    return sheet.resize((size, size), Image.Resampling.BOX)
