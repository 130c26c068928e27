"""Which files of a folder are ours. Only those are ever deleted.

A site holds a file that lists every other file with its digest, in the form that `sha256sum -c` reads.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.model import File
from generator.places import MARKER

_HEADER = "# Every file that the annotated reader wrote into this folder. To check them: sha256sum -c .annotated-reader"
_DIGITS = hashlib.sha256().digest_size * 2
_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in folders that somebody looked at; nothing is lost with it."""


def manifest(outputs: Sequence[File]) -> bytes:
    """The content of a site's marker file."""
    lines = [f"{each.digest}  {each.path}" for each in sorted(outputs, key=lambda each: each.path)]
    return "\n".join((_HEADER, *lines, "")).encode()


def listed(folder: Path) -> Mapping[str, str] | None:
    """The digest of each file that the folder's marker lists, by path; None where it has no marker of ours."""
    try:
        lines = (folder / MARKER).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if lines[0] != _HEADER:
        return None
    return {line[_DIGITS + 2 :]: line[:_DIGITS] for line in lines[1:-1]}


def strangers(folder: Path) -> list[str]:
    """The files of a folder that we did not write; none where there is no folder, or an empty one."""
    if folder.is_symlink():
        return [folder.name]
    ours = _ours(folder)
    found = list(_files(folder))
    if ours is None and found == [MARKER]:
        return []  # A process was killed while it wrote the marker, which it writes first.
    return [path for path in found if not _is_ours(path, ours)]


def complete(folder: Path) -> bool:
    """Whether the folder holds every file that its marker lists, to the byte."""
    ours = listed(folder)
    return ours is not None and all(_digest(folder / path) == digest for path, digest in ours.items())


def remove(folder: Path) -> None:
    """Deletes what we wrote, and the folder too unless somebody put other files there.

    The marker goes last, so that a folder that is half deleted still shows that it is ours.
    """
    ours = _ours(folder)
    for path in list(_files(folder)):
        if path != MARKER and _is_ours(path, ours):
            os.unlink(f"{folder}{os.sep}{path}")  # noqa: PTH108 - much faster for thousands of files
    for inner in list(_folders(str(folder))):
        _remove_empty(inner)
    if [each.name for each in folder.iterdir()] == [MARKER]:
        (folder / MARKER).unlink()
    _remove_empty(str(folder))


def _remove_empty(folder: str) -> None:
    """A folder with somebody's files in it stays."""
    try:
        os.rmdir(folder)  # noqa: PTH106 - much faster for thousands of folders
    except OSError:
        # Where nothing may be removed, that is said of a filled folder too, before it is looked into.
        if not os.listdir(folder):  # noqa: PTH208 - as above
            raise


def _ours(folder: Path) -> frozenset[str] | None:
    found = listed(folder)
    return None if found is None else frozenset(map(_composed, (MARKER, *found)))


def _is_ours(path: str, ours: frozenset[str] | None) -> bool:
    if path.rpartition("/")[2] in _OF_THE_SYSTEM:
        return True
    return ours is not None and _composed(path) in ours


def _files(folder: Path) -> Iterator[str]:
    """Everything but folders, by path from the folder; a symbolic link is a file, wherever it leads to."""
    with contextlib.suppress(FileNotFoundError):
        yield from _below(str(folder), "")


def _below(folder: str, prefix: str) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name


def _folders(folder: str) -> Iterator[str]:
    """The folders inside, the innermost first."""
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _folders(entry.path)
            yield entry.path


def _digest(file: Path) -> str:
    if file.is_symlink() or not file.is_file():
        return ""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _composed(path: str) -> str:
    """Some disks give a name back in another Unicode form than it was given to them."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)
