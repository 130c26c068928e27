"""The files of a theme's folder, those of its folders too, wherever inside of the theme links lead."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome
from generator.project.files import closed, is_folder, is_inside, listed, relative, unreadable

_MOST_LINKS = 100
"""Links to folders of links to folders double what there is to read with each."""


def theme_files(root: Path, theme: Path, kind: str) -> Outcome[tuple[Path, ...]]:
    """All files below a theme's folder of that name; of what cannot be looked into, or leads elsewhere, it is told."""
    walk = _Walk(root, theme)
    files = tuple(walk.files(theme / kind, ()))
    return Outcome(files, tuple(walk.found))


class _Walk:
    """A walk through a theme: what it has found to be wrong, and how many links it has followed."""

    def __init__(self, root: Path, theme: Path) -> None:
        self.root = root
        self.theme = theme
        self.links = 0
        self.found: list[Diagnostic] = []

    def files(self, folder: Path, way: tuple[str, ...]) -> Iterator[Path]:
        """The files below a folder; `way` are the real paths of those that it was reached through."""
        way = (*way, os.path.realpath(folder))
        self.found += closed(self.root, folder)
        for path in listed(folder):
            if not is_folder(path):
                yield path
            elif reason := self._astray(path, way):
                self.found.append(unreadable(relative(self.root, path), OSError(errno.ELOOP, reason)))
            else:
                yield from self.files(path, way)

    def _astray(self, path: Path, way: tuple[str, ...]) -> str:
        """Why a folder is not walked into; empty where it is."""
        if os.path.realpath(path) in way:
            return "it is a link that leads round in a circle"
        if not path.is_symlink():
            return ""
        if not is_inside(path, self.theme):
            return "it is a link that leads out of the theme"
        self.links += 1
        return f"there are more than {_MOST_LINKS} links to folders in this theme" if self.links > _MOST_LINKS else ""
