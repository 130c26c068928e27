"""A build that would change nothing: told by a look at the files, and never where it would change something."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import commands, standing
from generator.cli import FINE, main
from tests.projects import make_project

NOTE = "content/walk/notes.md"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose site stands, with its quotes locked."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    root = make_project(tmp_path / "p")
    assert build(root) == build(root) == FINE
    return root


def build(root: Path, *others: str) -> int:
    return main(["build", "--project", str(root), *others])


def is_standing(root: Path, *others: str) -> bool:
    return standing.said_before(["--project", str(root), *others]) is not None


def test_a_second_build_loads_nothing_and_says_the_same(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (built / "content/walk/glossary.md").write_text("## Abacus\n\nIt counts.\n", "utf-8")
    build(built)
    build(built)
    first = capsys.readouterr()
    assert "term-unused" in first.err
    monkeypatch.setattr(commands, "run", lambda _: pytest.fail("loaded"))
    assert build(built) == FINE
    again = capsys.readouterr()
    assert again.err
    assert first.err.endswith(again.err)
    assert again.out.split(";")[0] in first.out


@pytest.mark.parametrize("name", ["p", "./p", "p/", ".//p", "p/../p"])
def test_a_project_may_be_named_in_many_ways(built: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(built.parent)
    assert main(["build", "--project", name]) == main(["build", "--project", name]) == FINE
    monkeypatch.setattr(commands, "run", lambda _: pytest.fail("loaded"))
    assert main(["build", "--project", name]) == FINE


def test_the_folder_itself_may_be_the_project(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built)
    for arguments in ([], ["--project", "."], ["--project", ""]):
        assert main(["build", *arguments]) == main(["build", *arguments]) == FINE
        assert standing.said_before(arguments)


def test_the_generator_s_own_themes_are_looked_at(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "THEMES", tmp_path / "themes")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes/page.css").write_text("a", "utf-8")
    (built / NOTE).write_text((built / NOTE).read_text("utf-8").replace("Aller", "Weser"), "utf-8")
    assert build(built) == build(built) == FINE
    assert is_standing(built)
    (tmp_path / "themes/page.css").write_text("b", "utf-8")
    assert not is_standing(built)


def _edit(root: Path) -> None:
    (root / NOTE).write_text((root / NOTE).read_text("utf-8").replace("Aller", "Weser"), "utf-8")


def _edit_within_the_same_moment(root: Path) -> None:
    """The same size, and the old time put back."""
    before = (root / NOTE).stat()
    _edit(root)
    os.utime(root / NOTE, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replace(root: Path) -> None:
    other = root / "content/other.tmp"
    shutil.copy2(root / NOTE, other)
    other.write_text((root / NOTE).read_text("utf-8").replace("Aller", "Weser"), "utf-8")
    other.replace(root / NOTE)


CHANGES: dict[str, Callable[[Path], object]] = {
    "an edit": _edit,
    "an edit that hides": _edit_within_the_same_moment,
    "a file put in its place": _replace,
    "a new file": lambda root: (root / "content/walk/more.md").write_text("x"),
    "a removed file": lambda root: (root / NOTE).unlink(),
    "a new seed": lambda root: (root / "seeds/new.txt").write_text("x"),
    "a damaged site": lambda root: (root / "site/index.html").write_text("x"),
    "a page taken away": lambda root: (root / "site/index.html").unlink(),
    "no site": lambda root: shutil.rmtree(root / "site"),
    "a stranger in the site": lambda root: (root / "site/mine.txt").write_text("x"),
    "a killed build": lambda root: (root / ".site.new").mkdir(),
    "a link": lambda root: (root / "content/walk/link.md").symlink_to(root / NOTE),
    "a damaged record": lambda root: (root / ".cache/standing.json").write_text("{"),
    "a made-up record": lambda root: (root / ".cache/standing.json").write_text('{"asked": []}'),
    "no record": lambda root: shutil.rmtree(root / ".cache"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_seen(built: Path, change: Callable[[Path], object]) -> None:
    assert is_standing(built)
    change(built)
    assert not is_standing(built)


@pytest.mark.parametrize("others", [("--drafts",), ("--url", "https://other.example/"), ("--frozen",), ("--strict",)])
def test_other_arguments_are_another_build(built: Path, others: tuple[str, ...]) -> None:
    assert not is_standing(built, *others)


def test_an_edit_right_behind_a_build_is_published(built: Path) -> None:
    for number in range(20):
        (built / NOTE).write_text(
            f"## The bend {{#bend}}\n\n> where the river bends\n\nTold {number:02} times.\n", "utf-8"
        )
        assert build(built, "--quiet") == FINE
        assert f"Told {number:02} times" in (built / "site/walk/index.html").read_text("utf-8")


def test_a_disk_whose_clock_stands_still_has_no_record(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = time.time() + 1000
    os.utime(built / NOTE, (later, later))
    assert build(built) == FINE
    assert not is_standing(built)


def test_a_failed_build_is_not_remembered(built: Path) -> None:
    (built / NOTE).write_text("## Note\n\n> words that are not there\n\nX.\n", "utf-8")
    assert build(built) != FINE
    assert not is_standing(built)


def test_help_loads_no_generator() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from generator.cli import main; main(['--help']); assert 'generator.pipeline' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
