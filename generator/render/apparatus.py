"""Glossary entries and events as a page shows them, linked to every passage."""

from __future__ import annotations

from markupsafe import Markup

from generator import markdown
from generator.model import Event, EventUse, Passage, Summary, Term, TermUse
from generator.render import bodies, ids
from generator.render.dates import date_view
from generator.render.languages import direction
from generator.render.views import EventView, LinkView, PassageView, SpokenView, TermView
from generator.text import key


def term_view(
    use: TermUse,
    passages: tuple[PassageView, ...],
    body: Markup,
    name: str,
    see: tuple[LinkView, ...],
    own: Summary | None = None,
    uses: Markup = Markup(),  # noqa: B008 - an immutable value
) -> TermView:
    """A glossary entry; `own` is the one reading that it belongs to, where the page shows several."""
    term: Term = use.term
    return TermView(name, term.headword, term.variants, body, passages, own.metadata.title if own else "", see, uses)


def see_also(term: Term, entries: bodies.Entries) -> tuple[LinkView, ...]:
    """The entries that a term sends the reader to, linked."""
    return tuple(LinkView(entries[key(name)], name) for name in term.see if key(name) in entries)


def event_view(
    use: EventUse,
    letter: str,
    page: str,
    summary: Summary,
    ways: markdown.Links,
    language: str,
    spoken: tuple[SpokenView, ...] = (),
    group: str = "",
) -> EventView:
    """An event; on a page of the whole edition it names its reading, whose class is the `group`."""
    event: Event = use.event
    return EventView(
        id=ids.event_id(event.id, summary.slug if group else ""),
        letter=letter,
        date=date_view(event.date, language),
        title=Markup(markdown.inline(event.title)),
        body=bodies.whole(event.body, ways),
        passages=passage_views(use.passages, page, summary),
        reading=summary.metadata.title if group else "",
        told=use.told,
        spoken=spoken,
        group=group,
    )


def passage_views(passages: tuple[Passage, ...], page: str, summary: Summary) -> tuple[PassageView, ...]:
    """Passages of a reading as seen from a page."""
    target = ids.reading_page(summary.slug)
    language = summary.metadata.language
    return tuple(
        PassageView(
            address=ids.link(page, target, each.fragment),
            reading=summary.metadata.title,
            before=each.before,
            words=each.words,
            after=each.after,
            language=language,
            direction=direction(language) if language else "",
        )
        for each in passages
    )


def letter(index: int) -> str:
    """The letter of the n-th event, counted from 0: a … z, aa, ab …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
