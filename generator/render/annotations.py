"""A reading's notes as Web Annotations, and the text on which their positions count.

https://www.w3.org/TR/annotation-model/: one AnnotationCollection with one page. A note with a quote selects its words
twice, as a quote with what stands around it and as a position; either of them finds the place if the other fails.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from markupsafe import Markup

from generator import markdown
from generator.model import Anchor, Note, Output, Reading, SiteSettings
from generator.render import bodies, ids
from generator.text import GAP, tidy

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}]
_AROUND = 32
"""Characters of a quote's context on each side."""
_MOTIVATIONS = {
    "context": "describing",
    "question": "questioning",
    "comment": "commenting",
    "correction": "editing",
    "source": "linking",
}
"""The vocabulary's nearest word for each kind of note: context tells of what the words are about, a correction asks
for a change of them, a source leads to another text."""


def annotation_files(reading: Reading, site: SiteSettings) -> tuple[Output, ...]:
    """The annotations and the text; of a reading in excerpts only the annotations, with what their authors quoted."""
    shown = [] if reading.excerpts else [Output(ids.text_file(reading.slug), reading_text(reading).encode())]
    collection = json.dumps(_collection(reading, site), ensure_ascii=False, separators=(",", ":"))
    return (Output(ids.annotations_file(reading.slug), f"{collection}\n".encode()), *shown)


def reading_text(reading: Reading) -> str:
    """The cleaned text: its blocks parted by line feeds."""
    return "\n".join(block.text for block in reading.document.blocks)


def _collection(reading: Reading, site: SiteSettings) -> dict[str, Any]:
    own = _address(reading, site, ids.annotations_file(reading.slug))
    items = [_annotation(note, reading, site) for note in reading.apparatus.notes]
    return {
        "@context": _CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": reading.metadata.title,
        "total": len(items),
        "first": {"id": f"{own}#items", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(note: Note, reading: Reading, site: SiteSettings) -> dict[str, Any]:
    page = ids.annotations_file(reading.slug)
    home = ids.reading_page(reading.slug)
    entries = bodies.entries_of(
        [(term, ids.link(page, home, ids.term_id(term.id))) for term in reading.apparatus.terms]
    )
    title = f"<p><strong>{markdown.inline(note.title)}</strong></p>\n"
    # A plain string put before Markup would be escaped.
    value = Markup(title) + bodies.whole(note.body, bodies.links(page, home, entries))
    creator = note.by or reading.editor
    return {
        "id": _address(reading, site, home, note.id),
        "type": "Annotation",
        "motivation": _MOTIVATIONS.get(note.kind, "commenting"),
        **({"creator": {"name": creator}} if creator else {}),
        "body": {"type": "TextualBody", "value": value, "format": "text/html", "language": site.language},
        "target": _target(note, reading, site),
    }


def _target(note: Note, reading: Reading, site: SiteSettings) -> dict[str, Any]:
    source = _source(reading, site)
    places = reading.anchors.get(f"note:{note.id}", ())
    if not places:
        return source
    if reading.excerpts:
        # What ` … ` skips is not to be said, and only what stands in one piece can be found as a quote.
        exact = GAP.split(note.selector.exact)[0] if note.selector else ""
        selector: Any = {"type": "TextQuoteSelector", "exact": tidy(exact)}
    else:
        selector = _selectors(places, reading)
    return {"type": "SpecificResource", "source": source, "selector": selector}


def _selectors(places: tuple[Anchor, ...], reading: Reading) -> list[dict[str, Any]]:
    text, starts = reading_text(reading), _starts(reading)
    start = starts[places[0].block] + places[0].start
    end = starts[places[-1].block] + places[-1].end
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _starts(reading: Reading) -> dict[str, int]:
    starts, offset = {}, 0
    for block in reading.document.blocks:
        starts[block.id] = offset
        offset += len(block.text) + 1
    return starts


def _source(reading: Reading, site: SiteSettings) -> dict[str, Any]:
    """The published text with its digest; of one that is not published its address in its source, or its page here."""
    language = reading.metadata.language or site.language
    if reading.excerpts:
        known = reading.metadata.url or _address(reading, site, ids.reading_page(reading.slug))
        return {"id": known, "type": "Text", "language": language}
    return {
        "id": _address(reading, site, ids.text_file(reading.slug)),
        "type": "Text",
        "format": "text/plain",
        "language": language,
        "sha256": hashlib.sha256(reading_text(reading).encode()).hexdigest(),
    }


def _address(reading: Reading, site: SiteSettings, path: str, fragment: str = "") -> str:
    """Whole where the site's address is known, else as seen from the annotations."""
    return ids.address(site.url, path, fragment) or ids.link(ids.annotations_file(reading.slug), path, fragment)
