"""One command at a time publishes into a folder."""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
import time
from collections.abc import Callable, Iterator

from generator.write.folders import Folders

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_MOMENT = 0.1
"""Seconds between two tries."""


@contextlib.contextmanager
def locked(folders: Folders, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Waits until no other command publishes there, and keeps others waiting until it is left.

    Says that it is `waiting` where it must. The system gives the lock back when the process dies, and nothing of it
    stays on the disk.
    """
    handle = _lock(folders, waiting)
    try:
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _lock(folders: Folders, waiting: Callable[[], None]) -> int:
        """Locks a file that vanishes when the last process closes it."""
        path = folders.site.with_name(f".{folders.site.name}.lock")
        while True:
            with contextlib.suppress(PermissionError):  # It is vanishing just now.
                handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TEMPORARY)
                break
            time.sleep(_MOMENT)
        for attempt in itertools.count():
            with contextlib.suppress(OSError):
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
                break
            if not attempt:
                waiting()
            time.sleep(_MOMENT)
        return handle

else:

    def _lock(folders: Folders, waiting: Callable[[], None]) -> int:
        """Locks the folder in which the site stands, so that no file is needed."""
        handle = os.open(folders.site.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        # Network disks may know no locks for folders; two builds at once are rarer than such disks.
        with contextlib.suppress(OSError):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(handle, fcntl.LOCK_EX)
        return handle
