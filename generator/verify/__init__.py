"""Stage 6: the finished pages are read again, as a browser would, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Place, diagnose
from generator.model import Edition, Output, Summary
from generator.verify.authors import Authored, authored_links
from generator.verify.leaks import leaks
from generator.verify.pages import Page, Target, read_pages

__all__ = ["leaks", "verify"]

MOST_BYTES = 1_000_000_000
"""What GitHub Pages publishes at most. Source: https://docs.github.com/pages (usage limits)."""


def verify(edition: Edition, outputs: Sequence[Output]) -> tuple[Diagnostic, ...]:
    """What is wrong with the pages: links that lead nowhere, ids given twice, entries that no page shows."""
    pages = read_pages(outputs, edition.site.url)
    return (
        *_broken_links(pages, {each.path for each in outputs}, authored_links(edition)),
        *_doubled_ids(pages),
        *(lost for reading in edition.readings for lost in _lost_entries(reading, pages)),
        *_too_big(outputs),
    )


def _too_big(outputs: Sequence[Output]) -> Iterator[Diagnostic]:
    size = sum(len(each.data) for each in outputs)
    if size > MOST_BYTES:
        largest = max(outputs, key=lambda each: len(each.data))
        yield diagnose(
            "site-too-big",
            f"the site has {size / 1e9:.1f} GB, and GitHub Pages publishes {MOST_BYTES / 1e9:.0f} GB at most",
            Place("content"),
            why=f"The largest file is {largest.path} with {len(largest.data) / 1e6:.1f} MB.",
            fix="take pictures out or make them smaller, or publish the readings as several sites.",
        )


def _broken_links(pages: dict[str, Page], paths: set[str], authored: Authored) -> Iterator[Diagnostic]:
    told: set[Target] = set()
    for page in pages.values():
        for target in page.links:
            if target in told or _exists(target, pages, paths):
                continue
            told.add(target)
            written = authored.get(target, ())
            yield from (_broken(place, link) for place, link in written)
            if not written:
                yield _broken(Place(page.path), _shown(target))


def _exists(target: Target, pages: dict[str, Page], paths: set[str]) -> bool:
    path, fragment = target
    if path not in paths:
        return False
    # A text fragment (#:~:text=) asks nothing of the page's markup.
    return not fragment or fragment == "top" or ":~:" in fragment or path not in pages or fragment in pages[path].ids


def _doubled_ids(pages: dict[str, Page]) -> Iterator[Diagnostic]:
    for page in pages.values():
        for name in page.doubled:
            yield diagnose(
                "page-id-doubled",
                f"the id `{name}` stands twice on the page",
                Place(page.path),
                why="A link to it could lead to the wrong place.",
                fix="give the entry that it comes from an id of its own: {#…}.",
            )


def _lost_entries(reading: Summary, pages: dict[str, Page]) -> Iterator[Diagnostic]:
    page = pages.get(f"{reading.slug}/index.html")
    entries = [
        *((note.id, note.place, note.title) for note in reading.notes),
        *((f"term-{use.term.id}", use.term.place, use.term.headword) for use in reading.terms),
        *((f"event-{use.event.id}", use.event.place, use.event.title) for use in reading.events),
    ]
    template = "excerpts.html" if reading.excerpts else "reading.html"
    for name, place, title in entries:
        if page is None or name not in page.ids:
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
