"""The readings of a build: from the shelf where they would be the same again, made anew where they would not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from generator.cache import Cache, digest, made_by
from generator.diagnostics import Outcome
from generator.mapping import WORTH_IT, mapped
from generator.model import Manuscript, Project, Rest, Seen, Term, Theme
from generator.project import Opened
from generator.shelf import Parcel, Record, Shelf, parcel, stored

SHARED = "/shared"
"""The name of the shared glossary's record; no reading has a slug with a slash."""
_SAVED = 64
"""After so many new readings what is made is listed, so that a build that is killed does not lose them."""


class Common(NamedTuple):
    """What all readings of a build have in common."""

    project: Project
    shared: tuple[Term, ...]
    base: str
    """A digest of the generator, the theme and the site."""
    terms: str
    """A digest of the shared glossary."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a build may use. None of it changes what is made."""

    shelf: Shelf = field(default_factory=Shelf)
    """What earlier builds have made."""
    moment: int = 0
    """When this build has begun, by the disk's clock; 0 where nobody knows, and every file is read."""
    workers: Callable[[int], AbstractContextManager[Executor | None]] = field(default=lambda _: nullcontext())
    """Executors for so many readings; none where this process is to make them."""
    watch: Callable[[int, int], None] = field(default=lambda _done, _all: None)
    """Is told after each reading how many of how many are made."""
    near: bool = True
    """Whether the executors have this machine's disk, and put what they make into the cache themselves."""


def in_common(project: Project, shelf: Shelf) -> Outcome[Common]:
    """What the readings of a project have in common; those that another glossary does not concern are good with it."""
    files = digest(made_by(), project.glossary)
    base = digest(made_by(), _digest_of(project.theme), project.site)
    before = shelf.get(SHARED)
    if before and before.base == files:
        return Outcome(Common(project, before.value, base, before.key), before.found)
    shared = _shared_glossary(project)
    common = with_terms(project, shared.value)
    if before and before.key != common.terms:
        _keep_what_is_not_concerned(common, before, shelf)
    made = parcel(SHARED, shared.value, shared.diagnostics, ())
    shelf.keep(replace(made.record, base=files, key=common.terms), made.data)
    return Outcome(common, shared.diagnostics)


def with_terms(project: Project, shared: Sequence[Term]) -> Common:
    """What the readings of a project have in common that share these terms."""
    base = digest(made_by(), _digest_of(project.theme), project.site)
    return Common(project, tuple(shared), base, digest(shared))


def still_good(common: Common, shelf: Shelf) -> Mapping[str, Seen]:
    """The readings on the shelf that are good if their own files are as they were, by slug."""
    fresh = [each for each in shelf.records if (each.base, each.shared) == (common.base, common.terms)]
    return {each.name: each.seen for each in fresh if each.seen}


def renewed(common: Common, readings: Iterable[Opened], most: int, means: Means) -> list[Record]:
    """The record of each reading, made anew where it has changed; there are `most` readings at most."""
    shelf = means.shelf
    there: list[str] = []
    missing = _missing(common, readings, shelf, there)
    first = list(islice(missing, WORTH_IT))
    if first:
        # Nobody knows how many are to be made before all are read; many are read while the first are made.
        expected = len(first) if len(first) < WORTH_IT else max(most, WORTH_IT)
        _make(common, chain(first, missing), expected, means)
    return [kept for slug in there if (kept := shelf.get(slug))]


def settle(unlocked: Iterable[str], shelf: Shelf) -> None:
    """These readings are what they would be made to be, now that all that is new stands in their locks."""
    for slug in unlocked:
        record = shelf.get(slug)
        if record and record.unlocked and record.unlocked.key:
            shelf.keep(replace(record, key=record.unlocked.key, unlocked=None, seen=None))
    shelf.save()


class _Missing(NamedTuple):
    manuscript: Manuscript
    key: str
    seen: Seen | None


def _missing(common: Common, readings: Iterable[Opened], shelf: Shelf, there: list[str]) -> Iterator[_Missing]:
    """Those that must be made; `there` gets the slugs of all."""
    for each in readings:
        if each.manuscript is None:
            there.extend([each.slug] if each.seen else [])
            continue
        there.append(each.slug)
        key, old = digest(each.manuscript), shelf.get(each.slug)
        if old and (old.base, old.shared, old.key) == (common.base, common.terms, key):
            shelf.keep(replace(old, seen=each.seen))
        else:
            yield _Missing(each.manuscript, key, each.seen)


def _make(common: Common, missing: Iterable[_Missing], expected: int, means: Means) -> None:
    from generator.map_step import make_parcel

    waiting: dict[str, tuple[str, Seen | None]] = {}

    def manuscripts() -> Iterator[Manuscript]:
        for manuscript, key, seen in missing:
            waiting[manuscript.slug] = key, seen
            yield manuscript

    make: Callable[[Manuscript], Parcel] = partial(
        make_parcel, shared=common.shared, theme=common.project.theme, settings=common.project.site
    )
    if means.near and means.shelf.cache:
        make = partial(_make_and_store, make, means.shelf.cache)
    with means.workers(expected) as workers:
        for done, made in enumerate(mapped(make, manuscripts(), workers), 1):
            key, seen = waiting.pop(made.record.name)
            record = replace(made.record, base=common.base, shared=common.terms, key=key, seen=seen)
            means.shelf.keep(record, made.data)
            if not done % _SAVED:
                means.shelf.save()
            means.watch(done, max(done, expected))


def _make_and_store(make: Callable[[Manuscript], Parcel], cache: Cache, manuscript: Manuscript) -> Parcel:
    """What is sent back is little, and what is much does not go through the process that has begun the build."""
    return stored(make(manuscript), cache)


def _keep_what_is_not_concerned(common: Common, before: Record, shelf: Shelf) -> None:
    """Readings that would be the same with the shared glossary as it is now are still good."""
    from generator.enrich import may_concern

    known, shared = before.value, common.shared
    changed = [each for each in (*known, *shared) if each not in known or each not in shared]
    if [each for each in known if each not in changed] != [each for each in shared if each not in changed]:
        return
    for record in shelf.records:
        if record.value and (record.base, record.shared) == (common.base, before.key) and record.seen:
            rest: Rest = shelf.rest(record)()
            unknown = any(each.code == "unknown-term" for each in record.found)
            if not unknown and not may_concern(changed, rest.summary, rest.document):
                shelf.keep(replace(record, shared=common.terms))


def _shared_glossary(project: Project) -> Outcome[tuple[Term, ...]]:
    from generator.enrich import shared_glossary

    return shared_glossary(project.glossary, project.site.html)


_last_theme: list[tuple[Theme, str]] = []


def _digest_of(theme: Theme) -> str:
    """A theme holds megabytes of faces, and is the same from build to build."""
    # Mappings are equal whatever their order, and the order of styles is the one in which they are loaded.
    if not _last_theme or _last_theme[0][0] != theme or [*_last_theme[0][0].styles] != [*theme.styles]:
        _last_theme[:] = [(theme, digest(theme))]
    return _last_theme[0][1]
