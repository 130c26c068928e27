"""A heading's `{#id .kind key="value"}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose

_INSIDE = r'(?:[^{}"]|"[^"]*")*'
_BRACES = re.compile(rf"(?<!\\)\{{\s*(?=[#.]|[\w-]+\s*=)({_INSIDE})\}}\s*$")
_UNCLOSED = re.compile(rf'(?<!\\)\{{(?=[#.]\w|[\w-]+=){_INSIDE}"?[^{{}}"]*$')
_ONE = re.compile(
    r'\s*(?:#(?P<id>[^\s"=#]+)|\.(?P<kind>[^\s"=#.]+)|(?P<key>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+)))'
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One value of a heading's braces."""

    value: str
    place: Place


Heading = tuple[str, Mapping[str, Attribute]]


def read_heading(content: str, place: Place) -> Outcome[Heading]:
    """A heading's words and its attributes by name; `#x` is the name "id", `.x` the name "kind".

    Braces that do not close the heading, or that begin otherwise, are literal, and so is what follows `\\{`.
    """
    found = _BRACES.search(content)
    if not found:
        unclosed = _UNCLOSED.search(content)
        problems = (_malformed(place, unclosed.start(), len(content), "the brace is never closed"),) if unclosed else ()
        return Outcome((content.strip(), {}), problems)
    attributes, diagnostics = _attributes(found[1], found.start(1), place)
    return Outcome((content[: found.start()].strip(), attributes), diagnostics)


def _attributes(inside: str, offset: int, place: Place) -> tuple[dict[str, Attribute], tuple[Diagnostic, ...]]:
    attributes: dict[str, Attribute] = {}
    at = 0
    while inside[at:].strip():
        found = _ONE.match(inside, at)
        if not found:
            return attributes, (_malformed(place, offset + at, offset + len(inside), "these words are no attribute"),)
        name, value = _name_and_value(found)
        start = offset + found.end() - len(found[0].lstrip())
        if name in attributes:
            return attributes, (_malformed(place, start, offset + found.end(), f"`{name}` is given twice"),)
        attributes[name] = Attribute(value, _within(place, start, offset + found.end()))
        at = found.end()
    return attributes, ()


def _name_and_value(found: re.Match[str]) -> tuple[str, str]:
    if found["id"]:
        return "id", found["id"]
    if found["kind"]:
        return "kind", found["kind"]
    return found["key"], found["quoted"] if found["quoted"] is not None else found["bare"]


def _within(place: Place, start: int, end: int) -> Place:
    return Place(place.path, place.line, place.column + start, end - start, place.text)


def _malformed(place: Place, start: int, end: int, message: str) -> Diagnostic:
    return diagnose(
        "attributes-malformed",
        message,
        _within(place, start, end),
        fix='write {#id kind=question by="Class 10b"}; a brace that is only a brace is written `\\{`.',
    )
