"""Two people add notes on two branches: of a conflict in the lock both sides are kept, and it is whole again."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator import cli
from tests.projects import make_project

LOCK = "content/walk/anchors.lock"
ANNA = "## Heard {#heard}\n\n> We heard it stop\n\nBy Anna.\n"
BEN = "## Ice {#ice}\n\n> when the ice came early\n\nBy Ben.\n\n## Sleep {#sleep}\n\n> learned to sleep\n\nBen too.\n"


def git(root: Path, *arguments: str) -> int:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]
    return subprocess.run(["git", *identity, *arguments], cwd=root, capture_output=True, check=False).returncode


def written(root: Path, branch: str, notes: str) -> None:
    """A branch with a file of notes, built and committed."""
    git(root, "checkout", "-q", "main")
    git(root, "checkout", "-q", "-b", branch)
    (root / "content/walk/notes").mkdir(exist_ok=True)
    (root / f"content/walk/notes/{branch}.md").write_text(notes, "utf-8")
    assert cli.main(["build", "--project", str(root), "--quiet"]) == cli.FINE
    git(root, "add", "-A")
    assert git(root, "commit", "-q", "-m", branch) == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="no git on this machine")
def test_both_sides_of_a_conflict_make_one_lock(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path / "project", "=== .gitignore\nsite/\n")
    assert cli.main(["build", "--project", str(root), "--quiet"]) == cli.FINE
    assert git(root, "init", "-q", "-b", "main") == 0
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "base")
    written(root, "anna", ANNA)
    written(root, "ben", BEN)
    assert git(root, "merge", "anna") == 1
    assert cli.main(["check", "--project", str(root)]) == cli.ERRORS
    assert "two versions of this file were not merged" in capsys.readouterr().err
    lock = root / LOCK
    lock.write_text(re.sub(r"^(<{7}|={7}|>{7}).*\n", "", lock.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    assert cli.main(["check", "--project", str(root), "--strict"]) == cli.FINE
    capsys.readouterr()
    cli.main(["check", "--anchors", "--project", str(root)])
    assert capsys.readouterr().out == "walk: 4 kept\n"
