"""A block's words with everything that stands on them, as HTML.

Notes, events and terms may overlap, nest, touch and run across blocks. The text is cut at every border, so that each
piece lies wholly inside or outside of each quote; what covers a piece wraps it. Taking the tags and the references
away gives the block's text, to the letter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from markupsafe import escape

from generator.render import ids
from generator.render.languages import direction

_NESTED = 50
"""So many ids that begin at one place are put around their words; browsers follow no elements without end."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a block's characters under one entry."""

    start: int
    end: int
    kind: Literal["note", "event", "term", "foreign", "date"]
    entry: str
    """The entry's id."""
    first: bool = True
    """Whether the entry's quote begins here, and not in a block before."""
    last: bool = True
    """Whether it ends here."""
    label: str = ""
    """A note's number, an event's letter; the address of a term, and of the event at a date, if there is one."""
    spoken: str = ""
    """What the label is called aloud: "note 7"; what HTML's `time` takes, of a date."""
    extra: str = ""
    """The date of an event and of words as EDTF; a term's id on the page; a note's classes; the language of foreign
    words."""
    again: bool = False
    """Whether a term has been used before in its section."""


def mark_up(text: str, spans: Sequence[Span]) -> str:
    """The text as HTML with marks, links to terms, and references behind the words that they belong to."""
    terms = _apart([span for span in spans if span.kind == "term"])
    links = _with_dates(terms, [span for span in spans if span.kind == "date" and span.label])
    linked = set(map(id, links))
    quotes = [span for span in spans if span.kind != "term" and id(span) not in linked]
    pieces = _pieces(text, links, quotes)
    parts = []
    for (start, end), near, at in zip(pieces, _near(quotes, pieces), _near(links, pieces), strict=True):
        split = next((link for link in at if (link.start, link.end) == (start, end)), None)
        inner = [link for link in at if start <= link.start and link.end <= end and link is not split]
        content = "".join(_segments(text, start, end, near, inner))
        parts.append(_link(split, content) if split else content)
        parts.extend(_reference(span) for span in _ending(near, start, end))
    return "".join(parts)


def _apart(terms: Iterable[Span]) -> list[Span]:
    """Terms in order, without those that overlap an earlier one: links cannot nest."""
    chosen: list[Span] = []
    for term in sorted(terms, key=lambda each: (each.start, -each.end)):
        if not chosen or term.start >= chosen[-1].end:
            chosen.append(term)
    return chosen


def _with_dates(terms: Sequence[Span], dates: Iterable[Span]) -> list[Span]:
    """Terms and the dates that are links: those that touch no term."""
    starts = [term.start for term in terms]

    def is_free(date: Span) -> bool:
        before = bisect_left(starts, date.end)
        return not before or terms[before - 1].end <= date.start

    return sorted((*terms, *filter(is_free, dates)), key=lambda each: each.start)


def _pieces(text: str, links: Sequence[Span], quotes: Sequence[Span]) -> list[tuple[int, int]]:
    """The text cut at the borders of quotes, but never inside a link; a link with a border in it is one piece."""
    starts = [link.start for link in links]
    outer = {0, len(text)}
    for border in {border for span in quotes for border in (span.start, span.end)}:
        before = bisect_left(starts, border)
        crossed = before and border < links[before - 1].end
        outer |= {links[before - 1].start, links[before - 1].end} if crossed else {border}
    return list(pairwise(sorted(outer)))


def _near(spans: Sequence[Span], pieces: Sequence[tuple[int, int]]) -> Iterator[list[Span]]:
    """For each piece the spans that touch it, in their order: a paragraph may have thousands."""
    waiting = deque(sorted(enumerate(spans), key=lambda each: each[1].start))
    near: list[tuple[int, Span]] = []
    for start, end in pieces:
        near = [each for each in near if each[1].end >= start]
        while waiting and waiting[0][1].start <= end:
            near.append(waiting.popleft())
        yield [span for _, span in sorted(near, key=lambda each: each[0])]


