"""What the search finds: every paragraph, note, term and event, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from generator import markdown
from generator.dates import words as date_words
from generator.model import Document, SearchRecord, Summary, Term
from generator.render import ids
from generator.render.reading import CITED
from generator.text import tidy


def search_records(
    readings: Iterable[Summary], shared: Iterable[Term], documents: Mapping[str, Document], language: str
) -> tuple[SearchRecord, ...]:
    """One record for each block and entry of the edition; of a text that is not published only the entries.

    `documents` are the texts by slug; `language` is the site's.
    """
    return tuple(
        record
        for reading in readings
        for record in (
            *(() if reading.excerpts else _text(reading, documents[reading.slug])),
            *_notes(reading),
            *(_term(use.term, reading) for use in reading.terms if not use.term.shared),
            *_events(reading, language),
        )
    ) + tuple(_term(term, None) for term in shared)


def _text(reading: Summary, document: Document) -> Iterator[SearchRecord]:
    numbers = count(1)
    for block in document.blocks:
        number = f"¶ {next(numbers)}" if block.kind in CITED else ""
        yield _record("text", reading, block.id, number, block.text)


def _notes(reading: Summary) -> Iterator[SearchRecord]:
    for note in reading.notes:
        quoted = tidy(note.selector.exact) if note.selector else ""
        body = markdown.words(note.body.text, note.body.html)
        yield _record("note", reading, note.id, markdown.plain(note.title), f"{quoted} — {body}" if quoted else body)


def _term(term: Term, reading: Summary | None) -> SearchRecord:
    text = " ".join((*term.variants, markdown.words(term.body.text, term.body.html)))
    if reading:
        return _record("term", reading, ids.term_id(term.id), term.headword, text)
    address = ids.link(ids.SEARCH, ids.GLOSSARY, ids.term_id(term.id))
    return SearchRecord("term", address, term.headword, f"{term.headword}. {text}")


def _events(reading: Summary, language: str) -> Iterator[SearchRecord]:
    for use in reading.events:
        title = f"{date_words(use.event.date, language)}: {markdown.plain(use.event.title)}"
        yield _record(
            "event",
            reading,
            ids.event_id(use.event.id),
            title,
            markdown.words(use.event.body.text, use.event.body.html),
        )


def _record(kind: str, reading: Summary, name: str, title: str, text: str) -> SearchRecord:
    address = ids.link(ids.SEARCH, ids.reading_page(reading.slug), name)
    # What is searched is the text alone, so a title that is no part of it is said once more there.
    whole = text if kind == "text" else f"{title}. {text}"
    return SearchRecord(kind, address, title, whole, reading.metadata.title, reading.slug)
