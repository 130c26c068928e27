"""A theme's colours for what stands outside of its style sheets: the browser's frame, the icon, the share picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageColor

from generator.model import Theme

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COLOUR = r"(#[0-9a-f]{3,8}\b|[a-z-]+\([^()]*\)|[a-z]+)"
_PROPERTY = re.compile(
    rf"--(paper|ink|ink-soft|rule|red)\s*:\s*(?:light-dark\(\s*{_COLOUR}\s*,\s*{_COLOUR}\s*\)|{_COLOUR})\s*[;}}]",
    re.IGNORECASE,
)
_LIGHT = {"paper": "#fcfaf4", "ink": "#221d17", "ink-soft": "#50483d", "rule": "#d8d0c0", "red": "#94190f"}
_DARK = "#191612"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`; those of the light page, where nothing else is said."""

    paper: str
    ink: str
    soft: str
    rule: str
    red: str
    dark_paper: str


def palette(theme: Theme) -> Palette:
    """The custom properties of `tokens.css`: of several values the first is for light paper, the last for dark.

    A colour that only a browser can reckon with is taken for the base theme's.
    """
    tokens = theme.styles.get("tokens.css")
    return _palette(tokens.data.decode("utf-8", "replace") if tokens else "")


@lru_cache(maxsize=8)
def _palette(styles: str) -> Palette:
    light: dict[str, str] = {}
    dark = ""
    for name, pair_light, pair_dark, single in _PROPERTY.findall(_COMMENT.sub(" ", styles)):
        light.setdefault(name.lower(), pair_light or single)
        dark = (pair_dark or single) if name.lower() == "paper" else dark
    paper, ink, soft, rule, red = (_hex(light.get(name, ""), colour) for name, colour in _LIGHT.items())
    return Palette(paper, ink, soft, rule, red, _hex(dark, _DARK))


def _hex(written: str, otherwise: str) -> str:
    try:
        red, green, blue = ImageColor.getrgb(written)[:3]
    except ValueError:
        return otherwise
    return f"#{red:02x}{green:02x}{blue:02x}"
