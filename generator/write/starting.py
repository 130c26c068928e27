"""The files of a new reading, or of a new theme, written all or not at all; nothing that exists is overwritten."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Output


def start(
    root: Path, slug: str, files: Sequence[Output], seed: Output | None = None, home: str = "content"
) -> Outcome[None]:
    """Puts the seed, if there is one to be copied, into seeds/, and the files into the new folder HOME/SLUG.

    The folder gets its name when it is whole; what was made is taken away after a failure.
    """
    made: list[Path] = []
    try:
        _folder(root / home, made)
        if seed:
            _folder(root / "seeds", made)
            _file(root / "seeds" / seed.path, seed.data, made)
        staged = root / home / f".{slug[:40]}.{os.getpid()}.new"
        staged.mkdir()
        made.append(staged)
        for file in files:
            for folder in reversed(PurePosixPath(file.path).parents[:-1]):
                _folder(staged / folder, made)
            _file(staged / file.path, file.data, made)
        _put(staged, root / home / slug)
    except OSError as error:
        _undo(made)
        return Outcome(None, (_unwritten(root, home, error),))
    except BaseException:
        _undo(made)
        raise
    return Outcome(None)


def add_seed(root: Path, seed: Output) -> Outcome[None]:
    """Puts one more seed into seeds/; one that is there already is never overwritten."""
    made: list[Path] = []
    try:
        _folder(root / "seeds", made)
        _file(root / "seeds" / seed.path, seed.data, made)
    except OSError as error:
        _undo(made)
        return Outcome(None, (_unwritten(root, "content", error),))
    except BaseException:
        _undo(made)
        raise
    return Outcome(None)


def _folder(path: Path, made: list[Path]) -> None:
    if not path.is_dir():
        path.mkdir()
        made.append(path)


def _file(path: Path, data: bytes, made: list[Path]) -> None:
    with path.open("xb") as file:
        made.append(path)
        file.write(data)


def _put(staged: Path, folder: Path) -> None:
    # A rename would take the place of an empty folder without a word.
    if folder.exists() or folder.is_symlink():
        raise FileExistsError(17, "somebody has just made this folder", str(folder))
    staged.rename(folder)


def _undo(made: Sequence[Path]) -> None:
    for path in reversed(made):
        try:
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
        except OSError:  # A folder into which somebody else has put something stays.
            continue


def _unwritten(root: Path, home: str, error: OSError) -> Diagnostic:
    place = Path(error.filename) if error.filename else root
    name = place.relative_to(root).as_posix() if place.is_relative_to(root) else place.as_posix()
    return diagnose(
        "reading-unwritable",
        f"the {'theme' if home == 'themes' else 'reading'} was not begun: {(error.strerror or str(error)).lower()}",
        Place(name),
        why="What had been written so far is taken away again.",
        fix=f"make room, or see that you may write into seeds/ and {home}/.",
    )
