"""How files look: what tells, without reading them, that none has changed.

A file is taken for unchanged if its size, its times of modification and of change, and its number on the disk are. No
program can set the time of change.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Survey(NamedTuple):
    """How files look."""

    digest: str
    """Another one if any of them has changed; empty where a look is not enough to tell."""
    latest: int
    """When the last of them was changed, in nanoseconds of the disk's clock."""


def survey(paths: Sequence[Path]) -> Survey:
    """How files look, and all that lies in folders.

    The end of a link is watched by nobody, so where one is, none can tell.
    """
    looks: list[str] = []
    latest = 0
    waiting = [str(path) for path in reversed(paths)]
    while waiting:
        path = waiting.pop()
        try:
            found = os.lstat(path)
            inner = sorted(os.listdir(path)) if stat.S_ISDIR(found.st_mode) else ()  # noqa: PTH208 - much faster
        except OSError:
            looks.append(f"{path}\0-")
            continue
        if stat.S_ISLNK(found.st_mode):
            return Survey("", latest)
        looks.append(f"{path}\0{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}")
        latest = max(latest, found.st_mtime_ns, found.st_ctime_ns)
        waiting += [f"{path}{os.sep}{name}" for name in reversed(inner) if name != "__pycache__"]
    said = "\n".join(looks).encode("utf-8", "surrogatepass")
    return Survey(hashlib.blake2b(said, digest_size=16).hexdigest(), latest)


def look_at(paths: Sequence[Path], before: int) -> str:
    """How files, and all that lies in folders, look; empty if a link is among them, or what has changed since a moment.

    The moment is in nanoseconds of the disk's clock (see `now`).
    """
    found = survey(paths)
    return found.digest if found.latest < before else ""


def now(folder: Path) -> int:
    """The moment that the disk's clock shows, in nanoseconds; 0 where nothing can be written."""
    probe = folder / f"clock.{os.getpid()}"
    try:
        folder.mkdir(exist_ok=True)
        probe.write_bytes(b"")
        moment = probe.stat().st_ctime_ns
        probe.unlink()
    except OSError:
        return 0
    return moment


def moment_beside(project: Path) -> int:
    """The same for a project in which nothing is to be written; 0 if no other folder has the same clock."""
    other = Path(tempfile.gettempdir())
    try:
        return now(other) if other.stat().st_dev == project.stat().st_dev else 0
    except OSError:
        return 0
