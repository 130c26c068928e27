"""The build on one page: from a project's folder to the pages of its site.

Map, then reduce. `make_reading` is a pure function of one manuscript, the shared glossary, the theme and the site's
settings, so readings can be made anywhere and in any order; `make_edition` needs only their small summaries.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from generator import searching
from generator.cache import digest, made_by
from generator.capture import capture
from generator.clean import clean
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose, in_order
from generator.document import document
from generator.enrich import enrich, may_concern, read_lock, shared_glossary, unused_terms, write_lock
from generator.mapping import mapped
from generator.model import (
    Block,
    Cleaned,
    Contribution,
    Cut,
    Document,
    Edition,
    Fate,
    File,
    Lock,
    Manuscript,
    Mention,
    Output,
    Project,
    Seen,
    SiteSettings,
    SourceFile,
    Summary,
    Term,
    Theme,
)
from generator.project import LOCK, Opened, misfits, open_readings, read_edition, slugs
from generator.render import (
    Part,
    Whole,
    all_letters,
    contribute,
    letters,
    render_reading,
    search_records,
    summarize,
)
from generator.searching import make_index
from generator.shelf import Lazily, Parcel, Record, Shelf, parcel
from generator.timing import stage
from generator.verify import Page, authored_links, leaks, lost_entries, own_pages, read_pages, verify

_PART, _FAULTS, _SHARED = "/part ", "/faults", "/shared"
"""The names of their records, or how they begin; no reading has a slug with a slash."""
_FEW = 24
"""So many readings are looked at before it is asked who makes them."""
_SHOWN = 5
"""How many entries that are not locked are named."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that has been made and not yet written."""

    edition: Edition = field(default_factory=lambda: Edition(SiteSettings(), (), ()))
    outputs: tuple[File, ...] = ()
    summaries: Mapping[str, Summary] = field(default_factory=dict)
    """What is known of each reading, by slug; so are the others."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """The text of each reading."""
    fates: Mapping[str, tuple[Fate, ...]] = field(default_factory=dict)
    """What became of each reading's quotes."""
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    """The dates that each text speaks of."""
    locks: Mapping[str, Lock] = field(default_factory=dict)
    """What each reading's anchors.lock is to say."""
    unlocked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The readings whose anchors.lock does not say that yet, with the entries that it does not know."""

    @property
    def readings(self) -> tuple[Contribution, ...]:
        """What each reading gives to the whole, by title."""
        return self.edition.readings


class Facts(NamedTuple):
    """What the reduce step needs of a reading."""

    contribution: Contribution
    pages: tuple[Page, ...]
    faults: tuple[Diagnostic, ...]
    """Of its pages."""
    unlocked: tuple[str, ...] | None
    """The entries that anchors.lock does not know; None where it says all that it is to say."""


class PartFacts(NamedTuple):
    """What is known of a part of the edition without its content."""

    pages: tuple[Page, ...]
    letters: Mapping[str, int]
    """How often they show each letter."""


class Rest(NamedTuple):
    """What is known of a reading besides, for those who ask."""

    summary: Summary
    document: Document
    cuts: tuple[Cut, ...]
    fates: tuple[Fate, ...]
    mentions: tuple[Mention, ...]
    lock: Lock


class Made(NamedTuple):
    """What the map step makes of one manuscript."""

    facts: Facts
    rest: Rest
    outputs: tuple[Output, ...]


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


def build(
    root: Path,
    url: str = "",
    drafts: bool = False,
    search: bool = False,
    frozen: bool = False,
    means: Means | None = None,
    index: bool = True,
) -> Outcome[Site]:
    """The site of the project in a folder, and everything there is to say about it. Writes nothing but its cache.

    Without `search` the site has none, whatever it asks for, and without an `index` only its page: an index takes
    longer than all else. `frozen` says that no lock will be written after it, so that what is not locked yet is told.
    """
    means = means or Means()
    shelf = means.shelf

    with stage("read"):
        read = read_edition(root, url)
        project, missing = _searched(read.value, search)
        shared = _shared(project)
        known = _still_good(project, shelf)
    opened: list[Opened] = []
    readings = _remembering(open_readings(root, drafts, known, means.moment), opened)
    records = _made(project, shared.value, readings, len([*slugs(root)]), means)
    with stage("edition"):
        site = _edition(project, shared.value, records, shelf)
    found = [*read.diagnostics, *missing, *shared.diagnostics, *misfits(root, opened)]
    found += [each for one in opened for each in one.found]
    found += [each for record in records for each in record.found]
    if not any(each.code == "url-invalid" for each in found):
        found += _without_address(project.site)
    found += _causes(site.diagnostics, found)
    if index and "search" in project.site.outputs and not Outcome(None, tuple(found)).failed:
        with stage("search"):
            made = _search_index(site.value)
        site = Outcome(replace(site.value, outputs=(*site.value.outputs, *made.value)))
        found += made.diagnostics
    if frozen and not Outcome(None, tuple(found)).failed:
        found += (each for slug, new in sorted(site.value.unlocked.items()) for each in _not_locked(slug, new))
    return Outcome(site.value, in_order(_without_followers(found)))


def make_site(project: Project, shared: Sequence[Term]) -> Outcome[Site]:
    """The site of a project, and all that there is to say of its readings and pages."""
    means = Means()
    readings = [Opened(each.slug, None, each, ()) for each in project.manuscripts]
    records = _made(project, shared, readings, len(readings), means)
    site = _edition(project, shared, records, means.shelf)
    return Outcome(site.value, (*(each for record in records for each in record.found), *site.diagnostics))


def _still_good(project: Project, shelf: Shelf) -> Mapping[str, Seen]:
    """The readings on the shelf that are still good if their own files are as they were."""
    base, shared = _base(project), _shared(project).value
    name, before = digest(shared), shelf.get(_SHARED)
    if before and before.key != name:
        _keep_what_is_not_concerned(base, before, shared, name, shelf)
    if before is None or before.key != name:
        kept = parcel(_SHARED, shared, (), ())
        shelf.keep(replace(kept.record, key=name), kept.data)
    fresh = [each for each in shelf.records if each.base == base and each.shared == name]
    return {each.name: each.seen for each in fresh if each.seen}


def _keep_what_is_not_concerned(base: str, before: Record, shared: Sequence[Term], name: str, shelf: Shelf) -> None:
    """Readings that would be the same with the shared glossary as it is now are still good."""
    known: Sequence[Term] = before.value
    changed = [each for each in (*known, *shared) if each not in known or each not in shared]
    if [each for each in known if each not in changed] != [each for each in shared if each not in changed]:
        return
    for record in shelf.records:
        if record.value and (record.base, record.shared) == (base, before.key) and record.seen:
            rest: Rest = shelf.rest(record)()
            unknown = any(each.code == "unknown-term" for each in record.found)
            if not unknown and not may_concern(changed, rest.summary, rest.document):
                shelf.keep(replace(record, shared=name))


def _base(project: Project) -> str:
    return digest(made_by(), _digest_of(project.theme), project.site)


_last_theme: list[tuple[Theme, str]] = []


def _digest_of(theme: Theme) -> str:
    """A theme holds megabytes of faces, and is the same from build to build."""
    # Mappings are equal whatever their order, and the order of styles is the one in which they are loaded.
    if not _last_theme or _last_theme[0][0] != theme or [*_last_theme[0][0].styles] != [*theme.styles]:
        _last_theme[:] = [(theme, digest(theme))]
    return _last_theme[0][1]


def _shared(project: Project) -> Outcome[tuple[Term, ...]]:
    return _shared_by(tuple(project.glossary))


_shared_by = lru_cache(maxsize=2)(shared_glossary)


def _remembering(readings: Iterable[Opened], opened: list[Opened]) -> Iterator[Opened]:
    """The readings as they come, each kept without its manuscript: of thousands only a few are in memory at once."""
    waiting = iter(readings)
    while True:
        with stage("read"):
            each = next(waiting, None)
        if each is None:
            return
        opened.append(each._replace(manuscript=None))
        yield each


def _made(
    project: Project, shared: Sequence[Term], readings: Iterable[Opened], most: int, means: Means
) -> list[Record]:
    """The record of each reading, made anew where it has changed; at `most` so many will be."""
    shelf, base, terms = means.shelf, _base(project), digest(shared)
    keys: dict[str, tuple[str, Seen | None]] = {}
    there: list[str] = []

    def missing() -> Iterator[Manuscript]:
        for each in readings:
            if each.manuscript is None:
                there.extend([each.slug] if each.seen else [])
                continue
            there.append(each.slug)
            key, old = digest(each.manuscript), shelf.get(each.slug)
            if old and (old.base, old.shared, old.key) == (base, terms, key):
                shelf.keep(replace(old, seen=each.seen))
            else:
                keys[each.slug] = key, each.seen
                yield each.manuscript

    make = partial(make_parcel, shared=shared, theme=project.theme, settings=project.site)
    waiting = missing()
    first = list(islice(waiting, _FEW))
    # Nobody knows how many are to be made before all are read; many are read while the first are made.
    expected = len(first) if len(first) < _FEW else max(most, _FEW)
    with means.workers(expected) as workers:
        for done, made in enumerate(mapped(make, chain(first, waiting), workers), 1):
            key, seen = keys.pop(made.record.name)
            shelf.keep(replace(made.record, base=base, shared=terms, key=key, seen=seen), made.data)
            means.watch(done, max(done, expected))
    return [kept for slug in there if (kept := shelf.get(slug))]


def make_parcel(manuscript: Manuscript, shared: Sequence[Term], theme: Theme, settings: SiteSettings) -> Parcel:
    """The map step, its result ready to be sent from where it was made."""
    made = make_reading(manuscript, shared, theme, settings)
    if made.value is None:
        return parcel(manuscript.slug, None, made.diagnostics, ())
    return parcel(manuscript.slug, made.value.facts, made.diagnostics, made.value.outputs, made.value.rest)


def make_reading(
    manuscript: Manuscript, shared: Sequence[Term], theme: Theme, settings: SiteSettings
) -> Outcome[Made | None]:
    """The map step: one reading's pages and what it gives to the whole; None where its seed cannot be read."""
    with stage("capture"):
        seed = capture(manuscript.seed)
    if seed.value is None:
        return Outcome(None, seed.diagnostics)
    with stage("clean"):
        cleaned = clean(seed.value, manuscript.settings.corrections)
    with stage("document"):
        text = document(cleaned.value)
    with stage("enrich"):
        enriched = enrich(text, cleaned.value, seed.value, manuscript, shared, settings.language)
    reading = enriched.value
    with stage("render"):
        summary = summarize(reading)
        outputs = render_reading(reading, theme, settings, summary)
        given = contribute(reading, summary, shared, theme, settings, outputs.value)
    with stage("verify"):
        pages = own_pages(outputs.value, settings.url)
        lost = tuple(lost_entries(summary, pages))
    locked = manuscript.lock is not None and manuscript.lock.data == write_lock(reading.lock)
    new = tuple(fate.entry.partition(":")[2] for fate in reading.fates if fate.name == "new")
    facts = Facts(given.value, pages, lost, None if locked else new)
    rest = Rest(summary, text, cleaned.value.cuts, reading.fates, reading.mentions, reading.lock)
    stages = (seed, cleaned, enriched, outputs, given)
    return Outcome(Made(facts, rest, outputs.value), tuple(each for stage in stages for each in stage.diagnostics))


