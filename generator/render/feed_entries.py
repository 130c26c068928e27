"""What the feed shows of one reading: all its notes with the words that they quote, and nothing else of the text."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup

from generator import markdown
from generator.dates import words
from generator.diagnostics import Outcome
from generator.model import Note, Reading, SiteSettings, Theme
from generator.render import bodies, ids
from generator.render.dates import written_date
from generator.render.environment import catalogue_of, fill
from generator.render.languages import direction, enumeration
from generator.render.notes import note_views
from generator.render.reading import heads
from generator.render.views import FeedEntryView, FeedNoteView, NoteView
from generator.text import key, tidy

_TEMPLATE = "feed-entry.html"


def feed_entry(reading: Reading, theme: Theme, site: SiteSettings) -> Outcome[str]:
    """The HTML of a reading's entry, with whole addresses; empty where the site has no feed."""
    if not site.url or "feed" not in site.outputs:
        return Outcome("")
    made = fill(theme, site.language, _TEMPLATE, ids.FEED, entry=_view(reading, theme, site))
    return Outcome("".join(output.data.decode() for output in made.value), made.diagnostics)


def _view(reading: Reading, theme: Theme, site: SiteSettings) -> FeedEntryView:
    facts, page = reading.metadata, ids.reading_page(reading.slug)
    published = written_date(facts.published, site.language)
    date = published.words if published else ""
    placed = () if reading.excerpts else tuple(heads(reading).values())
    notes = note_views(reading, _ways(reading, site), placed, (), catalogue_of(theme, site.language))
    by_id = {note.id: note for note in reading.apparatus.notes}
    return FeedEntryView(
        title=facts.title,
        imprint=tuple(filter(None, (enumeration(facts.authors, site.language), facts.publisher, date))),
        address=ids.address(site.url, page),
        source=facts.url,
        excerpts=reading.excerpts,
        language=site.language,
        text_language=facts.language or site.language,
        text_direction=direction(facts.language or site.language),
        notes=tuple(_note(view, by_id[view.id], reading, site) for view in notes.values()),
        terms=tuple(
            (term.headword, ids.address(site.url, page, ids.term_id(term.id))) for term in reading.apparatus.terms
        ),
        events=tuple(
            (
                words(event.date, site.language),
                Markup(markdown.inline(event.title)),
                ids.address(site.url, page, ids.event_id(event.id)),
            )
            for event in reading.apparatus.events
        ),
    )


def _note(view: NoteView, note: Note, reading: Reading, site: SiteSettings) -> FeedNoteView:
    return FeedNoteView(
        number=view.number,
        kind=view.kind,
        title=view.title,
        by=view.by,
        quote=_quote(note, reading),
        body=view.shown + view.folded,
        address=ids.address(site.url, ids.reading_page(reading.slug), note.id),
    )


def _quote(note: Note, reading: Reading) -> tuple[str, ...]:
    """The words that the note stands on; of a text that is not published, as their author wrote them."""
    places = reading.anchors.get(f"note:{note.id}", ())
    if reading.excerpts:
        exact = note.selector.exact if note.selector and places else ""
        return tuple(filter(None, map(tidy, exact.split("\n"))))
    blocks = {block.id: block.text for block in reading.document.blocks}
    return tuple(blocks[place.block][place.start : place.end] for place in places)


def _ways(reading: Reading, site: SiteSettings) -> markdown.Links:
    page = ids.reading_page(reading.slug)
    entries = bodies.entries_of(
        [(term, ids.address(site.url, page, ids.term_id(term.id))) for term in reading.apparatus.terms]
    )

    def whole(written: str) -> str:
        try:
            parts = urlsplit(written)
        except ValueError:
            return written
        if parts.scheme:
            return written
        return f"https:{written}" if parts.netloc else site.url + ids.moved(written, page, ids.INDEX)

    return markdown.Links(term=lambda name: entries.get(key(name)), address=whole)
