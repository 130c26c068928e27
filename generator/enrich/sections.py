"""The one grammar of notes.md, glossary.md and timeline.md: a file becomes sections, one for each entry.

A section begins with an ATX heading `## ` at the file's top level. Its parts are read from the source lines;
markdown-it's token maps give their ranges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from generator import markdown
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.enrich.attributes import Attribute, read_heading
from generator.enrich.quotes import quote_end, read_quote
from generator.model import Body, Selector, SourceFile

_GLUED = re.compile(r" {0,3}##[^#\s]")


@dataclass(frozen=True, slots=True)
class Section:
    """One entry as it was written: a heading, its attributes, a quote or none, a body."""

    title: str
    """Markdown of one line, without the attributes."""
    attributes: Mapping[str, Attribute]
    selector: Selector | None
    body: Body
    place: Place
    """Of the heading's words."""


def read_sections(file: SourceFile) -> Outcome[tuple[Section, ...]]:
    """The sections of a register and what is wrong with its form; what stands before the first is ignored."""
    try:
        source = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Outcome((), (_undecodable(file, error),))
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tokens = markdown.blocks("\n".join(lines))
    found = list(_misplaced(tokens, lines, file.path))
    sections = []
    for start, end in _ranges(tokens, len(lines)):
        outcome = _section(tokens, start, end, lines, file.path)
        sections.append(outcome.value)
        found.extend(outcome.diagnostics)
    if not sections and markdown.has_words(source):
        found.append(_no_entries(file.path))
    return Outcome(tuple(sections), tuple(found))


def _ranges(tokens: Sequence[Token], last: int) -> Iterator[tuple[int, int]]:
    """For each section: the index of its heading's token and the line at which the section ends."""
    starts = [index for index, token in enumerate(tokens) if _opens_section(token)]
    ends = [(tokens[index].map or [last])[0] for index in starts[1:]]
    yield from zip(starts, [*ends, last], strict=False)


def _opens_section(token: Token) -> bool:
    return token.type == "heading_open" and token.level == 0 and token.markup == "##"


def _section(tokens: Sequence[Token], index: int, end: int, lines: Sequence[str], path: str) -> Outcome[Section]:
    number = (tokens[index].map or [0])[0]
    content = tokens[index + 1].content
    column = lines[number].find(content, lines[number].index("##") + 2) + 1 if content else 0
    place = Place(path, number + 1, column, len(content), lines[number])
    heading = read_heading(content, place)
    first, selector, found = number + 1, None, list(heading.diagnostics)
    quote = next((token for token in tokens[index + 3 : index + 4] if token.type == "blockquote_open"), None)
    if quote and quote.map:
        outcome = read_quote(lines, quote.map[0], quote.map[1], path)
        first, selector = quote_end(lines, *quote.map), outcome.value
        found.extend(outcome.diagnostics)
    title, attributes = heading.value
    if not title.strip():
        found.append(_untitled(place))
    section = Section(title, attributes, selector, _body(lines, first, end, path), place)
    return Outcome(section, tuple(found))


def _body(lines: Sequence[str], first: int, end: int, path: str) -> Body:
    while first < end and not lines[first].strip():
        first += 1
    body = "\n".join(lines[first:end]).rstrip()
    line = lines[first] if first < end else ""
    return Body(body, Place(path, first + 1, 1, len(line), line))


def _misplaced(tokens: Sequence[Token], lines: Sequence[str], path: str) -> Iterator[Diagnostic]:
    """What looks as if it meant to begin an entry, or hides the entries after it."""
    for token in tokens:
        if not token.map:
            continue
        if token.level:
            if markdown.is_deepest(token):
                yield _too_deep(Place(path, token.map[0] + 1, text=lines[token.map[0]]))
            continue
        first, last = token.map
        if token.type == "heading_open" and token.markup in ("-", "="):
            yield _setext(Place(path, last, 1, len(lines[last - 1]), lines[last - 1]))
        elif token.type == "paragraph_open":
            yield from (
                _glued(Place(path, number + 1, 1, len(lines[number]), lines[number]))
                for number in range(first, last)
                if _GLUED.match(lines[number])
            )
        elif _never_closed(token, lines, first, last):
            yield _unclosed(token, Place(path, first + 1, 1, len(lines[first]), lines[first]))


def _never_closed(token: Token, lines: Sequence[str], first: int, last: int) -> bool:
    if token.type == "html_block":
        return "-->" not in token.content
    return token.type == "fence" and (last - first < 2 or not lines[last - 1].strip().startswith(token.markup))


def _undecodable(file: SourceFile, error: UnicodeDecodeError) -> Diagnostic:
    line = file.data.count(b"\n", 0, error.start) + 1
    return diagnose(
        "not-utf-8",
        f"the byte {error.object[error.start]:#04x} is not UTF-8",
        Place(file.path, line),
        fix="save the file as UTF-8 (every editor can).",
    )


def _no_entries(path: str) -> Diagnostic:
    fix = "begin each entry with a line `## Its heading`."
    return diagnose("no-entries", "this file holds text, but no entry", Place(path, 1), fix=fix)


def _untitled(place: Place) -> Diagnostic:
    fix = "write a few words after `## `: readers see them, and links use them."
    return diagnose("empty-heading", "this entry has no heading", place, fix=fix)


def _setext(place: Place) -> Diagnostic:
    return diagnose(
        "setext-heading",
        "this line makes a heading of the words above it",
        place,
        why="An entry begins with `## `; a heading that is underlined would swallow the text above the line.",
        fix="for a rule put an empty line before it; for an entry write `## ` before its heading.",
    )


def _glued(place: Place) -> Diagnostic:
    fix = "put a space after `##`."
    return diagnose("heading-without-space", "`##` without a space begins no entry", place, fix=fix)


def _too_deep(place: Place) -> Diagnostic:
    return diagnose(
        "nested-too-deep",
        "this stands in more lists and quotations than can be shown",
        place,
        why=f"What lies more than {markdown.DEEPEST} levels deep is not read, and would vanish; a list is two levels.",
        fix="move it up, or take some of the marks at the beginning of its line away.",
    )


def _unclosed(token: Token, place: Place) -> Diagnostic:
    what, end = ("comment", "-->") if token.type == "html_block" else ("code block", token.markup)
    return diagnose(
        "never-closed",
        f"this {what} is never closed",
        place,
        why="Everything after it, entries too, would vanish into it.",
        fix=f"close it with a line `{end}`.",
    )
