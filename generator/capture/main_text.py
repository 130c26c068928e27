"""Which element of a saved page holds its main text.

Class names mislead: a page may wrap its whole article in "widget-area" or "no-ads". So the article is found by where its
paragraphs are, and nothing that holds the article is taken for boilerplate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from generator.capture.hints import boilerplate_name

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


@dataclass(frozen=True, slots=True)
class MainText:
    """The element that holds the main text, and all elements around it."""

    element: Tag | None
    around: frozenset[int]
    """`id()` of the element and of each element that holds it."""


def main_text(page: BeautifulSoup) -> MainText:
    """The element that holds the page's main text; none on a page without running text."""
    weights = {id(element): (element, weight) for element, weight in _paragraphs(page)}
    scores: dict[int, float] = defaultdict(float)
    holders: dict[int, Tag] = {}
    for element, weight in weights.values():
        for share, holder in zip(_SHARES, element.parents, strict=False):
            scores[id(holder)] += share * weight
            holders[id(holder)] = holder
    if not scores:
        return MainText(None, frozenset())
    best = _widened(holders[max(scores, key=lambda each: scores[each])], weights)
    return MainText(best, frozenset((id(best), *map(id, best.parents))))


def _paragraphs(page: BeautifulSoup) -> Iterator[tuple[Tag, float]]:
    """Elements with running text of their own, with the weight of it."""
    suspects: dict[int, bool] = {}
    for element in page.find_all(True):
        around = element.parent is not None and suspects.get(id(element.parent), False)
        suspects[id(element)] = around or boilerplate_name(element)
        if element.name in _PARAGRAPHS:
            length = _own_length(element)
            if length >= _FEWEST:
                yield element, min(length, _MOST) * (_SUSPECT if suspects[id(element)] else 1.0)


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


def _widened(best: Tag, weights: dict[int, tuple[Tag, float]]) -> Tag:
    """The smallest element around the best one that holds most of the page's running text.

    An article that adverts cut into several boxes has its paragraphs in siblings of the best element.
    """
    held: dict[int, float] = defaultdict(float)
    for element, weight in weights.values():
        for holder in (element, *element.parents):
            held[id(holder)] += weight
    most = _MOST_OF_IT * sum(weight for _, weight in weights.values())
    while held[id(best)] < most and isinstance(best.parent, Tag) and best.name not in _TOPS:
        best = best.parent
    return best
