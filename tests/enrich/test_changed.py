"""One number, one name, one "not": a quote in which it changes is never taken for the same, nor accepted unseen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.diagnostics import Place
from generator.document import document
from generator.enrich.fates import fate_of
from generator.enrich.passage import Passages, passages
from generator.enrich.quotes import written
from generator.enrich.relocation import remember
from generator.mending.command import Question, by_itself
from generator.mending.difference import is_grave
from generator.model import Cleaned, Judgement, Locked, Metadata, Role, Selector

FIXTURE = Path(__file__).parent / "changed.txt"
_PAIR = re.compile(r"(?P<language>\w+) (?P<kind>\w+) (?P<head>.*)\[(?P<old>.*)→(?P<new>.*)\](?P<tail>.*)")
BEFORE = "A paragraph that stands before it and is the same in both captures, to the last letter."
AFTER = "What follows is the same as well, so that everything around the words speaks for them."


@dataclass(frozen=True)
class Pair:
    """A sentence before and after its change."""

    language: str
    kind: str
    old: str
    new: str


def _pairs() -> list[Pair]:
    found = [_PAIR.fullmatch(line) for line in FIXTURE.read_text("utf-8").splitlines()]
    assert all(found)
    return [
        Pair(each["language"], each["kind"], *(each["head"] + each[part] + each["tail"] for part in ("old", "new")))
        for each in found
        if each
    ]


PAIRS = _pairs()


def test_there_are_a_hundred_pairs_in_many_languages() -> None:
    assert len(PAIRS) >= 100
    assert len({each.language for each in PAIRS}) >= 12


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.language} {pair.new[:40]}")
def test_a_change_that_may_turn_the_sense_is_never_silent(pair: Pair) -> None:
    old, new = _text(pair.old), _text(pair.new)
    start = old.joined.index(pair.old)
    selector = Selector(pair.old, "", "", Place("notes.md", 1))
    locked = Locked(written(selector), remember(old.joined, start, start + len(pair.old)))
    assert fate_of("note:a", selector, locked, old).name == "kept"
    fate = fate_of("note:a", selector, locked, new)
    assert fate.name in ("changed", "lost")
    if fate.now:
        assert is_grave(fate.was.words, fate.now.words)
        assert by_itself(Question("walk", fate, is_grave(fate.was.words, fate.now.words), 1, 1)) != "y"


def test_most_of_them_are_found_and_shown() -> None:
    fates = []
    for pair in PAIRS:
        old, new = _text(pair.old), _text(pair.new)
        start = old.joined.index(pair.old)
        selector = Selector(pair.old, "", "", Place("notes.md", 1))
        locked = Locked(written(selector), remember(old.joined, start, start + len(pair.old)))
        fates.append(fate_of("note:a", selector, locked, new).name)
    assert fates.count("changed") >= 0.95 * len(fates)


def _text(sentence: str) -> Passages:
    lines = [
        Judgement(number, each, Role.PARAGRAPH, "test") for number, each in enumerate((BEFORE, sentence, AFTER), 1)
    ]
    return passages(document(Cleaned(tuple(lines), (), Metadata())))
