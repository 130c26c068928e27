"""The preview: the site in a browser while it is written, built anew after every save."""

from __future__ import annotations

import gc
import signal
import sys
import time
import traceback
import webbrowser
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import NoReturn

from generator import pipeline
from generator.diagnostics import Diagnostic, Outcome, Place
from generator.looks import moment_beside
from generator.mapping import jobs_for, processes
from generator.model import Site
from generator.preview.server import HOST, NoPort, Server, listen
from generator.preview.showing import Showing
from generator.preview.watching import Rebuilder
from generator.shelf import Shelf

__all__ = ["NoPort", "preview"]

Tell = Callable[[str, Sequence[Diagnostic]], None]
"""Takes a sentence for the terminal, and diagnostics that are shown before it."""


def preview(root: Path, port: int, tell: Tell, open_browser: bool = False) -> None:
    """Serves the project in a folder on this machine until it is interrupted. Raises NoPort; writes nothing."""
    sockets, found = listen(port)
    if port not in (found, 0):
        tell(f"Port {port} is in use, so this is port {found}.", ())
    address = f"http://{HOST}:{found}/"
    desk = _Desk(root, address, tell, open_browser)
    watcher = Rebuilder(root, desk.rebuild)
    # A shell starts what a script puts into the background with SIGINT ignored; a preview must end there too.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, _interrupt)
    try:
        tell(f"The preview is at {address} (Ctrl-C ends it). Drafts are shown.", ())
        Server(sockets, lambda: desk.showing, watcher).serve(port=found, host=HOST)
    except KeyboardInterrupt:
        pass
    finally:
        watcher.stop()
    tell("The preview has ended. Nothing was published: `python build.py` does that.", ())


class _Desk:
    """Builds, remembers what is shown, and says what has changed."""

    def __init__(self, root: Path, address: str, tell: Tell, open_browser: bool) -> None:
        self.showing = Showing()
        self._root = root
        self._address = address
        self._shelf = Shelf()
        self._tell = tell
        self._open_browser = open_browser

    def rebuild(self) -> None:
        """One build; whatever goes wrong in it is told, and the preview goes on."""
        begun = time.perf_counter()
        before = self.showing
        self.showing = before.after(self._built())
        if not before.built:
            # What a large project consists of stays; to look through it again and again would take longer than a build.
            gc.freeze()
        # The terminal may have gone (`| head`); the pages have not.
        with suppress(OSError):
            self._say(before, time.perf_counter() - begun)
        if self._open_browser:
            self._open_browser = False
            webbrowser.open(self._address)

    def _built(self) -> Outcome[Site]:
        # The site's own address is this one, so that what is absolute (the 404 page) stays inside the preview.
        try:
            means = pipeline.Means(self._shelf, moment_beside(self._root), _workers)
            return pipeline.build(self._root, self._address, drafts=True, frozen=True, means=means)
        # A fault of ours, not of the author: it is shown like one, and the next save is a new beginning.
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            return Outcome(Site(), (_fault(error),))

    def _say(self, before: Showing, seconds: float) -> None:
        found = self.showing.diagnostics
        errors = sum(each.severity == "error" for each in found)
        new = () if found == before.diagnostics else found
        if errors:
            behind = "The last good site stays." if self.showing.site else "There is no site to show yet."
            self._tell(f"{errors} {'error' if errors == 1 else 'errors'}. {behind}", new)
        else:
            self._tell(f"Built in {seconds:.2f} s.", new)


def _workers(count: int) -> AbstractContextManager[Executor | None]:
    """Those that make so many readings: all of a project's at the beginning, and one after a save."""
    return processes(jobs_for(count))


def _fault(error: Exception) -> Diagnostic:
    where = traceback.extract_tb(error.__traceback__)[-1]
    return Diagnostic(
        "fault",
        f"the generator itself failed: {type(error).__name__}: {error}",
        Place(Path(where.filename).name, where.lineno or 0),
        "error",
        "This is a fault of the generator, not of your text.",
        "undo the last change or make another one; please report this with what the terminal shows.",
    )


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt
