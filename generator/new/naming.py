"""Names for what a capture becomes: the reading's address, the seed's file name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import PurePosixPath

from generator import text
from generator.project import is_address

_WORDS, _LETTERS = 6, 50
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')


def slug_of(*candidates: str) -> str:
    """An address made from the first of the candidates (a title, a file's name) that has any letters."""
    for candidate in candidates:
        letters = "".join(each for each in unicodedata.normalize("NFC", candidate) if not _is_mark(each))
        slug = _shortened(text.slug(letters.replace("_", " ").replace("'", "").replace("’", ""), _WORDS))
        if slug:
            return slug if is_address(slug) else f"{slug}-text"
    return "reading"


def seed_name(name: str) -> str:
    """The file name as seeds/ can hold it on every system."""
    fit = _UNFIT.sub("-", name).strip(" .-") or "capture.txt"
    path = PurePosixPath(fit)
    return f"{path.stem[:80].strip()}{path.suffix[:10]}"


def free(name: str, is_taken: Callable[[str], bool]) -> str:
    """The name, or the first of NAME-2, NAME-3 … that is not taken."""
    path, number, chosen = PurePosixPath(name), 1, name
    while is_taken(chosen):
        number += 1
        chosen = f"{path.stem}-{number}{path.suffix}"
    return chosen


def _is_mark(letter: str) -> bool:
    """Vowel signs and the like, which would part a word of Hindi or pointed Arabic in two."""
    return unicodedata.category(letter).startswith("M")


def _shortened(slug: str) -> str:
    if len(slug) <= _LETTERS:
        return slug
    head = slug[:_LETTERS]
    return (head[: head.rfind("-")] if "-" in head[_LETTERS // 2 :] else head).strip("-")
