"""Files that are too large, lie elsewhere, or are no files at all, are told and not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import Diagnostic
from generator.project import read_capture
from tests.projects import PLAIN, make_project

FACTS = PLAIN["content/walk/reading.toml"]


def errors(root: Path) -> list[Diagnostic]:
    return [each for each in pipeline.build(root).diagnostics if each.severity == "error"]


def grow(path: Path, megabytes: float) -> None:
    """Makes a file longer by lines of menus, which are left out."""
    with path.open("ab") as file:
        file.write(b"\nHome              \n" * int(megabytes * 1_000_000 / 20))


def test_a_seed_that_is_too_large_is_told_and_may_be_allowed(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "content/walk/reading.toml").write_text(f"{FACTS}[limits]\nseed = 1\n", "utf-8")
    assert errors(root) == []
    grow(root / "seeds/walk.txt", 1.1)
    (found,) = errors(root)
    assert (found.code, found.place.path) == ("file-too-big", "seeds/walk.txt")
    assert "more than 1 MB" in found.message
    (root / "content/walk/reading.toml").write_text(f"{FACTS}[limits]\nseed = 2\n", "utf-8")
    assert errors(root) == []


@pytest.mark.parametrize("value", ["true", '"2"', "2.5"])
def test_a_limit_is_a_whole_number(tmp_path: Path, value: str) -> None:
    root = make_project(tmp_path)
    (root / "content/walk/reading.toml").write_text(f"{FACTS}[limits]\nseed = {value}\n", "utf-8")
    assert [each.code for each in errors(root)] == ["wrong-type"]


@pytest.mark.parametrize(
    "name", ["content/walk/notes.md", "content/site.toml", "content/walk/reading.toml", "seeds/walk.txt"]
)
def test_no_file_is_read_that_has_more_than_twenty_megabytes(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path)
    os.truncate(root / name, 20_000_001)
    assert [(each.code, each.place.path) for each in errors(root)][:1] == [("file-too-big", name)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("name", ["content/walk/notes.md", "seeds/walk.txt", "content/glossary.md"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path)
    (root / name).unlink(missing_ok=True)
    os.mkfifo(root / name)
    assert ("file-unreadable", name) in [(each.code, each.place.path) for each in errors(root)]


def test_a_capture_from_anywhere_has_the_same_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    os.truncate(tmp_path / "a.txt", 20_000_001)
    outcome = read_capture(tmp_path, tmp_path / "a.txt")
    assert (outcome.value, [each.code for each in outcome.diagnostics]) == (None, ["file-too-big"])


@pytest.mark.skipif(os.name == "nt", reason="needs links")
@pytest.mark.parametrize(
    "name",
    [
        *(
            "content/walk/notes.md",
            "content/walk/reading.toml",
            "content/walk/anchors.lock",
            "content/walk/notes/Ada.md",
        ),
        *("content/walk/timeline.md", "content/glossary.md", "content/site.toml", "seeds/walk.txt"),
    ],
)
def test_a_link_that_leads_out_of_the_project_is_not_followed(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path / "project")
    (tmp_path / "secret").write_text("## The password\n\nMellon.\n", "utf-8")
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).unlink(missing_ok=True)
    (root / name).symlink_to(tmp_path / "secret")
    built = pipeline.build(root)
    assert built.failed
    assert {each.code for each in errors(root)} <= {"file-unreadable", "seed-outside"}
    assert not [each.path for each in built.value.outputs if b"Mellon" in each.data]


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_folder_that_leads_out_of_the_project_is_no_reading(tmp_path: Path) -> None:
    root, other = make_project(tmp_path / "project"), make_project(tmp_path / "other")
    (root / "content/other").symlink_to(other / "content/walk")
    assert {each.code for each in errors(root)} == {"file-unreadable"}
    (root / "content/other").unlink()
    (root / "content").rename(tmp_path / "kept-elsewhere")
    (root / "content").symlink_to(tmp_path / "kept-elsewhere")
    assert errors(root) == [], "a project's own folders may stand elsewhere"
