"""Plain text becomes numbered lines, exactly as captured."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.capture import MOST_LETTERS, MOST_LINES, capture
from generator.model import SourceFile
from tests.capture.test_decoding import seed_of


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"])
def test_any_line_end_ends_a_line_and_the_last_adds_none(end: str) -> None:
    seed = seed_of(end.join(["one", "", "two", ""]).encode())
    assert [(line.number, line.text) for line in seed.lines] == [(1, "one"), (2, ""), (3, "two")]


@pytest.mark.parametrize("space", ["\f", "\v", "\x1c", "\t", "\u00a0", "\u200b"])
def test_white_space_within_a_line_does_not_end_it(space: str) -> None:
    assert [line.text for line in seed_of(f"one{space}two".encode()).lines] == [f"one{space}two"]


def test_spaces_and_decomposed_letters_stay_as_they_are() -> None:
    assert [line.text for line in seed_of("  cafe\u0301  \n".encode()).lines] == ["  cafe\u0301  "]


def test_a_seed_knows_its_name_and_the_digest_of_its_bytes() -> None:
    seed = seed_of(b"one\r\n", "seeds/walk.txt")
    assert (seed.id, seed.path) == ("walk.txt", "seeds/walk.txt")
    assert seed.sha256 == hashlib.sha256(b"one\r\n").hexdigest()


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html"]))
def test_any_bytes_give_a_seed_or_say_why_not(data: bytes, path: str) -> None:
    outcome = capture(SourceFile(path, data))
    assert (outcome.value is None) == outcome.failed
    if outcome.value:
        assert [line.number for line in outcome.value.lines] == list(range(1, len(outcome.value.lines) + 1))


@settings(deadline=None)
@given(
    st.lists(st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1), min_size=1, max_size=8)
)
def test_lines_joined_by_line_feeds_are_the_text(lines: list[str]) -> None:
    outcome = capture(SourceFile("a.txt", b"\xef\xbb\xbf" + "\n".join(["x", *lines]).encode()))
    assert outcome.value is not None
    assert [line.text for line in outcome.value.lines] == ["x", *lines]


def test_lines_without_end_are_told() -> None:
    source = "The mill stands where the river bends.\n" + "\n" * MOST_LINES
    outcome = capture(SourceFile("seeds/a.txt", source.encode()))
    assert (outcome.value, [each.code for each in outcome.diagnostics]) == (None, ["file-too-big"])
    assert capture(SourceFile("seeds/a.txt", source[:-1].encode())).value


@pytest.mark.parametrize(("kind", "source"), [("txt", "{}\n"), ("html", "<!doctype html><p>{}</p>")])
def test_a_line_without_end_is_told(kind: str, source: str) -> None:
    for more, code in ((0, []), (1, ["file-too-big"])):
        words = "a" * (MOST_LETTERS + more)
        outcome = capture(SourceFile(f"seeds/a.{kind}", source.format(words).encode()))
        assert [each.code for each in outcome.diagnostics] == code
