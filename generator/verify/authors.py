"""Which link of which author stands behind a link of a page, so that a broken one is shown where it can be mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from generator import markdown
from generator.diagnostics import Place
from generator.model import Body, Summary, Target, Term
from generator.verify.pages import resolve

Authored = Mapping[Target, list[tuple[Place, str]]]
"""For each place that authors link to: where the links stand, and how they are written."""


def authored_links(readings: Iterable[Summary], shared: Iterable[Term]) -> Authored:
    """All internal links of all bodies. Those of a reading are relative to its page, shared ones to the site's root."""
    links: dict[Target, list[tuple[Place, str]]] = {}
    for body, home in _bodies(readings, shared):
        for reference in markdown.references(body.text):
            target = resolve(reference.target, home) if _is_internal(reference) else None
            if target:
                place = Place(
                    body.place.path,
                    body.place.line + reference.line,
                    reference.column,
                    len(reference.target) if reference.column else 0,
                    reference.source,
                )
                links.setdefault(target, []).append((place, reference.target))
    return links


def _bodies(readings: Iterable[Summary], shared: Iterable[Term]) -> Iterator[tuple[Body, str]]:
    for reading in readings:
        home = f"{reading.slug}/index.html"
        yield from ((note.body, home) for note in reading.notes)
        yield from ((use.term.body, home) for use in reading.terms if not use.term.shared)
        yield from ((use.event.body, home) for use in reading.events)
    yield from ((term.body, "index.html") for term in shared)


def _is_internal(reference: markdown.Reference) -> bool:
    return reference.kind == "link" and not urlsplit(reference.target).scheme
