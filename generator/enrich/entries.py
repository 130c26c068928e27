"""Sections become notes, terms and events: what the three registers have in common stands here once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TypeVar

from generator import markdown, text
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.enrich.sections import Section, read_sections
from generator.model import SourceFile

T = TypeVar("T")

RESERVED = ("q-", "r-", "e-", "t-", "u-", "p-", "term-", "event-", "page-")
"""Beginnings of the ids that a page gives by itself."""

MOST = 20_000
"""Entries of one register of a reading."""
_ID = re.compile(r"\w[\w.-]*")


@dataclass(slots=True)
class Names:
    """The ids given so far in one register; an id that an author chose belongs to that entry alone."""

    taken: dict[str, Place] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    """The last number that was given behind each heading's words."""

    def give(self, wanted: str) -> str:
        """An id made from a heading's words, with a number behind it if it is taken."""
        base = f"note-{wanted}" if not wanted or wanted.startswith(RESERVED) else wanted
        if base not in self.taken:
            return base
        number = self.numbers.get(base, 1) + 1
        while f"{base}-{number}" in self.taken:
            number += 1
        self.numbers[base] = number
        return f"{base}-{number}"


Reader = Callable[[SourceFile, Section, str], Outcome[T | None]]


def read_entries(
    files: Iterable[SourceFile], keys: tuple[str, ...], read: Reader[T], needs_body: bool, html: bool = False
) -> Outcome[tuple[T, ...]]:
    """The entries of one register, in the order of its files; a section that is no entry is only diagnosed.

    `keys` are the attributes that the register knows; `read` makes an entry from a section and its id; `html` says
    whether bodies may hold some raw HTML.
    """
    found: list[Diagnostic] = []
    sections: list[tuple[SourceFile, Section]] = []
    for file in files:
        outcome = read_sections(file)
        found.extend(outcome.diagnostics)
        sections.extend((file, section) for section in outcome.value)
    if len(sections) > MOST:
        return Outcome((), (*found, _too_many(sections[MOST][1].place)))
    names, entries = Names(), []
    chosen = {id(section): _chosen_id(section, names, found) for _, section in sections}
    for file, section in sections:
        found.extend(_unknown_keys(section, keys))
        if needs_body and not markdown.has_words(section.body.text):
            found.append(_no_body(section))
        name = chosen[id(section)] or names.give(text.slug(markdown.plain(section.title)))
        names.taken.setdefault(name, section.place)
        entry = read(file, replace(section, body=replace(section.body, html=html)), name)
        found.extend(entry.diagnostics)
        if entry.value is not None:
            entries.append(entry.value)
    return Outcome(tuple(entries), tuple(found))


def _too_many(place: Place) -> Diagnostic:
    return diagnose(
        "too-many-entries",
        f"this register has more than {MOST} entries, and here begins one too many",
        place,
        why="They stand on one page, which no browser would show; none of them was read.",
        fix="make several readings of the text, or leave some out.",
    )


def _chosen_id(section: Section, names: Names, found: list[Diagnostic]) -> str:
    attribute = section.attributes.get("id")
    if not attribute:
        return ""
    if attribute.value in names.taken:
        found.append(_duplicate(attribute.value, attribute.place, names.taken[attribute.value]))
        return ""
    if not _ID.fullmatch(attribute.value) or attribute.value.startswith(RESERVED):
        found.append(_bad_id(attribute.value, attribute.place))
        return ""
    names.taken[attribute.value] = attribute.place
    return attribute.value


def _unknown_keys(section: Section, keys: tuple[str, ...]) -> Iterator[Diagnostic]:
    for key, attribute in section.attributes.items():
        if key not in ("id", *keys):
            near = get_close_matches(key, ("id", *keys), 1)
            yield diagnose(
                "unknown-attribute",
                f"`{key}` is no attribute of this register",
                attribute.place,
                why=f"It knows {', '.join(f'`{each}`' for each in ('#id', *keys))}.",
                fix=f"did you mean `{near[0]}`?" if near else "take it out, or write it into the body.",
            )


def _no_body(section: Section) -> Diagnostic:
    fix = "write what you have to say under the heading (and under the quote), after an empty line."
    return diagnose("entry-without-body", "this entry says nothing", section.place, fix=fix)


def _duplicate(name: str, place: Place, first: Place) -> Diagnostic:
    return diagnose(
        "duplicate-id",
        f"the id `{name}` is already given",
        place,
        why=f"{first.path}:{first.line} has it; a link could not know which one is meant.",
        fix="choose another id for one of the two.",
    )


def _bad_id(name: str, place: Place) -> Diagnostic:
    return diagnose(
        "id-invalid",
        f"`{name}` cannot be an id",
        place,
        why=f"An id is letters, digits, `-`, `_` and `.`, and does not begin with {', '.join(RESERVED)}.",
        fix="choose a short word, like {#fine}.",
    )
