"""Readings made by the workers of a real scheduler, one of which is killed half-way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator import cli, pipeline
from generator.cluster import NoCluster, cluster
from tests.projects import PLAIN, make_project
from tests.test_cli import contents

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

ROOT = Path(__file__).parents[1]
PATIENCE = 60.0
"""Seconds that nothing is expected to take a tenth of."""


@dataclass
class Dask:
    """A scheduler and its workers, each a process of its own."""

    folder: Path
    address: str = ""
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__DASHBOARD__LINK": ""},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.running.append(process)
        return process

    def worker(self) -> subprocess.Popen[str]:
        process = self.start("worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard")
        _line_with(process, "Registered to")
        return process

    def end(self) -> None:
        for each in self.running:
            each.kill()
            each.communicate()


def _line_with(process: subprocess.Popen[str], words: str) -> str:
    end = time.monotonic() + PATIENCE
    assert process.stderr
    while time.monotonic() < end:
        line = process.stderr.readline()
        if words in line:
            return line
        assert line, f"it ended without {words!r}"
    raise AssertionError(f"it never said {words!r}")


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Dask]:
    """A scheduler without workers."""
    started = Dask(tmp_path)
    scheduler = started.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    started.address = _line_with(scheduler, "Scheduler at:").split()[-1]
    yield started
    started.end()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A project of forty readings."""
    root = make_project(tmp_path / "p")
    for number in range(39):
        folder = root / "content" / f"walk-{number}"
        folder.mkdir()
        facts = PLAIN["content/walk/reading.toml"].replace("A Walk", f"Walk {number}")
        (folder / "reading.toml").write_text(facts.replace("walk.txt", f"walk-{number}.txt"), "utf-8")
        (folder / "notes.md").write_text(f"## Note\n\n> river bends\n\nThe {number}th note.\n", "utf-8")
        (root / "seeds" / f"walk-{number}.txt").write_text(PLAIN["seeds/walk.txt"], "utf-8")
    return root


def test_a_worker_that_is_killed_half_way_changes_nothing(dask: Dask, many: Path) -> None:
    first, _ = dask.worker(), dask.worker()
    told: list[int] = []

    def watch(done: int, _: int) -> None:
        told.append(done)
        if done == 1:
            first.send_signal(signal.SIGKILL)

    with cluster(dask.address) as workers:
        made = pipeline.build(many, means=pipeline.Means(workers=lambda _: nullcontext(workers), watch=watch))
    assert first.wait(PATIENCE) == -signal.SIGKILL
    assert told == list(range(1, 41))
    assert made == pipeline.build(many)


def test_the_command_line_takes_a_scheduler(dask: Dask, many: Path, tmp_path: Path) -> None:
    dask.worker()
    common = ("build", "--project", str(many), "--quiet", "--no-cache", "--frozen")
    assert cli.main([*common, "--out", str(tmp_path / "far"), "--scheduler", dask.address]) == cli.FINE
    assert cli.main([*common, "--out", str(tmp_path / "near"), "--jobs", "1"]) == cli.FINE
    assert contents(tmp_path / "far") == contents(tmp_path / "near")


def test_a_scheduler_without_workers(dask: Dask) -> None:
    with pytest.raises(NoCluster, match="has no worker"), cluster(dask.address):
        pass


def test_nobody_at_the_address(many: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cluster._PATIENCE", 1)
    arguments = ["build", "--project", str(many), "--scheduler", "tcp://127.0.0.1:1", "--out", str(many / "site")]
    assert cli.main(arguments) == cli.COULD_NOT_START
    assert "no scheduler answers at tcp://127.0.0.1:1" in capsys.readouterr().err
    assert not (many / "site").exists()


def test_workers_with_another_generator_are_refused(dask: Dask, monkeypatch: pytest.MonkeyPatch) -> None:
    dask.worker()
    monkeypatch.setattr("generator.cluster.made_by", _another)
    with pytest.raises(NoCluster, match="another version"), cluster(dask.address):
        pass


def _another() -> str:
    return str(os.getpid())
