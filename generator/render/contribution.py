"""What a reading gives to the pages of the whole edition, made beside its own so that they are only put together."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from generator import markdown
from generator.catalogue import Catalogue
from generator.dates import parse
from generator.diagnostics import Outcome
from generator.model import (
    Contribution,
    EventRow,
    EventUse,
    FeedEntry,
    Output,
    Piece,
    Reading,
    SiteSettings,
    Summary,
    Term,
    TermRow,
    TermUse,
    Theme,
    pack,
)
from generator.render import bodies, ids
from generator.render.apparatus import event_view, passage_views, see_also, term_view
from generator.render.choices import voice_views
from generator.render.chronology import spoken_views
from generator.render.counts import contents
from generator.render.dates import written_date
from generator.render.environment import catalogue_of, macros
from generator.render.feed_entries import feed_entry
from generator.render.fonts import letters
from generator.render.page import page_view
from generator.render.pieces import NOTHING, Pieces
from generator.render.timelines import dated_events
from generator.render.views import EventView, IndexItem, TermView
from generator.text import excerpt, tidy

DEFINITION = 200
"""Letters of a definition that machines are told."""
UNDATED = "1970-01-01T00:00:00Z"
"""Atom demands a moment; a text without a date has the beginning of computers' time."""


def contribute(
    reading: Reading,
    summary: Summary,
    shared: Sequence[Term],
    theme: Theme,
    site: SiteSettings,
    pages: Sequence[Output],
) -> Outcome[Contribution]:
    """A reading's contribution. `shared` is the whole shared glossary, and `pages` are the reading's own."""
    catalogue = catalogue_of(theme, site.language)
    page = page_view(site, theme, ids.INDEX, "", "")
    own = [use for use in summary.terms if not use.term.shared]
    others = [use for use in summary.terms if use.term.shared]
    wanted = [
        ("passage", view) for use in (*own, *others) for view in passage_views(use.passages, ids.GLOSSARY, summary)
    ]
    made = macros(theme, site.language, page, wanted)
    rows = iter(made.value)
    listed = {use.term.id: Markup("").join(next(rows, Markup()) for _ in use.passages) for use in (*own, *others)}
    entries = glossary_entries(shared, [use.term for use in own], summary.slug)
    terms = [_term(use, listed[use.term.id], summary, entries) for use in own]
    events = list(_events(summary, site, catalogue))
    item = ("item", _item(summary, site, catalogue))
    shown = macros(
        theme,
        site.language,
        page,
        [item, *(("term_entry", view) for view in terms), *(("event", view) for view in events)],
    )
    htmls = iter(map(str, shown.value or ("",) * (1 + len(terms) + len(events))))
    content = feed_entry(reading, theme, site)
    laid = Pieces()
    contribution = Contribution(
        slug=summary.slug,
        title=summary.metadata.title,
        excerpts=summary.excerpts,
        canonical=summary.canonical,
        kept=summary.kept,
        cut=summary.cut,
        notes=len(summary.notes),
        voices=len(voice_views(summary.notes)),
        item=next(htmls),
        terms=tuple(term_row(view, laid.html(next(htmls))) for view in terms),
        events=tuple(_row(use, laid.html(next(htmls))) for use in summary.events),
        passages=pack({use.term.id: laid.html(listed[use.term.id]) for use in others}),
        feed=_feed(summary, site, catalogue, laid.add(_packed(content.value))),
        letters=letters(pages),
        dated=dated_events(summary, site, catalogue),
    )
    contribution = replace(contribution, pieces=laid.data)
    return Outcome(contribution, (*made.diagnostics, *shown.diagnostics, *content.diagnostics))


def term_row(view: TermView, html: Piece = NOTHING) -> TermRow:
    """A term as the glossary of the whole edition shows it."""
    return TermRow(view.id, view.headword, view.variants, excerpt(tidy(view.body.striptags()), DEFINITION), html)


def _row(use: EventUse, html: Piece) -> EventRow:
    date = use.event.date
    return EventRow(date.sort_key, date.raw, markdown.plain(use.event.title), use.told, html)


def _packed(content: str) -> bytes:
    return zlib.compress(content.encode("utf-8", "surrogatepass"), 1) if content else b""


def glossary_entries(shared: Sequence[Term], own: Sequence[Term] = (), slug: str = "") -> bodies.Entries:
    """Where `[[Term]]` leads on the glossary's page when a reading's entry, or a shared one, says it."""
    listed = [(term, ids.term_id(term.id, slug)) for term in own]
    listed += [(term, ids.term_id(term.id)) for term in shared]
    return bodies.entries_of([(term, ids.link(ids.GLOSSARY, ids.GLOSSARY, name)) for term, name in listed])


def _term(use: TermUse, uses: Markup, summary: Summary, entries: bodies.Entries) -> TermView:
    ways = bodies.links(ids.GLOSSARY, ids.reading_page(summary.slug), entries)
    name = ids.term_id(use.term.id, summary.slug)
    return term_view(use, (), bodies.whole(use.term.body, ways), name, see_also(use.term, entries), summary, uses)


def _events(summary: Summary, site: SiteSettings, catalogue: Catalogue) -> Iterator[EventView]:
    target = ids.reading_page(summary.slug)
    entries = bodies.entries_of(
        [(each.term, ids.link(ids.TIMELINE, target, ids.term_id(each.term.id))) for each in summary.terms]
    )
    ways = bodies.links(ids.TIMELINE, target, entries)
    for use in summary.events:
        spoken = spoken_views(use, ids.TIMELINE, summary, site, catalogue)
        yield event_view(use, "", ids.TIMELINE, summary, ways, site.language, spoken, ids.group(summary.slug))


def _item(summary: Summary, site: SiteSettings, catalogue: Catalogue) -> IndexItem:
    facts = summary.metadata
    return IndexItem(
        title=facts.title,
        address=ids.link(ids.INDEX, ids.reading_page(summary.slug)),
        byline=", ".join(facts.authors),
        publisher=facts.publisher,
        date=written_date(facts.published, site.language),
        counts=contents(summary, catalogue),
        draft=summary.draft,
        language=facts.language or site.language,
    )


def _feed(summary: Summary, site: SiteSettings, catalogue: Catalogue, content: Piece) -> FeedEntry:
    voices = dict.fromkeys(note.by for note in summary.notes if note.by and note.by != summary.editor)
    return FeedEntry(
        moment=_moment(summary.metadata.published),
        editor=summary.editor or site.author or site.title,
        contributors=tuple(voices),
        source=summary.metadata.url,
        rights=" ".join(_rights(summary, site, catalogue)),
        summary=catalogue.say("An annotated reading. %(contents)s", contents=contents(summary, catalogue)),
        content=content,
    )


def _rights(summary: Summary, site: SiteSettings, catalogue: Catalogue) -> Iterator[str]:
    if site.license:
        yield catalogue.say("The notes, the glossary and the timeline are under %(license)s.", license=site.license)
    if summary.metadata.rights:
        yield summary.metadata.rights


def _moment(published: str) -> str:
    """The first moment at which the text may have been published; the build's own clock plays no part in it."""
    try:
        year, month, day = parse(published).earliest
    except ValueError:
        return UNDATED
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z" if 1 <= year <= 9999 else UNDATED
