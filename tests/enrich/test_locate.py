"""Quotes find the words they mean: fixtures for how, properties for what must hold whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.enrich.locate import Hits, locate
from generator.enrich.passage import passages
from generator.model import Selector
from tests.enrich.texts import make_document, make_selector
from tests.fixtures import Case, cases

NOWHERE = make_selector("x").place


@cases("enrich/locate.txt")
def test_locate(case: Case) -> None:
    quote, _, words = case.given.partition("\n---\n")
    document = make_document(*words.split("\n¶\n"))
    searched = passages(document)
    assert _told(locate(make_selector(quote), searched), searched.joined) == case.expected


def _told(hits: Hits, joined: str) -> str:
    """One line for each hit: the text with the hit in brackets."""
    if not hits.spans:
        return "inside a word" if hits.inside_words else "nowhere"
    shown = joined.replace("\n", "¶")
    return "\n".join([hits.how, *(f"{shown[:start]}⟦{shown[start:end]}⟧{shown[end:]}" for start, end in hits.spans)])


WORDS = st.lists(st.text("abcdeé “”'—-…*[(\\.", min_size=1, max_size=8).map(text.tidy), min_size=3, max_size=12)


@given(WORDS, st.data())
def test_words_quoted_from_the_text_are_among_the_hits(words: list[str], data: st.DataObject) -> None:
    joined = text.tidy(" ".join(words))
    pieces = joined.split(" ")
    first = data.draw(st.integers(0, len(pieces) - 1))
    last = data.draw(st.integers(first, len(pieces) - 1))
    exact = " ".join(pieces[first : last + 1])
    if not exact.strip():
        return
    start = len(" ".join([*pieces[:first], ""]))
    hits = locate(Selector(exact, "", "", NOWHERE), passages(make_document(joined)))
    assert (start, start + len(exact)) in hits.spans


@given(st.text(max_size=40), st.text(min_size=1, max_size=12))
def test_no_text_and_no_quote_is_too_strange(joined: str, exact: str) -> None:
    searched = passages(make_document(joined))
    hits = locate(Selector(text.tidy(exact) or "x", "", "", NOWHERE), searched)
    assert all(0 <= start <= end <= len(searched.joined) for start, end in hits.spans)
