"""Stage 6: the finished pages are read again, as a browser would, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic, Place, diagnose
from generator.model import Output, Page, Summary, Target
from generator.verify.authors import Authored, authored_links
from generator.verify.leaks import leaks
from generator.verify.pages import exists, read_pages, settled

__all__ = ["authored_links", "leaks", "lost_entries", "own_pages", "read_pages", "verify"]

MOST_BYTES = 1_000_000_000
"""What GitHub Pages publishes at most. Source: https://docs.github.com/pages (usage limits)."""


def own_pages(outputs: Sequence[Output], url: str) -> tuple[Page, ...]:
    """The pages of one reading, with the links that lead out of it, or nowhere."""
    return settled(read_pages(outputs, url), {each.path for each in outputs})


def verify(
    pages: Mapping[str, Page], files: Mapping[str, int], authored: Callable[[], Authored]
) -> tuple[Diagnostic, ...]:
    """What is wrong with the pages of a site: links that lead nowhere, ids given twice.

    `files` are the sizes of all its files; `authored` is asked only where a link leads nowhere.
    """
    return (*_broken_links(pages, files, authored), *_doubled_ids(pages), *_too_big(files))


def _too_big(files: Mapping[str, int]) -> Iterator[Diagnostic]:
    size = sum(files.values())
    if size > MOST_BYTES:
        largest = max(files, key=lambda path: files[path])
        yield diagnose(
            "site-too-big",
            f"the site has {size / 1e9:.1f} GB, and GitHub Pages publishes {MOST_BYTES / 1e9:.0f} GB at most",
            Place("content"),
            why=f"The largest file is {largest} with {files[largest] / 1e6:.1f} MB.",
            fix="take pictures out or make them smaller, or publish the readings as several sites.",
        )


def _broken_links(
    pages: Mapping[str, Page], files: Mapping[str, int], authored: Callable[[], Authored]
) -> Iterator[Diagnostic]:
    broken: dict[Target, str] = {}
    for page in pages.values():
        for target in page.links:
            if not exists(target, pages, files):
                broken.setdefault(target, page.path)
    written = authored() if broken else {}
    for target, path in broken.items():
        links = written.get(target, ())
        yield from (_broken(place, link) for place, link in links)
        if not links:
            yield _broken(Place(path), _shown(target))


def _doubled_ids(pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
    for page in pages.values():
        for name in page.doubled:
            yield diagnose(
                "page-id-doubled",
                f"the id `{name}` stands twice on the page",
                Place(page.path),
                why="A link to it could lead to the wrong place.",
                fix="give the entry that it comes from an id of its own: {#…}.",
            )


def lost_entries(reading: Summary, pages: Iterable[Page]) -> Iterator[Diagnostic]:
    """An error for each entry that its reading's page does not show."""
    page = next((each for each in pages if each.path == f"{reading.slug}/index.html"), None)
    entries = [
        *((note.id, note.place, note.title) for note in reading.notes),
        *((f"term-{use.term.id}", use.term.place, use.term.headword) for use in reading.terms),
        *((f"event-{use.event.id}", use.event.place, use.event.title) for use in reading.events),
    ]
    template = "excerpts.html" if reading.excerpts else "reading.html"
    for name, place, title in entries:
        if page is None or not page.has(name):
            yield diagnose(
                "entry-lost",
                f"“{title}” is on no page",
                place,
                why="The theme's template shows no element with its id.",
                fix=f"let the theme's {template} show all notes, terms and events, each with its id.",
            )


def _broken(place: Place, link: str) -> Diagnostic:
    return diagnose(
        "link-broken",
        f"the link `{link}` leads nowhere",
        place,
        why="No page of this site has that address or that id.",
        fix="copy the id from the heading it means, like [the fine](#fine); another reading is ../NAME/index.html.",
    )


def _shown(target: Target) -> str:
    return f"{target[0]}#{target[1]}" if target[1] else target[0]
