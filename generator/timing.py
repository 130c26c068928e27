"""Where the time of a build goes, by stage; in worker processes too, whose share comes back with their results."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_spent: dict[str, float] = {}


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Counts the seconds that pass meanwhile for a stage; of a stage inside of another, for both."""
    begun = time.perf_counter()
    try:
        yield
    finally:
        _spent[name] = _spent.get(name, 0.0) + time.perf_counter() - begun


def take() -> dict[str, float]:
    """The seconds of each stage since this was last asked."""
    taken = dict(_spent)
    _spent.clear()
    return taken


def add(spent: Mapping[str, float]) -> None:
    """Counts what another process has spent."""
    for name, seconds in spent.items():
        _spent[name] = _spent.get(name, 0.0) + seconds
