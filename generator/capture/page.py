"""A saved web page becomes the same lines as a plain text, each with what its markup says of it.

lxml reads the page: saved pages are full of unclosed and misnested elements, its tree comes out much as a browser's
does, and no other library for it is as fast. Everything after parsing is one walk over that tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.etree import _Element

from generator.capture.hints import Hint, hint_of, is_hidden
from generator.capture.main_text import MainText, main_text
from generator.capture.markup import Found, markup_of
from generator.capture.page_metadata import page_metadata, stated_text
from generator.model import Line, Metadata, Role

_UNSEEN = frozenset(("script", "style", "template", "noscript", "head", "svg", "math", "canvas", "source", "track"))
_UNSEEN |= {"audio", "video", "iframe", "object", "embed", "dialog", "map", "area"}
_UNSEEN |= {"select", "option", "textarea", "input", "datalist"}
_INLINE = frozenset(("a", "abbr", "acronym", "cite", "dfn", "q", "label", "data", "time", "img", "picture", "span"))
_INLINE |= {"font", "b", "big", "del", "em", "i", "ins", "mark", "s", "small", "strike", "strong", "sub", "sup"}
_INLINE |= {"tt", "u", "code", "kbd", "samp", "var", "bdi", "bdo", "rp", "rt", "ruby", "br", "wbr"}
_DEEP = 1000
"""lxml follows a page twice as deep, and says so where it gives up."""
_ATTRIBUTE = r"""[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
"""Its value may hold a `>`."""
_EACH_ATTRIBUTE = re.compile(_ATTRIBUTE)
_TAG = re.compile(
    rf"<!--(?:[^-]++|-(?!->))*+|"
    # What stands in a script is no markup.
    rf"<(?P<raw>script|style)(?=[\s/>])(?P<of_raw>(?:[\s/]++|{_ATTRIBUTE}|=)*+)>?+(?P<inner>(?:[^<]++|<(?!/(?P=raw)))*+)|"
    rf"<(?P<name>[a-z][\w:-]*+)(?P<attributes>(?:[\s/]++|{_ATTRIBUTE}|=)*+)>?",
    re.IGNORECASE,
)
_ATTRIBUTES = 5000
"""libxml2 holds each attribute against all others of its element: a hundred thousand of them would take minutes."""
_SHORT = 50_000
"""Letters of a page in which no element can have so many that it takes a second."""
_STRONG = frozenset(("b", "strong", "em", "i"))
_LINKED = 0.9
"""A line is a link, and not text, when so much of it is."""


def read_page(source: str) -> tuple[tuple[Line, ...], Metadata]:
    """The lines of a page, a line for each element that holds text, and the page's own metadata."""
    page = _parsed(_TAG.sub(_without_attributes, source) if len(source) > _SHORT else source)
    if page is None:
        return (), Metadata()
    main = main_text(page)
    walk = _Walk(main)
    body = page.find("body")
    walk.block(page if body is None else body)
    lines = tuple(
        Line(number, found.text, found.hint.role, found.hint.level, markup)
        for number, (found, markup) in enumerate(
            zip(walk.lines, markup_of(walk.lines, main, stated_text(page)), strict=True), 1
        )
    )
    return lines, page_metadata(page)


def _parsed(source: str) -> _Element | None:
    # Bytes, since lxml refuses a text that declares an encoding.
    written = source.replace("\0", "\ufffd").encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        page = etree.fromstring(written, parser)
    except etree.XMLSyntaxError:  # nothing but white space
        return None
    if any(each.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for each in parser.error_log):
        return _parsed(_flattened(source))
    return page


def _are_many(attributes: str | None) -> bool:
    if not attributes or len(attributes) < 2 * _ATTRIBUTES:
        return False
    return any(islice(_EACH_ATTRIBUTE.finditer(attributes), _ATTRIBUTES, None))


def _without_attributes(tag: re.Match[str]) -> str:
    if _are_many(tag["of_raw"]):
        return f"<{tag['raw']}>{tag['inner']}"
    return f"<{tag['name']}>" if _are_many(tag["attributes"]) else tag[0]


def _flattened(source: str) -> str:
    """A page that is nested deeper than lxml follows, without the elements below that: their text stays."""
    # Few pages need it, and it takes longer to load than a page to clean.
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(source, "lxml")
    depths = {id(soup): 0}
    for element in soup.find_all(True):
        depths[id(element)] = depths[id(element.parent)] + 1
    for element in soup.find_all(lambda each: depths[id(each)] == _DEEP):
        element.string = element.get_text("\n")
    return str(soup)


@dataclass(slots=True)
class _Walk:
    """Collects text until an element ends that is shown as a block, and makes a line of it then."""

    main: MainText
    lines: list[Found] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    linked: int = 0
    """How many characters of what is pending are links."""
    strong: int = 0
    """How many are bold or in italics."""

    def block(self, top: _Element) -> None:
        """Walks without recursion: a hostile page may be nested deeper than Python's stack."""
        whole = self.main.element is None or self.main.element is top
        stack = [_Step(top, iter(top), Hint(), True, whole, False, False)]
        self.read(top.text, stack[0])
        while stack:
            step = stack[-1]
            child = next(step.children, None)
            if child is None:
                stack.pop()
                if step.ends:
                    self.end_line(step)
                if stack:
                    self.read(step.element.tail, stack[-1])
                continue
            inner = self.enter(child, step)
            if inner is None:
                self.read(child.tail, step)
            else:
                stack.append(inner)
                self.read(child.text, inner)

    def read(self, words: str | None, step: _Step) -> None:
        """Takes up some words."""
        if words:
            self.pending.append(words)
            if step.in_link:
                self.linked += len(words.strip())
            if step.strong:
                self.strong += len(words.strip())

    def enter(self, element: _Element, step: _Step) -> _Step | None:
        """The step into an element; None where there is nothing in it to read."""
        name = element.tag
        if not isinstance(name, str):
            return None
        holds_text = element in self.main.around
        if not holds_text and (name in _UNSEEN or is_hidden(element)):
            return None
        inline = name in _INLINE
        if not inline or name == "br":
            self.end_line(step)
        return _Step(
            element,
            iter(element),
            hint_of(element, step.hint, holds_text),
            not inline,
            step.in_main or element is self.main.element,
            step.in_link or name == "a",
            step.strong or name in _STRONG,
        )

    def end_line(self, step: _Step) -> None:
        """Makes a line of the words so far, if there are any."""
        words = " ".join("".join(self.pending).split())
        if words:
            linked, strong = self.linked / len(words), self.strong / len(words)
            self.lines.append(
                Found(words, _placed(step, linked >= _LINKED), step.element, min(1.0, linked), min(1.0, strong))
            )
        self.pending.clear()
        self.linked = self.strong = 0


@dataclass(slots=True)
class _Step:
    """Where the walk is: an element, its children still to come, and what is known of their text."""

    element: _Element
    children: Iterator[_Element]
    hint: Hint
    ends: bool
    in_main: bool
    in_link: bool
    strong: bool


def _placed(step: _Step, is_link: bool) -> Hint:
    """A line's hint by its place: outside the main text a paragraph is not known to be one, and a link is a link."""
    role = step.hint.role
    if role in (None, Role.PARAGRAPH, Role.LIST_ITEM) and is_link:
        return Hint(Role.RELATED if step.in_main else Role.NAVIGATION)
    if role in (None, Role.PARAGRAPH):
        return Hint(Role.PARAGRAPH if step.in_main else None)
    return step.hint
