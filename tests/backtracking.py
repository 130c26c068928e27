"""How many steps a backtracking matcher takes for a regular expression, counted and not timed.

It goes the ways that Python's own goes, over the same parsed expression, and gives up where there are too many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST = 400_000
Node = tuple[Any, Any]
Goes = Callable[[int], bool]
_CATEGORIES = {
    code.CATEGORY_DIGIT: re.compile(r"\d"),
    code.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    code.CATEGORY_SPACE: re.compile(r"\s"),
    code.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    code.CATEGORY_WORD: re.compile(r"\w"),
    code.CATEGORY_NOT_WORD: re.compile(r"\W"),
}
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_SAMPLES = "a0 -Za.,;:'\"<>/=_é水\n\t#@"


class TooMany(Exception):  # noqa: N818
    """More steps than anybody would wait for."""


class Matcher:
    """Matches one expression at the beginning of texts, and counts."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.tree = list(parser.parse(pattern, flags & ~re.DEBUG))
        self.fold = bool(flags & re.IGNORECASE)
        self.dot = bool(flags & re.DOTALL)
        self.steps = 0
        self.text = ""

    def count(self, text: str) -> int:
        """The steps that it takes to find out whether the text begins with the expression. Raises TooMany."""
        self.steps, self.text = 0, text
        self._all(self.tree, 0, 0, lambda _: True)
        return self.steps

    def _all(self, nodes: Sequence[Node], index: int, at: int, then: Goes) -> bool:
        if index == len(nodes):
            return then(at)
        return self._one(nodes[index], at, lambda end: self._all(nodes, index + 1, end, then))

    def _one(self, node: Node, at: int, then: Goes) -> bool:
        self.steps += 1
        if self.steps > MOST:
            raise TooMany
        kind, value = node
        if kind is code.BRANCH:
            return any(self._all(branch, 0, at, then) for branch in value[1])
        if kind is code.SUBPATTERN:
            return self._all(value[3], 0, at, then)
        if kind is code.ATOMIC_GROUP:
            end = self._first(value, at)
            return end is not None and then(end)
        if kind in _REPEATS:
            return self._repeat(kind, value, at, then)
        if kind in (code.ASSERT, code.ASSERT_NOT):
            # Looking back is short here; what lies ahead is looked at in full.
            found = value[0] < 0 or self._first(value[1], at) is not None
            return (value[0] < 0 or found == (kind is code.ASSERT)) and then(at)
        if kind in (code.AT, code.GROUPREF, code.GROUPREF_EXISTS):
            return (kind is not code.AT or value is not code.AT_END_STRING or at == len(self.text)) and then(at)
        return at < len(self.text) and self.takes(node, self.text[at]) and then(at + 1)

    def _first(self, nodes: Sequence[Node], at: int) -> int | None:
        ends: list[int] = []
        return ends[0] if self._all(nodes, 0, at, lambda end: not ends.append(end)) else None  # type: ignore[func-returns-value]

    def _repeat(self, kind: Any, value: Any, at: int, then: Goes) -> bool:  # noqa: ANN401 - of the parser
        low, high, body = value
        if len(body) == 1 and body[0][0] in (code.IN, code.LITERAL, code.ANY, code.NOT_LITERAL):
            return self._row(kind, low, high, body[0], at, then)
        if kind is code.POSSESSIVE_REPEAT:
            return self._possessed(low, high, body, at, then)

        def more(done: int, here: int) -> bool:
            def once(end: int) -> bool:
                return (end > here or done < low) and more(done + 1, end)

            if done < low:
                return self._all(body, 0, here, once)
            if kind is code.MIN_REPEAT:
                return then(here) or (done < high and self._all(body, 0, here, once))
            return (done < high and self._all(body, 0, here, once)) or then(here)

        return more(0, at)

    def _possessed(self, low: int, high: int, body: Sequence[Node], at: int, then: Goes) -> bool:
        """A group as often as it stands there, and never back."""
        done = 0
        while done < high and (end := self._first(body, at)) is not None and end > at:
            at, done = end, done + 1
        return done >= low and then(at)

    def _row(self, kind: Any, low: int, high: int, node: Node, at: int, then: Goes) -> bool:  # noqa: ANN401
        """A row of single letters, as Python takes it: all at once, and then back one by one."""
        end = at
        while end < len(self.text) and end - at < high and self.takes(node, self.text[end]):
            end += 1
        self.steps += end - at
        ends = range(at + low, end + 1) if kind is code.MIN_REPEAT else range(end, at + low - 1, -1)
        tries = list(ends)[:1] if kind is code.POSSESSIVE_REPEAT else ends
        for each in tries:
            self.steps += 1
            if then(each):
                return True
        return False

    def takes(self, node: Node, letter: str) -> bool:
        """Whether a node for one letter stands for this one."""
        kind, value = node
        if kind is code.ANY:
            return self.dot or letter != "\n"
        if kind is code.IN:
            rest = [each for each in value if each[0] is not code.NEGATE]
            return (len(rest) == len(value)) == any(self.takes(each, letter) for each in rest)
        if kind is code.CATEGORY:
            return bool(_CATEGORIES[value].match(letter))
        letters = {letter, letter.lower(), letter.upper()} if self.fold else {letter}
        if kind is code.RANGE:
            return any(len(each) == 1 and value[0] <= ord(each) <= value[1] for each in letters)
        return (kind is code.LITERAL) == (value in {ord(each) for each in letters if len(each) == 1})


