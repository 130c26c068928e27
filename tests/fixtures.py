"""Test cases as text: what goes in and what comes out, side by side, without code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One case of a fixture file."""

    title: str
    given: str
    expected: str


def cases(name: str) -> pytest.MarkDecorator:
    """Parametrizes a test by a fixture file's cases: a title, a line `.`, the input, `.`, what is expected, `.`."""
    found = list(_read((TESTS / name).read_text("utf-8")))
    return pytest.mark.parametrize("case", found, ids=[each.title for each in found])


def _read(source: str) -> Iterator[Case]:
    parts = source.split("\n.\n")
    for title, given, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
        yield Case(title.strip().splitlines()[-1], given, expected)