def _segments(text: str, start: int, end: int, quotes: Sequence[Span], links: Sequence[Span]) -> Iterator[str]:
    borders = {start, end} | {edge for span in quotes for edge in (span.start, span.end) if start < edge < end}
    ordered = sorted(borders)
    for low, high in pairwise(ordered):
        covering = [span for span in quotes if span.start <= low and high <= span.end]
        yield _wrapped("".join(_linked(text, low, high, links)), low, covering)


def _linked(text: str, low: int, high: int, links: Sequence[Span]) -> Iterator[str]:
    at = low
    for link in links:
        if low <= link.start and link.end <= high:
            yield str(escape(text[at : link.start]))
            yield _link(link, str(escape(text[link.start : link.end])))
            at = link.end
    yield str(escape(text[at:high]))


def _wrapped(content: str, start: int, covering: Sequence[Span]) -> str:
    """One mark for all notes on a piece, one span for all events; further ids that begin here get a plain span."""
    for span in covering:
        if span.kind == "date":
            content = _time(span, content, span.start == start)
        if span.kind == "foreign":
            content = f'<span lang="{escape(span.extra)}" dir="{direction(span.extra)}">{content}</span>'
    for kind in ("note", "event"):
        spans = [span for span in covering if span.kind == kind]
        if spans:
            beginning = [span for span in spans if span.first and span.start == start]
            for span in beginning[1:_NESTED]:
                content = f'<span id="{_id(span)}">{content}</span>'
            content = "".join(f'<span id="{_id(span)}"></span>' for span in beginning[_NESTED:]) + content
            content = _opened(spans, beginning[:1]) + content + ("</mark>" if kind == "note" else "</span>")
    return content


def _opened(spans: Sequence[Span], beginning: Sequence[Span]) -> str:
    name = f' id="{_id(beginning[0])}"' if beginning else ""
    if spans[0].kind == "event":
        return f'<span class="event"{name} data-edtf="{escape(spans[0].extra)}">'
    shown = (beginning or spans)[0].entry
    entries = escape(" ".join(span.entry for span in spans))
    voice = spans[0].extra if len({span.extra for span in spans}) == 1 else ""
    css = f' class="{escape(voice)}"' if voice else ""
    return f'<mark{name}{css} data-notes="{entries}" aria-details="{escape(shown)}">'


def _id(span: Span) -> str:
    return str(escape(ids.words_id(span.entry) if span.kind == "note" else ids.event_words_id(span.entry)))


def _link(link: Span, content: str) -> str:
    if link.kind == "date":
        return f'<a class="date" href="{escape(link.label)}">{_time(link, content)}</a>'
    css = "term again" if link.again else "term"
    return f'<a class="{css}" id="{escape(link.extra)}" href="{escape(link.label)}" role="doc-glossref">{content}</a>'


def _time(date: Span, content: str, begins: bool = True) -> str:
    """HTML's `time` holds plain dates only."""
    name = f' id="{escape(date.entry)}"' if begins else ""
    if date.spoken:
        return f'<time{name} datetime="{escape(date.spoken)}" data-edtf="{escape(date.extra)}">{content}</time>'
    return f'<span{name} data-edtf="{escape(date.extra)}">{content}</span>'


def _ending(quotes: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The quotes whose last words stand in this piece, in the order of their ends."""
    ending = (span for span in quotes if span.kind in ("note", "event") and span.last and start < span.end <= end)
    return iter(sorted(ending, key=lambda span: (span.end, span.kind == "event", span.start)))


def _reference(span: Span) -> str:
    name = ids.reference_id(span.entry) if span.kind == "note" else ids.event_reference_id(span.entry)
    target = span.entry if span.kind == "note" else ids.event_id(span.entry)
    role = ' role="doc-noteref"' if span.kind == "note" else ""
    css = f"ref {span.extra}".rstrip() if span.kind == "note" else "ref when"
    return (
        f'<a class="{escape(css)}" id="{escape(name)}" href="{escape(ids.link("", "", target))}"{role} '
        f'aria-label="{escape(span.spoken)}">{escape(span.label)}</a>'
    )
