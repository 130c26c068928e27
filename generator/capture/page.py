"""A saved web page becomes the same lines as a plain text, each with what its markup says of it.

BeautifulSoup reads the page (through lxml): saved pages are full of unclosed and misnested elements, and its tree comes
out the way a browser's does. Everything after parsing is one walk over that tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from generator.capture.hints import Hint, hint_of, is_hidden
from generator.capture.page_metadata import page_metadata
from generator.model import Line, Metadata

_UNSEEN = frozenset(
    "script style template noscript head svg math canvas audio video iframe object embed select option textarea "
    "input datalist dialog source track map area".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr picture".split()
)


def read_page(source: str) -> tuple[tuple[Line, ...], Metadata]:
    """The lines of a page, a line for each element that holds text, and the page's own metadata."""
    soup = BeautifulSoup(source, "lxml")
    walk = _Walk()
    walk.block(soup.body or soup, Hint())
    walk.end_line(Hint())
    lines = tuple(Line(number, text, hint.role, hint.level) for number, (text, hint) in enumerate(walk.lines, 1))
    return lines, page_metadata(soup)


@dataclass(slots=True)
class _Walk:
    """Collects text until an element ends that is shown as a block, and makes a line of it then."""

    lines: list[tuple[str, Hint]] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)

    def block(self, top: Tag, hint: Hint) -> None:
        """Walks without recursion: a hostile page may be nested deeper than Python's stack."""
        stack: list[tuple[Iterator[object], Hint, bool]] = [(iter(top.children), hint, True)]
        while stack:
            children, hint, ends = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if ends:
                    self.end_line(hint)
            elif isinstance(child, Tag):
                if child.name in _UNSEEN or is_hidden(child):
                    continue
                if child.name == "br":
                    self.end_line(hint)
                    continue
                inline = child.name in _INLINE
                if not inline:
                    self.end_line(hint)
                stack.append((iter(child.children), hint_of(child, hint), not inline))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self.pending.append(str(child))

    def end_line(self, hint: Hint) -> None:
        """Makes a line of the words so far, if there are any."""
        words = " ".join("".join(self.pending).split())
        self.pending.clear()
        if words:
            self.lines.append((words, hint))