def hostile(matcher: Matcher, times: int) -> Iterator[str]:
    """Texts that begin as the expression does, go on with what may be repeated, and end with what fits nowhere."""
    seen: set[tuple[str, str]] = set()
    for before, body in _loops(matcher, matcher.tree, ""):
        if (before, body) not in seen and body:
            seen.add((before, body))
            yield before + body * times + "\x01"


def _loops(matcher: Matcher, nodes: Sequence[Node], before: str) -> Iterator[tuple[str, str]]:
    for kind, value in nodes:
        if kind in _REPEATS:
            yield from ((before, each) for each in _samples(matcher, value[2])) if value[1] > 9 else ()
            yield from _loops(matcher, value[2], before)
        for inner in _inner(kind, value):
            yield from _loops(matcher, inner, before)
        before += next(iter(_samples(matcher, [(kind, value)])), "")


def _samples(matcher: Matcher, nodes: Sequence[Node]) -> list[str]:
    """A few texts for which an expression stands."""
    found = [""]
    for kind, value in nodes:
        parts = [""]
        if kind in _REPEATS:
            parts = [each * max(1, value[0]) for each in _samples(matcher, value[2])]
        elif kind in (code.BRANCH, code.SUBPATTERN, code.ATOMIC_GROUP):
            parts = [each for inner in _inner(kind, value) for each in _samples(matcher, inner)][:3]
        elif kind is code.LITERAL:
            parts = [chr(value)]
        elif kind in (code.IN, code.ANY, code.NOT_LITERAL):
            listed = [chr(each[1]) for each in value if each[0] is code.LITERAL] if kind is code.IN else []
            listed += [chr(each[1][0]) for each in value if each[0] is code.RANGE] if kind is code.IN else []
            parts = [each for each in (*_SAMPLES, *listed) if matcher.takes((kind, value), each)][:3]
        found = [one + other for one in found for other in parts or [""]][:4]
    return found


def _inner(kind: Any, value: Any) -> list[list[Node]]:  # noqa: ANN401 - of the parser
    if kind is code.BRANCH:
        return [list(each) for each in value[1]]
    if kind is code.SUBPATTERN:
        return [list(value[3])]
    if kind is code.ATOMIC_GROUP:
        return [list(value)]
    return [list(value[1])] if kind in (code.ASSERT, code.ASSERT_NOT) and value[0] > 0 else []


@lru_cache(maxsize=4096)
def matcher_of(pattern: str, flags: int) -> Matcher:
    """The matcher of an expression."""
    return Matcher(pattern, flags)
