"""Two commands that publish into one folder come one after the other."""

from __future__ import annotations

import select
import subprocess
import sys
from pathlib import Path

from generator.write.folders import Folders
from generator.write.locking import locked
from tests.projects import make_project
from tests.write.sites import OLD, as_published, large, names, on_disk, publish

ROOT = Path(__file__).parents[2]
PUBLISH = """
import pathlib, sys
from tests.write.sites import large, publish
print("begin", flush=True)
for _ in range(int(sys.argv[3])):
    publish(large(sys.argv[2]), pathlib.Path(sys.argv[1]))
print("end", flush=True)
"""


def start(out: Path, word: str, times: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PUBLISH, str(out), word, str(times)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


def test_the_second_waits(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    with start(tmp_path / "site", "second", 1) as second:
        assert second.stdout
        with locked(Folders.around(tmp_path / "site")):
            assert second.stdout.readline() == b"begin\n"
            assert select.select([second.stdout], [], [], 0.5)[0] == [], "it waits"
            assert on_disk(tmp_path / "site") == as_published(OLD)
        assert second.stdout.readline() == b"end\n"
    assert on_disk(tmp_path / "site") == as_published(large("second"))
    assert names(tmp_path) == ["site"]


def test_a_build_says_that_it_waits(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(project), "--out", str(tmp_path / "a/site")]
    (tmp_path / "a").mkdir()
    with subprocess.Popen(command, stderr=subprocess.PIPE) as build:
        assert build.stderr
        with locked(Folders.around(tmp_path / "a/site")):
            while b"Another build" not in (line := build.stderr.readline()):
                assert line, "it says so"
            assert not (tmp_path / "a/site").exists()
    assert build.returncode == 0
    assert (tmp_path / "a/site/index.html").exists()


def test_many_at_once(tmp_path: Path) -> None:
    words = ["one", "two", "three"]
    processes = [start(tmp_path / "site", word, 8) for word in words]
    for process in processes:
        assert process.communicate()[0] == b"begin\nend\n"
        assert process.returncode == 0
    assert on_disk(tmp_path / "site") in [as_published(large(word)) for word in words]
    assert names(tmp_path) == ["site"]
