"""What kept a site from being published, as diagnostics."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, Place, diagnose

_FULL = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "a page is larger than the disk takes",
}
_REFUSED = {
    errno.EACCES: ("you may not write here", "choose another folder with --out, or change who may write here."),
    errno.EPERM: ("you may not write here", "choose another folder with --out, or change who may write here."),
    errno.EROFS: ("the disk can only be read", "choose a folder on another disk with --out."),
    errno.ENAMETOOLONG: ("a file's name is too long for the disk", "shorten the folder's name, or the slug."),
    errno.ENOTDIR: ("a part of the path is a file", "choose another folder with --out."),
    errno.EBUSY: ("the folder is in use, or a disk is mounted on it", "choose a folder inside of it with --out."),
}
_NAMED = 5
"""How many files are named before the rest is counted."""


def refused(error: OSError, site: Path) -> Diagnostic:
    """The system refused to write the site."""
    number = error.errno or 0
    why = f"The system says: {error.strerror or error}" + (f" ({error.filename})." if error.filename else ".")
    if number in _FULL:
        fix = "make room and build again, or choose a folder on another disk with --out."
        return _diagnose("output-full", f"the site was not published: {_FULL[number]}", site, why, fix)
    reason, fix = _REFUSED.get(number, ("the system refused", "choose another folder with --out."))
    return _diagnose("output-unwritable", f"the site was not published: {reason}", site, why, fix)


def foreign(folder: Path, found: Sequence[str]) -> Diagnostic:
    """A folder holds files that we did not write."""
    names = ", ".join(found[:_NAMED]) + (f" and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
    return _diagnose(
        "output-foreign",
        "this folder holds files that were not written by the annotated reader",
        folder,
        f"They would be lost: {names}.",
        "move them elsewhere, or choose another folder with --out.",
    )


def misplaced(folder: Path, reason: str) -> Diagnostic:
    """A site must not stand there."""
    return _diagnose(
        "output-place",
        f"a site cannot be published here: it {reason}",
        folder,
        "A site is replaced as a whole, with all that its folder holds.",
        "choose another folder with --out, one that is new or empty.",
    )


def leftover(folder: Path) -> Diagnostic:
    """The site is published, and the old one could not be deleted."""
    return _diagnose(
        "output-leftover",
        "the new site is published, but the old one could not be deleted as a whole",
        folder,
        "Somebody put a file into it just now, or the system keeps one of its files.",
        "look what is in this folder, and delete it.",
    )


def _diagnose(code: str, message: str, folder: Path, why: str, fix: str) -> Diagnostic:
    return diagnose(code, message, Place(folder.as_posix()), why, fix)
