"""Words broken into lines that fit a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.render.typeface import Typeface

_EVEN_ENOUGH = 0.25
"""In ems."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Words in lines, and the size that they fit in."""

    size: int
    lines: tuple[str, ...]


def fitted(words: str, face: Typeface, sizes: Sequence[int], width: float, height: float, leading: float) -> Setting:
    """The words in the first size whose lines fit; in the last one with an ellipsis where none does.

    `width` and `height` are in pixels, `leading` is the distance of two lines in sizes.
    """
    longest = max(map(face.width, words.split()), default=0.0)
    # A word that had to be cut looks better whole in a smaller size, if there is one.
    for widest in (longest, 0.0):
        for size in sizes:
            lines = list(_broken(words, face, width / size))
            most = max(1, int(height / (size * leading)))
            if len(lines) <= most and widest * size <= width:
                return Setting(size, tuple(_even(words, face, width / size, longest)))
    rest = " ".join(lines[most - 1 :])
    return Setting(size, (*lines[: most - 1], shortened(rest, face, width / size)))


def shortened(words: str, face: Typeface, width: float) -> str:
    """The words, or as many of their first letters as fit with an ellipsis; the width is in sizes."""
    if face.width(words) <= width:
        return words
    room, kept = width - face.width("…"), 0
    for _, advance in face.set(words):
        room -= advance
        if room < 0:
            break
        kept += 1
    head = words[:kept]
    cut = head.rfind(" ") if " " in head[len(head) // 2 :] else len(head)
    return head[:cut].rstrip(" ,;:–—-") + "…"


def _even(words: str, face: Typeface, width: float, longest: float) -> list[str]:
    """The words in as few lines as they need, of nearly the same length."""
    best = list(_broken(words, face, width))
    narrow, wide = max(width / 2, longest), width
    while wide - narrow > _EVEN_ENOUGH:
        middle = (narrow + wide) / 2
        tried = list(_broken(words, face, middle))
        if len(tried) <= len(best):
            best, wide = tried, middle
        else:
            narrow = middle
    return best


def _broken(words: str, face: Typeface, width: float) -> Iterator[str]:
    """Lines as long as they can be; a word that is wider than a line is cut."""
    space = face.width(" ")
    line, used = "", 0.0
    for word in words.split():
        long = face.width(word)
        if line and used + space + long <= width:
            line, used = f"{line} {word}", used + space + long
            continue
        if line:
            yield line
        *cut, line = _cut(word, face, width)
        yield from cut
        used = face.width(line)
    if line:
        yield line


def _cut(word: str, face: Typeface, width: float) -> Iterator[str]:
    start, used = 0, 0.0
    for index, (_, advance) in enumerate(face.set(word)):
        if used + advance > width and index > start:
            yield word[start:index]
            start, used = index, 0.0
        used += advance
    yield word[start:]
