"""What holds for every seed, however odd: each line is judged once, nothing is raised, nothing is changed."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from generator.clean import clean
from generator.clean.vocabulary import BEGINNINGS, ENDINGS, NOTICES, WHOLE, phrases
from generator.model import Cut, Line, Role, Seed
from tests.clean.test_roles import FIXTURES, read_fixture

PHRASES = sorted({phrase for table in (WHOLE, BEGINNINGS, ENDINGS, NOTICES) for phrase in phrases(table)})
REAL = [words for path in FIXTURES for _, words in read_fixture(path)]
HINTS = st.none() | st.sampled_from(Role)
LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(REAL),
    st.sampled_from(PHRASES),
    st.sampled_from(["", " ", "\t", "• ", "> ", "-- ", "1.", "By", "©", "0:00", "“", "***", "\u200b", "．", "1 2 3"]),
)
SEEDS = st.lists(st.tuples(LINES, HINTS, st.integers(0, 6)), max_size=40)


def made_of(rows: list[tuple[str, Role | None, int]]) -> Seed:
    lines = tuple(Line(number, text, hint, level) for number, (text, hint, level) in enumerate(rows, 1))
    return Seed("s.txt", "seeds/s.txt", lines, "")


@given(SEEDS)
def test_every_line_is_kept_or_cut_exactly_once_and_as_it_was(rows: list[tuple[str, Role | None, int]]) -> None:
    seed = made_of(rows)
    cleaned = clean(seed).value
    assert [(line.number, line.text) for line in cleaned.lines] == [(line.number, line.text) for line in seed.lines]
    assert all(line.role.kept for line in cleaned.kept)
    assert all(isinstance(line, Cut) and not line.role.kept for line in cleaned.cuts)


@given(SEEDS)
def test_what_goes_on_with_a_block_has_the_role_of_its_first_line(rows: list[tuple[str, Role | None, int]]) -> None:
    role = None
    for line in clean(made_of(rows)).value.kept:
        assert not line.continues or line.role is role
        role = line.role


@given(st.sampled_from(FIXTURES), st.randoms(use_true_random=False))
def test_the_same_seed_is_judged_the_same_in_any_order_of_work(path: object, chance: random.Random) -> None:
    rows: list[tuple[str, Role | None, int]] = [(words, None, 0) for words in REAL]
    chance.shuffle(rows)
    assert clean(made_of(rows[:30])).value == clean(made_of(rows[:30])).value
