"""What a theme's templates may put together: so much a page and no more, since a stranger's might fill any memory."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Mapping, Sized
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import NoneType
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup

MOST = 200_000_000
"""Letters of all texts that a page puts together; doubled again and again, one fills any memory."""
ITEM = 8
"""Letters that an item of a list is counted for."""
STEP = 10
"""Letters that a round of a loop, a call or an included template is counted for."""
GROWTH = 12
"""So many letters may become of one that is escaped or written out."""
_BITS = 256
"""Of a whole number; multiplied by itself again and again, one fills any memory."""
_FORMAT = 1000
"""Letters of a number in a format, or of a text that is filled up there."""
_SHORT = 200
"""Letters of a format that is remembered."""
_PLAIN = frozenset({str, Markup, int, bool, float, NoneType})
_WIDTH = re.compile(r"[#0\- +]*(?:\d{4}|\*|\d*\.(?:\d{4}|\*))")


class Budget:
    """What one page has put together so far. All of it raises SecurityError where that is more than it may."""

    def __init__(self) -> None:
        self.made = 0

    def check(self, size: int) -> None:
        """Whether so much could still be made."""
        if self.made + size > MOST:
            raise SecurityError(f"what one page puts together may have {MOST} letters, its loops and calls included")

    def spend(self, size: int) -> None:
        """So much is made."""
        self.made += size
        if self.made > MOST:
            self.check(0)

    def spent(self, value: Any) -> Any:  # noqa: ANN401 - whatever a template has made
        """The value, which was made by a template."""
        self.spend(size_of(value))
        return value

    def shown(self, value: Any) -> Any:  # noqa: ANN401 - whatever a template shows
        """The value, which is about to be written out: a text or number, or a list that is not too long for it."""
        if type(value) not in _PLAIN:
            self.spend(GROWTH * _weighed(value, (MOST - self.made) // GROWTH))
        return value

    def part(self, value: Any) -> Any:  # noqa: ANN401 - whatever a template shows
        """The value, which is about to become a part of a text."""
        return self.spent(self.shown(value))

    def concat(self, parts: Iterable[str]) -> str:
        """A page, or a part of one, counted before it is put together."""
        if isinstance(parts, list):
            self.spend(sum(map(len, parts)))
            return "".join(parts)
        return "".join(self._passing(parts))

    def counted(self, values: Any) -> Any:  # noqa: ANN401 - whatever a loop runs over
        """The same values, of which each is counted as a step."""
        if isinstance(values, Sized):
            self.spend(STEP * len(values))
            return values
        return self._steps(values)

    def filled(self, written: str, values: Any) -> Any:  # noqa: ANN401 - whatever a template fills in
        """A format with its values."""
        parts = values.values() if isinstance(values, Mapping) else values if isinstance(values, tuple) else (values,)
        longest = max((size_of(self.shown(each)) for each in parts), default=0)
        self.check(len(written) + fields_of(written) * (GROWTH * longest + _FORMAT))
        return self.spent(written % values)

    def reckoned(self, operator: str, left: Any, right: Any) -> None:  # noqa: ANN401 - Jinja's own
        """Counts what `+`, `-` or `*` will make of two values."""
        if isinstance(left, int) and isinstance(right, int):
            bits = (left.bit_length(), right.bit_length())
            if (sum(bits) if operator == "*" else max(bits)) > _BITS:
                raise SecurityError(f"`{operator}` may make numbers of {_BITS} bits")
        elif operator == "*":
            pairs = ((left, right), (right, left))
            self.spend(sum(size_of(made) * max(0, times) for made, times in pairs if isinstance(times, int)))
        else:
            self.spend(size_of(left) + size_of(right))

    def _passing(self, parts: Iterable[str]) -> Iterator[str]:
        for each in parts:
            try:
                self.spend(len(each))
            except SecurityError as error:
                # Raised where the template stands, so that its line is known.
                if isinstance(parts, Generator):
                    parts.throw(error)
                raise
            yield each

    def _steps(self, values: Iterable[Any]) -> Iterator[Any]:
        for each in values:
            self.spend(STEP)
            yield each


def size_of(value: object) -> int:
    """The letters that a text has, or that a list is counted for."""
    if isinstance(value, (str, bytes)):
        return len(value)
    return ITEM * len(value) if isinstance(value, (list, tuple, dict)) else 0


def fields_of(written: str) -> int:
    """How many values a format has, at most. Raises SecurityError where one would be filled up without measure."""
    return _remembered(written) if len(written) < _SHORT else _fields(written)


def _fields(written: str) -> int:
    for at in (each.end() for each in re.finditer("%", written)):
        if _WIDTH.match(written, _after_key(written, at)):
            raise SecurityError("a format of a thousand characters, or of a width that is a value")
    return written.count("%")


_remembered = lru_cache(maxsize=512)(_fields)


def _after_key(written: str, at: int) -> int:
    """Where a key in brackets ends, which may hold others."""
    depth = 0
    for place in range(at, len(written)):
        depth += {"(": 1, ")": -1}.get(written[place], 0)
        if depth <= 0:
            return place + (written[place] == ")" and place > at)
    return at


def _weighed(value: Any, most: int) -> int:  # noqa: ANN401 - whatever a template shows
    """How long a value is when it is written out; looked at no further than may be."""
    size, waiting = 0, [value]
    while waiting:
        each = waiting.pop()
        size += ITEM + (len(each) if isinstance(each, str) else each.bit_length() if isinstance(each, int) else 0)
        if isinstance(each, (list, tuple, dict)) and size + len(each) + len(waiting) <= most:
            waiting += [*each, *each.values()] if isinstance(each, dict) else each
        elif is_dataclass(each):
            waiting += [getattr(each, field.name) for field in fields(each)]
        elif not isinstance(each, (str, int, float, NoneType, Undefined, list, tuple, dict)):
            raise SecurityError(f"a {type(each).__name__} is nothing that a page can show")
        if size + len(waiting) > most:
            raise SecurityError("what is written out is longer than a page may be")
    return size
