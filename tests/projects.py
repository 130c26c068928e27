"""Small projects on disk, described as text.

A description holds parts that begin with a line `=== path`; the part's lines are the file. `=== path encoding`
writes it in another encoding, `=== path/` makes an empty folder, `=== remove path` takes something away.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

PLAIN = {
    "seeds/walk.txt": (
        "Home\nNews\nSport\n\nA Walk to the Mill\n\nBy Ada Writer\n\n"
        "The mill stands where the river bends, and it has stood there since 1874. Its wheel turned for the last "
        "time in the winter of 1951, when the ice came early.\n\n"
        "“We heard it stop,” said the miller's daughter, who was nine years old that winter. “You hear a thing "
        "like that when it stops.”\n\n"
        "Today the river still runs past the door. The river does not ask who has gone, and the village has learned "
        "to sleep without the sound.\n\n"
        "Share this article\n"
    ),
    "content/site.toml": 'title = "Readings"\nurl = "https://example.org/readings/"\n',
    "content/walk/reading.toml": (
        'seed = "walk.txt"\ntitle = "A Walk to the Mill"\nauthors = ["Ada Writer"]\nlanguage = "en"\n'
    ),
    "content/walk/notes.md": "## The bend {#bend kind=context}\n\n> where the river bends\n\nThe river is the Aller.\n",
}
"""A project without a fault, that each description begins with."""

ROOT = Path(__file__).parent.parent

_PART = re.compile(r"^=== (?P<head>.*)\n", re.MULTILINE)


def make_project(root: Path, description: str = "") -> Path:
    """Writes the plain project with the description's changes into a folder, and returns the folder."""
    for path, source in PLAIN.items():
        _write(root / path, source.encode())
    parts = _PART.split(description)
    for head, source in zip(parts[1::2], parts[2::2], strict=True):
        words = head.split()
        if words[0] == "remove":
            _remove(root / words[1])
        elif words[0].endswith("/"):
            _remove(root / words[0])
            (root / words[0]).mkdir(parents=True)
        elif words[0] not in ("command", "expected"):
            _write(root / words[0], source.encode(words[1] if len(words) > 1 else "utf-8"))
    return root


def part(description: str, name: str) -> str:
    """What a description says under `=== name`; empty where it has no such part."""
    parts = _PART.split(description)
    named: dict[str, str] = dict(zip(parts[1::2], parts[2::2], strict=True))
    return named.get(name, "")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def own(path: str) -> Path:
    """A file or folder of this very project; without it the test is skipped: the site may hold other texts."""
    if not (ROOT / path).exists():
        pytest.skip(f"{path} has been taken out of this project")
    return ROOT / path
