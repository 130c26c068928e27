"""Others at work in the same folders while a build runs: files go, the site goes, the clock goes backwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator import pipeline
from generator.project import files
from generator.write import write
from tests.projects import make_project
from tests.write.sites import NEW, OLD, as_published, names, on_disk, publish

ROOT = Path(__file__).parent.parent
READ = (
    *("content/site.toml", "content/glossary.md", "content/walk/reading.toml", "content/walk/notes.md"),
    *("content/walk/notes/Ada.md", "content/walk/timeline.md", "content/walk/anchors.lock", "seeds/walk.txt"),
    *("content/walk/weir.png", "themes/own/theme.toml", "themes/own/styles/own.css"),
)


def full_project(root: Path) -> Path:
    """One that has a file of each kind."""
    made = make_project(
        root,
        '=== content/site.toml\ntitle = "Readings"\nurl = "https://example.org/"\ntheme = "own"\n'
        "=== content/glossary.md\n## Aller\n\nA river.\n=== content/walk/notes/Ada.md\n## Ice\n\nIt was early.\n"
        "=== content/walk/timeline.md\n## 1951: The end\n=== content/walk/anchors.lock\n"
        '=== themes/own/theme.toml\nextends = "base"\n=== themes/own/styles/own.css\np { color: red }\n',
    )
    facts = '[[images]]\ncaption = "where the river bends"\nfile = "weir.png"\nalt = ""\n'
    with (made / "content/walk/reading.toml").open("a", encoding="utf-8") as file:
        file.write(facts)
    (made / "content/walk/weir.png").write_bytes(b"no picture")
    return made


@pytest.mark.parametrize("name", READ)
def test_a_file_that_goes_right_before_it_is_opened_is_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, asked, gone = full_project(tmp_path), files.leads_out, []

    def take_away(root: Path, path: Path) -> bool:
        if path == root / name:
            path.unlink()
            gone.append(name)
        return asked(root, path)

    # It is asked of every path that was listed, right before the file is opened.
    monkeypatch.setattr(files, "leads_out", take_away)
    built = pipeline.build(root)
    assert gone == [name]
    assert ("file-unreadable", name) in [(each.code, each.place.path) for each in built.diagnostics]


@contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[None]:
    """Does something again and again in a thread."""
    ended = threading.Event()

    def again() -> None:
        while not ended.is_set():
            work()

    thread = threading.Thread(target=again)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def test_folders_that_come_and_go_end_no_build_with_an_exception(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    shutil.copytree(root / "content/walk", tmp_path / "kept")

    def come_and_go() -> None:
        shutil.rmtree(root / "content/walk", ignore_errors=True)
        shutil.copytree(tmp_path / "kept", root / "content/walk")

    with meanwhile(come_and_go):
        for _ in range(30):
            built = pipeline.build(root)
            assert built.failed or "walk/index.html" in {each.path for each in built.value.outputs}
    assert not pipeline.build(root).failed


@pytest.mark.parametrize("name", ["content/walk/notes", "content/walk", "content/glossary"])
def test_a_folder_that_goes_right_before_it_is_listed_raises_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, asked, gone = full_project(tmp_path), Path.iterdir, []
    (root / name).mkdir(exist_ok=True)

    def take_away(path: Path) -> Iterator[Path]:
        if path == root / name:
            shutil.rmtree(path, ignore_errors=True)
            gone.append(name)
        return asked(path)

    monkeypatch.setattr(Path, "iterdir", take_away)
    built = pipeline.build(root)
    assert gone
    assert built.diagnostics


def test_a_site_that_goes_while_it_is_published_is_whole_in_the_end(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with meanwhile(lambda: shutil.rmtree(site, ignore_errors=True)):
        for nth in range(60):
            outcome = write((OLD, NEW)[nth % 2], site, tmp_path / "project")
            codes = {each.code for each in outcome.diagnostics}
            assert codes <= {"output-unwritable", "output-leftover", "output-foreign"}
            assert outcome.value or codes
    publish(NEW, site)
    assert on_disk(site) == as_published(NEW)
    assert names(tmp_path) == ["site"]


def test_a_new_site_that_goes_before_it_is_put_in_place_leaves_the_old_one(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")

    def take_away(one: Path, other: Path) -> bool:
        shutil.rmtree(one)
        return False

    outcome = write(NEW, tmp_path / "site", tmp_path / "project", take_away)
    assert [each.code for each in outcome.diagnostics] == ["output-unwritable"]
    assert on_disk(tmp_path / "site") == as_published(OLD)
    assert names(tmp_path) == ["site"]


def build(root: Path) -> str:
    """Builds with a process of its own; returns the reading's page."""
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(root), "--quiet"]
    subprocess.run(command, check=True, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (root / "site/walk/index.html").read_text("utf-8")


@pytest.mark.parametrize("ahead", [86_400, -86_400, 0])
def test_a_clock_that_goes_backwards_hides_no_change(ahead: int, tmp_path: Path) -> None:
    """Files, the site and the cache have times of a clock that was ahead; then it is set right."""
    root = make_project(tmp_path)
    note = root / "content/walk/notes.md"
    stamp = note.stat().st_mtime + ahead
    for word in ("Aller", "Weser", "Leine", "Leine", "Hunte"):
        note.write_text(f"## The bend {{#bend}}\n\n> where the river bends\n\nThe river is the {word}.\n", "utf-8")
        for each in (*root.rglob("*"), root):
            os.utime(each, (stamp, stamp))
        stamp -= 3600
        assert f"The river is the {word}" in build(root)
    assert names(root) == [".cache", "content", "seeds", "site"]
