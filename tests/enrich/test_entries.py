"""Registers with more entries than anybody writes."""

from __future__ import annotations

from generator.enrich.entries import MOST
from generator.enrich.registers import read_events, read_notes, read_terms
from generator.model import SourceFile


def file(source: str) -> SourceFile:
    return SourceFile("content/walk/notes.md", source.encode())


def test_entries_without_end_are_told_at_the_first_that_is_too_many() -> None:
    source = "".join(f"## 1951: A {nth}\n\nWords.\n" for nth in range(MOST + 1))
    for outcome in (read_notes([file(source)]), read_terms([file(source)]), read_events([file(source)])):
        assert outcome.value == ()
        assert [(each.code, each.place.line) for each in outcome.diagnostics] == [("too-many-entries", 3 * MOST + 1)]


def test_a_split_register_is_counted_as_a_whole() -> None:
    half = "".join(f"## A {nth}\n\nWords.\n" for nth in range(MOST // 2 + 1))
    assert {each.code for each in read_notes([file(half), file(half)]).diagnostics} == {"too-many-entries"}


def test_thousands_of_notes_with_one_heading_have_an_id_each() -> None:
    """The number behind the words goes on where the last one was: to begin anew takes the square of their number."""
    outcome = read_notes([file("## The bend {#the-bend-3}\n\nA.\n" + "## The bend\n\nB.\n" * 9000)])
    assert outcome.diagnostics == ()
    assert [each.id for each in outcome.value[:4]] == ["the-bend-3", "the-bend", "the-bend-2", "the-bend-4"]
    assert len({each.id for each in outcome.value}) == 9001
