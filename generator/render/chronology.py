"""What a reading's page shows of time: the events drawn, and every date that the text speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator import markdown
from generator.catalogue import Catalogue
from generator.dates import Date
from generator.dates import words as date_words
from generator.model import Event, EventUse, Mention, Reading, SiteSettings, Summary
from generator.render import ids
from generator.render.apparatus import letter
from generator.render.dates import date_view
from generator.render.drawing import Drawn, Told, drawing_view, telling_view
from generator.render.languages import direction
from generator.render.timelines import file_views
from generator.render.views import ChronologyView, LinkView, SpokenView
from generator.text import excerpt

_QUOTED = 80
"""Letters of a quote that are shown in a list of places."""
_Placed = tuple[tuple[str, int], SpokenView, Date]
"""A block and an offset in it, what is said there, and its date."""


def chronology(
    reading: Reading, summary: Summary, numbers: Mapping[str, int], site: SiteSettings, catalogue: Catalogue
) -> ChronologyView:
    """The drawings of a reading's page and the dates of its text; `numbers` are those of the paragraphs by their ids.

    Of a text that is not published only the events are shown.
    """
    mirrored = direction(site.language) == "rtl"
    drawn = [_drawn(use, letter(index)) for index, use in enumerate(summary.events)]
    drawing = drawing_view(drawn, site.language, mirrored)
    files = file_views(ids.reading_page(reading.slug), reading.slug, site) if summary.events else ()
    if reading.excerpts:
        return ChronologyView(drawing, files=files)
    page = ids.reading_page(reading.slug)
    events = {event.id: event for event in reading.apparatus.events}
    found = [
        (
            (mention.block, mention.start),
            replace(
                _spoken(number, mention, page, summary, site, catalogue),
                event=_event(events[mention.events[0]], page) if mention.events else None,
            ),
            mention.date,
        )
        for number, mention in enumerate(reading.mentions, 1)
    ]
    found += _implied(reading, page, site, catalogue)
    order = {block.id: index for index, block in enumerate(reading.document.blocks)}
    found.sort(key=lambda each: (order[each[0][0]], each[0][1]))
    spoken = [replace(view, paragraph=numbers.get(block, 0)) for (block, _), view, _ in found]
    places = [_place(view, date) for view, (_, _, date) in zip(spoken, found, strict=True)]
    return ChronologyView(drawing, telling_view(places, site.language, mirrored), tuple(spoken), files)


def spoken_views(
    use: EventUse, page: str, summary: Summary, site: SiteSettings, catalogue: Catalogue
) -> tuple[SpokenView, ...]:
    """The words that speak of an event's date, as seen from a page."""
    return tuple(_spoken(number, each, page, summary, site, catalogue) for number, each in use.mentions)


def _spoken(
    number: int, mention: Mention, page: str, summary: Summary, site: SiteSettings, catalogue: Catalogue
) -> SpokenView:
    return SpokenView(
        address=ids.link(page, ids.reading_page(summary.slug), ids.mention_id(number)),
        words=mention.words,
        date=date_view(mention.date, site.language),
        how=_how(mention, site.language, catalogue),
        own=mention.found is None,
    )


def _event(event: Event, page: str) -> LinkView:
    return LinkView(ids.link(page, page, ids.event_id(event.id)), markdown.plain(event.title))


def _how(mention: Mention, language: str, catalogue: Catalogue) -> str:
    """From what the words were understood besides themselves."""
    if mention.found:
        return catalogue.say("by itself %(date)s; the date is the editor’s", date=date_words(mention.found, language))
    if not mention.basis:
        return ""
    if mention.rule.endswith("without-year"):
        known = catalogue.say("the year follows from the publication")
        return known if mention.basis == "publication" else catalogue.say("the year is the one spoken of before")
    counted = catalogue.say("counted from the publication")
    return counted if mention.basis == "publication" else catalogue.say("counted from the date before it")


def _drawn(use: EventUse, name: str) -> Drawn:
    return Drawn(use.event.date, markdown.plain(use.event.title), use.told, name)


def _implied(reading: Reading, page: str, site: SiteSettings, catalogue: Catalogue) -> list[_Placed]:
    """The places that tell of an event and not of its date."""
    dated = {(name, mention.block) for mention in reading.mentions for name in mention.events}
    texts = {block.id: block.text for block in reading.document.blocks}
    found = []
    for event in reading.apparatus.events:
        places = reading.anchors.get(f"event:{event.id}", ())
        if places and not any((event.id, place.block) in dated for place in places):
            first = places[0]
            view = SpokenView(
                address=ids.link(page, page, ids.event_words_id(event.id)),
                words=excerpt(texts[first.block][first.start : first.end], _QUOTED),
                date=date_view(event.date, site.language),
                how=catalogue.say("the date is the editor’s"),
                own=False,
                event=_event(event, page),
            )
            found.append(((first.block, first.start), view, event.date))
    return found


def _place(view: SpokenView, date: Date) -> Told:
    paragraph = str(view.paragraph or "")
    if view.own:
        return Told(date, view.words, _name(view), view.address, paragraph)
    return Told(date, _title(view), _name(view), view.address, paragraph, "implied")


def _title(view: SpokenView) -> str:
    return view.event.name if view.event else view.words


def _name(view: SpokenView) -> str:
    return f"“{view.words if view.own else _title(view)}”, {view.date.words}"
