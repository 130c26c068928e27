"""Files of an author: the old bytes or the new ones, the same permissions, no traces."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from generator import cli
from generator.model import Output
from generator.write import replace_files
from tests.projects import make_project
from tests.write.sites import killed


@pytest.mark.skipif(os.name == "nt", reason="needs file modes")
def test_a_file_keeps_its_permissions_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    assert replace_files(tmp_path, [Output("notes.md", b"new")]).value == ("notes.md",)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["notes.md"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("same", "utf-8")
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert replace_files(tmp_path, [Output("notes.md", b"same")]).value == ()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", "utf-8")
    (tmp_path / "notes.md").symlink_to("real.md")
    replace_files(tmp_path, [Output("notes.md", b"new")])
    assert (tmp_path / "notes.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_what_cannot_be_written_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    outcome = replace_files(tmp_path, [Output("gone/notes.md", b"new"), Output("notes.md", b"new")])
    assert [each.code for each in outcome.diagnostics] == ["file-unwritable"]
    assert outcome.value == ("notes.md",)
    assert (tmp_path / "notes.md").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_link_that_leads_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "project/content/walk").mkdir(parents=True)
    (tmp_path / "precious").write_text("old", "utf-8")
    (tmp_path / "project/content/walk/anchors.lock").symlink_to(tmp_path / "precious")
    (tmp_path / "project/content/run").symlink_to(tmp_path)
    for path in ("content/walk/anchors.lock", "content/run/precious"):
        (found,) = replace_files(tmp_path / "project", [Output(path, b"new")]).diagnostics
        assert (found.code, "leads out of the project" in found.message) == ("file-unwritable", True)
    assert (tmp_path / "precious").read_text("utf-8") == "old"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_killed_at_any_moment_a_file_has_its_old_bytes_or_its_new_ones(tmp_path: Path) -> None:
    seen, moment = set(), 1
    while True:
        (tmp_path / str(moment)).mkdir()
        path = tmp_path / str(moment) / "notes.md"
        path.write_bytes(b"old" * 9)
        ended = not killed(moment, lambda: replace_files(path.parent, [Output("notes.md", b"new" * 9)]))  # noqa: B023 - run at once
        seen.add(path.read_bytes())
        if ended:
            break
        moment += 1
    assert seen == {b"old" * 9, b"new" * 9}
    assert moment > 4


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_file_is_put_in_the_place_of_the_old_one_and_not_written_over(tmp_path: Path) -> None:
    """What is written over is cut short for a moment that no test can hit."""
    (tmp_path / "notes.md").write_bytes(b"old")
    (tmp_path / "the same.md").hardlink_to(tmp_path / "notes.md")
    assert replace_files(tmp_path, [Output("notes.md", b"new")]).value == ("notes.md",)
    assert (tmp_path / "the same.md").read_bytes() == b"old"


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_lines_keep_their_ends(end: bytes, tmp_path: Path) -> None:
    """The commands that write an author's files: what they did not mean to change is as it was."""
    root = make_project(tmp_path / "project")
    path = root / "content/walk/reading.toml"
    lines = path.read_bytes().replace(b"\n", end)
    path.write_bytes(lines)
    (tmp_path / "walk-2.txt").write_bytes((root / "seeds/walk.txt").read_bytes().replace(b"early", b"late"))
    status = cli.main(["update", "walk", str(tmp_path / "walk-2.txt"), "--yes", "--project", str(root)])
    assert status == cli.FINE
    assert path.read_bytes() == lines.replace(b"walk.txt", b"walk-2.txt")
