"""Which element of a saved page holds its main text.

Class names mislead: a page may wrap its whole article in "widget-area" or "no-ads". So the article is found by where
its paragraphs are, and nothing that holds the article is taken for boilerplate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from generator.capture.hints import boilerplate_name, is_hidden
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
_HIDDEN = 0.4
"""A page that hides so much of its running text hides it from those who have not paid, or until a script moves it."""

_Paragraph = tuple[_Element, int, Role | None]
"""An element, the length of its text, and what names around it say it is if they say that it is no text."""


@dataclass(frozen=True, slots=True)
class MainText:
    """The element that holds the main text, and all elements around it."""

    element: _Element | None
    around: frozenset[_Element]
    """The element, each that holds it, and those named like boilerplate that hold too much text to be any."""


def main_text(page: _Element) -> MainText:
    """The element that holds the page's main text; none on a page without running text."""
    paragraphs = list(_paragraphs(page))
    scores: dict[_Element, float] = defaultdict(float)
    for element, length, suspect in paragraphs:
        for share, holder in zip(_SHARES, element.iterancestors(), strict=False):
            scores[holder] += share * length * (_SUSPECT if suspect else 1.0)
    if not scores:
        return MainText(None, frozenset())
    best = _widened(max(scores, key=lambda each: scores[each]), _held(paragraphs, _SUSPECT))
    return MainText(best, frozenset((best, *best.iterancestors(), *_misnamed(paragraphs))))


def _misnamed(paragraphs: Sequence[_Paragraph]) -> Iterator[_Element]:
    """Each element that is named like boilerplate, or hidden until a script runs, and holds too much text for that."""
    large = _held([each for each in paragraphs if each[2] is not Role.COMMENT], 1.0)
    least = _LARGE * max(large.values(), default=0.0)
    hidden = {holder for holder in large if is_hidden(holder) and not boilerplate_name(holder)}
    unseen = sum(length for element, length, _ in paragraphs if not hidden.isdisjoint(_line_of(element)))
    if unseen > _HIDDEN * sum(length for _, length, _ in paragraphs):
        yield from hidden
    for holder, held in large.items():
        if held >= least and boilerplate_name(holder):
            yield holder


def _line_of(element: _Element) -> Iterator[_Element]:
    """An element and all around it."""
    yield element
    yield from element.iterancestors()


def _paragraphs(page: _Element) -> Iterator[_Paragraph]:
    """The elements with running text of their own, which stands in no block and no link inside them."""
    suspects: dict[_Element, Role | None] = {}
    owners: dict[_Element, _Element | None] = {}
    lengths: dict[_Element, int] = {}
    for element in page.iter():
        around = element.getparent()
        owner = owners.get(around) if around is not None else None
        if owner is not None and element.tail:
            lengths[owner] += _length(element.tail)
        if not isinstance(element.tag, str):
            continue
        suspects[element] = (suspects.get(around) if around is not None else None) or boilerplate_name(element)
        if element.tag in _PARAGRAPHS:
            owner, lengths[element] = element, 0
        elif element.tag in _UNSEEN:
            owner = None
        owners[element] = owner
        if owner is not None and element.text:
            lengths[owner] += _length(element.text)
    for element, length in lengths.items():
        if length >= _FEWEST:
            yield element, min(length, _MOST), suspects[element]


def _length(words: str) -> int:
    """Characters of a text; a letter of an unspaced script counts twice."""
    bare = words.strip()
    return len(bare) if bare.isascii() else len(bare) + sum(letter > "\u2e80" for letter in bare)


def _held(paragraphs: Iterable[_Paragraph], suspect: float) -> dict[_Element, float]:
    """How much running text each element holds."""
    held: dict[_Element, float] = defaultdict(float)
    for element, length, named in paragraphs:
        counted = length * (suspect if named else 1.0)
        held[element] += counted
        for holder in element.iterancestors():
            held[holder] += counted
    return held


def _widened(best: _Element, held: dict[_Element, float]) -> _Element:
    """The smallest element around the best one that holds most of the page's running text.

    An article that adverts cut into several boxes has its paragraphs in siblings of the best element.
    """
    most = _MOST_OF_IT * max(held.values())
    parent = best.getparent()
    while held[best] < most and parent is not None and best.tag not in _TOPS:
        best, parent = parent, parent.getparent()
    return best
