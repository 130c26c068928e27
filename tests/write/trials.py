"""What is tried on a real disk that is full, small or read-only: `python -m tests.write.trials NAME DISK`.

It runs in a namespace of its own (see test_disks.py), so what it mounts is seen by nobody else and gone in the end.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.model import Output
from generator.write import write
from tests.write.sites import NEW, OLD, Site, as_published, names, on_disk, publish, site, stamps

LARGE = (*NEW, Output("large.html", b"x" * 600_000))
CANNOT_MOUNT = 77


def mount(disk: Path, options: str) -> None:
    """A disk in memory; ends the trial where this process may not mount one."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        sys.exit(CANNOT_MOUNT)


def refused(code: str, outputs: Site, disk: Path) -> Diagnostic:
    """The one diagnostic; everything on the disk is as before, to the time of modification."""
    before = stamps(disk), on_disk(disk)
    outcome = write(outputs, disk / "site", disk / "project")
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert (found.code, found.severity) == (code, "error"), found
    assert (stamps(disk), on_disk(disk)) == before
    return found


def full(disk: Path) -> None:
    mount(disk, "size=512k")
    publish(OLD, disk / "site")
    assert "the disk is full" in refused("output-full", LARGE, disk).message
    assert names(disk) == ["site"]
    publish(NEW, disk / "site")
    assert on_disk(disk / "site") == as_published(NEW)
    assert names(disk) == ["site"]


def full_to_the_last_byte(disk: Path) -> None:
    mount(disk, "size=512k")
    publish(OLD, disk / "site")
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while filler.write(b"x" * 4096):
                pass
        except OSError:
            pass
    refused("output-full", NEW, disk)
    (disk / "filler").unlink()
    publish(NEW, disk / "site")
    assert names(disk) == ["site"]


def full_at_the_first_publication(disk: Path) -> None:
    mount(disk, "size=512k")
    refused("output-full", LARGE, disk)
    assert names(disk) == []


def full_of_names(disk: Path) -> None:
    """Every file needs an inode, and there are just enough for one site."""
    mount(disk, "size=4m,nr_inodes=12")
    publish(OLD, disk / "site")
    refused("output-full", site({f"{number}/index.html": "" for number in range(12)}), disk)
    assert names(disk) == ["site"]


def read_only(disk: Path) -> None:
    mount(disk, "size=512k")
    publish(OLD, disk / "site")
    subprocess.run(["mount", "-o", "remount,bind,ro", str(disk)], check=True)
    assert "can only be read" in refused("output-unwritable", NEW, disk).message
    publish(OLD, disk / "site")


def a_disk_mounted_as_the_site(disk: Path) -> None:
    (disk / "site").mkdir()
    mount(disk / "site", "size=512k")
    refused("output-unwritable", NEW, disk)
    assert names(disk) == ["site"]


TRIALS: dict[str, Callable[[Path], None]] = {
    each.__name__: each
    for each in (
        full,
        full_to_the_last_byte,
        full_at_the_first_publication,
        full_of_names,
        read_only,
        a_disk_mounted_as_the_site,
    )
}

if __name__ == "__main__":
    TRIALS[sys.argv[1]](Path(sys.argv[2]))
