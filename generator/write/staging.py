"""The new site, written beside the old one."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Sequence
from pathlib import Path

from generator.model import File
from generator.places import MARKER
from generator.write.folders import Folders
from generator.write.ownership import listed, manifest


def unchanged(outputs: Sequence[File], site: Path, untouched: bool = False) -> frozenset[str]:
    """The paths of the outputs that stand in the site already, to the byte.

    Of a site that nobody has touched since it was published, its own list is believed.
    """
    if untouched:
        known = listed(site) or {}
        return frozenset(each.path for each in outputs if known.get(each.path) == each.digest)
    return frozenset(each.path for each in outputs if _holds(site / each.path, each))


def stage(outputs: Sequence[File], kept: frozenset[str], folders: Folders) -> None:
    """Writes the new site. Files named in `kept` become hard links to those of the old site, or copies of them."""
    folders.new.mkdir()
    # The marker comes first, so that from the first file on the folder shows that it is ours.
    (folders.new / MARKER).write_bytes(manifest(outputs))
    # Thousands of files are named by strings: paths take longer to make than links.
    new, old = f"{folders.new}{os.sep}", f"{folders.site}{os.sep}"
    for folder in dict.fromkeys(each.path.rpartition("/")[0] for each in outputs):
        Path(new + folder).mkdir(parents=True, exist_ok=True)
    for output in outputs:
        if output.path in kept:
            _link(old + output.path, new + output.path)
        else:
            Path(new + output.path).write_bytes(output.data)
    if folders.site.exists():
        folders.new.chmod(stat.S_IMODE(folders.site.stat().st_mode))


def _holds(file: Path, output: File) -> bool:
    try:
        found = file.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != output.size:
            return False
        return hashlib.sha256(file.read_bytes()).hexdigest() == output.digest
    except OSError:
        return False


def _link(source: str, file: str) -> None:
    try:
        os.link(source, file)
    except OSError:  # Some disks know no hard links, and some files must not have any.
        shutil.copy2(source, file)
