"""A block quote under an entry's heading: the words that pin the entry to the text.

It is not Markdown: only `**` has a meaning, and `\\*` is a star. Bold is the words meant, the rest is context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator import text
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Selector

BORDER = "\n"
"""Stands in a selector for the border between two blocks."""

_MARKED = re.compile(r" {0,3}> ?(.*)")
_BOLD = re.compile(r"(?<!\\)\*\*")
# Private characters that stand for `**` and for an empty line while the white space is tidied.
_SWITCH, _EMPTY = "\ue000", "\ue001"


def read_quote(lines: Sequence[str], first: int, end: int, path: str) -> Outcome[Selector | None]:
    """The selector in lines `first` to `end` (counted from 0); None, with diagnostics, if it cannot be read."""
    parts = []
    for number in range(first, end):
        marked = _MARKED.match(lines[number])
        if marked:
            parts.append(marked[1])
        elif lines[number].strip():
            return Outcome(None, (_unmarked(_whole(lines, number, path)),))
    bold = [number for number in range(first, end) if _BOLD.search(lines[number])]
    whole = _whole(lines, first, path)
    marked_at = _whole(lines, bold[0], path) if bold else whole
    last = _whole(lines, bold[-1], path) if bold else whole
    place = _bold_place(lines, bold[0], path) if bold else whole
    outcome = _read(parts, place, whole, marked_at, last)
    value = replace(outcome.value, lines=(first + 1, end)) if outcome.value else None
    return Outcome(value, outcome.diagnostics)


def quoted(words: str, place: Place) -> Outcome[Selector | None]:
    """The selector that words outside of a register are, with the same grammar: a quote in reading.toml."""
    return _read(words.split("\n"), place, place, place, place)


def written(selector: Selector) -> str:
    """The quote in one form, however its lines were broken: what tells whether its author has changed it."""
    return f"{selector.prefix}**{selector.exact}**{selector.suffix}"


def quote_end(lines: Sequence[str], first: int, end: int) -> int:
    """The line at which what follows a quote begins; a line without `>` is no part of it, whatever Markdown says."""
    return next((number for number in range(first, end) if not _MARKED.match(lines[number])), end)


def _read(parts: Sequence[str], place: Place, whole: Place, first: Place, last: Place) -> Outcome[Selector | None]:
    """`first` and `last` are where the first and the last bold stands."""
    runs = _runs(parts)
    if len(runs) > 3:
        return Outcome(None, (_two_bolds(last),))
    if len(runs) == 2:
        return Outcome(None, (_unclosed(first),))
    prefix, exact, suffix = runs if len(runs) == 3 else ("", runs[0], "")
    if not exact.strip():
        return Outcome(None, (_empty(whole),))
    return Outcome(_selector(prefix, exact, suffix, place))


def _runs(parts: Sequence[str]) -> list[str]:
    """The quote split at each `**`, tidy, with BORDER between blocks."""
    joined = " ".join(_BOLD.sub(_SWITCH, part).replace("\\*", "*") if part.strip() else _EMPTY for part in parts)
    tidied = re.sub(rf" *(?:{_EMPTY} *)+", BORDER, text.tidy(joined)).strip(BORDER)
    return tidied.split(_SWITCH)


def _selector(prefix: str, exact: str, suffix: str, place: Place) -> Selector:
    """White space inside the bold belongs to the context."""
    core = exact.strip()
    start = exact.index(core)
    return Selector(core, prefix + exact[:start], exact[start + len(core) :] + suffix, place)


def _whole(lines: Sequence[str], number: int, path: str) -> Place:
    line = lines[number]
    start = len(line) - len(line.lstrip(" >"))
    return Place(path, number + 1, start + 1, len(line.rstrip()) - start, line)


def _bold_place(lines: Sequence[str], number: int, path: str) -> Place:
    line = lines[number]
    marks = [found.start() for found in _BOLD.finditer(line)]
    start = marks[0] + 2
    end = marks[1] if len(marks) > 1 else len(line.rstrip())
    if start >= end:
        return _whole(lines, number, path)
    return Place(path, number + 1, start + 1, end - start, line)


def _unmarked(place: Place) -> Diagnostic:
    return diagnose(
        "quote-or-body",
        "this line stands right under the quote: does it belong to it?",
        place,
        fix="begin it with `> ` if it is quoted; leave an empty line above it if the body begins here.",
    )


def _two_bolds(place: Place) -> Diagnostic:
    return diagnose(
        "quote-two-bolds",
        "the quote has more than one run of bold words",
        place,
        why="Bold marks the words that are meant, and an entry can stand on one run of words only.",
        fix="leave one run bold; to skip words inside it write ` … `.",
    )


def _unclosed(place: Place) -> Diagnostic:
    fix = "close it with `**` behind the last word that is meant; a star of the text is written `\\*`."
    return diagnose("quote-bold-unclosed", "the bold run of this quote is never closed", place, fix=fix)


def _empty(place: Place) -> Diagnostic:
    fix = "copy the words from the page, or take the quote out."
    return diagnose("quote-empty", "the quote holds no words", place, fix=fix)
