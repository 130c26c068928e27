"""A newer capture of a text: what is shown before anything is written, and what is written then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import cli
from tests.projects import PLAIN, make_project

SEED = PLAIN["seeds/walk.txt"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The plain project, built and locked."""
    root = make_project(tmp_path / "project")
    assert cli.main(["build", "--project", str(root), "--quiet"]) == cli.FINE
    return root


def newer(root: Path, old: str, new: str) -> Path:
    """A capture in which some words are others."""
    path = root.parent / "walk-2.txt"
    path.write_text(SEED.replace(old, new), "utf-8")
    return path


def update(root: Path, path: Path, *more: str) -> int:
    return cli.main(["update", "walk", str(path), "--project", str(root), *more])


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_what_changes_is_shown_and_nothing_written_without_a_yes(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(project)
    monkeypatch.setattr("sys.stdin", (project / "seeds/walk.txt").open())  # its first line is no yes
    assert update(project, newer(project, "where the river bends", "where the brook bends")) == cli.FINE
    said = capsys.readouterr().out
    assert "0 added, 0 removed, 1 edited" in said
    assert "{+brook+}" in said
    assert "changed    note:bend: where the brook bends" in said
    assert contents(project) == before


def test_the_newer_capture_becomes_the_seed_and_the_older_one_stays(project: Path) -> None:
    path = newer(project, "Home\n", "Start\n")
    toml = (project / "content/walk/reading.toml").read_bytes()
    assert update(project, path, "--yes") == cli.FINE
    assert (project / "seeds/walk-2.txt").read_bytes() == path.read_bytes()
    assert (project / "seeds/walk.txt").read_text("utf-8") == SEED
    written = (project / "content/walk/reading.toml").read_bytes()
    assert written == toml.replace(b'"walk.txt"', b'"walk-2.txt"')
    assert cli.main(["check", "--project", str(project), "--strict"]) == cli.FINE


def test_what_was_never_locked_is_remembered_from_the_older_text(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    assert not (root / "content/walk/anchors.lock").exists()
    path = newer(root, "The mill stands where the river bends, and it has stood there since 1874. ", "")
    path.write_text(path.read_text("utf-8").replace("past the door", "where the river bends"), "utf-8")
    assert update(root, path, "--yes") == cli.FINE
    assert (root / "content/walk/anchors.lock").exists()
    assert cli.main(["build", "--project", str(root)]) == cli.ERRORS
    assert not (root / "site").exists()


def test_a_seed_of_that_name_is_never_overwritten(project: Path) -> None:
    (project / "seeds/walk-2.txt").write_text("Somebody's own.", "utf-8")
    assert update(project, newer(project, "Home\n", "Start\n"), "--yes") == cli.FINE
    assert (project / "seeds/walk-2.txt").read_text("utf-8") == "Somebody's own."
    assert "walk-2-2.txt" in (project / "content/walk/reading.toml").read_text("utf-8")


def test_added_and_removed_paragraphs_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roof = "Nobody has mended the roof of the house since then, and the swallows have it to themselves."
    path = newer(project, "Share this article", f"{roof}\n\nShare this article")
    path.write_text(
        path.read_text("utf-8").replace("“We heard it stop,”", "“I was asleep,”").replace("Sport", "Sports")
    )
    assert update(project, path, "--json") == cli.FINE
    told = json.loads(capsys.readouterr().out)
    assert told["added"] == [roof]
    assert [each["was"][:10] for each in told["edited"]] == ["“We heard "]
    assert told["fates"] == {"note:bend": "kept"}


def test_the_same_capture_is_no_newer_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert update(project, project / "seeds/walk.txt", "--yes") == cli.ERRORS
    assert "[seed-shared]" in capsys.readouterr().err


def test_a_reading_that_is_not_there_is_told_with_one_that_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = newer(project, "Home\n", "Start\n")
    assert cli.main(["update", "wlak", str(path), "--project", str(project)]) == cli.ERRORS
    assert "did you mean `walk`?" in capsys.readouterr().err


def test_a_line_that_cannot_be_rewritten_is_told_and_nothing_is_copied(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = project / "content/walk/reading.toml"
    toml.write_text(toml.read_text("utf-8").replace('seed = "walk.txt"', 'seed = """walk.txt"""'), "utf-8")
    before = contents(project)
    assert update(project, newer(project, "Home\n", "Start\n"), "--yes", "--json") == cli.ERRORS
    assert _codes(capsys) == ["file-unwritable"]
    assert contents(project) == before


def _codes(capsys: pytest.CaptureFixture[str]) -> list[str]:
    lines = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    return [line["code"] for line in lines if "code" in line]
