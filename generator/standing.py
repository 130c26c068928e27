"""A build that would change nothing, told by a look at the files: none of them is read.

A file is taken for unchanged if its size, its times of modification and of change, and its number on the disk are. No
program can set the time of change; and a record is made only when the disk's clock has moved on from the last of these
times, so that a file which is changed in the very next moment shows it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

_RECORD = Path(".cache") / "standing.json"
_MARKER = ".annotated-reader"
"""The list of a site's files, which lies in it."""
_PATIENCE = 0.05
"""Seconds that the disk's clock is given to move on; a disk whose clock is slower has no record."""
_INPUTS = ("content", "seeds", "themes")
_BESIDE = Path(__file__).resolve().parents[1] / "themes"
"""The themes that come with the generator, which a project elsewhere uses too."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a build has printed."""

    notices: tuple[str, ...]
    """Its diagnostics."""
    summary: str
    """What it has made, without the time that it took; empty where it was to be quiet."""
    published: str


class Survey(NamedTuple):
    """How files look."""

    digest: str
    """Another one if any of them has changed; empty where a look is not enough to tell."""
    latest: int
    """When the last of them was changed, in nanoseconds of the disk's clock."""


def survey(project: Path) -> Survey:
    """How all files look that a build of a project depends on."""
    return _survey([*(project / name for name in _INPUTS), Path(__file__).parent, _BESIDE])


def look_at(paths: Sequence[Path], before: int) -> str:
    """How files, and all that lies in folders, look; empty if a link is among them, or what has changed since a moment.

    The moment is in nanoseconds of the disk's clock (see `now`).
    """
    survey = _survey(paths)
    return survey.digest if survey.latest < before else ""


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


def is_untouched(project: Path, out: Path) -> bool:
    """Whether the site stands there as the last build of the project has published it."""
    try:
        record = json.loads((project / _RECORD).read_text("utf-8"))
        return bool(record["out"] == str(out) and record["site"] == _survey([out]).digest) and not _is_unfinished(out)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def said_before(arguments: Sequence[str]) -> Said | None:
    """What the last build with these arguments has printed, if another one would change nothing; None else."""
    try:
        project = _project(arguments)
        record = json.loads((project / _RECORD).read_text("utf-8"))
        if record["asked"] != _asked(arguments) or _is_unfinished(Path(record["out"])):
            return None
        if not record["inputs"] or record["inputs"] != survey(project).digest:
            return None
        if record["site"] != _survey([Path(record["out"])]).digest:
            return None
        return Said(tuple(record["said"]["notices"]), record["said"]["summary"], record["said"]["published"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(arguments: Sequence[str], project: Path, inputs: Survey, out: Path, marker: bytes, said: Said) -> None:
    """Keeps what a build has printed, while its inputs, surveyed before it began, and its site stay as they are.

    Without a survey of its inputs only the site is remembered; nothing is where the files cannot tell a later change,
    nor where the site's `marker` is not this build's any more, since another one has published meanwhile.
    """
    with contextlib.suppress(OSError):
        record = project / _RECORD
        site = _survey([out])
        for left in (*record.parent.glob(f"{record.stem}.[0-9]*"), *record.parent.glob("clock.[0-9]*")):
            left.unlink(missing_ok=True)  # by a killed build
        ours = (out / _MARKER).read_bytes() == marker
        if not ours or not site.digest or not _clock_has_moved(record, max(inputs.latest, site.latest)):
            record.unlink(missing_ok=True)
            return
        kept = {
            "asked": _asked(arguments),
            "inputs": inputs.digest,
            "out": str(out),
            "site": site.digest,
            "said": asdict(said),
        }
        temporary = record.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps(kept), "utf-8")
        temporary.replace(record)


def _is_unfinished(site: Path) -> bool:
    """Whether a killed build has left something beside the site, which the next one is to finish."""
    real = Path(os.path.realpath(site))
    return any((real.parent / f".{real.name}.{name}").exists() for name in ("new", "old"))


def _survey(paths: Sequence[Path]) -> Survey:
    """Of files, and of all that lies in folders. A link's end is watched by nobody, so where one is, none can tell."""
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


def _clock_has_moved(record: Path, last: int) -> bool:
    """Waits until what is written now has a later time than all files, so that the next change will have one too."""
    until = time.monotonic() + _PATIENCE
    while (moment := now(record.parent)) <= last:
        if not moment or time.monotonic() > until:
            return False
        time.sleep(0.001)
    return True


def _project(arguments: Sequence[str]) -> Path:
    """The project's folder, as the command line names it."""
    named = [following for each, following in pairwise(arguments) if each == "--project"]
    named += [each.partition("=")[2] for each in arguments if each.startswith("--project=")]
    return Path(named[-1] if named else "").absolute()


def _asked(arguments: Sequence[str]) -> list[str]:
    """All that a build depends on besides files: what was asked, where, and of which Python and libraries."""
    return [*arguments, str(Path.cwd()), os.environ.get("GITHUB_ACTIONS", ""), sys.version, *_libraries()]


def _libraries() -> Iterator[str]:
    """When each folder of libraries was last changed: to install another version changes it."""
    for folder in sys.path:
        if folder.endswith("-packages"):
            with contextlib.suppress(OSError):
                yield f"{folder} {Path(folder).stat().st_mtime_ns}"
