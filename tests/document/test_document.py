"""Kept lines become blocks with ids from their own words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.document import document
from generator.model import Cleaned, Judgement, Metadata, Role

KEPT = [role for role in Role if role.kept]


def cleaned(*lines: tuple[str, Role], continues: frozenset[int] = frozenset(), levels: tuple[int, ...] = ()) -> Cleaned:
    """Some kept lines; those in `continues` go on with the block before."""
    kept = tuple(
        Judgement(number, words, role, "a rule", levels[number - 1] if levels else 0, number in continues)
        for number, (words, role) in enumerate(lines, 1)
    )
    return Cleaned(kept, (), Metadata())


def test_lines_that_go_on_make_one_block() -> None:
    lines = cleaned(
        ("The mill ", Role.PARAGRAPH),
        (" stands.", Role.PARAGRAPH),
        ("Still.", Role.PARAGRAPH),
        continues=frozenset({2}),
    )
    assert [(block.text, block.lines) for block in document(lines).blocks] == [
        ("The mill stands.", (1, 2)),
        ("Still.", (3,)),
    ]


def test_the_signs_of_a_list_and_of_a_quotation_are_no_text() -> None:
    lines = cleaned(
        ("• a wheel", Role.LIST_ITEM),
        ("  2. two stones", Role.LIST_ITEM),
        ("(3) a race", Role.LIST_ITEM),
        ("> We heard", Role.QUOTATION),
        (">it stop.", Role.QUOTATION),
        ("- not a list", Role.PARAGRAPH),
        continues=frozenset({5}),
    )
    assert [block.text for block in document(lines).blocks] == [
        "a wheel",
        "two stones",
        "a race",
        "We heard it stop.",
        "- not a list",
    ]


def test_a_block_without_words_is_left_out() -> None:
    assert document(cleaned(("\u200b \u00ad", Role.PARAGRAPH), (">", Role.QUOTATION))).blocks == ()


def test_an_id_is_made_of_the_first_words_and_a_digest() -> None:
    (block,) = document(cleaned(("DUSHANBE -- With Islamic State (IS) fighters on the verge", Role.PARAGRAPH))).blocks
    assert re.fullmatch(r"p-dushanbe-with-islamic-state-is-[0-9a-f]{4}", block.id)


def test_twins_are_told_apart_by_their_order() -> None:
    one, two = document(cleaned(("Yes.", Role.PARAGRAPH), ("Yes.", Role.PARAGRAPH))).blocks
    assert two.id == f"{one.id}-2"


def test_headings_begin_at_the_second_level_and_skip_none() -> None:
    lines = cleaned(*((word, Role.HEADING) for word in "abcdef"), levels=(1, 3, 3, 1, 2, 6))
    assert [block.level for block in document(lines).blocks] == [2, 3, 3, 2, 3, 4]


LINES = st.lists(st.tuples(st.text(max_size=40), st.sampled_from(KEPT)), max_size=12)


@given(LINES)
def test_blocks_are_tidy_and_their_ids_unique(lines: list[tuple[str, Role]]) -> None:
    blocks = document(cleaned(*lines)).blocks
    assert len({block.id for block in blocks}) == len(blocks)
    assert all(block.text == text.tidy(block.text) != "" for block in blocks)
    assert all(block.id.startswith("p-") and not re.search(r"\s", block.id) for block in blocks)


@given(LINES, LINES, st.text(max_size=40), st.text(max_size=40))
def test_an_id_stays_when_another_block_changes(
    before: list[tuple[str, Role]], after: list[tuple[str, Role]], old: str, new: str
) -> None:
    def ids(changing: str) -> set[str]:
        lines = cleaned(*before, (changing, Role.PARAGRAPH), *after)
        own = text.tidy(changing)
        return {block.id for block in document(lines).blocks if block.text not in (own, text.tidy(old), text.tidy(new))}

    assert ids(old) == ids(new)
