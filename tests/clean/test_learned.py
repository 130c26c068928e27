"""What was learned of pages: a row of numbers for each line, trees that add up, and a reason for each line left out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import clean
from generator.clean.learned import GROUPS, NAMES, Forest, forest, rows
from generator.clean.page import Page
from generator.clean.rules.learned import REASONS
from generator.clean.units import units
from generator.model import Line, Metadata, Role, Seed

_LINES = st.sampled_from(
    [
        "The mill stands where the river bends, and it has stood there since the first stone was laid, they say.",
        "Read more …",
        "Ada says:",
        "March 3, 2019 at 10:47",
        "他们说磨坊建在河边。",
        "Ten things that nobody told you about rivers",
        "",
        "• an item of a list, with a comma",
        "Share",
    ]
)


def _page(lines: list[str]) -> Page:
    made = units([Line(number, words) for number, words in enumerate(lines, 1)])
    return Page(made, Metadata(), {0: Role.NAVIGATION} if made else {}, range(len(made)))


@given(st.lists(_LINES, max_size=30))
def test_each_line_has_a_number_for_each_feature(lines: list[str]) -> None:
    page = _page(lines)
    made = rows(page, range(len(page.units))) if page.units else []
    assert len(made) == len(page.units)
    assert all(len(row) == len(NAMES) == len(GROUPS) and all(map(math.isfinite, row)) for row in made)


@given(st.lists(_LINES, min_size=1, max_size=30))
def test_what_is_asked_does_not_change_what_is_said(lines: list[str]) -> None:
    page = _page(lines)
    if page.units:
        every = rows(page, range(len(page.units)))
        assert [rows(page, [index])[0] for index in range(len(page.units))] == every


def test_trees_add_up_and_name_what_spoke_against() -> None:
    first = ((NAMES.index("ended"), 0.5, 1, 2, 0.0), (-1, 0.0, 0, 0, -2.0), (-1, 0.0, 0, 0, 1.0))
    second = ((NAMES.index("text before"), 0.5, 1, 2, 0.0), (-1, 0.0, 0, 0, 0.5), (-1, 0.0, 0, 0, -0.5))
    row = [0.0] * len(NAMES)
    said = Forest((first, second)).ask(row)
    assert said.chance == pytest.approx(1 / (1 + math.exp(1.5)))
    assert said.group == "form"


def test_the_model_is_small_and_asks_for_these_features() -> None:
    trees = forest().trees
    assert 0 < sum(map(len, trees)) < 3000
    assert all(node[0] < len(NAMES) for tree in trees for node in tree)


def test_comments_without_a_heading_are_left_out_and_the_text_is_kept() -> None:
    text = [
        f"The mill stands where the river bends, and in the year {n} it stood there as well, they say."
        for n in range(9)
    ]
    comment = ("Reader {}", "3 days ago", "I have been there, and it is as they say.", "Reply")
    comments = [line.format(number) for number in range(12) for line in comment]
    last = "The river does not ask who has gone, and the village has learned to sleep without the sound of it."
    lines = ["Home", "News", "A Walk to the Mill", "By Ada Writer", *text, *comments, last]
    seed = Seed("a.txt", "seeds/a.txt", tuple(Line(n, words) for n, words in enumerate(lines, 1)), "0" * 64)
    cleaned = clean(seed).value
    kept = {line.text for line in cleaned.kept}
    assert set(text) <= kept
    assert set(comments) & kept <= {"Reader 0"}, "the first name, right under the text, looks like a signature of it"
    assert {line.rule for line in cleaned.cuts} & set(REASONS.values())


def test_every_reason_belongs_to_a_group() -> None:
    assert set(REASONS) == set(GROUPS)


def test_a_text_alone_is_never_judged_by_what_pages_are_like() -> None:
    lines = tuple(Line(number, f"Verse {number} of a song, without an end") for number in range(1, 40))
    cleaned = clean(Seed("song.txt", "seeds/song.txt", lines, "0" * 64)).value
    assert not {line.rule for line in cleaned.cuts} & set(REASONS.values())