def _edition(project: Project, shared: Sequence[Term], records: Sequence[Record], shelf: Shelf) -> Outcome[Site]:
    """The reduce step: what needs all readings, from the shelf where its inputs are as they were."""
    made: dict[str, Facts] = {record.name: facts for record in records if (facts := record.value)}
    readings = sorted((each.contribution for each in made.values()), key=lambda each: (each.title, each.slug))
    edition = Edition(project.site, tuple(readings), tuple(shared))
    base = digest(_base(project), shared)
    whole = Whole(edition, project.theme)
    pages = [_part(each, edition, base, shelf) for each in whole.pages()]
    shown = all_letters(edition, [each.value.letters for each in pages])
    parts = [*pages, *(_part(each, edition, base, shelf) for each in whole.others(shown))]
    found = [*(each for part in parts for each in part.found), *_unused(edition)]
    if not any(each.code == "template-error" for each in found):
        found += _faults(edition, made, (*records, *parts), base, shelf)
    shelf.finish({*(each.name for each in (*records, *parts)), _FAULTS, _SHARED})
    loaders = {each.name: shelf.rest(each) for each in records if each.value}

    @lru_cache(maxsize=4)
    def rest(slug: str) -> Rest:
        found: Rest = loaders[slug]()
        return found

    site = Site(
        edition,
        tuple(file for each in (*records, *parts) for file in shelf.files(each)),
        Lazily(sorted(made), lambda slug: rest(slug).summary),
        Lazily(sorted(made), lambda slug: rest(slug).document),
        Lazily(sorted(made), lambda slug: rest(slug).fates),
        Lazily(sorted(made), lambda slug: rest(slug).mentions),
        Lazily(sorted(made), lambda slug: rest(slug).lock),
        {slug: each.unlocked for slug, each in made.items() if each.unlocked is not None},
    )
    return Outcome(site, tuple(found))


