"""The reduce step: what needs all readings, from the shelf where it is what it would be made to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.cache import digest
from generator.diagnostics import Diagnostic, Outcome
from generator.model import Block, Contribution, Cut, Edition, Facts, Fate, File, Output, PartFacts, Piece, Rest, Site
from generator.renewing import Common
from generator.shelf import Lazily, Lost, Record, Shelf, parcel

if TYPE_CHECKING:
    from generator.render import Part, Read

_PART, _WHOLE, _SEARCH = "/part ", "/whole", "/search"
"""The names of their records, or how they begin."""


def make_edition(common: Common, readings: Sequence[Record], shelf: Shelf) -> Outcome[Site]:
    """The site of these readings, and what there is to say about it as a whole."""
    parts, found = _parts(common, readings, shelf)
    outputs: tuple[File, ...] = tuple(file for each in (*readings, *parts) for file in shelf.files(each))
    return Outcome(_site(_edition(common, readings), readings, outputs, shelf), found)


def search_index(common: Common, site: Site, readings: Sequence[Record], shelf: Shelf) -> Outcome[tuple[File, ...]]:
    """The files of the search's index; what went wrong is tried again by the next build."""
    key = digest(common.terms, [(each.name, each.content) for each in readings])
    known = shelf.get(_SEARCH)
    if known is None or (known.base, known.key) != (common.base, key):
        from generator.render import search_records
        from generator.searching import make_index

        summaries = [site.summaries[each.slug] for each in site.readings]
        language = site.edition.site.language
        made = make_index(search_records(summaries, common.shared, site.documents, language), language)
        if made.diagnostics:
            return Outcome(made.value, made.diagnostics)
        stored = parcel(_SEARCH, None, (), made.value)
        known = replace(stored.record, base=common.base, key=key)
        shelf.keep(known, stored.data)
    return Outcome(tuple(shelf.files(known)))


def make_part(part: Part) -> Outcome[tuple[Output, ...]]:
    """The pages or files of a part of the edition."""
    return part.make()


def _edition(common: Common, readings: Sequence[Record]) -> Edition:
    contributions: list[Contribution] = [each.value.contribution for each in readings if each.value]
    contributions.sort(key=lambda each: (each.title, each.slug))
    return Edition(common.project.site, tuple(contributions), common.shared)


def _parts(
    common: Common, readings: Sequence[Record], shelf: Shelf
) -> tuple[tuple[Record, ...], tuple[Diagnostic, ...]]:
    """All parts of the edition, and what is found when it is whole: those of the last build if nothing has changed."""
    base = digest(common.base, common.terms)
    key = digest([(each.name, each.mark, each.content) for each in readings])
    known = shelf.get(_WHOLE)
    if known and (known.base, known.key) == (base, key):
        parts = tuple(part for name in known.value if (part := shelf.get(name)))
        if len(parts) == len(known.value):
            return parts, known.found
    edition = _edition(common, readings)
    parts = tuple(_made(edition, common, base, _reader(readings, shelf), shelf))
    found = (*(each for part in parts for each in part.found), *_unused(edition))
    if not any(each.code == "template-error" for each in found):
        found += tuple(_look_round(edition, readings, parts, shelf))
    made = parcel(_WHOLE, tuple(each.name for each in parts), found, ())
    shelf.keep(replace(made.record, base=base, key=key), made.data)
    return parts, found


def _made(edition: Edition, common: Common, base: str, read: Read, shelf: Shelf) -> Iterator[Record]:
    from generator.render import Whole, all_letters

    whole = Whole(edition, common.project.theme, read)
    pages = [_part(each, edition, base, shelf) for each in whole.pages()]
    yield from pages
    shown = all_letters(edition, [each.value.letters for each in pages])
    yield from (_part(each, edition, base, shelf) for each in whole.others(shown))


