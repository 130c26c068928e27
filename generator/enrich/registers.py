"""The three registers: notes.md, glossary.md and timeline.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Literal

from generator import dates, markdown, text
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.enrich.attributes import Attribute
from generator.enrich.entries import read_entries
from generator.enrich.sections import Section
from generator.model import KINDS, Event, Note, SourceFile, Term

_DATED = re.compile(r"(?P<date>.*?):\s+(?P<title>.*)")


def read_notes(files: Iterable[SourceFile], html: bool = False) -> Outcome[tuple[Note, ...]]:
    """The margin notes of a reading, in the order in which they were written."""
    return read_entries(files, ("kind", "by"), _note, needs_body=True, html=html)


def read_terms(files: Iterable[SourceFile], shared: bool = False, html: bool = False) -> Outcome[tuple[Term, ...]]:
    """The entries of a glossary; a headword or variant that is given twice is diagnosed."""
    outcome = read_entries(files, ("also", "case", "see"), _term, needs_body=True, html=html)
    terms = tuple(_shared(term) for term in outcome.value) if shared else outcome.value
    return Outcome(terms, outcome.diagnostics + tuple(_twice(terms)))


def read_events(files: Iterable[SourceFile], html: bool = False) -> Outcome[tuple[Event, ...]]:
    """The events of a timeline; one whose date cannot be read is only diagnosed."""
    return read_entries(files, ("date",), _event, needs_body=False, html=html)


def _note(file: SourceFile, section: Section, name: str) -> Outcome[Note | None]:
    kind = section.attributes.get("kind")
    found = (_unknown_kind(kind),) if kind and kind.value not in KINDS else ()
    by = section.attributes["by"].value if "by" in section.attributes else _author(file.path)
    value = kind.value if kind else "comment"
    note = Note(name, section.title, value, by, section.body, section.selector, section.place)
    return Outcome(note, found)


def _author(path: str) -> str:
    """The file's name, if it is one of a register's split files: notes/anna.md is Anna's."""
    return PurePosixPath(path).stem if PurePosixPath(path).parent.name == "notes" else ""


def _unknown_kind(kind: Attribute) -> Diagnostic:
    near = get_close_matches(kind.value, KINDS, 1)
    fix = f"did you mean `{near[0]}`?" if near else f"write one of {', '.join(KINDS)}."
    return diagnose("unknown-kind", f"there is no kind of note called `{kind.value}`", kind.place, fix=fix)


def _term(_file: SourceFile, section: Section, name: str) -> Outcome[Term | None]:
    case = section.attributes.get("case")
    found = (_unknown_case(case),) if case and case.value != "exact" else ()
    headword = text.tidy(markdown.plain(section.title))
    return Outcome(
        Term(
            name,
            headword,
            _listed(section.attributes.get("also")),
            case is not None,
            section.body,
            section.selector,
            section.place,
            see=_listed(section.attributes.get("see")),
        ),
        found,
    )


def _listed(attribute: Attribute | None) -> tuple[str, ...]:
    """The texts between the semicolons."""
    return tuple(each for part in (attribute.value.split(";") if attribute else ()) if (each := text.tidy(part)))


def _unknown_case(case: Attribute) -> Diagnostic:
    fix = "write `case=exact`, or leave it out."
    return diagnose("unknown-attribute", f"`case` cannot be `{case.value}`", case.place, fix=fix)


def _shared(term: Term) -> Term:
    return replace(term, shared=True)


def _twice(terms: Iterable[Term]) -> Iterable[Diagnostic]:
    """Entries that would claim the same words; one that is pinned to its passage claims no others."""
    seen: dict[str, Place] = {}
    for term in (each for each in terms if each.selector is None):
        for form in dict.fromkeys((term.headword, *term.variants)):
            if form in seen:
                yield diagnose(
                    "duplicate-term",
                    f"“{form}” is explained twice",
                    term.place,
                    why=f"{seen[form].path}:{seen[form].line} explains it too.",
                    fix="make one entry of the two, or pin each to its passage under another headword.",
                )
            seen.setdefault(form, term.place)


def _event(_file: SourceFile, section: Section, name: str) -> Outcome[Event | None]:
    parts = _DATED.fullmatch(section.title)
    if not parts:
        return Outcome(None, (_undated(section.place),))
    place = section.place
    at = Place(place.path, place.line, place.column, len(parts["date"]), place.text)
    try:
        date = dates.parse(parts["date"].strip())
    except ValueError as error:
        return Outcome(None, (_bad_date(parts["date"].strip(), str(error), at),))
    by = section.attributes.get("date")
    event = Event(name, date, parts["title"], section.body, section.selector, place)
    if by and by.value in _DATED_BY:
        return Outcome(replace(event, dated_by=_DATED_BY[by.value]))
    return Outcome(event, (_unknown_source(by),) if by else ())


_DATED_BY: Mapping[str, Literal["text", "editor"]] = {"text": "text", "editor": "editor"}


def _unknown_source(date: Attribute) -> Diagnostic:
    fix = "write `date=text` where the text gives the date, `date=editor` where it does not, or leave it out."
    return diagnose("unknown-attribute", f"`date` cannot be `{date.value}`", date.place, fix=fix)


def _undated(place: Place) -> Diagnostic:
    return diagnose(
        "event-without-date",
        "this heading has no date",
        place,
        why="The date is what stands before the first colon that a space follows.",
        fix="write `## 2019-02-12: What happened`.",
    )


def _bad_date(written: str, reason: str, place: Place) -> Diagnostic:
    return diagnose(
        "date-invalid",
        f"`{written}` is no date",
        place,
        why=reason[:1].upper() + reason[1:],
        fix="write 2019, 2019-02, 2019-02-12, 1992/1997, 2015~ (about), 199X (the 1990s) or 2014/.. (since).",
    )
