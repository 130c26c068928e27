"""The page of a reading whose text is not published: its notes with the words that they quote."""

from __future__ import annotations

from generator.model import Event, Note, Reading, SiteSettings, Summary
from generator.render import bodies, ids
from generator.render.apparatus import event_view, letter, term_view
from generator.render.fragments import source_address
from generator.render.notes import note_views
from generator.render.page import direction
from generator.render.source import source_view
from generator.render.views import ExcerptsView, ExcerptView
from generator.render.voices import voice_views
from generator.text import tidy


def excerpts_view(reading: Reading, summary: Summary, site: SiteSettings) -> ExcerptsView:
    """Everything that the page shows."""
    page, metadata = ids.reading_page(reading.slug), reading.metadata
    listed = [(term, ids.link(page, page, ids.term_id(term.id))) for term in reading.apparatus.terms]
    entries = bodies.entries_of(listed)
    ways, shared_ways = bodies.links(page, page, entries), bodies.links(page, ids.INDEX, entries)
    voices = voice_views(reading.apparatus.notes)
    notes = note_views(reading, ways, (), voices)
    return ExcerptsView(
        title=metadata.title,
        subtitle=metadata.subtitle,
        byline=", ".join(metadata.authors),
        language=metadata.language or site.language,
        direction=direction(metadata.language or site.language),
        general=tuple(notes[note.id] for note in reading.apparatus.notes if not _anchored(note, reading)),
        excerpts=tuple(
            ExcerptView(_quote(note), _address(note, reading), note=notes[note.id])
            for note in reading.apparatus.notes
            if _anchored(note, reading)
        ),
        terms=tuple(
            term_view(
                use,
                (),
                bodies.whole(use.term.body, shared_ways if use.term.shared else ways),
                None,
                ids.term_id(use.term.id),
            )
            for use in summary.terms
        ),
        events=tuple(
            ExcerptView(
                _quote(use.event) if use.passages else (),
                _address(use.event, reading),
                event=event_view(use, letter(index), page, summary, ways, site.language, whole=False),
            )
            for index, use in enumerate(summary.events)
        ),
        source=source_view(reading, summary, site),
        draft=reading.draft,
        voices=voices,
    )


def _anchored(entry: Note | Event, reading: Reading) -> bool:
    return f"{type(entry).__name__.lower()}:{entry.id}" in reading.anchors


def _quote(entry: Note | Event) -> tuple[str, ...]:
    """The words meant, as the author wrote them: what a gap skips is not shown, and neither is context."""
    parts = entry.selector.exact.split("\n") if entry.selector else ()
    return tuple(filter(None, map(tidy, parts)))


def _address(entry: Note | Event, reading: Reading) -> str:
    places = reading.anchors.get(f"{type(entry).__name__.lower()}:{entry.id}", ())
    if not places or not entry.selector or not reading.metadata.url:
        return ""
    blocks = {block.id: block.text for block in reading.document.blocks}
    words = [blocks[place.block][place.start : place.end] for place in places]
    return source_address(reading.metadata.url, words, entry.selector, "\n".join(blocks.values()))