def _reader(readings: Sequence[Record], shelf: Shelf) -> Read:
    from generator.render import mark

    records = {each.name: each for each in readings}

    def read(reading: Contribution, piece: Piece) -> bytes:
        data = shelf.piece(records[reading.slug], piece.start, piece.size)
        if mark(data) != piece.mark:
            raise Lost(reading.slug)
        return data

    return read


def _part(part: Part, edition: Edition, base: str, shelf: Shelf) -> Record:
    """A part of the edition, made anew where its inputs have changed."""
    from generator.render import letters
    from generator.verify import read_pages

    name, key = f"{_PART}{part.name}", digest(part.inputs)
    record = shelf.get(name)
    if record is None or (record.base, record.key) != (base, key):
        outcome = make_part(part)
        pages = tuple(read_pages(outcome.value, edition.site.url).values())
        made = parcel(name, PartFacts(pages, letters(outcome.value)), outcome.diagnostics, outcome.value)
        record = replace(made.record, base=base, key=key)
        shelf.keep(record, made.data)
    return record


def _unused(edition: Edition) -> Iterator[Diagnostic]:
    from generator.enrich import unused_terms

    used = {term for reading in edition.readings for term in reading.passages.terms()}
    yield from unused_terms(edition.shared, {term for term in edition.shared if term.id in used})


def _look_round(
    edition: Edition, readings: Sequence[Record], parts: Sequence[Record], shelf: Shelf
) -> Iterator[Diagnostic]:
    """A last look at all pages: what is wrong with them, though nothing is with what they were made from."""
    from generator.verify import authored_links, leaks, verify

    made = [each for each in readings if each.value]
    records = (*readings, *parts)

    def rests() -> Iterator[Rest]:
        return (shelf.rest(each)() for each in made)

    pages = {page.path: page for each in (*made, *parts) for page in each.value.pages}
    files = {file.path: file.size for each in records for file in each.files}
    yield from verify(pages, files, lambda: authored_links((each.summary for each in rests()), edition.shared))
    yield from (fault for each in made for fault in _facts(each).faults)
    if any(each.excerpts for each in edition.readings):
        texts = list(rests())
        captured: dict[str, tuple[Block | Cut, ...]] = {
            each.summary.slug: (*each.document.blocks, *each.cuts) for each in texts
        }
        outputs = [file for each in records for file in shelf.files(each)]
        yield from leaks([each.summary for each in texts], edition.shared, captured, outputs)


def _facts(record: Record) -> Facts:
    facts: Facts = record.value
    return facts


def _site(edition: Edition, readings: Sequence[Record], outputs: tuple[File, ...], shelf: Shelf) -> Site:
    """The site, with what is known of each reading to be loaded when it is asked for."""
    made = {each.name: each for each in readings if each.value}
    loaders: dict[str, Callable[[], Rest]] = {name: shelf.rest(each) for name, each in made.items()}
    names = sorted(made)

    @lru_cache(maxsize=4)
    def rest(slug: str) -> Rest:
        return loaders[slug]()

    def fates(slug: str) -> tuple[Fate, ...]:
        return _fates(rest(slug), settled=made[slug].unlocked is None)

    return Site(
        edition,
        outputs,
        Lazily(names, lambda slug: rest(slug).summary),
        Lazily(names, lambda slug: rest(slug).document),
        Lazily(names, fates),
        Lazily(names, lambda slug: rest(slug).mentions),
        Lazily(names, lambda slug: rest(slug).lock),
        {slug: each.unlocked.entries for slug, each in made.items() if each.unlocked},
    )


def _fates(rest: Rest, settled: bool) -> tuple[Fate, ...]:
    """What became of a reading's quotes; what was new when it was made is kept once its lock says so."""
    if not settled:
        return rest.fates
    return tuple(_kept(each, rest) if each.name == "new" else each for each in rest.fates)


def _kept(fate: Fate, rest: Rest) -> Fate:
    chosen = rest.lock.quotes[fate.entry].memory.chosen
    return replace(fate, name="kept", was=chosen, now=chosen)
