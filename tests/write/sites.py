"""Small sites to publish, and what stands on the disk afterwards."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.model import Output
from generator.places import MARKER
from generator.write import Published, write
from generator.write.ownership import manifest
from generator.write.swap import Exchange

Site = tuple[Output, ...]


def site(pages: Mapping[str, str]) -> Site:
    return tuple(Output(path, content.encode()) for path, content in pages.items())


OLD = site({"index.html": "old", "same.css": "the same", "walk/index.html": "old walk", "gone/away/a.html": "away"})
NEW = site({"index.html": "new", "same.css": "the same", "walk/index.html": "new walk", "come/in.html": "come in"})


def large(word: str) -> Site:
    """A site of many pages, a third of which hold the word."""
    return site({f"{number % 9}/{number}.html": "the same" if number % 3 else word for number in range(150)})


def on_disk(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, the empty folders too."""
    return {
        path.relative_to(folder).as_posix(): b"(empty folder)" if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if not path.is_dir() or not any(path.iterdir())
    }


def names(folder: Path) -> list[str]:
    """What stands in a folder, hidden or not."""
    return sorted(each.name for each in folder.iterdir())


def as_published(outputs: Site) -> dict[str, bytes]:
    """What a folder holds when the site stands in it whole."""
    return {MARKER: manifest(outputs), **{each.path: each.data for each in outputs}}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of modification of every file."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def publish(outputs: Site, out: Path, project: Path | None = None, exchange: Exchange | None = None) -> Published:
    """Publishes without a word being said, or fails."""
    project = project or out.parent / "project"
    outcome = write(outputs, out, project, exchange) if exchange else write(outputs, out, project)
    assert outcome.diagnostics == ()
    assert outcome.value
    return outcome.value


def never(one: Path, other: Path) -> bool:
    """The exchange of a system that has none."""
    return False


def killed(moment: int, action: Callable[[], object]) -> bool:
    """Runs the action in a process of its own, which is killed right before its n-th call to the system.

    Python announces those calls to audit hooks, so every border between two of them can be reached. False where the
    action had ended before.
    """
    process = os.fork()
    if process == 0:
        with contextlib.suppress(BaseException):
            _kill_before(moment)
            action()
            os._exit(0)
        os._exit(1)
    status = os.waitpid(process, 0)[1]
    assert status in (0, signal.SIGKILL), "the action failed"
    return status == signal.SIGKILL


def _kill_before(moment: int) -> None:
    calls = 0

    def count(event: str, _: object) -> None:
        nonlocal calls
        if event == "open" or event.startswith(("os.", "shutil.", "fcntl.", "ctypes.")):
            calls += 1
            if calls == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
