"""Lines that make one piece of text together."""

from __future__ import annotations

from generator.clean.units import units
from tests.clean.test_roles import captured

WRAPPED = """\
The miller had three daughters, and the third of them could not
sit still. While her sisters span and sewed by the window she was
in the meadow, or on the roof, or up to her knees in the millrace,
and no scolding ever reached her there.

Their father said nothing. He had heard the stones stop, and he
went down to see what was the matter with them, for in all those
years they had never stopped before the evening bell was rung in
the village.
"""


def joined(source: str) -> list[str]:
    return [unit.text for unit in units(captured(source.encode()).lines)]


def test_a_paragraph_wrapped_by_hand_is_one() -> None:
    assert [text[:10] for text in joined(WRAPPED)] == ["The miller", "Their fath"]


def test_a_sentence_split_at_its_links_is_one() -> None:
    lines = (
        "For the first time the town of\nAltmere\nhas counted the swans on its lake, says the\nBird Trust\n, which\n"
    )
    assert joined(lines + "paid for it.") == [
        "For the first time the town of Altmere has counted the swans on its lake, says the Bird Trust , which "
        "paid for it."
    ]


def test_finished_lines_stay_apart() -> None:
    lines = ["The first is a sentence.", "The second is one too.", "A Heading of Four Words", "And a third sentence."]
    assert joined("\n".join(lines)) == lines


def test_verse_stays_verse() -> None:
    lines = [
        "The ferry goes out in the morning,",
        "The ferry comes back at night.",
        "And nobody knows what the ferryman",
    ]
    assert len(joined("\n".join(lines))) == 3


def test_items_of_a_list_stay_apart() -> None:
    assert len(joined("• a kitchen scale\n• a thermometer\n- patience\n1. flour\n2) water")) == 5


def test_an_empty_line_always_parts() -> None:
    assert joined("a sentence that breaks off in the\n\nmiddle of it") == [
        "a sentence that breaks off in the",
        "middle of it",
    ]
