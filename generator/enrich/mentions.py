"""The dates that a text speaks of, held against the events that people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import text
from generator.dates import Date, Point, Span, parse
from generator.dates.calendar import Day
from generator.dates.finding import Found, find_dates, in_context, is_understood
from generator.diagnostics import Diagnostic, Outcome, diagnose
from generator.enrich.anchoring import Anchors
from generator.enrich.passage import Passages
from generator.model import Anchor, DateSettings, Event, Mention, Metadata, Role, Told

_NOT_SEARCHED = (Role.BYLINE, Role.DATELINE)


class Mentions(NamedTuple):
    """What `find_mentions` gives."""

    mentions: tuple[Mention, ...]
    """In the order of the text."""
    told: Mapping[str, Told]
    """Of each event by its id."""


def find_mentions(
    searched: Passages,
    settings: DateSettings,
    facts: Metadata,
    language: str,
    events: Sequence[Event],
    anchors: Mapping[str, Anchors],
) -> Outcome[Mentions]:
    """The dates of a text, each with the events at that date, and for each event whether the text gives its date.

    An event's quote wins over what was found: the one date in it that is none of the event's becomes the event's.
    `language` is that of a text whose own is not known.
    """
    language = facts.language or language
    found = list(_found(searched, settings, facts.published, language))
    dropped = _dropped(searched, settings.drop)
    kept = [each for each in found if not any(start < each.end and each.start < end for start, end in dropped)]
    mentions = [_mention(each, searched) for each in kept]
    quoted = [_Quoted(event, anchors.get(f"event:{event.id}", ())) for event in events]
    known = settings.mode != "off" and is_understood(language)
    told = {each.event.id: _told(each, mentions, searched, known) for each in quoted}
    placed = tuple(_with_events(mention, quoted, mentions) for mention in mentions)
    return Outcome(Mentions(placed, told), tuple(_unused(searched, settings, found)))


def _found(searched: Passages, settings: DateSettings, published: str, language: str) -> Iterator[Found]:
    if settings.mode == "off":
        return
    alone = find_dates(searched.joined, published, settings.mode == "narrative", language)
    for each in in_context(searched.joined, alone, language):
        in_one_block = "\n" not in searched.joined[each.start : each.end]
        if in_one_block and searched.block_at(each.start).kind not in _NOT_SEARCHED:
            yield each


def _dropped(searched: Passages, quotes: Sequence[str]) -> list[tuple[int, int]]:
    return [place for quote in quotes for place in _places(searched, quote)]


def _places(searched: Passages, quote: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(rf"(?<!\w){re.escape(text.fold(quote))}(?!\w)", searched.folded):
        yield found.span()


def _mention(found: Found, searched: Passages) -> Mention:
    place = searched.anchors(found.start, found.end, "exact")[0]
    return Mention(
        place.block,
        place.start,
        place.end,
        searched.joined[found.start : found.end],
        parse(found.edtf),
        found.rule,
        found.links,
        found.basis,
    )


@dataclass(frozen=True, slots=True)
class _Quoted:
    """An event and the places of its quote; none for what only the editor supplies."""

    event: Event
    places: Sequence[Anchor]

    def holds(self, mention: Mention) -> bool:
        return any(
            each.block == mention.block and each.start < mention.end and mention.start < each.end
            for each in self.places
        )

    def corrects(self, mention: Mention, mentions: Sequence[Mention]) -> bool:
        """Whether the mention is the one date in the quote, and says another than the event."""
        if self.event.dated_by == "editor" or not self.holds(mention):
            return False
        held = [each for each in mentions if self.holds(each)]
        return held == [mention] and not self.is_at(mention)

    def is_at(self, mention: Mention) -> bool:
        """Whether the event is at the date; one whose quote holds the words may also be at an end of their period."""
        if _same(mention.date, self.event.date):
            return True
        return self.holds(mention) and (self.event.date.earliest, self.event.date.latest) in _ends(mention.date)


def _with_events(mention: Mention, quoted: Sequence[_Quoted], mentions: Sequence[Mention]) -> Mention:
    correcting = [each for each in quoted if each.corrects(mention, mentions)]
    agreeing = any(each.holds(mention) and each.is_at(mention) for each in quoted)
    # Where two authors' quotes claim the same words for different dates, the words mean what they say.
    if len(correcting) == 1 and not agreeing:
        mention = replace(mention, found=mention.date, date=correcting[0].event.date)
    at = [each for each in quoted if each.is_at(mention)]
    at.sort(key=lambda each: not each.holds(mention))
    return replace(mention, events=tuple(each.event.id for each in at))


def _same(one: Date, two: Date) -> bool:
    """Whether they are the same days, however sure anybody is of them."""
    return (one.earliest, one.latest) == (two.earliest, two.latest)


def _told(quoted: _Quoted, mentions: Sequence[Mention], searched: Passages, known: bool) -> Told:
    event = quoted.event
    if not quoted.places:
        return "unknown" if event.selector else "supplied"
    if event.dated_by:
        return "stated" if event.dated_by == "text" else "implied"
    if not known:
        return "unknown"
    around = [_sentences(place, searched) for place in quoted.places]
    said = (each for each in mentions if any(_within(each, place) for place in around))
    return "stated" if any(_gives(each.date, event.date) for each in said) else "implied"


def _sentences(place: Anchor, searched: Passages) -> Anchor:
    block = next(each for each in searched.blocks if each.id == place.block)
    start, end = text.sentence(block.text, place.start, place.end)
    return replace(place, start=start, end=end)


def _within(mention: Mention, place: Anchor) -> bool:
    return mention.block == place.block and place.start <= mention.start and mention.end <= place.end


def _gives(said: Date, date: Date) -> bool:
    """Whether who knows the one knows the other: a day gives its year, a period its ends, and a year no day."""
    spans = [(said.earliest, said.latest), *_ends(said)]
    return any(date.earliest <= earliest and latest <= date.latest for earliest, latest in spans)


def _ends(date: Date) -> list[tuple[Day, Day]]:
    """The first and last day of each end of a period."""
    ends = [end for part in date.parts if isinstance(part, Span) for end in (part.start, part.end)]
    return [(end.earliest, end.latest) for end in ends if isinstance(end, Point)]


def _unused(searched: Passages, settings: DateSettings, found: Sequence[Found]) -> Iterator[Diagnostic]:
    for quote in settings.drop:
        places = list(_places(searched, quote))
        if any(start < each.end and each.start < end for start, end in places for each in found):
            continue
        assert settings.drop_place
        yield diagnose(
            "date-not-found",
            f"no date is found in “{text.excerpt(quote, 60)}”",
            settings.drop_place,
            why="The text does not have these words." if not places else "There is nothing to switch off.",
            fix="see what is found with `python build.py check --dates`, or take the words out of `drop`.",
        )
