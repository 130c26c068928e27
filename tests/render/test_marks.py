"""A block's words as HTML: what stands where, and the laws that hold for any quotes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.dates import parse
from generator.render.marks import Span, mark_up
from tests.fixtures import Case, cases

_ASKED = re.compile(r"(?P<kind>note|event|term|date) (?P<entry>\S+?)(?: (?P<label>[\w-]+))?: (?P<words>.*)")
_REFERENCE = re.compile(r'<a class="ref[^>]*href="#(?:event-)?([\w-]+)"[^>]*>(\w+)</a>')


@cases("render/marks.txt")
def test_marks(case: Case) -> None:
    text, *asked = case.given.split("\n")
    found = mark_up(text, [_span(text, line) for line in asked])
    assert _REFERENCE.sub(r"<ref \1 \2>", found) == case.expected


def test_a_reference_leads_to_its_note_and_has_a_name() -> None:
    ref = html.fromstring(f"<p>{mark_up('ab', [_span('ab', 'note fine 7: ab')])}</p>").find("a")
    assert ref is not None
    assert dict(ref.attrib) == {
        "class": "ref",
        "id": "r-fine",
        "href": "#fine",
        "role": "doc-noteref",
        "aria-label": "note 7",
    }


def test_a_note_that_goes_on_in_the_next_block_has_its_number_there() -> None:
    first = mark_up("ab", [Span(1, 2, "note", "fine", first=True, last=False, label="1")])
    second = mark_up("cd", [Span(0, 1, "note", "fine", first=False, last=True, label="1")])
    assert 'id="q-fine"' in first
    assert 'id="r-fine"' not in first
    assert 'id="q-fine"' not in second
    assert 'id="r-fine"' in second


TEXTS = st.text("ab é<&>\"'", min_size=1, max_size=24).filter(lambda each: each == each.strip())


@st.composite
def _annotated(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS.filter(bool))
    ranges = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda each: each[0] < each[1])
    notes, events = draw(st.lists(ranges, max_size=5)), draw(st.lists(ranges, max_size=3))
    spans = [Span(*each, "note", f"n{count}", label=str(count)) for count, each in enumerate(notes)]
    spans += [Span(*each, "event", f"e{count}", label="a", extra="1874") for count, each in enumerate(events)]
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = zip(borders[0::2], borders[1::2], strict=False)
    spans += [Span(*each, "term", f"t{count}", extra=f"u-t{count}") for count, each in enumerate(pairs)]
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    dated = zip(
        borders[0::2], borders[1::2], draw(st.lists(st.sampled_from(["", "#event-e"]), max_size=3)), strict=False
    )
    spans += [Span(*each[:2], "date", f"d-{n}", label=each[2], extra="1874") for n, each in enumerate(dated)]
    return text, spans


@given(_annotated())
def test_without_tags_and_references_it_is_the_text(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    assert "".join(word for word, _ in _runs(mark_up(text, spans))) == text


@given(_annotated())
def test_a_note_is_marked_on_its_words_and_nowhere_else(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    marked: dict[str, set[int]] = {span.entry: set() for span in spans if span.kind == "note"}
    at = 0
    for words, entries in _runs(mark_up(text, spans)):
        for entry in entries:
            marked[entry] |= set(range(at, at + len(words)))
        at += len(words)
    assert marked == {span.entry: set(range(span.start, span.end)) for span in spans if span.kind == "note"}


@given(_annotated())
def test_every_id_stands_once_at_the_first_of_its_words(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    tree = _tree(mark_up(text, spans))
    names = [str(each) for each in tree.xpath("//@id")]
    assert len(names) == len(set(names))
    for span in spans:
        prefixes = {"note": ("q-", "r-"), "event": ("e-", "t-"), "term": ("u-",), "date": ("",)}[span.kind]
        assert {prefix + span.entry for prefix in prefixes} <= set(names)
        (element,) = tree.xpath(f'//*[@id="{prefixes[0]}{span.entry}"]')
        assert len(_before(element)) == span.start


@given(_annotated())
def test_a_number_stands_behind_the_last_of_its_words(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    tree = _tree(mark_up(text, spans))
    terms = [span for span in spans if span.kind == "term"]
    dates = [span for span in spans if span.kind == "date" and span.label]
    links = [*terms, *(each for each in dates if not any(t.start < each.end and each.start < t.end for t in terms))]
    for span in spans:
        if span.kind == "note":
            (ref,) = tree.xpath(f'//*[@id="r-{span.entry}"]')
            crossed = [link.end for link in links if link.start < span.end < link.end]
            assert len(_before(ref)) == max([span.end, *crossed])


@given(_annotated())
def test_no_link_stands_in_a_link_and_no_mark_names_two_details(case: tuple[str, list[Span]]) -> None:
    tree = _tree(mark_up(*case))
    assert not tree.xpath("//a//a")
    assert not tree.xpath("//mark[@aria-details]//mark[@aria-details]")
    assert all(len(str(each).split()) == 1 for each in tree.xpath("//@aria-details"))


@pytest.mark.parametrize("text", ["", "a"])
def test_a_block_without_entries_is_its_text(text: str) -> None:
    assert mark_up(text, []) == text


def _span(text: str, line: str) -> Span:
    asked = _ASKED.fullmatch(line)
    assert asked
    kind, entry, words = asked["kind"], asked["entry"], asked["words"]
    start = text.index(words)
    if kind == "note":
        return Span(
            start, start + len(words), "note", entry, label=asked["label"] or "", spoken=f"note {asked['label']}"
        )
    if kind == "event":
        return Span(start, start + len(words), "event", entry, label=asked["label"] or "", extra="1874")
    if kind == "date":
        leading = "" if asked["label"] == "-" else f"#event-{asked['label']}"
        datetime = parse(entry).html_datetime or ""
        return Span(start, start + len(words), "date", "d-1", label=leading, spoken=datetime, extra=entry)
    return Span(start, start + len(words), "term", entry, label=f"#term-{entry}", extra=f"u-{entry}-1")


def _tree(source: str) -> html.HtmlElement:
    tree = html.document_fromstring(f"<body><p>{source}</p></body>")
    for ref in tree.xpath("//a[contains(@class, 'ref')]"):
        ref.text = ""
    return tree


def _runs(source: str) -> list[tuple[str, tuple[str, ...]]]:
    """The text piece by piece, each with the notes that are marked on it."""
    return [
        (str(words), tuple(" ".join(words.getparent().xpath(_MARKED[words.is_tail])).split()))
        for words in _tree(source).xpath("//p//text()")
    ]


_MARKED = {False: "ancestor-or-self::mark/@data-notes", True: "ancestor::mark/@data-notes"}


def _before(element: html.HtmlElement) -> str:
    """The text before an element."""
    return "".join(map(str, element.xpath("//p//text()[following::*[@id=$name]]", name=str(element.get("id")))))


def test_hundreds_of_notes_on_the_same_words_are_all_there() -> None:
    """Readers of HTML follow no elements that lie deeper than some hundreds, and would leave the rest out."""
    spans = [Span(0, 2, "note", f"n{count}", label=str(count)) for count in range(400)]
    made = html.fromstring(f"<p>{mark_up('ab', spans)}</p>")
    assert {each for each in made.xpath("//@id") if each.startswith("q-")} == {f"q-n{count}" for count in range(400)}
    assert max(len(list(each.iterancestors())) for each in made.iter()) < 100
    assert "".join(made.xpath("text() | .//text()[not(ancestor::a)]")).startswith("ab")
