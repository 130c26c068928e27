"""How a site is published, from the first check to the last file deleted."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome
from generator.model import File, Output
from generator.places import MARKER
from generator.write import mishaps
from generator.write.folders import Folders, real
from generator.write.locking import locked
from generator.write.ownership import listed, manifest, strangers
from generator.write.paths import check_paths
from generator.write.recovery import finish
from generator.write.staging import stage, unchanged
from generator.write.swap import Exchange, exchange, replace
from generator.write.target import check_target


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did. All counts are files."""

    folder: Path
    """Where the site stands, without symbolic links."""
    written: int
    """New, or other than before."""
    kept: int
    """The same as before; their times of modification are the old ones."""
    removed: int
    """Of the old site, and not of the new one."""


def write(
    outputs: Sequence[File],
    out: Path,
    project: Path,
    exchange: Exchange = exchange,
    untouched: bool = False,
    waiting: Callable[[], None] = lambda: None,
) -> Outcome[Published | None]:
    """Publishes the outputs as the folder `out`, whole or not at all.

    None, with the reason as diagnostics, where nothing was published; the old site is then as it was, to the byte.
    Waits while another command publishes there, and says by `waiting` that it does. `project` is the project's folder,
    which is never written over. `untouched` says that the site stands there just as it was published.
    """
    folders = Folders.around(out)
    try:
        found = (*check_paths(outputs), *check_target(folders.site, real(project)))
        if found:
            return Outcome(None, found)
        with _inside(folders.site.parent), locked(folders, waiting):
            return _publish(outputs, folders, exchange, untouched)
    except OSError as error:
        return Outcome(None, (mishaps.refused(error, folders.site),))


def obstacles(outputs: Sequence[File], out: Path, project: Path) -> tuple[Diagnostic, ...]:
    """Why the outputs could not be published as the folder `out`, as far as can be told without writing anything."""
    folders = Folders.around(out)
    try:
        found = (*check_paths(outputs), *check_target(folders.site, real(project)))
        foreign = [] if found else strangers(folders.site)
    except OSError as error:
        return (mishaps.refused(error, folders.site),)
    return (*found, mishaps.foreign(folders.site, foreign)) if foreign else found


def recover(out: Path) -> tuple[Diagnostic, ...]:
    """Finishes or takes away what a killed command left beside the site; diagnostics where that cannot be done."""
    folders = Folders.around(out)
    try:
        if not folders.new.exists() and not folders.old.exists():
            return ()
        with locked(folders):
            return finish(folders)
    except OSError as error:
        return (mishaps.refused(error, folders.site),)


def _publish(
    outputs: Sequence[File], folders: Folders, exchange: Exchange, untouched: bool
) -> Outcome[Published | None]:
    if in_the_way := finish(folders):
        return Outcome(None, in_the_way)
    if not untouched and (foreign := strangers(folders.site)):
        return Outcome(None, (mishaps.foreign(folders.site, foreign),))
    before = listed(folders.site) or {}
    kept = unchanged(outputs, folders.site, untouched)
    removed = before.keys() - {each.path for each in outputs}
    done = Published(folders.site, len(outputs) - len(kept), len(kept), len(removed))
    if len(kept) == len(outputs) and not removed and _holds_marker(outputs, folders.site):
        return Outcome(done)
    _replace(outputs, kept, folders, exchange)
    return Outcome(done, _tidy(folders))


def _holds_marker(outputs: Sequence[File], site: Path) -> bool:
    return bool(unchanged([Output(MARKER, manifest(outputs))], site))


def _replace(outputs: Sequence[File], kept: frozenset[str], folders: Folders, exchange: Exchange) -> None:
    try:
        stage(outputs, kept, folders)
        replace(folders, exchange)
    except BaseException:
        with contextlib.suppress(OSError):
            finish(folders)
        raise


def _tidy(folders: Folders) -> tuple[Diagnostic, ...]:
    """Deletes the old site. The new one is published by now, so what cannot be deleted is no error any more."""
    with contextlib.suppress(OSError):
        finish(folders)
    left = [folder for folder in (folders.new, folders.old) if folder.exists()]
    return tuple(mishaps.leftover(folder) for folder in left)


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Makes the folder, and takes away again what it has made of it if it is empty in the end."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            for each in missing:
                each.rmdir()
