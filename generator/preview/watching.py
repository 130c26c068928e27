"""Watches what a build reads and builds anew after each change, in a thread of its own."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from livereload.watcher import Watcher
from tornado.ioloop import IOLoop
from watchfiles import Change, watch

from generator.project import inputs

_QUIET = 20
"""Milliseconds without a further change after which a burst of saves is over."""
_LONGEST = 400
"""Milliseconds after which a burst that does not end is built all the same."""
_LOOK_ROUND = 250
"""Milliseconds between two looks for folders that have come, or come back, meanwhile."""
_FAREWELL = 1.0
"""Seconds that a build may take to its end when the preview is stopped."""

# Files that editors make beside the one that is edited; hidden ones are left out anyway.
_LEFTOVER = re.compile(r"~$|^#.*#$|^4913$|\.(?:tmp|temp|bak|orig|part|crswap)$|___jb_\w+___$", re.IGNORECASE)


class Rebuilder(Watcher):  # type: ignore[misc]
    """The watcher that is handed to livereload: it speaks up when a build is finished.

    livereload's own looks every 800 ms, and hides changes that come within 3 s of a reload.
    """

    def __init__(self, root: Path, rebuild: Callable[[], None]) -> None:
        super().__init__()
        self._root = root
        self._rebuild = rebuild
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rebuilding", daemon=True)
        self._finished: Callable[[], None] = _nothing

    def start(self, callback: Callable[[], None]) -> bool:
        """Begins to watch and to build; `callback` runs in the server's thread after each build."""
        loop = IOLoop.current()
        self._finished = lambda: loop.add_callback(callback)
        self._thread.start()
        return True

    def stop(self) -> None:
        """Ends the watching, and waits a moment for a build that is under way."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(_FAREWELL)

    def examine(self) -> tuple[str, None]:
        """What livereload asks before it tells the pages; by this name it never holds a message back."""
        return "__livereload__", None

    def _run(self) -> None:
        for _ in changes(self._root, self._ended):
            self._rebuild()
            if not self._ended.is_set():
                self._finished()


def changes(root: Path, ended: threading.Event) -> Iterator[None]:
    """One for the beginning, and one for each burst of changes of files that a build reads."""
    while not ended.is_set():
        folders = inputs(root)
        # What changed while there was nothing to watch, or the watch began, is seen by this first build.
        begun = False
        for found in _watched(folders, ended):
            if found or not begun:
                yield
            begun = True
            if inputs(root) != folders:
                break
        if not begun:
            yield


def matters(folder: Path, path: Path) -> bool:
    """Whether a file below a watched folder can change the site."""
    parts = path.relative_to(folder).parts if path.is_relative_to(folder) else path.parts[-1:]
    return not any(part.startswith(".") or part == "__pycache__" or _LEFTOVER.search(part) for part in parts)


def _watched(folders: tuple[tuple[Path, int], ...], ended: threading.Event) -> Iterator[bool]:
    """Once when the watch has begun, then whenever something has changed (True) or some time has passed (False)."""
    roots = [folder for folder, _ in folders]

    def input_changed(_change: Change, path: str) -> bool:
        folder = next((each for each in roots if Path(path).is_relative_to(each)), None)
        return folder is not None and matters(folder, Path(path))

    for polling in (None, True):
        try:
            for found in watch(
                *roots,
                watch_filter=input_changed,
                debounce=_LONGEST,
                step=_QUIET,
                rust_timeout=_LOOK_ROUND,
                stop_event=ended,
                yield_on_timeout=True,
                raise_interrupt=False,
                force_polling=polling,
                ignore_permission_denied=True,
            ):
                yield bool(found)
            return
        # The system has no watches left (inotify's limit): look at the files themselves.
        except (OSError, RuntimeError):
            continue


def _nothing() -> None:
    pass
