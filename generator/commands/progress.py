"""How far a command is, where its work takes more than a moment."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

Step = TypeVar("Step")

_A_MOMENT = 1.0
"""Seconds that a build may take without telling how far it is."""
_A_WHILE = 5.0
"""Seconds between two lines where there is no terminal."""


class Bar:
    """How far a build is, if it takes more than a moment: a bar on a terminal, now and then a line in CI."""

    def __init__(self, quiet: bool) -> None:
        self._in_lines = not sys.stderr.isatty()
        self._quiet = quiet or (self._in_lines and not os.environ.get("CI"))
        self._begun = self._told = time.monotonic()
        self._bar: Progress | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, done: int, count: int) -> None:
        """Shows that so many of so many readings are made."""
        if self._quiet or time.monotonic() - self._begun < _A_MOMENT:
            return
        if self._in_lines:
            if time.monotonic() - self._told >= _A_WHILE:
                self._told = time.monotonic()
                print(f"{done} of {count} readings", file=sys.stderr, flush=True)
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task("Readings", total=count)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done)


def with_progress(steps: Iterator[Step], total: int) -> Iterator[Step]:
    """The steps, with a bar on a terminal that shows how many are done."""
    if total == 1 or not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import Progress

    # Lines for a pipe must go there; those for a terminal go through the bar, which would else be torn.
    both = sys.stdout.isatty()
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=both) as progress:
        yield from progress.track(steps, total=total, description="Cleaning")
