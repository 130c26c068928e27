"""The events of a timeline as plain facts, before any program's form for them."""

from __future__ import annotations

from generator import markdown
from generator.catalogue import Catalogue
from generator.dates import words as date_words
from generator.model import Dated, Edition, EventUse, SiteSettings, Summary, Told
from generator.render import ids
from generator.text import tidy


def of_reading(summary: Summary, site: SiteSettings, catalogue: Catalogue) -> tuple[Dated, ...]:
    """The events of a reading in the order of time."""
    return tuple(_dated(use, summary, site, catalogue) for use in summary.events)


def of_edition(edition: Edition) -> tuple[Dated, ...]:
    """The events of all readings in the order of time."""
    events = [each for reading in edition.readings for each in reading.dated]
    return tuple(sorted(events, key=lambda each: (each.date.sort_key, each.id)))


def _dated(use: EventUse, summary: Summary, site: SiteSettings, catalogue: Catalogue) -> Dated:
    event, page = use.event, ids.reading_page(summary.slug)
    name = ids.event_id(event.id)
    return Dated(
        id=f"{summary.slug}/{event.id}",
        date=event.date,
        when=date_words(event.date, site.language),
        title=tidy(markdown.plain(event.title)),
        body=markdown.words(event.body.text, event.body.html),
        quote=tidy(event.selector.exact) if event.selector else "",
        told=use.told,
        note=told_in_words(use.told, catalogue),
        reading=summary.metadata.title,
        address=ids.address(site.url, page, name) or f"{page}#{name}",
        license=site.license,
    )


def told_in_words(told: Told, catalogue: Catalogue) -> str:
    """What readers are told of an event whose date the text does not give."""
    words = {
        "implied": catalogue.say("The date is the editor’s; the text does not give it."),
        "supplied": catalogue.say("Supplied by the editor; the text does not speak of it."),
    }
    return words.get(told, "")
