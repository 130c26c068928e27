"""The map step for many readings: here, over the machine's cores, or over any executor, with the same result."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar
from warnings import warn

from generator import timing

Item = TypeVar("Item")
Result = TypeVar("Result")

_BATCH = 8
"""So many items are sent at once: what they share, such as a theme, is sent with each batch."""
_WORTH_IT = 24
"""Items from which on a second process has paid for its start."""


def mapped(make: Callable[[Item], Result], items: Sequence[Item], workers: Executor | None = None) -> Iterator[Result]:
    """What `make` gives for each item, in order, as soon as it is there.

    `workers` is whatever has the interface of `concurrent.futures`; `make`, the items and the results must be such that
    they can be sent. Whatever befalls the workers, what they have not made is made here.
    """
    done = 0
    if workers is not None:
        batches = [items[first : first + _BATCH] for first in range(0, len(items), _BATCH)]
        try:
            for results, spent in workers.map(_each, [make] * len(batches), batches):
                timing.add(spent)
                for result in results:
                    yield result
                    done += 1
        # Every kind of executor has errors of its own; a fault of ours comes to light when it is made here.
        except Exception as error:
            warn(f"The workers are lost ({type(error).__name__}); the rest is made here.", stacklevel=2)
    for item in items[done:]:
        yield make(item)


def jobs_for(count: int) -> int:
    """How many processes help to make so many readings on this machine."""
    return 1 if count < _WORTH_IT else min(_cores(), count // (_WORTH_IT // 2))


@contextmanager
def processes(jobs: int) -> Iterator[Executor | None]:
    """Workers on this machine; none where one process is to do it all."""
    if jobs < 2:
        yield None
        return
    with ProcessPoolExecutor(jobs) as workers:
        yield workers


def _each(make: Callable[[Item], Result], items: Sequence[Item]) -> tuple[list[Result], dict[str, float]]:
    """The results of a batch, and where its time went."""
    timing.take()
    return [make(item) for item in items], timing.take()


def _cores() -> int:
    """Those that this process may use, which in a container are fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
