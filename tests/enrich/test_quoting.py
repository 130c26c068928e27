"""What is quoted from a place in the text finds that place again, by the build's own rules, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import text
from generator.enrich.anchoring import anchor
from generator.enrich.passage import passages
from generator.enrich.quotes import read_quote
from generator.enrich.quoting import quote_for, whole_words
from generator.enrich.sections import read_sections
from generator.model import SourceFile
from tests.enrich.texts import make_cleaned, make_document

BLOCKS = st.lists(
    st.text("aab é “'—-…*\\[>#`(水ن\u0301\u00a0.", min_size=1, max_size=30).map(text.tidy).filter(bool),
    min_size=1,
    max_size=5,
)


@settings(max_examples=400)
@given(BLOCKS, st.data())
def test_a_quote_finds_exactly_the_words_that_were_selected(blocks: list[str], data: st.DataObject) -> None:
    document = make_document(*blocks)
    searched = passages(document)
    start = data.draw(st.integers(0, len(searched.joined)))
    end = data.draw(st.integers(start, len(searched.joined)))
    low, high = whole_words(searched, start, end)
    quote = quote_for(searched, start, end)
    if low == high:
        assert quote == ""
        return
    register = SourceFile("notes.md", f"## Title\n\n{quote}\n\nBody.\n".encode())
    (section,) = read_sections(register).value
    assert section.selector
    found = anchor(section.selector, searched, make_cleaned(document))
    assert [(each.block, each.start, each.end) for each in found.value] == [
        (each.block, each.start, each.end) for each in searched.anchors(low, high, "exact")
    ]
    assert section.body.text == "Body."


@given(BLOCKS, st.data())
def test_words_are_completed_and_no_other_words_are_taken(blocks: list[str], data: st.DataObject) -> None:
    searched = passages(make_document(*blocks))
    start = data.draw(st.integers(0, len(searched.joined)))
    end = data.draw(st.integers(start, len(searched.joined)))
    low, high = whole_words(searched, start, end)
    selected = re.sub(r"[\s\\]+\Z", "", searched.joined[start:end]).strip()
    if low < high:
        assert selected in searched.joined[low:high]
        assert not any(each.isspace() for each in searched.joined[low:start] + searched.joined[end:high])
        assert not text.inside_word(searched.joined, low)
        assert not text.inside_word(searched.joined, high)


@pytest.mark.parametrize(
    ("blocks", "selected", "expected"),
    [
        (["The mill stands where the river bends."], "river", "> river"),
        (["The mill stands where the river bends."], "ive", "> river"),
        (["The mill and the wheel; the weir."], "the", "> and **the**"),
        (["The art of the party", "and the art of war"], "art of war", "> art of war"),
        (["He said no.", "She said no."], "said no", "> He **said no**"),
        (["It ended.", "Then it began."], "ended.\nThen", "> ended.\n>\n> Then"),
        (["A star * and a star"], "* and", "> \\* and"),
        (["水は流れる。水は冷たい。"], "水", "> **水**は流"),
    ],
)
def test_quotes_have_just_enough_context(blocks: list[str], selected: str, expected: str) -> None:
    searched = passages(make_document(*blocks))
    start = searched.joined.index(selected)
    assert quote_for(searched, start, start + len(selected)) == expected


def test_a_long_quote_is_wrapped_and_read_as_one() -> None:
    words = "one two three four five six seven eight nine ten " * 8
    searched = passages(make_document(words.strip()))
    lines = quote_for(searched, 0, len(searched.joined)).splitlines()
    assert max(map(len, lines)) <= 110
    selector = read_quote(lines, 0, len(lines), "notes.md").value
    assert selector
    assert selector.exact == words.strip()
