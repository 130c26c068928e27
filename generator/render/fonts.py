"""The theme's face, cut down to the letters of a site: small enough to be worth its way.

Readers see the same old-style figures, small capitals and italics on every system; who has the face's bytes
refused, or reads a script that it lacks, gets the system's serifs of `tokens.css`.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO

from generator.model import Edition, Font, Letters, Output, SourceFile

FAMILY = "Reader Serif"
"""A name of our own: a licence may reserve the face's name for what its makers have not changed."""
MOST_BYTES = 30_000
"""Of all faces together."""
_FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "onum", "lnum", "pnum", "tnum")
_UPRIGHT = ("smcp", "c2sc")
"""Small capitals, which no page sets in italics."""
_LETTERS = frozenset(f"{string.ascii_letters}{string.digits} !\"&'()+,-./:;<>?[]–’“”…")
"""What is there whether a page has it or not: styles and scripts may show it. Other signs are there if a page shows
them, and not because its markup is made of them."""
_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_KEPT_NAMES = (0, 7, 13, 14)
"""Copyright, trademark, licence and its address stay with the face; its own name does not."""
_BLOCK = 7
"""Letters are left out by blocks of 128, as Unicode has them: half an alphabet would look worse than none."""


def letters(pages: Iterable[Output]) -> Letters:
    """What is shown in the pages."""
    found: Counter[str] = Counter()
    for page in pages:
        if page.path.endswith(".html"):
            found.update(_MARKUP.sub("", page.data.decode("utf-8")))
    return counted(found)


def counted(found: Mapping[str, int]) -> Letters:
    """Letters of which each is shown so often."""
    blocks = Counter[int]()
    for letter, count in found.items():
        blocks[ord(letter) >> _BLOCK] += count
    return Letters("".join(sorted(found)), tuple(sorted(blocks.items())))


def all_letters(edition: Edition, others: Iterable[Letters]) -> Letters:
    """What all pages show: those of the readings, and others."""
    found: set[str] = set()
    blocks = Counter[int]()
    for each in (*(reading.letters for reading in edition.readings), *others):
        found.update(each.each)
        blocks.update(dict(each.blocks))
    return Letters("".join(sorted(found)), tuple(sorted(blocks.items())))


def wanted_letters(used: Letters) -> str:
    """All that the faces depend on: the letters, and the order in which blocks of them are the most used."""
    return f"{used.each} {_blocks(used)}"


def font_files(font: Font | None, used: Letters) -> tuple[Output, ...]:
    """The faces as WOFF2 with as many letters as `MOST_BYTES` allow, the most used first; none without a font."""
    if font is None:
        return ()
    kept = _blocks(used)
    while True:
        wanted = _LETTERS.union(letter for letter in used.each if ord(letter) >> _BLOCK in kept)
        faces = _faces(font, wanted)
        size = sum(len(each.data) for each in faces)
        if size <= MOST_BYTES or not kept:
            return faces
        # Cutting a face takes a while, so that as many blocks go at once as are surely too many.
        room = len(wanted) * MOST_BYTES // size
        kept.pop()
        while kept and sum(ord(letter) >> _BLOCK in kept for letter in wanted) > room:
            kept.pop()


def _blocks(used: Letters) -> list[int]:
    return [block for block, _ in sorted(used.blocks, key=lambda each: -each[1])]


def font_rules(files: Iterable[Output], at_once: bool) -> str:
    """The CSS that names the faces, as seen from the styles beside them.

    Where pages ask for the faces `at_once`, one that comes late all the same is kept for the next page: a text must not
    move under its reader.
    """
    late = "optional" if at_once else "swap"
    rules = (
        f'@font-face {{ font-family: "{FAMILY}"; src: url("{each.path.rpartition("/")[2]}") format("woff2"); '
        f"font-style: {'italic' if 'italic' in each.path else 'normal'}; font-weight: 400; font-display: {late}; }}\n"
        for each in files
    )
    return "".join(rules)


@lru_cache(maxsize=8)
def _faces(font: Font, wanted: frozenset[str]) -> tuple[Output, ...]:
    faces = [("assets/text.woff2", font.regular)]
    faces += [("assets/text-italic.woff2", font.italic)] if font.italic else []
    return tuple(
        Output(path, _subset(file, wanted, _FEATURES if "italic" in path else (*_FEATURES, *_UPRIGHT)))
        for path, file in faces
    )


def _subset(file: SourceFile, wanted: frozenset[str], features: Sequence[str]) -> bytes:
    # fontTools takes a while to load, and not every build has a face to cut.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    face = TTFont(BytesIO(file.data), recalcTimestamp=False)
    options = Options(layout_features=list(features), hinting=False, name_IDs=list(_KEPT_NAMES), notdef_outline=True)
    cutter = Subsetter(options)
    cutter.populate(unicodes=sorted(map(ord, wanted)))
    cutter.subset(face)
    for number, name in ((1, FAMILY), (4, FAMILY), (6, FAMILY.replace(" ", ""))):
        face["name"].setName(name, number, 3, 1, 0x409)
    face.flavor = "woff2"
    made = BytesIO()
    face.save(made)
    return made.getvalue()
