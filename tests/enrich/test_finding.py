"""Glossary terms are found by themselves, where DESIGN's rules of case and of whole words allow it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.diagnostics import Place
from generator.enrich.finding import find_terms
from generator.enrich.passage import passages
from generator.model import Anchor, Body, Document, Role, Term
from tests.enrich.texts import make_document
from tests.fixtures import Case, cases

HERE = Place("glossary.md", 1)


def make_term(headword: str, *variants: str, exact: bool = False) -> Term:
    return Term(headword, headword, variants, exact, Body("", HERE), None, HERE)


@cases("enrich/finding.txt")
def test_finding(case: Case) -> None:
    glossary, _, words = case.given.partition("\n---\n")
    document = make_document(*words.split("\n¶\n"))
    language = "de" if glossary.endswith(" de") else "en"
    terms = [_term(line.removesuffix(" de")) for line in glossary.splitlines()]
    assert _marked(document, find_terms(terms, passages(document), language, [])) == case.expected


def _term(line: str) -> Term:
    forms = line.removesuffix(" case=exact").split("; ")
    return make_term(*forms, exact=line.endswith("case=exact"))


def _marked(document: Document, uses: Mapping[str, tuple[Anchor, ...]]) -> str:
    lines = {block.id: block.text for block in document.blocks}
    spans = [(anchor, term) for term, anchors in uses.items() for anchor in anchors]
    for anchor, term in sorted(spans, key=lambda each: -each[0].start):
        line = lines[anchor.block]
        marked = f"⟦{line[anchor.start : anchor.end]}|{term}⟧"
        lines[anchor.block] = line[: anchor.start] + marked + line[anchor.end :]
    return "\n".join(lines.values())


def test_words_that_are_pinned_are_left_alone() -> None:
    document = make_document("The mill and the mill race, a mill.")
    pinned = [(Anchor("p-1", 4, 8, "exact"), Anchor("p-1", 17, 26, "exact"))]
    uses = find_terms([make_term("mill")], passages(document), "en", pinned)
    assert uses == {"mill": (Anchor("p-1", 30, 34, "exact"),)}


def test_a_title_is_not_marked() -> None:
    document = make_document("The mill", kind=Role.TITLE)
    assert not find_terms([make_term("mill")], passages(document), "en", [])


@given(
    st.lists(st.text("aAbsİß '’-", min_size=1, max_size=5).map(text.tidy).filter(bool), max_size=6),
    st.text("aAbsİßyY '’-.", max_size=60),
)
def test_uses_do_not_overlap_and_are_whole_words(headwords: list[str], words: str) -> None:
    document = make_document(words)
    terms = [make_term(each) for each in dict.fromkeys(headwords)]
    uses = find_terms(terms, passages(document), "en", [])
    joined = document.blocks[0].text
    spans = sorted((anchor.start, anchor.end) for anchors in uses.values() for anchor in anchors)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert not any(text.inside_word(joined, border) for span in spans for border in span)
