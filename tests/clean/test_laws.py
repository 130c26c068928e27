"""What holds for every seed, however odd: each line is judged once, nothing is raised, nothing is changed."""

from __future__ import annotations

from hypothesis import given, settings
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


@settings(deadline=None)
@given(SEEDS)
def test_every_line_is_kept_or_cut_exactly_once_and_as_it_was(rows: list[tuple[str, Role | None, int]]) -> None:
    seed = made_of(rows)
    cleaned = clean(seed).value
    assert [(line.number, line.text) for line in cleaned.lines] == [(line.number, line.text) for line in seed.lines]
    assert all(line.role.kept for line in cleaned.kept)
    assert all(isinstance(line, Cut) and not line.role.kept for line in cleaned.cuts)


@settings(deadline=None)
@given(SEEDS)
def test_what_goes_on_with_a_block_has_the_role_of_its_first_line(rows: list[tuple[str, Role | None, int]]) -> None:
    role = None
    for line in clean(made_of(rows)).value.kept:
        assert not line.continues or line.role is role
        role = line.role


@settings(deadline=None)
@given(st.lists(st.sampled_from(REAL), max_size=30))
def test_a_seed_made_of_real_lines_keeps_its_prose_or_says_why(lines: list[str]) -> None:
    rows: list[tuple[str, Role | None, int]] = [(words, None, 0) for words in lines]
    cleaned = clean(made_of(rows)).value
    assert all(cut.rule and cut.role is not Role.BLANK for cut in cleaned.cuts if cut.text.strip())
