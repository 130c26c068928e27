"""Files and folders of a project, read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import SourceFile


def read_file(root: Path, path: Path) -> Outcome[SourceFile | None]:
    """A file's bytes under its path from the project; None, with a diagnostic, where it cannot be read."""
    name = relative(root, path)
    try:
        return Outcome(SourceFile(name, path.read_bytes()))
    except OSError as error:
        return Outcome(None, (_unreadable(name, error),))


def read_files(root: Path, paths: list[Path]) -> Outcome[tuple[SourceFile, ...]]:
    """Several files; those that cannot be read are only diagnosed."""
    outcomes = [read_file(root, path) for path in paths]
    return Outcome(
        tuple(each.value for each in outcomes if each.value),
        tuple(found for each in outcomes for found in each.diagnostics),
    )


def listed(folder: Path) -> Iterator[Path]:
    """What a folder holds, by name, without hidden things; nothing where there is no such folder."""
    if folder.is_dir():
        yield from sorted(
            (each for each in folder.iterdir() if not each.name.startswith(".")), key=lambda each: each.name
        )


def files_in(folder: Path) -> Iterator[Path]:
    """All files below a folder, by name, without hidden ones."""
    for path in listed(folder):
        if path.is_dir() and not path.is_symlink():
            yield from files_in(path)
        elif path.is_file():
            yield path


def relative(root: Path, path: Path) -> str:
    """The path from the project's folder, or the whole path where it lies elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _unreadable(name: str, error: OSError) -> Diagnostic:
    reason = (error.strerror or str(error)).lower()
    return diagnose(
        "file-unreadable",
        f"this file cannot be read: {reason}",
        Place(name),
        fix="check that it is a file and that you may read it.",
    )
