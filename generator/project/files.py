"""Files and folders of a project, read once."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import SourceFile
from generator.places import is_device

MEGABYTES = 20
"""What a file may have, where nothing else is said."""
MOST_MEGABYTES = 1000
"""What it may be allowed."""
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Bytes of a name that are no letters."""
_LEADS_AWAY = re.compile(r"[\x00\\:]")
"""Folders and drives of Windows, and what no name may hold."""


def read_file(root: Path, path: Path, megabytes: int = MEGABYTES) -> Outcome[SourceFile | None]:
    """A file's bytes under its path from the project; None, with a diagnostic, where it cannot or should not be read.

    A file may have so many `megabytes`. What is no file, a pipe say, is not opened: it might never end.
    """
    name = relative(root, path)
    most = megabytes * 1_000_000
    try:
        if not name.isprintable() and _SURROGATE.search(name):
            raise OSError(errno.EILSEQ, "its name is not UTF-8")
        if leads_out(root, path):
            raise OSError(errno.EPERM, "it is a link that leads out of the project")
        if not path.is_file() and path.exists() and not path.is_dir():
            raise OSError(errno.EINVAL, "it is no file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        return Outcome(None, (unreadable(name, error),))
    return Outcome(SourceFile(name, data)) if len(data) <= most else Outcome(None, (too_big(name, megabytes),))


def leads_out(root: Path, path: Path) -> bool:
    """Whether a path in a project is none in truth: what stands elsewhere is not meant to be published.

    `content`, `seeds` and `themes` themselves may be links: whoever made the project keeps them elsewhere.
    """
    if not path.is_relative_to(root) or path == root:
        return False
    top = root / path.relative_to(root).parts[0]
    return not is_inside(path, top)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path is a folder or lies in it, wherever links lead."""
    # Path.resolve raises for links that lead to each other.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def is_file(path: Path) -> bool:
    """Whether there is such a file; there is none of a name that no file can have."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """The same for folders."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def exists(path: Path) -> bool:
    """Whether anything is there."""
    with suppress(OSError, ValueError):
        return path.exists()
    return False


def path_inside(folder: Path, name: str) -> Path | None:
    """Where a file of a folder lies, by its name with `/` between folders.

    None for a name that leads out of the folder, or that means something else on some system.
    """
    parts = PurePosixPath(name).parts
    if not parts or _LEADS_AWAY.search(name) or {"..", "/", "//"} & {*parts} or any(map(is_device, parts)):
        return None
    path = folder.joinpath(*parts)
    return path if is_inside(path, folder) else None


def too_big(name: str, megabytes: int) -> Diagnostic:
    """What is said of a file that is larger than is wanted."""
    return diagnose(
        "file-too-big",
        f"this file has more than {megabytes} MB",
        Place(name),
        why="A text of that size is most likely a mistake, and would take minutes and gigabytes.",
        fix="take out what is no text; for a seed write the megabytes that it may have into reading.toml: "
        "[limits] and, below it, seed = 50.",
    )


def read_files(root: Path, paths: list[Path]) -> Outcome[tuple[SourceFile, ...]]:
    """Several files; those that cannot be read are only diagnosed."""
    outcomes = [read_file(root, path) for path in paths]
    return Outcome(
        tuple(each.value for each in outcomes if each.value),
        tuple(found for each in outcomes for found in each.diagnostics),
    )


def listed(folder: Path) -> Iterator[Path]:
    """What a folder holds, by name, without hidden things; nothing where there is no such folder, or it is closed."""
    found: list[Path] = []
    with suppress(OSError):
        found += (each for each in folder.iterdir() if not each.name.startswith("."))
    yield from sorted(found, key=lambda each: each.name)


def closed(root: Path, folder: Path) -> Iterator[Diagnostic]:
    """What is said of a folder that is there and cannot be looked into."""
    try:
        os.scandir(folder).close()
        # One that may be listed may still be shut to whoever asks for what is in it.
        os.stat(f"{folder}{os.sep}.")  # noqa: PTH116 - a path has no such part
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        yield unreadable(relative(root, folder), error)


def files_in(folder: Path) -> Iterator[Path]:
    """All files below a folder, by name, without hidden ones."""
    for path in listed(folder):
        if is_folder(path) and not path.is_symlink():
            yield from files_in(path)
        elif is_file(path):
            yield path


def relative(root: Path, path: Path) -> str:
    """The path from the project's folder, or the whole path where it lies elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def unreadable(name: str, error: OSError) -> Diagnostic:
    """What is said of a file or a folder that the system, or we, will not open."""
    reason = (error.strerror or str(error)).lower()
    return diagnose(
        "file-unreadable",
        f"this file cannot be read: {reason}",
        Place(name),
        fix="check that it is a file and that you may read it.",
    )
