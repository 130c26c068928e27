"""The dates of a text, held against the events that people wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse
from generator.diagnostics import Outcome, Place
from generator.enrich.locate import locate
from generator.enrich.mentions import Mentions, find_mentions
from generator.enrich.passage import passages
from generator.model import Body, DateSettings, Event, Metadata, Role
from tests.enrich.texts import make_document, make_selector
from tests.fixtures import Case, cases

_HERE = Place("content/walk/timeline.md", 1)
_ASKED = re.compile(r"(?P<date>\S+) ?(?P<by>text|editor)? \|(?P<quote>.*)")
_NAMES = ("founding", "second")


@cases("enrich/mentions.txt")
def test_dates_and_events(case: Case) -> None:
    head, *asked, text = case.given.split("\n")
    mode, published, *rest = head.split(" ", 2)
    drop = (rest[0].removeprefix("drop="),) if rest else ()
    events = [_event(name, line) for name, line in zip(_NAMES, asked, strict=False)]
    found = _find(text, events, published, DateSettings(mode, drop, _HERE))
    assert not found.diagnostics
    assert "\n".join(_lines(found.value)) == case.expected


def test_words_to_drop_that_hold_no_date_are_diagnosed() -> None:
    outcome = _find("She came in 2015.", [], "2019", DateSettings("news", ("She came", "the ides of March"), _HERE))
    assert [(each.code, each.why) for each in outcome.diagnostics] == [
        ("date-not-found", "There is nothing to switch off."),
        ("date-not-found", "The text does not have these words."),
    ]


def test_a_byline_is_not_searched() -> None:
    document = make_document("By Ada Writer, March 2015", kind=Role.BYLINE)
    found = find_mentions(passages(document), DateSettings(), Metadata(language="en"), "en", [], {})
    assert not found.value.mentions


def test_of_a_language_that_is_not_understood_nothing_is_said() -> None:
    outcome = _find("في عام 2015 جاءت", [_event("founding", "2015 | جاءت")], "2019", DateSettings(), "ar")
    assert not outcome.value.mentions
    assert outcome.value.told == {"founding": "unknown"}


@given(
    st.lists(st.sampled_from(["In 2015", "since 2014", "last year", "on", "–", "2016", "She came.", "May"]), max_size=8)
)
def test_mentions_stand_on_their_words_in_order(words: list[str]) -> None:
    paragraphs = [each for each in (" ".join(words), " ".join(reversed(words))) if each.strip()]
    document = make_document(*paragraphs)
    found = find_mentions(passages(document), DateSettings(), Metadata(published="2019"), "en", [], {}).value.mentions
    texts = {block.id: block.text for block in document.blocks}
    assert all(texts[each.block][each.start : each.end] == each.words for each in found)
    places = [(each.block, each.start, each.end) for each in found]
    assert places == sorted(places)
    assert all(one[0] != two[0] or one[2] <= two[1] for one, two in pairwise(places))


def _event(name: str, line: str) -> Event:
    asked = _ASKED.fullmatch(line)
    assert asked
    quote = asked["quote"].strip()
    event = Event(name, parse(asked["date"]), name, Body("", _HERE), make_selector(quote) if quote else None, _HERE)
    if asked["by"]:
        return replace(event, dated_by="text" if asked["by"] == "text" else "editor")
    return event


def _find(
    text: str, events: list[Event], published: str, settings: DateSettings, language: str = "en"
) -> Outcome[Mentions]:
    searched = passages(make_document(text))
    anchors = {}
    for event in events:
        if event.selector:
            (span,) = locate(event.selector, searched).spans
            anchors[f"event:{event.id}"] = searched.anchors(*span, "exact")
    facts = Metadata(published=published, language=language)
    return find_mentions(searched, settings, facts, "en", events, anchors)


def _lines(found: Mentions) -> list[str]:
    lines = []
    for each in found.mentions:
        by_itself = f" by itself {each.found.raw}" if each.found else ""
        rule = " ".join(filter(None, (each.rule, *each.links, each.basis)))
        lines.append(" ".join((f"{each.words} = {each.date.raw}{by_itself} [{rule}]", *each.events)))
    return lines + [f"{event}: {told}" for event, told in found.told.items()]
