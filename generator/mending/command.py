"""`check --fix`: what a text's change has done to its notes, accepted or refused entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import asides, map_step
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.mending.difference import is_grave
from generator.mending.rewriting import rewrite
from generator.model import Change, Fate, Lock, Output, Site
from generator.project import read_project
from generator.write import replace_files

Answer = Callable[["Question"], str]
"""Asks about one entry; "y" takes the suggestion, "q" ends the asking, everything else leaves the entry as it is."""


@dataclass(frozen=True, slots=True)
class Question:
    """An entry whose words may stand elsewhere, or be other words."""

    slug: str
    fate: Fate
    grave: bool
    """Whether a number, a name or a negation has changed."""
    number: int
    """Counted from 1."""
    count: int


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of it."""

    accepted: tuple[Question, ...]
    left: tuple[Question, ...]
    files: tuple[str, ...]
    """What was written, by paths from the project's folder."""


def questions(site: Site) -> tuple[Question, ...]:
    """Every entry for which there is something to accept, by reading and register."""
    asked = [
        (slug, fate)
        for slug in sorted(site.fates)
        for fate in site.fates[slug]
        if fate.span and fate.now and fate.name in ("moved", "changed", "lost")
    ]
    return tuple(
        Question(slug, fate, is_grave(fate.was.words, fate.now.words if fate.now else ""), number, len(asked))
        for number, (slug, fate) in enumerate(asked, 1)
    )


def mend(root: Path, site: Site, drafts: bool, answer: Answer) -> Outcome[Mended]:
    """Asks about each entry, then writes the quotes that were accepted, and the locks that belong to them."""
    accepted: list[Question] = []
    asked = questions(site)
    paths = {each.fate.selector.place.path for each in asked}
    before = {path: (root / path).read_bytes() for path in paths}
    for question in asked:
        said = answer(question)
        if said == "q":
            break
        if said == "y":
            accepted.append(question)
    left = tuple(each for each in asked if each not in accepted)
    meanwhile = tuple(_meanwhile(path) for path in sorted(paths) if (root / path).read_bytes() != before[path])
    if meanwhile:
        return Outcome(Mended((), asked, ()), meanwhile)
    registers = replace_files(root, _rewritten(root, accepted))
    if registers.failed:
        return Outcome(Mended((), asked, registers.value), registers.diagnostics)
    locks = replace_files(root, _locks(root, drafts, accepted))
    return Outcome(Mended(tuple(accepted), left, (*registers.value, *locks.value)), locks.diagnostics)


def by_itself(question: Question) -> str:
    """Takes every suggestion, save those in which a number, a name or a negation has changed."""
    return "" if question.grave else "y"


def _rewritten(root: Path, accepted: Iterable[Question]) -> list[Output]:
    quotes: dict[str, dict[tuple[int, int], str]] = {}
    for each in accepted:
        selector = each.fate.selector
        if each.fate.quote and selector.lines != (0, 0):
            quotes.setdefault(selector.place.path, {})[selector.lines] = each.fate.quote
    return [Output(path, rewrite((root / path).read_bytes(), lines)) for path, lines in quotes.items()]


def _locks(root: Path, drafts: bool, accepted: Sequence[Question]) -> list[Output]:
    """The locks of the readings that were touched, with what was accepted made anew on the text as it is."""
    files = []
    for slug, lock in _anew(root, accepted, drafts).items():
        own = (_change(each.fate, lock) for each in accepted if each.slug == slug)
        files.append(map_step.lock_file(slug, replace(lock, changes=(*lock.changes, *own))))
    return files


def _anew(root: Path, accepted: Sequence[Question], drafts: bool) -> Mapping[str, Lock]:
    """What the locks are to say when nothing is remembered of the entries that were accepted."""
    project = read_project(root, drafts=drafts).value
    shared = asides.shared_terms(project)
    locks: dict[str, Lock] = {}
    for manuscript in project.manuscripts:
        names = {each.fate.entry for each in accepted if each.slug == manuscript.slug}
        if names:
            made = map_step.make_reading(asides.forgetting(manuscript, names), shared, project.theme, project.site)
            if made.value:
                locks[manuscript.slug] = made.value.rest.lock
    return locks


def _change(fate: Fate, lock: Lock) -> Change:
    text = lock.quotes[fate.entry].memory.text if fate.entry in lock.quotes else ""
    return Change(fate.entry, fate.name, fate.was.words, fate.now.words if fate.now else "", text)


def _meanwhile(path: str) -> Diagnostic:
    return diagnose(
        "file-unwritable",
        "this file was not written: somebody has changed it in the meantime",
        Place(path),
        why="What was there is still there.",
        fix="run the command again.",
    )
