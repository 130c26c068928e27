"""What the elements around each line of a saved page are like, as numbers that tell text from what surrounds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from generator.capture.hints import Hint, boilerplate_name, names_text
from generator.capture.main_text import MainText
from generator.model import Markup

_RUNNING = 40
"""Letters from which on a line that is no link counts as running text."""
_GRAM = 8
"""Letters of the pieces in which a line is looked up in the text that a page states."""
_STATED = 200
"""A stated text shorter than this is a summary."""
_SIGNS = re.compile(r"[\W_]+")
_PATH = 3
"""How many elements are compared to tell whether two lines stand in alike places."""


@dataclass(frozen=True, slots=True)
class Found:
    """A line as the walk over a page found it."""

    text: str
    hint: Hint
    element: _Element
    """The innermost one that it stands in."""
    linked: float
    strong: float


def markup_of(lines: Sequence[Found], main: MainText, stated: str) -> Iterator[Markup]:
    """The markup of each line, in order."""
    held: Counter[_Element] = Counter()
    alike: Counter[tuple[str, ...]] = Counter()
    number: Counter[_Element] = Counter()
    places = _Places(main)
    for line in lines:
        parent = places.parent(line.element)
        number[parent] += 1
        if len(line.text) >= _RUNNING and line.linked < 0.5:
            held[parent] += len(line.text)
            held[places.parent(parent)] += len(line.text)
            alike[places.path(line.element)] += len(line.text)
    whole = sum(alike.values()) or 1
    grams = _grams(stated) if len(stated) >= _STATED else frozenset()
    for line in lines:
        parent = places.parent(line.element)
        place = places.of(line.element)
        yield Markup(
            line.linked,
            line.strong,
            place.depth,
            place.away,
            held[parent] / whole,
            held[places.parent(parent)] / whole,
            alike[places.path(line.element)] / whole,
            number[parent],
            place.named_text,
            place.named_furniture,
            _share(line.text, grams) if grams else -1.0,
            str(line.element.tag),
        )


@dataclass(frozen=True, slots=True)
class _Place:
    depth: int
    away: int
    named_text: bool
    named_furniture: bool


class _Places:
    """Where elements lie, each looked at once."""

    def __init__(self, main: MainText) -> None:
        self.main = main
        self.depth = sum(1 for _ in main.element.iterancestors()) if main.element is not None else 0
        self.known: dict[_Element, _Place] = {}
        self.paths: dict[_Element, tuple[str, ...]] = {}

    def parent(self, element: _Element) -> _Element:
        above = element.getparent()
        return element if above is None else above

    def path(self, element: _Element) -> tuple[str, ...]:
        if element not in self.paths:
            self.paths[element] = tuple(_signature(element))
        return self.paths[element]

    def of(self, element: _Element) -> _Place:
        """Looks upwards only as far as nothing is known."""
        waiting: list[_Element] = []
        each: _Element | None = element
        while each is not None and each not in self.known:
            waiting.append(each)
            each = each.getparent()
        place = self.known[each] if each is not None else _Place(-1 - self.depth, 0, False, False)
        for below in reversed(waiting):
            place = self.known[below] = self.below(place, below)
        return place

    def below(self, place: _Place, element: _Element) -> _Place:
        holds = element in self.main.around
        inside = place.away == 0 and place.depth >= 0 and self.depth > 0
        return _Place(
            place.depth + 1,
            0 if holds or inside else place.away + 1,
            place.named_text or names_text(element),
            place.named_furniture or boilerplate_name(element) is not None,
        )


def _signature(element: _Element) -> Iterator[str]:
    each: _Element | None = element
    for _ in range(_PATH):
        if each is None:
            return
        yield f"{each.tag!s}.{each.get('class') or ''}"
        each = each.getparent()


def _grams(words: str) -> frozenset[str]:
    bare = _SIGNS.sub("", words.lower())
    return frozenset(bare[place : place + _GRAM] for place in range(len(bare) - _GRAM + 1))


def _share(words: str, grams: frozenset[str]) -> float:
    bare = _SIGNS.sub("", words.lower())
    places = range(0, len(bare) - _GRAM + 1, 3)
    return sum(bare[place : place + _GRAM] in grams for place in places) / len(places) if places else -0.5
