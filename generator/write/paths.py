"""Outputs may only become files inside the site, each its own on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Place, diagnose
from generator.model import File
from generator.places import MARKER, is_device

_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]')


def check_paths(outputs: Sequence[File]) -> tuple[Diagnostic, ...]:
    """What is wrong with the outputs' paths: they leave the site, or two of them are one file on some system."""
    wrong = [_unusable(each.path, reason) for each in outputs if (reason := _reason(each.path))]
    return (*wrong, *_clashes(outputs))


def _reason(path: str) -> str:
    names = path.split("/")
    if any(name in ("", ".", "..") for name in names):
        return "leads out of the site, or names no file"
    if found := _NOT_IN_A_NAME.search(path):
        return f"has a character that no file name may have everywhere: {found[0]!r}"
    if any(name != name.rstrip(". ") for name in names):
        return "has a part that ends in a dot or a space, which Windows leaves out"
    if any(map(is_device, names)):
        return "has a part that Windows takes for a device"
    return "is the name of the site's own list of files" if _folded(path) == MARKER else ""


def _clashes(outputs: Sequence[File]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for output in outputs:
        folded = _folded(output.path)
        if folded in seen:
            yield _unusable(output.path, f"is the same file as {seen[folded]} on many systems")
        seen.setdefault(folded, output.path)
    for folded, path in seen.items():
        parent = folded.rpartition("/")[0]
        while parent:
            if parent in seen:
                yield _unusable(path, f"needs a folder where the file {seen[parent]} is")
            parent = parent.rpartition("/")[0]


def _folded(path: str) -> str:
    """What case-insensitive disks, and those that compose letters, take for one name."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _unusable(path: str, reason: str) -> Diagnostic:
    return diagnose(
        "output-path",
        f"the site cannot have a file {path!r}",
        Place(path),
        why=f"The path {reason}.",
        fix="rename the folder or the entry that it is named after.",
    )
