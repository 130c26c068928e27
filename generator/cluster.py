"""Workers on other machines, for those who outgrow one: Dask's, asked for by the address of its scheduler.

Each worker needs the same generator, for what they make is the same to the byte. Dask comes with the extra `cluster`.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from generator.cache import made_by

_PATIENCE = 10
"""Seconds that a scheduler may take to answer."""


class NoCluster(Exception):  # noqa: N818
    """There is nobody at an address who could make readings."""


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of the scheduler at an address, as an executor. Raises NoCluster with the reason."""
    try:
        from distributed import Client
    except ImportError as error:
        raise NoCluster('Dask is not installed; type: pip install -e ".[cluster]".') from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoCluster(f"no scheduler answers at {address}: {error}") from error
    with client:
        versions = client.run(made_by)
        if not versions:
            raise NoCluster(f"the scheduler at {address} has no worker; start one with `dask worker {address}`.")
        others = sorted(worker for worker, version in versions.items() if version != made_by())
        if others:
            raise NoCluster(f"another version of the generator or its libraries runs on {', '.join(others)}.")
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
