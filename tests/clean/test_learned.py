"""What was learned of pages: a row of numbers for each line, trees that add up, and a reason for each line left out."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import by_rules, clean
from generator.clean.learned import FEATURES, GROUPS, REASONS, Forest, Kind, Node, forest, rows, second_opinion
from generator.clean.page import Page
from generator.clean.units import units
from generator.model import Cleaned, Line, Metadata, Role, Seed
from tests.capture.test_decoding import seed_of

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
    made = _rows(page, range(len(page.units))) if page.units else []
    assert len(made) == len(page.units)
    assert all(len(row) == len(FEATURES["dump"]) and all(map(math.isfinite, row)) for row in made)


@given(st.lists(_LINES, max_size=30))
def test_each_line_of_a_saved_page_has_more_of_them(lines: list[str]) -> None:
    written = "".join(f"<p class='body'>{words} <a href='/'>{words[:9]}</a></p>" for words in lines)
    seed = seed_of(f"<html><body><article>{written}</article></body></html>".encode(), "a.html") if any(lines) else None
    page = Page(units(seed.lines), Metadata(), {}, range(3)) if seed else _page([])
    made = _rows(page, range(len(page.units))) if page.units else []
    assert all(len(row) == len(FEATURES["saved"]) == len(GROUPS) and all(map(math.isfinite, row)) for row in made)


def _rows(page: Page, wanted: Sequence[int]) -> list[list[float]]:
    return rows(page, [index % 2 == 0 for index in range(len(page.units))], wanted)


@given(st.lists(_LINES, min_size=1, max_size=30))
def test_what_is_asked_does_not_change_what_is_said(lines: list[str]) -> None:
    page = _page(lines)
    if page.units:
        every = _rows(page, range(len(page.units)))
        assert [_rows(page, [index])[0] for index in range(len(page.units))] == every


def test_trees_add_up_and_name_what_spoke_against() -> None:
    names = FEATURES["dump"]
    first = Node(names.index("ended"), 0.5, -2.0, 1.0, 0.0)
    second = Node(names.index("text before"), 0.5, 0.5, -0.5, 0.0)
    row = [0.0] * len(names)
    trees = Forest((first, second))
    assert trees.chance(row) == pytest.approx(1 / (1 + math.exp(1.5)))
    assert trees.against(row) == "form"


@pytest.mark.parametrize("kind", FEATURES)
def test_the_model_is_small_and_asks_for_these_features(kind: Kind) -> None:
    waiting = list(forest(kind).trees)
    features: list[int] = []
    while waiting:
        node = waiting.pop()
        if not isinstance(node, float):
            features.append(node.feature)
            waiting += node.below, node.above
    assert 0 < len(features) < 2000
    assert max(features) < len(FEATURES[kind])


def test_trees_are_asked_until_they_are_sure() -> None:
    sure = Node(0, 0.5, -0.2, 0.2, 0.0)
    assert Forest((sure,) * 200).chance([1.0]) == pytest.approx(1 / (1 + math.exp(-0.2 * 20)))
    doubted = Node(0, 0.5, -0.01, 0.01, 0.0)
    assert Forest((doubted,) * 200).chance([0.0]) == pytest.approx(1 / (1 + math.exp(2)))


def _page_with(*below: str) -> Cleaned:
    text = [TEXT.format(number) for number in range(20)]
    lines = ["Home", "News", "A Walk to the Mill", "By Ada Writer", *text, *below]
    cleaned = clean(Seed("a.txt", "seeds/a.txt", tuple(Line(n, words) for n, words in enumerate(lines, 1)), "0" * 64))
    assert set(text) <= {line.text for line in cleaned.value.kept}
    return cleaned.value


def test_comments_without_a_heading_are_left_out_and_the_text_is_kept() -> None:
    comment = ("Reader {}", "3 days ago", "I have been there, and it is as they say.", "Reply")
    comments = [line.format(number) for number in range(12) for line in comment]
    last = "The river does not ask who has gone, and the village has learned to sleep without the sound of it."
    assert not set(comments) & {line.text for line in _page_with(*comments, last).kept}


def test_teasers_without_a_heading_are_left_out_with_a_reason() -> None:
    teaser = ("Ten Rivers Nobody Knows, Part {}", "Nobody has seen where it rises, and nobody will...", "Read more")
    teasers = [line.format(number) for number in range(12) for line in teaser]
    cleaned = _page_with(*teasers)
    assert set(teasers) & {line.text for line in cleaned.kept} <= {teasers[0]}, "it looks like a heading"
    assert {line.rule for line in cleaned.cuts} & set(REASONS.values())


def test_every_reason_belongs_to_a_group() -> None:
    assert set(REASONS) == set(GROUPS)


def test_a_text_alone_is_never_judged_by_what_pages_are_like() -> None:
    lines = tuple(Line(number, f"Verse {number} of a song, without an end") for number in range(1, 40))
    cleaned = clean(Seed("song.txt", "seeds/song.txt", lines, "0" * 64)).value
    assert not {line.rule for line in cleaned.cuts} & set(REASONS.values())


TEXT = "The mill stands where the river bends, and in the year {} it stood there as well, as they say."
LAST = "Its wheel was sold to a museum."


def test_text_of_a_saved_page_is_taken_back_from_a_rule_that_cut_it_for_its_place() -> None:
    text = "".join(f"<p>{TEXT.format(number)}</p>" for number in range(30))
    table = "".join(f"<tr><td>{number} stones</td></tr>" for number in range(12))
    stated = json.dumps({"@type": "NewsArticle", "articleBody": " ".join((*map(TEXT.format, range(30)), LAST))})
    head = f"<head><script type='application/ld+json'>{stated}</script></head>"
    page = f"<html>{head}<body><article>{text}<table>{table}</table><p>{LAST}</p></article></body></html>"
    seed = seed_of(page.encode(), "a.html")
    judged = by_rules(units(seed.lines), seed.metadata)[1]
    assert not judged[len(judged) - 1][0].kept
    assert LAST in {line.text for line in clean(seed).value.kept}


@pytest.mark.parametrize("kind", FEATURES)
def test_what_the_rules_cut_for_what_it_says_stays_cut(kind: Kind) -> None:
    page = _page(["The mill stands where the river bends, and it has stood there for long."] * 12)
    every = [Role.DUPLICATE] * len(page.units)
    assert second_opinion(page, every).taken_back == frozenset(), kind
