"""The map step for many readings: here, over the machine's cores, or over any executor, with the same result."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from typing import TypeVar
from warnings import warn

from generator import timing

Item = TypeVar("Item")
Result = TypeVar("Result")

_BATCH = 8
"""So many items are sent at once: what they share, such as a theme, is sent with each batch."""
_AHEAD = 8
"""Batches that are sent before the first has come back: enough for as many workers, and few enough to be held."""
WORTH_IT = 24
"""Items from which on a second process has paid for its start."""


def mapped(make: Callable[[Item], Result], items: Iterable[Item], workers: Executor | None = None) -> Iterator[Result]:
    """What `make` gives for each item, in order; no more items are taken than are about to be made.

    `workers` is whatever has the interface of `concurrent.futures`; `make`, the items and the results must be such that
    they can be sent. Whatever befalls the workers, what they have not made is made here.
    """
    waiting = iter(items)
    left: deque[list[Item]] = deque()
    if workers is not None:
        try:
            for results in _sent(make, waiting, workers, left):
                yield from results
        except _Gone as gone:
            warn(f"The workers are lost ({type(gone.__cause__).__name__}); the rest is made here.", stacklevel=2)
    for item in chain(chain.from_iterable(left), waiting):
        yield make(item)


class _Gone(Exception):  # noqa: N818
    """The workers are. Executors have errors of many kinds for that; a fault of ours shows when it is made here."""


def _sent(
    make: Callable[[Item], Result], waiting: Iterator[Item], workers: Executor, left: deque[list[Item]]
) -> Iterator[list[Result]]:
    """The results of batches, in order; `left` are those batches of which nothing has come back."""
    futures: deque[Future[tuple[list[Result], dict[str, float]]]] = deque()
    while True:
        while len(futures) < _AHEAD and (batch := list(islice(waiting, _BATCH))):
            left.append(batch)
            try:
                futures.append(workers.submit(_each, make, batch))
            except Exception as error:
                raise _Gone from error
        if not futures:
            return
        try:
            results, spent = futures.popleft().result()
        except Exception as error:
            raise _Gone from error
        timing.add(spent)
        left.popleft()
        yield results


def jobs_for(count: int) -> int:
    """How many processes help to make so many readings on this machine."""
    return 1 if count < WORTH_IT else min(_cores(), count // (WORTH_IT // 2))


@contextmanager
def processes(jobs: int) -> Iterator[Executor | None]:
    """Workers on this machine; none where one process is to do it all."""
    if jobs < 2:
        yield None
        return
    with ProcessPoolExecutor(jobs, initializer=_die_with, initargs=(os.getpid(),)) as workers:
        yield workers


def _die_with(parent: int) -> None:
    """Ends this process when the one that has begun it is no more, be it killed."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _each(make: Callable[[Item], Result], items: Sequence[Item]) -> tuple[list[Result], dict[str, float]]:
    """The results of a batch, and where its time went."""
    timing.take()
    return [make(item) for item in items], timing.take()


def _cores() -> int:
    """Those that this process may use, which in a container are fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
