"""Files that belong to an author, written by commands that say so: the old content or the new one, never a part."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Output
from generator.write.folders import real


def replace_files(root: Path, files: Iterable[Output]) -> Outcome[tuple[str, ...]]:
    """Writes files of a project by their paths from its folder, each whole or not at all; the paths of those written.

    A file keeps its permissions, and a link stays one; what leads out of the project is not written. A file that has
    these bytes already is left alone.
    """
    written: list[str] = []
    found: list[Diagnostic] = []
    for file in files:
        try:
            if not real(root / file.path).is_relative_to(real(root / Path(file.path).parts[0])):
                raise OSError(errno.EPERM, "it is a link that leads out of the project")
            if _replace(root / file.path, file.data):
                written.append(file.path)
        except OSError as error:
            found.append(_unwritten(file.path, error))
    return Outcome(tuple(written), tuple(found))


def write_files(folder: Path, files: Sequence[Output]) -> Outcome[tuple[str, ...]]:
    """The same for a folder that need not be there yet, nor those in it."""
    for parent in {(folder / file.path).parent for file in files}:
        # Where a file stands in its place, the writing itself says what is wrong.
        with suppress(OSError):
            parent.mkdir(parents=True, exist_ok=True)
    return replace_files(folder, files)


def _replace(path: Path, data: bytes) -> bool:
    target = real(path)
    if target.exists() and target.read_bytes() == data:
        return False
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return True


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _unwritten(path: str, error: OSError) -> Diagnostic:
    return diagnose(
        "file-unwritable",
        f"this file was not written: {(error.strerror or str(error)).lower()}",
        Place(path),
        why="What was there is still there.",
        fix="make room, or see that you may write into its folder.",
    )