def _part(part: Part, edition: Edition, base: str, shelf: Shelf) -> Record:
    """A part of the edition, made anew where its inputs have changed."""
    name, key = f"{_PART}{part.name}", digest(part.inputs)
    record = shelf.get(name)
    if record is None or (record.base, record.key) != (base, key):
        outcome = make_part(part)
        pages = tuple(read_pages(outcome.value, edition.site.url).values())
        facts = PartFacts(pages, dict(letters(outcome.value)))
        made = parcel(name, facts, outcome.diagnostics, outcome.value)
        record = replace(made.record, base=base, key=key)
        shelf.keep(record, made.data)
    return record


def make_part(part: Part) -> Outcome[tuple[Output, ...]]:
    """The pages or files of a part of the edition."""
    return part.make()


def _unused(edition: Edition) -> Iterator[Diagnostic]:
    used = {term for reading in edition.readings for term in reading.passages}
    yield from unused_terms(edition.shared, {term for term in edition.shared if term.id in used})


def _faults(
    edition: Edition, made: Mapping[str, Facts], records: Sequence[Record], base: str, shelf: Shelf
) -> tuple[Diagnostic, ...]:
    """A last look at all pages: what is wrong with them, though nothing is with what they were made from."""
    key = digest([(each.name, each.mark, each.content) for each in records])
    known = shelf.get(_FAULTS)
    if known is None or (known.base, known.key) != (base, key):
        found = parcel(_FAULTS, None, tuple(_look_round(edition, made, records, shelf)), ())
        known = replace(found.record, base=base, key=key)
        shelf.keep(known, found.data)
    return known.found


