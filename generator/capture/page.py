"""A saved web page becomes the same lines as a plain text, each with what its markup says of it.

BeautifulSoup reads the page (through lxml): saved pages are full of unclosed and misnested elements, and its tree comes
out the way a browser's does. Everything after parsing is one walk over that tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from generator.capture.hints import Hint, hint_of, is_hidden
from generator.capture.main_text import MainText, main_text
from generator.capture.page_metadata import page_metadata
from generator.model import Line, Metadata, Role

_UNSEEN = frozenset(("script", "style", "template", "noscript", "head", "svg", "math", "canvas", "source", "track"))
_UNSEEN |= {"audio", "video", "iframe", "object", "embed", "dialog", "map", "area"}
_UNSEEN |= {"select", "option", "textarea", "input", "datalist"}
_INLINE = frozenset(("a", "abbr", "acronym", "cite", "dfn", "q", "label", "data", "time", "img", "picture", "span"))
_INLINE |= {"font", "b", "big", "del", "em", "i", "ins", "mark", "s", "small", "strike", "strong", "sub", "sup"}
_INLINE |= {"tt", "u", "code", "kbd", "samp", "var", "bdi", "bdo", "rp", "rt", "ruby", "br", "wbr"}
_LINKED = 0.9
"""A line is a link, and not text, when so much of it is."""


def read_page(source: str) -> tuple[tuple[Line, ...], Metadata]:
    """The lines of a page, a line for each element that holds text, and the page's own metadata."""
    soup = BeautifulSoup(source, "lxml")
    walk = _Walk(main_text(soup))
    walk.block(soup.body or soup, Hint())
    lines = tuple(Line(number, text, hint.role, hint.level) for number, (text, hint) in enumerate(walk.lines, 1))
    return lines, page_metadata(soup)


@dataclass(slots=True)
class _Walk:
    """Collects text until an element ends that is shown as a block, and makes a line of it then."""

    main: MainText
    lines: list[tuple[str, Hint]] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    linked: int = 0
    """How many characters of what is pending are links."""

    def block(self, top: Tag, hint: Hint) -> None:
        """Walks without recursion: a hostile page may be nested deeper than Python's stack."""
        whole = self.main.element is None or self.main.element is top
        stack = [_Step(iter(top.children), hint, True, whole, False)]
        while stack:
            step = stack[-1]
            child = next(step.children, None)
            if child is None:
                stack.pop()
                if step.ends:
                    self.end_line(step)
            elif isinstance(child, Tag):
                inner = self.enter(child, step)
                if inner:
                    stack.append(inner)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self.pending.append(str(child))
                self.linked += len(child.strip()) * step.in_link

    def enter(self, element: Tag, step: _Step) -> _Step | None:
        """The step into an element; None where there is nothing in it to read."""
        holds_text = id(element) in self.main.around
        if not holds_text and (element.name in _UNSEEN or is_hidden(element)):
            return None
        inline = element.name in _INLINE
        if not inline or element.name == "br":
            self.end_line(step)
        return _Step(
            iter(element.children),
            hint_of(element, step.hint, holds_text),
            not inline,
            step.in_main or element is self.main.element,
            step.in_link or element.name == "a",
        )

    def end_line(self, step: _Step) -> None:
        """Makes a line of the words so far, if there are any."""
        words = " ".join("".join(self.pending).split())
        is_link = self.linked >= _LINKED * len(words)
        self.pending.clear()
        self.linked = 0
        if words:
            self.lines.append((words, _placed(step, is_link)))


@dataclass(frozen=True, slots=True)
class _Step:
    """Where the walk is: the children still to come of an element, and what is known of their text."""

    children: Iterator[object]
    hint: Hint
    ends: bool
    in_main: bool
    in_link: bool


def _placed(step: _Step, is_link: bool) -> Hint:
    """A line's hint by its place: outside the main text a paragraph is not known to be one, and a link is a link."""
    role = step.hint.role
    if role in (None, Role.PARAGRAPH, Role.LIST_ITEM) and is_link:
        return Hint(Role.RELATED if step.in_main else Role.NAVIGATION)
    if role in (None, Role.PARAGRAPH):
        return Hint(Role.PARAGRAPH if step.in_main else None)
    return step.hint
