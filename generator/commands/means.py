"""What a build is made with: the cache, the workers, and somebody who watches."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from generator import looks, pipeline
from generator.commands.progress import Bar
from generator.exits import CannotStart
from generator.places import CACHE
from generator.shelf import Shelf

if TYPE_CHECKING:
    from generator.cache import Cache


@contextmanager
def means_of(options: argparse.Namespace, with_cache: bool = True) -> Iterator[pipeline.Means]:
    """The project's cache, as many processes as help, and a bar on a terminal once a build has taken a second."""
    quiet = options.quiet or options.json
    with Bar(quiet) as bar:
        # `check` writes nothing, not even what it could use itself the next time.
        writes = hasattr(options, "no_cache")
        used = cache_of(options, writes) if with_cache and not getattr(options, "no_cache", False) else None
        beside = not writes or used is None
        moment = looks.moment_beside(options.project) if beside else looks.now(options.project / CACHE)
        yield pipeline.Means(
            Shelf(used), moment if used else 0, partial(_workers, options), bar.show, not options.scheduler
        )


def cache_of(options: argparse.Namespace, writes: bool) -> Cache:
    """What earlier builds of the project have made."""
    from generator.cache import Cache

    return Cache(options.project / CACHE / "readings", writes)


def _workers(options: argparse.Namespace, count: int) -> AbstractContextManager[Executor | None]:
    """Those that are to make so many readings."""
    from generator.mapping import jobs_for, processes

    if not options.scheduler or not count:
        return processes(options.jobs or jobs_for(count))
    return _cluster(options.scheduler)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    from generator.cluster import NoCluster, cluster

    try:
        with cluster(address) as workers:
            yield workers
    except NoCluster as reason:
        raise CannotStart(str(reason)) from reason
