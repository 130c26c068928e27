"""No regular expression of the generator goes back and forth without end, whatever it is given: counted in steps."""

from __future__ import annotations

import pkgutil
import re
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice

import pytest

import generator
from generator.dates.finding.grammar import compile_grammar
from generator.dates.finding.languages import SPEECHES
from tests.backtracking import Matcher, TooMany, hostile

SHORT, LONG = 50, 100
"""How often what may be repeated is."""
SQUARE = 4.3
"""Twice the text may cost four times the steps: an expression is tried with lines and paragraphs, not with books."""
TEXTS = 60
"""Hostile texts that are tried for each."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                yield from ((f"{module.name}.{name}", each) for each in _within(value) if isinstance(each.pattern, str))
    yield from ((f"dates in {language}", compile_grammar(speech).pattern) for language, speech in SPEECHES.items())


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _within(each)
    elif isinstance(value, dict):
        yield from _within(list(value.values()))


PATTERNS = {(each.pattern, each.flags): name for name, each in _patterns()}


def growth(matcher: Matcher) -> float:
    """By how much the steps grow at most where the text is twice as long."""
    worst = 0.0
    for short, long in islice(zip(hostile(matcher, SHORT), hostile(matcher, LONG), strict=True), TEXTS):
        before = matcher.count(short)
        worst = max(worst, matcher.count(long) / before if before > 200 else 0.0)
    return worst


def deeply(work: Callable[[], None]) -> None:
    """Runs something that calls itself very often."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(256 * 1024 * 1024)
    sys.setrecursionlimit(200_000)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)
    if failed:
        raise failed[0]


def test_all_are_found() -> None:
    assert len(PATTERNS) > 140


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS, ids=PATTERNS.values())
def test_twice_the_text_is_at_most_four_times_the_steps(pattern: str, flags: int) -> None:
    def look() -> None:
        assert growth(Matcher(pattern, flags)) <= SQUARE

    deeply(look)


@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"(?:a|a)*b", r"(?:\w+\s?)*!", r"a*a*a*a*b", r"(?:x\d*)*\d*\d*\d*$y"])
def test_an_expression_that_does_so_is_noticed(pattern: str) -> None:
    def look() -> None:
        with pytest.raises((TooMany, AssertionError)):
            assert growth(Matcher(pattern, 0)) <= SQUARE

    deeply(look)


@pytest.mark.parametrize(
    ("pattern", "text"), [(r"a+b", "aaa"), (r"(?>a+)b", "aaab"), (r"[^x]*?y", "aay"), (r"(?i)É[a-z]{2,}", "éab")]
)
def test_a_matcher_counts(pattern: str, text: str) -> None:
    assert 2 <= Matcher(pattern, re.compile(pattern).flags).count(text) < 20
