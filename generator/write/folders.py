"""The three folders that publishing knows of."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


def real(path: Path) -> Path:
    """The path, absolute and without symbolic links, whether it exists or not."""
    return Path(os.path.realpath(path))


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the site stands, and what stands beside it while a new one is published."""

    site: Path
    """Absolute, without symbolic links."""

    @classmethod
    def around(cls, out: Path) -> Folders:
        """The folders for a site that any path asks for. A symbolic link stays; what it leads to is replaced."""
        return cls(real(out))

    @property
    def new(self) -> Path:
        """The site that is being written; after the exchange, the one that it has replaced."""
        return self.site.parent / f".{self.site.name}.new"

    @property
    def old(self) -> Path:
        """The replaced site, where a system cannot exchange two folders in one step."""
        return self.site.parent / f".{self.site.name}.old"
