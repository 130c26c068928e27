"""The build on one page: from a project's folder to the pages of its site.

Map, then reduce. `make_reading` is a pure function of one manuscript, the shared glossary, the theme and the site's
settings, so readings can be made anywhere and in any order; `make_edition` needs only their small summaries.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator import searching
from generator.cache import Cache, digest, made_by
from generator.capture import capture
from generator.clean import clean
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose, in_order
from generator.document import document
from generator.enrich import enrich, read_lock, shared_glossary, unused_terms, write_lock
from generator.mapping import mapped
from generator.model import (
    Block,
    Cleaned,
    Cut,
    Document,
    Edition,
    Fate,
    Lock,
    Manuscript,
    Mention,
    Output,
    Project,
    SiteSettings,
    SourceFile,
    Summary,
    Term,
    Theme,
)
from generator.project import LOCK, read_project
from generator.render import feed_entry, render_edition, render_reading, search_records, summarize
from generator.searching import make_index
from generator.verify import leaks, verify

_EDITION = "/edition"
"""The name of its entry in the cache; no reading has a slug with a slash."""
_SHOWN = 5
"""How many entries that are not locked are named."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that has been made and not yet written."""

    edition: Edition = field(default_factory=lambda: Edition(SiteSettings(), (), ()))
    outputs: tuple[Output, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    """The text of each reading, by slug."""
    fates: Mapping[str, tuple[Fate, ...]] = field(default_factory=dict)
    """What became of each reading's quotes, by slug."""
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    """The dates that each text speaks of, by slug."""
    locks: Mapping[str, Lock] = field(default_factory=dict)
    """What each reading's anchors.lock is to say, by slug."""
    unlocked: frozenset[str] = frozenset()
    """The readings whose anchors.lock does not say that yet."""

    @property
    def readings(self) -> tuple[Summary, ...]:
        """What the site holds of each reading, by title."""
        return self.edition.readings


class Made(NamedTuple):
    """What the map step makes of one manuscript."""

    summary: Summary
    document: Document
    cuts: tuple[Cut, ...]
    outputs: tuple[Output, ...]
    fates: tuple[Fate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    lock: Lock = Lock()
    locked: bool = True
    """Whether anchors.lock says what `lock` does."""


Maker = Callable[[Manuscript, Sequence[Term], Theme, SiteSettings], Outcome[Made | None]]
"""The map step, or what stands in for it: it must give what `make_reading` gives."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a build may use. None of it changes what is made."""

    make: Maker | None = None
    """What stands in for the map step, such as one with a memory."""
    cache: Cache | None = None
    workers: Callable[[int], AbstractContextManager[Executor | None]] = field(default=lambda _: nullcontext())
    """Executors for so many readings; none where this process is to make them."""
    watch: Callable[[int, int], None] = field(default=lambda _done, _all: None)
    """Is told after each reading how many of how many are made."""


def build(
    root: Path,
    url: str = "",
    drafts: bool = False,
    search: bool = False,
    frozen: bool = False,
    means: Means = Means(),
) -> Outcome[Site]:
    """The site of the project in a folder, and everything there is to say about it. Writes nothing but its cache.

    Without `search` the site has none, whatever it asks for: an index takes longer than all else. `frozen` says that no
    lock will be written after it, so that what is not locked yet is told.
    """
    read = read_project(root, url, drafts)
    project, missing = _searched(read.value, search)
    shared = shared_glossary(project.glossary)
    made, keys = _made(project, shared.value, means)
    site = _edition(project, shared.value, [each.value for each in made if each.value], keys, means.cache)
    found = [*read.diagnostics, *missing, *shared.diagnostics, *(each for one in made for each in one.diagnostics)]
    if not any(each.code == "url-invalid" for each in found):
        found += _without_address(project.site)
    found += _causes(site.diagnostics, found)
    if "search" in project.site.outputs and not Outcome(None, tuple(found)).failed:
        index = make_index(search_records(site.value.edition, site.value.documents), project.site.language)
        site = Outcome(replace(site.value, outputs=(*site.value.outputs, *index.value)))
        found += index.diagnostics
    if frozen and not Outcome(None, tuple(found)).failed:
        found += (each for slug in sorted(site.value.fates) for each in _not_locked(slug, site.value))
    return Outcome(site.value, in_order(_without_followers(found)))


def _made(project: Project, shared: Sequence[Term], means: Means) -> tuple[list[Outcome[Made | None]], tuple[str, ...]]:
    """Each reading, from the cache where it is there, and its key; no keys without a cache."""
    if means.make or means.cache is None:
        make = means.make or make_reading
        return [make(each, shared, project.theme, project.site) for each in project.manuscripts], ()
    base = digest(made_by(), shared, project.theme, project.site)
    keys = tuple(digest(base, each) for each in project.manuscripts)
    known = {each.slug: means.cache.get(each.slug, key) for each, key in zip(project.manuscripts, keys, strict=True)}
    missing = [each for each in project.manuscripts if known[each.slug] is None]
    key_of = dict(zip((each.slug for each in project.manuscripts), keys, strict=True))
    with means.workers(len(missing)) as workers:
        make_one = partial(make_reading, shared=shared, theme=project.theme, settings=project.site)
        for done, (each, outcome) in enumerate(zip(missing, mapped(make_one, missing, workers), strict=True), 1):
            known[each.slug] = outcome
            means.cache.put(each.slug, key_of[each.slug], outcome)
            means.watch(done, len(missing))
    means.cache.prune([*key_of, _EDITION])
    return [known[each.slug] for each in project.manuscripts], keys


def _edition(
    project: Project, shared: Sequence[Term], made: Sequence[Made], keys: Sequence[str], cache: Cache | None
) -> Outcome[Site]:
    """The reduce step, whose pages and remarks come from the cache where no reading has changed."""
    key = digest(keys)
    known = cache.get(_EDITION, key) if cache and keys else None
    pages = known or edition_pages(project, shared, made)
    if cache and keys and known is None:
        cache.put(_EDITION, key, pages)
    return _site(project, shared, made, pages)


def make_reading(
    manuscript: Manuscript, shared: Sequence[Term], theme: Theme, settings: SiteSettings
) -> Outcome[Made | None]:
    """The map step: one reading's pages and its summary; None where its seed cannot be read."""
    seed = capture(manuscript.seed)
    if seed.value is None:
        return Outcome(None, seed.diagnostics)
    cleaned = clean(seed.value, manuscript.settings.corrections)
    text = document(cleaned.value)
    reading = enrich(text, cleaned.value, seed.value, manuscript, shared, settings.language)
    pages = render_reading(reading.value, theme, settings)
    entry = feed_entry(reading.value, theme, settings)
    stages = (seed, cleaned, reading, pages, entry)
    summary = replace(summarize(reading.value), entry=entry.value)
    found = tuple(each for stage in stages for each in stage.diagnostics)
    lock = reading.value.lock
    locked = manuscript.lock is not None and manuscript.lock.data == write_lock(lock)
    kept = reading.value
    made = Made(summary, text, cleaned.value.cuts, pages.value, kept.fates, kept.mentions, lock, locked)
    return Outcome(made, found)


def make_edition(project: Project, shared: Sequence[Term], made: Sequence[Made]) -> Outcome[Site]:
    """The reduce step: what needs all readings, and a last look at every page."""
    return _site(project, shared, made, edition_pages(project, shared, made))


def edition_pages(project: Project, shared: Sequence[Term], made: Sequence[Made]) -> Outcome[tuple[Output, ...]]:
    """The pages that need all readings, and what there is to say of these and of all other pages."""
    edition = _edition_of(project, shared, made)
    own = tuple(output for each in made for output in each.outputs)
    pages = render_edition(edition, project.theme, own)
    outputs = (*own, *pages.value)
    used = {use.term for reading in edition.readings for use in reading.terms}
    found = [*pages.diagnostics, *unused_terms(shared, used)]
    captured: dict[str, tuple[Block | Cut, ...]] = {
        each.summary.slug: (*each.document.blocks, *each.cuts) for each in made
    }
    if not any(each.code == "template-error" for each in found):
        found += (*verify(edition, outputs), *leaks(edition, captured, outputs))
    return Outcome(pages.value, tuple(found))


def _edition_of(project: Project, shared: Sequence[Term], made: Sequence[Made]) -> Edition:
    readings = tuple(sorted((each.summary for each in made), key=lambda each: (each.metadata.title, each.slug)))
    return Edition(project.site, readings, tuple(shared))


def _site(
    project: Project, shared: Sequence[Term], made: Sequence[Made], pages: Outcome[tuple[Output, ...]]
) -> Outcome[Site]:
    site = Site(
        _edition_of(project, shared, made),
        (*(output for each in made for output in each.outputs), *pages.value),
        {each.summary.slug: each.document for each in made},
        {each.summary.slug: each.fates for each in made},
        {each.summary.slug: each.mentions for each in made},
        {each.summary.slug: each.lock for each in made},
        frozenset(each.summary.slug for each in made if not each.locked),
    )
    return Outcome(site, pages.diagnostics)


def lock_file(slug: str, lock: Lock) -> Output:
    """A reading's anchors.lock, by its path from the project's folder."""
    return Output(f"content/{slug}/{LOCK}", write_lock(lock))


def preview_cleaning(file: SourceFile) -> Outcome[Cleaned | None]:
    """How a capture would be cleaned, before it is adopted; None where it cannot be read."""
    seed = capture(file)
    if seed.value is None:
        return Outcome(None, seed.diagnostics)
    cleaned = clean(seed.value)
    return Outcome(cleaned.value, (*seed.diagnostics, *cleaned.diagnostics))


def shared_terms(project: Project) -> tuple[Term, ...]:
    """The terms that all readings share; what is wrong with them is for a build to say."""
    return shared_glossary(project.glossary).value


def blocks_of(cleaned: Cleaned) -> tuple[Block, ...]:
    """The blocks of a cleaned capture."""
    return document(cleaned).blocks


def reading_text(cleaned: Cleaned) -> str:
    """The reading's words alone, blocks separated by an empty line."""
    return "\n\n".join(block.text for block in document(cleaned).blocks)


def forgetting(manuscript: Manuscript, names: Collection[str]) -> Manuscript:
    """The manuscript with a lock that does not remember these entries."""
    lock = read_lock(manuscript.lock).value
    quotes = {name: each for name, each in lock.quotes.items() if name not in names}
    file = lock_file(manuscript.slug, replace(lock, quotes=quotes))
    return replace(manuscript, lock=SourceFile(file.path, file.data))


def _searched(project: Project, search: bool) -> tuple[Project, tuple[Diagnostic, ...]]:
    """The project without a search where none is to be made, or none can be."""
    if "search" not in project.site.outputs or (search and searching.is_installed()):
        return project, ()
    outputs = tuple(each for each in project.site.outputs if each != "search")
    return replace(project, site=replace(project.site, outputs=outputs)), (searching.absent(),) if search else ()


def _causes(of_pages: Sequence[Diagnostic], before: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Faults of finished pages, without those that an author's mistake, told already, may have brought about."""
    mistaken = any(each.severity == "error" for each in before)
    return [each for each in of_pages if not mistaken or each.place.path.startswith(("content", "themes"))]


def _without_followers(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A glossary that cannot be read explains nothing; the links to its entries are not at fault."""
    unread = any(each.code in ("not-utf-8", "file-unreadable") and "glossary" in each.place.path for each in found)
    return [each for each in found if not (unread and each.code in ("unknown-term", "term-unused"))]


def _not_locked(slug: str, site: Site) -> Iterator[Diagnostic]:
    """One warning for all entries of a reading that its lock does not remember."""
    new = [fate.entry.partition(":")[2] for fate in site.fates[slug] if fate.name == "new"]
    if new:
        shown = ", ".join(new[:_SHOWN]) + (f" and {len(new) - _SHOWN} more" if len(new) > _SHOWN else "")
        yield diagnose(
            "not-locked",
            f"{len(new)} {'entry is' if len(new) == 1 else 'entries are'} not locked yet: {shown}",
            Place(f"content/{slug}/{LOCK}"),
            why="If the text changes, nothing tells their words from others that look like them.",
            fix="run `python build.py`, and commit anchors.lock.",
        )


def _without_address(site: SiteSettings) -> tuple[Diagnostic, ...]:
    if site.url:
        return ()
    warning = diagnose(
        "no-site-url",
        "the site's address is not known, so 404.html, the feed and the sitemap are left out",
        Place("content/site.toml"),
        why="They need addresses that begin with https://.",
        fix='add `url = "https://…"`, or build with --url.',
    )
    return (warning,)
