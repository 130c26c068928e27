"""Remembered words in a text that has changed: found again, or given up."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.enrich.relocation import relocate, remember
from tests.fixtures import Case, cases

VOCABULARY = ("mill", "river", "wheel", "ice", "winter", "door", "stone", "bridge", "who", "when", "the", "a")
WORDS = st.lists(st.sampled_from(VOCABULARY))


@cases("enrich/relocation.txt")
def test_words_are_found_again_or_given_up(case: Case) -> None:
    old, new = case.given.split("\n---\n")
    start, end = old.index("⟦"), old.index("⟧") - 1
    memory = remember(old.replace("⟦", "").replace("⟧", ""), start, end)
    found = relocate(memory, new)
    marked = new[: found.span[0]] + "⟦" + new[slice(*found.span)] + "⟧" + new[found.span[1] :] if found.span else new
    assert f"{found.verdict}\n{marked}" == case.expected


@settings(deadline=None)
@given(WORDS, st.lists(st.integers(0, 10_000), min_size=2, max_size=2))
def test_in_the_same_text_words_are_found_where_they_stood_or_called_ambiguous(
    words: list[str], ends: list[int]
) -> None:
    text = " ".join([*words, "sluice"])
    first, last = sorted(at % (len(words) + 1) for at in ends)
    start = len(" ".join([*words, "sluice"][:first])) + bool(first)
    end = len(" ".join([*words, "sluice"][: last + 1]))
    found = relocate(remember(text, start, end), text)
    assert found.span in (None, (start, end))


@settings(deadline=None)
@given(st.text(max_size=400), st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_whatever_is_remembered_and_searched_a_span_lies_in_the_text(old: str, new: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(old)), min(other, len(old))))
    memory = remember(old, start, end)
    assert memory.chosen.words == old[start:end]
    found = relocate(memory, new)
    assert found.span is None or 0 <= found.span[0] < found.span[1] <= len(new)


@pytest.mark.parametrize("letters", ["mill wheel ", "Мельница стоит ", "水車は川のそばに "])
def test_a_memory_takes_four_kilobytes_at_most(letters: str) -> None:
    text = letters * 300
    start = len(letters) * 150
    memory = remember(text, start, start + len(letters))
    assert memory.rivals
    assert len(json.dumps(asdict(memory), ensure_ascii=False).encode()) <= 4096


def test_rivals_stand_in_the_order_of_the_text() -> None:
    text = "The mill burned. " + "Nobody knows why it did so. " * 9 + "The mill burned. " + "It is not known. " * 9
    start = text.rindex("mill")
    memory = remember(text, start, start + len("mill burned"))
    assert [each.words for each in memory.rivals] == ["mill burned"]
    assert memory.rivals[0].after.startswith(". Nobody")
