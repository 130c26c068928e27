"""A build that would change nothing, told by a look at the files: none of them is read.

A record is made only when the disk's clock has moved on from the last time at which a file was changed, so that a file
which is changed in the very next moment shows it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from generator import looks
from generator.looks import AnyPath, Survey
from generator.places import CACHE, MARKER, THEMES

_RECORD = "standing.json"
_PATIENCE = 0.05
"""Seconds that the disk's clock is given to move on; a disk whose clock is slower has no record."""
_INPUTS = ("content", "seeds", "themes")


class Said(NamedTuple):
    """What a build has printed."""

    notices: tuple[str, ...]
    """Its diagnostics."""
    summary: str
    """What it has made, without the time that it took; empty where it was to be quiet."""
    published: str


def survey(project: AnyPath) -> Survey:
    """How all files look that a build of a project depends on."""
    inputs = (os.path.join(project, name) for name in _INPUTS)
    return looks.survey([*inputs, os.path.dirname(__file__), THEMES])


def is_untouched(project: AnyPath, out: AnyPath) -> bool:
    """Whether the site stands there as the last build of the project has published it."""
    try:
        record = _record_of(project)
        return bool(record["out"] == str(out)) and _stands(record)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def said_before(arguments: Sequence[str]) -> Said | None:
    """What the last build with these arguments has printed, if another one would change nothing; None else."""
    try:
        project = _project(arguments)
        record = _record_of(project)
        if record["asked"] != _asked(arguments) or not record["inputs"] or record["inputs"] != survey(project).digest:
            return None
        said = record["said"]
        return Said(tuple(said["notices"]), said["summary"], said["published"]) if _stands(record) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(
    arguments: Sequence[str], project: AnyPath, inputs: Survey, out: AnyPath, marker: bytes, said: Said
) -> None:
    """Keeps what a build has printed, while its inputs, surveyed before it began, and its site stay as they are.

    Without a survey of its inputs only the site is remembered; nothing is where the files cannot tell a later change,
    nor where the site's `marker` is not this build's any more, since another one has published meanwhile.
    """
    from contextlib import suppress
    from pathlib import Path

    with suppress(OSError):
        record = Path(project, CACHE, _RECORD)
        site = looks.survey([out])
        for left in (*record.parent.glob(f"{record.stem}.[0-9]*"), *record.parent.glob("clock.[0-9]*")):
            left.unlink(missing_ok=True)  # by a killed build
        ours = Path(out, MARKER).read_bytes() == marker
        if not ours or not site.digest or not _clock_has_moved(record.parent, max(inputs.latest, site.latest)):
            record.unlink(missing_ok=True)
            return
        kept = {
            "asked": _asked(arguments),
            "inputs": inputs.digest,
            "out": str(out),
            "site": site.digest,
            "said": said._asdict(),
        }
        temporary = record.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps(kept), "utf-8")
        temporary.replace(record)


def _record_of(project: AnyPath) -> dict[str, Any]:
    with open(os.path.join(project, CACHE, _RECORD), encoding="utf-8") as file:
        return dict(json.load(file))


def _stands(record: dict[str, Any]) -> bool:
    """Whether the site of a record is as it was."""
    site = record["out"]
    return not _is_unfinished(site) and bool(record["site"] == looks.survey([site]).digest)


def _is_unfinished(site: str) -> bool:
    """Whether a killed build has left something beside the site, which the next one is to finish."""
    folder, name = os.path.split(os.path.realpath(site))
    return any(os.path.exists(f"{folder}{os.sep}.{name}.{each}") for each in ("new", "old"))


def _clock_has_moved(folder: AnyPath, last: int) -> bool:
    """Waits until what is written now has a later time than all files, so that the next change will have one too."""
    until = time.monotonic() + _PATIENCE
    while (moment := looks.now(folder)) <= last:
        if not moment or time.monotonic() > until:
            return False
        time.sleep(0.001)
    return True


def _project(arguments: Sequence[str]) -> str:
    """The project's folder, as the command line names it."""
    named = [following for each, following in pairwise(arguments) if each == "--project"]
    named += [each.partition("=")[2] for each in arguments if each.startswith("--project=")]
    return os.path.join(os.getcwd(), named[-1] if named else "")


def _asked(arguments: Sequence[str]) -> list[str]:
    """All that a build depends on besides files: what was asked, where, and of which Python and libraries."""
    return [*arguments, os.getcwd(), os.environ.get("GITHUB_ACTIONS", ""), sys.version, *_libraries()]


def _libraries() -> Iterator[str]:
    """When each folder of libraries was last changed: to install another version changes it."""
    for folder in sys.path:
        if folder.endswith("-packages"):
            try:
                yield f"{folder} {os.stat(folder).st_mtime_ns}"
            except OSError:
                continue
