"""Whole builds, as people start them, killed at any moment: the site is the old one or the new one, and all goes on.

`KILLS=200 pytest tests/test_interrupted.py` kills more often.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.projects import make_project
from tests.write.sites import on_disk

ROOT = Path(__file__).parent.parent
KILLS = int(os.environ.get("KILLS", "12"))
WORDS = ("Aller", "Weser")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs process groups and SIGKILL")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """So many readings that several processes make them."""
    root = make_project(tmp_path / "project")
    for number in range(26):
        folder = root / "content" / f"walk-{number}"
        folder.mkdir()
        facts = (root / "content/walk/reading.toml").read_text("utf-8").replace("walk.txt", f"walk-{number}.txt")
        (folder / "reading.toml").write_text(facts, "utf-8")
        text = (root / "seeds/walk.txt").read_text("utf-8")
        (root / f"seeds/walk-{number}.txt").write_text(
            f"{text}\nThe {number}th walk ended where it had begun.\n", "utf-8"
        )
    return root


def speak_of(river: str, project: Path) -> None:
    """Changes every reading."""
    for folder in (project / "content").iterdir():
        if folder.is_dir():
            note = f"## The bend {{#bend}}\n\n> where the river bends\n\nThe river is the {river}.\n"
            (folder / "notes.md").write_text(note, "utf-8")


@contextmanager
def building(project: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A build in a group of its own, whose temporary files are its own."""
    (project.parent / "temporary").mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(project.parent / "temporary")}
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(project), "--jobs", "2", "--quiet", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, start_new_session=True
    ) as process:
        yield process


def build(project: Path, *arguments: str) -> float:
    """Builds to the end; returns how many seconds that took."""
    begun = time.monotonic()
    with building(project, *arguments) as process:
        _, said = process.communicate()
    assert process.returncode == 0, said.decode()
    return time.monotonic() - begun


def test_killed_at_random_a_build_leaves_the_old_site_or_the_new_one(project: Path, tmp_path: Path) -> None:
    whole = {}
    for river in WORDS:
        speak_of(river, project)
        anew = build(project, "--out", str(tmp_path / river), "--no-cache")
        whole[river] = on_disk(tmp_path / river)
        build(project)
    speak_of(WORDS[0], project)
    known = build(project)
    moments, killed = random.Random(1874), 0
    for number in range(KILLS):
        river = WORDS[(number + 1) % 2]
        speak_of(river, project)
        took, arguments = (anew, ("--no-cache",)) if number % 4 < 2 else (known, ())
        with building(project, *arguments) as process:
            # Later moments, when it is written, are tried more often than early ones.
            time.sleep(took * moments.random() ** 0.6)
            killed += process.poll() is None
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        assert on_disk(project / "site") in whole.values(), number
        if number % 3 == 2:
            build(project)
            assert on_disk(project / "site") == whole[river]
    assert killed > KILLS / 3
    _nothing_is_left(project, tmp_path)


def _nothing_is_left(project: Path, tmp_path: Path) -> None:
    for entry in (project / ".cache/readings").iterdir():
        os.utime(entry, (time.time() - 120,) * 2)
    speak_of("Leine", project)
    build(project)
    assert {each.name for each in project.iterdir()} == {"content", "seeds", "site", ".cache"}
    assert {each.name for each in tmp_path.iterdir()} == {"project", "temporary", *WORDS}
    assert {each.name for each in (project / ".cache").iterdir()} == {"readings", "standing.json"}
    assert not [each for each in (project / ".cache/readings").iterdir() if each.name.startswith("part~")]
    assert not [*(tmp_path / "temporary").iterdir()]
    files = {each.name for each in (project / "content").rglob("*") if each.is_file()}
    assert files == {"site.toml", "reading.toml", "notes.md", "anchors.lock"}
