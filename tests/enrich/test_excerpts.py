"""How much of a text that is published in excerpts its quotes may show without a word of warning."""

from __future__ import annotations

import pytest

from generator.diagnostics import Place
from generator.enrich.excerpts import long_excerpts
from generator.model import Anchor, Block, Body, Document, Note, Role, Selector

_HERE = Place("content/walk/notes.md", 3)


def said(whole: int, *quotes: int, overlap: bool = False) -> list[str]:
    """What is said of quotes of so many words in a text of so many."""
    entries, anchors = [], {}
    for count, words in enumerate(quotes):
        selector = Selector(" ".join(["word"] * words), "", "", _HERE)
        entries.append(Note(str(count), "A note", "context", "", Body("", _HERE), selector, _HERE))
        anchors[f"note:{count}"] = (Anchor("p", 0 if overlap else count, words, "exact"),)
    document = Document((Block("p", Role.PARAGRAPH, " ".join(["word"] * whole), (1,)),))
    found = long_excerpts(entries, anchors, document, Place("content/walk/reading.toml", 2))
    return [each.message.removesuffix(" of a text that is published in excerpts") for each in found]


@pytest.mark.parametrize(
    ("whole", "words", "warned"),
    [(5000, 100, False), (5000, 101, True), (600, 60, False), (600, 61, True), (200, 40, False), (200, 41, True)],
)
def test_one_quote_may_be_a_tenth_of_the_text_but_no_more_than_a_hundred_words(
    whole: int, words: int, warned: bool
) -> None:
    assert said(whole, words) == ([f"this quote shows {words} words"] if warned else [])


def test_all_quotes_together_may_be_a_third() -> None:
    assert said(900, *[30] * 10) == []
    assert said(900, *[30] * 11) == ["the quotes show 330 of the 900 words"]


def test_two_entries_on_the_same_words_show_them_once() -> None:
    assert said(900, *[80] * 9, overlap=True) == []


def test_a_few_words_of_a_poem_are_no_matter() -> None:
    assert said(60, 20, 20) == []
    assert said(60, 20, 21) == ["the quotes show 41 of the 60 words"]
