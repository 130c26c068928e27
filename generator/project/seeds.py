"""What lies in seeds/ already, for a capture that is to be taken in."""

from __future__ import annotations

import os
from pathlib import Path

from generator.project.files import listed


def seed_with(root: Path, data: bytes) -> str:
    """The name of the seed that holds these very bytes; empty where there is none."""
    return next((path.name for path in listed(root / "seeds") if _holds(path, data)), "")


def is_taken(folder: Path, name: str) -> bool:
    """Whether a folder holds something of that name, in capitals or small letters."""
    return name.casefold() in {path.name.casefold() for path in listed(folder)} or os.path.lexists(folder / name)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
