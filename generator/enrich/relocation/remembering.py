"""What the build remembers of a place: its words, what stands around them, and the places that are like it."""

from __future__ import annotations

import hashlib

from generator.enrich.relocation.candidates import candidates
from generator.enrich.relocation.likeness import window
from generator.enrich.relocation.words import words_of
from generator.model import Memory, Surroundings

_CONTEXT = 200
"""Characters on each side."""
_ROOM = 3600
"""Bytes that the words with all their surroundings may take up; rivals that find no room are left out."""
_RIVAL_WORDS, _RIVAL_NEAR = 0.5, 0.6
"""A place is a rival when so much of the words stands there, or so much of what is near."""


def remember(text: str, start: int, end: int) -> Memory:
    """The memory of the words from `start` to `end` of a text."""
    chosen = _around(text, start, end)
    wanted, searched = window(chosen), words_of(text)
    room = _ROOM - _size(chosen)
    places: list[tuple[int, Surroundings]] = []
    for each in candidates(wanted, searched):
        low, high = searched.span(each.start, each.end)
        if low < end and high > start:
            continue
        if each.words >= _RIVAL_WORDS or min(each.sides) > _RIVAL_NEAR:
            rival = _around(text, low, high)
            room -= _size(rival)
            if room < 0:
                break
            places.append((low, rival))
    places.sort(key=lambda place: place[0])
    before = sum(1 for at, rival in places if at < start and twins(rival, chosen))
    return Memory(chosen, start, digest(text), tuple(rival for _, rival in places), before)


def digest(text: str) -> str:
    """What tells a cleaned text from every other: the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def twins(one: Surroundings, other: Surroundings) -> bool:
    """Whether nothing that is remembered tells the two places apart."""
    return window(one) == window(other)


def _around(text: str, start: int, end: int) -> Surroundings:
    return Surroundings(text[max(0, start - _CONTEXT) : start], text[start:end], text[end : end + _CONTEXT])


def _size(around: Surroundings) -> int:
    return sum(len(part.encode("utf-8", "surrogatepass")) for part in (around.before, around.words, around.after))