def _look_round(
    edition: Edition, made: Mapping[str, Facts], records: Sequence[Record], shelf: Shelf
) -> Iterator[Diagnostic]:
    def rests() -> list[Rest]:
        return [shelf.rest(each)() for each in records if each.name in made]

    pages = {each.path: each for record in records if record.value for each in record.value.pages}
    files = {each.path: each.size for record in records for each in record.files}
    yield from verify(pages, files, lambda: authored_links((each.summary for each in rests()), edition.shared))
    yield from (each for facts in made.values() for each in facts.faults)
    if any(each.excerpts for each in edition.readings):
        texts = rests()
        captured: dict[str, tuple[Block | Cut, ...]] = {
            each.summary.slug: (*each.document.blocks, *each.cuts) for each in texts
        }
        outputs = [file for record in records for file in shelf.files(record)]
        yield from leaks([each.summary for each in texts], edition.shared, captured, outputs)


def _search_index(site: Site) -> Outcome[tuple[Output, ...]]:
    summaries = [site.summaries[each.slug] for each in site.readings]
    language = site.edition.site.language
    return make_index(search_records(summaries, site.edition.shared, site.documents, language), language)


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


def _not_locked(slug: str, new: Sequence[str]) -> Iterator[Diagnostic]:
    """One warning for all entries of a reading that its lock does not remember."""
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
