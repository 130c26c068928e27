"""The page of a reading whose text is not published: its notes with the words that they quote."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.model import Anchor, Event, Note, Reading, SiteSettings, Summary, Term
from generator.render import bodies, ids
from generator.render.apparatus import event_view, letter, see_also, term_view
from generator.render.choices import kind_views, voice_views
from generator.render.chronology import chronology
from generator.render.fragments import source_address
from generator.render.languages import direction, language_name
from generator.render.notes import note_views
from generator.render.source import source_view
from generator.render.views import ExcerptsView, ExcerptView
from generator.text import tidy


def excerpts_view(reading: Reading, summary: Summary, site: SiteSettings, catalogue: Catalogue) -> ExcerptsView:
    """Everything that the page shows."""
    page, metadata = ids.reading_page(reading.slug), reading.metadata
    listed = [(term, ids.link(page, page, ids.term_id(term.id))) for term in reading.apparatus.terms]
    entries = bodies.entries_of(listed)
    ways, shared_ways = bodies.links(page, page, entries), bodies.links(page, ids.INDEX, entries)
    voices = voice_views(reading.apparatus.notes)
    notes = note_views(reading, ways, (), voices, catalogue)
    return ExcerptsView(
        title=metadata.title,
        subtitle=metadata.subtitle,
        byline=", ".join(metadata.authors),
        language=metadata.language or site.language,
        direction=direction(metadata.language or site.language),
        general=tuple(notes[note.id] for note in reading.apparatus.notes if not _anchored(note, reading)),
        excerpts=tuple(
            ExcerptView(_quote(note, reading), _address(note, reading), note=notes[note.id])
            for note in reading.apparatus.notes
            if _anchored(note, reading)
        ),
        terms=tuple(
            ExcerptView(
                _quote(use.term, reading),
                _address(use.term, reading),
                term=term_view(
                    use,
                    (),
                    bodies.whole(use.term.body, shared_ways if use.term.shared else ways),
                    ids.term_id(use.term.id),
                    see_also(use.term, entries),
                ),
            )
            for use in summary.terms
        ),
        events=tuple(
            ExcerptView(
                _quote(use.event, reading),
                _address(use.event, reading),
                event=event_view(use, letter(index), page, summary, ways, site.language),
            )
            for index, use in enumerate(summary.events)
        ),
        source=source_view(reading, summary, site, catalogue),
        draft=reading.draft,
        language_name=language_name(metadata.language or site.language, site.language),
        kinds=kind_views(reading.apparatus.notes, catalogue),
        voices=voices,
        chronology=chronology(reading, summary, {}, site, catalogue),
    )


def _anchored(entry: Note | Event | Term, reading: Reading) -> bool:
    return entry.selector is not None and bool(_places(entry, reading))


def _places(entry: Note | Event | Term, reading: Reading) -> tuple[Anchor, ...]:
    return reading.anchors.get(f"{type(entry).__name__.lower()}:{entry.id}", ())


def _quote(entry: Note | Event | Term, reading: Reading) -> tuple[str, ...]:
    """The words meant, as the author wrote them: what a gap skips is not shown, and neither is context."""
    if not entry.selector or not _anchored(entry, reading):
        return ()
    return tuple(filter(None, map(tidy, entry.selector.exact.split("\n"))))


def _address(entry: Note | Event | Term, reading: Reading) -> str:
    places = _places(entry, reading)
    if not entry.selector or not places or not reading.metadata.url:
        return ""
    starts, joined = {}, ""
    for block in reading.document.blocks:
        starts[block.id] = len(joined)
        joined += f"{block.text}\n"
    first, last = places[0], places[-1]
    span = (starts[first.block] + first.start, starts[last.block] + last.end)
    return source_address(reading.metadata.url, joined, span, entry.selector)
