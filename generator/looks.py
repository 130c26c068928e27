"""How files look: what tells, without reading them, that none has changed.

A file is taken for unchanged if its size, its times of modification and of change, and its number on the disk are. No
program can set the time of change.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

AnyPath = str | os.PathLike[str]
"""What a build that would change nothing is told by loads neither pathlib nor anything else that takes its time."""


class Survey(NamedTuple):
    """How files look."""

    digest: str
    """Another one if any of them has changed; empty where a look is not enough to tell."""
    latest: int
    """When the last of them was changed, in nanoseconds of the disk's clock."""


def survey(paths: Sequence[AnyPath]) -> Survey:
    """How files look, and all that lies in folders, whatever these paths are called: `p` and `./p` are one folder.

    The end of a link is watched by nobody, so where one is, none can tell.
    """
    looks: list[str] = []
    latest = 0
    for top in [os.fspath(path) for path in paths]:
        folders = [("", [""])]
        while folders:
            folder, names = folders.pop()
            looks.append(folder)
            for name in names:
                try:
                    found = os.lstat(f"{top}{folder}{name}")
                except OSError:
                    looks.append(f"{name}\0-")
                    continue
                kind, modified, changed = stat.S_IFMT(found.st_mode), found.st_mtime_ns, found.st_ctime_ns
                looks.append(f"{name}\0{found.st_size} {modified} {changed} {found.st_ino}")
                latest = max(latest, modified, changed)
                if kind == stat.S_IFDIR:
                    inner = f"{folder}{name}{os.sep}"
                    folders.append((inner, _names(top + inner)))
                elif kind == stat.S_IFLNK:
                    return Survey("", latest)
    said = "\n".join(looks).encode("utf-8", "surrogatepass")
    return Survey(hashlib.blake2b(said, digest_size=16).hexdigest(), latest)


def _names(folder: str) -> list[str]:
    """What a folder holds; nothing of one that has gone meanwhile, whose own look tells of it."""
    try:
        return sorted(name for name in os.listdir(folder) if name != "__pycache__")
    except OSError:
        return []


def look_at(paths: Sequence[AnyPath], before: int) -> str:
    """How files, and all that lies in folders, look; empty if a link is among them, or what has changed since a moment.

    The moment is in nanoseconds of the disk's clock (see `now`).
    """
    found = survey(paths)
    return found.digest if found.latest < before else ""


def now(folder: AnyPath) -> int:
    """The moment that the disk's clock shows, in nanoseconds; 0 where nothing can be written."""
    probe = f"{os.fspath(folder)}{os.sep}clock.{os.getpid()}"
    try:
        with suppress(FileExistsError):
            os.mkdir(folder)
        with open(probe, "wb"):
            pass
        moment = os.stat(probe).st_ctime_ns
        os.unlink(probe)
    except OSError:
        return 0
    return moment


def moment_beside(project: AnyPath) -> int:
    """The same for a project in which nothing is to be written; 0 if no other folder has the same clock."""
    import tempfile

    other = tempfile.gettempdir()
    try:
        return now(other) if os.stat(other).st_dev == os.stat(project).st_dev else 0
    except OSError:
        return 0
