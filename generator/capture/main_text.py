"""Which element of a saved page holds its main text.

Class names mislead: a page may wrap its whole article in "widget-area" or "no-ads". So the article is found by where
its paragraphs are, and nothing that holds the article is taken for boilerplate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from generator.capture.hints import boilerplate_name
from generator.model import Role

_PARAGRAPHS = frozenset(("p", "div", "section", "article", "td", "blockquote", "li", "pre", "font", "center", "main"))
_UNSEEN = frozenset(("script", "style", "template", "noscript", "head", "textarea", "select", "button", "a"))
_FEWEST = 40
"""Characters from which on a text counts as running text; a letter of an unspaced script counts twice."""
_MOST = 600
"""One paragraph counts no more than so many characters, so that one long notice does not outweigh an article."""
_SUSPECT = 0.2
"""How much a paragraph inside something that is named like boilerplate counts."""
_SHARES = (1.0, 0.5, 0.25)
"""How much of a paragraph its parent, grandparent and great-grandparent are given."""
_MOST_OF_IT = 0.6
_TOPS = frozenset(("article", "main", "body"))


_LARGE = 0.25
"""What holds so much of the page's text is no boilerplate whatever its name, unless it is named after comments."""

_Paragraph = tuple[Tag, int, Role | None]
"""An element, the length of its text, and what names around it say it is if they say that it is no text."""


@dataclass(frozen=True, slots=True)
class MainText:
    """The element that holds the main text, and all elements around it."""

    element: Tag | None
    around: frozenset[int]
    """`id()` of the element, of each that holds it, and of those named like boilerplate that hold too much text."""


def main_text(page: BeautifulSoup) -> MainText:
    """The element that holds the page's main text; none on a page without running text."""
    paragraphs = list(_paragraphs(page))
    scores: dict[int, float] = defaultdict(float)
    holders: dict[int, Tag] = {}
    for element, length, suspect in paragraphs:
        for share, holder in zip(_SHARES, element.parents, strict=False):
            scores[id(holder)] += share * length * (_SUSPECT if suspect else 1.0)
            holders[id(holder)] = holder
    if not scores:
        return MainText(None, frozenset())
    held = _held(paragraphs, _SUSPECT)
    best = _widened(holders[max(scores, key=lambda each: scores[each])], held)
    around = (id(each) for each in (best, *best.parents))
    return MainText(best, frozenset((*around, *_misnamed(paragraphs))))


def _misnamed(paragraphs: Sequence[_Paragraph]) -> Iterator[int]:
    """The `id()` of each element that is named like boilerplate and holds too much text to be any."""
    large = _held([each for each in paragraphs if each[2] is not Role.COMMENT], 1.0)
    least = _LARGE * max(large.values(), default=0.0)
    for element, _, _ in paragraphs:
        for holder in (element, *element.parents):
            if large.get(id(holder), 0.0) >= least and boilerplate_name(holder):
                yield id(holder)


def _paragraphs(page: BeautifulSoup) -> Iterator[_Paragraph]:
    """The elements with running text of their own."""
    suspects: dict[int, Role | None] = {}
    for element in page.find_all(True):
        around = suspects.get(id(element.parent))
        suspects[id(element)] = around or boilerplate_name(element)
        if element.name in _PARAGRAPHS:
            length = _own_length(element)
            if length >= _FEWEST:
                yield element, min(length, _MOST), suspects[id(element)]


def _own_length(element: Tag) -> int:
    """Characters of an element's text that are in no block and no link inside it."""
    length, stack = 0, [element]
    while stack:
        for child in stack.pop().children:
            if isinstance(child, Tag):
                if child.name not in _PARAGRAPHS and child.name not in _UNSEEN:
                    stack.append(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                words = child.strip()
                length += len(words) + sum(letter > "\u2e80" for letter in words)
    return length


def _held(paragraphs: Iterable[_Paragraph], suspect: float) -> dict[int, float]:
    """How much running text each element holds, by its `id()`."""
    held: dict[int, float] = defaultdict(float)
    for element, length, named in paragraphs:
        for holder in (element, *element.parents):
            held[id(holder)] += length * (suspect if named else 1.0)
    return held


def _widened(best: Tag, held: dict[int, float]) -> Tag:
    """The smallest element around the best one that holds most of the page's running text.

    An article that adverts cut into several boxes has its paragraphs in siblings of the best element.
    """
    most = _MOST_OF_IT * max(held.values())
    while held[id(best)] < most and isinstance(best.parent, Tag) and best.name not in _TOPS:
        best = best.parent
    return best
