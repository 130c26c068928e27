"""The map step over processes gives what one process gives, whatever becomes of the workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest

from generator import pipeline
from generator.mapping import jobs_for, mapped, processes
from tests.projects import PLAIN, make_project


def square(number: int) -> int:
    return number * number


def fatal(number: int, home: int) -> int:
    """What kills the process that it runs in, but not the one at home."""
    if number == 20 and os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 50])
def test_results_come_in_order(count: int) -> None:
    expected = [number * number for number in range(count)]
    assert list(mapped(square, range(count))) == expected
    with ProcessPoolExecutor(2) as workers:
        assert list(mapped(square, range(count), workers)) == expected
    with ThreadPoolExecutor(3) as threads:
        assert list(mapped(square, range(count), threads)) == expected


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills nobody like that")
def test_what_a_killed_worker_has_not_made_is_made_here() -> None:
    with processes(2) as workers, pytest.warns(UserWarning, match="the rest is made here"):
        assert list(mapped(partial(fatal, home=os.getpid()), range(50), workers)) == list(range(50))


def test_few_readings_need_one_process() -> None:
    assert jobs_for(1) == 1
    assert jobs_for(10_000) >= 1
    with processes(1) as workers:
        assert workers is None


def test_a_site_made_by_two_processes_is_the_same(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p")
    for number in range(12):
        folder = root / "content" / f"walk-{number}"
        folder.mkdir()
        (folder / "reading.toml").write_text(PLAIN["content/walk/reading.toml"], "utf-8")
        (folder / "notes.md").write_text(f"## Note\n\n> river bends\n\nThe {number}th note.\n", "utf-8")
    told: list[tuple[int, int]] = []
    with ProcessPoolExecutor(2) as workers:
        means = pipeline.Means(workers=lambda _: nullcontext(workers), watch=lambda *now: told.append(now))
        assert pipeline.build(root, means=means) == pipeline.build(root)
    assert told == [(number, 13) for number in range(1, 14)]


_POOL = """
import os, sys, time
from generator.mapping import processes
with processes(2) as workers:
    print(*{workers.submit(os.getpid).result() for _ in range(2)}, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills nobody like that")
def test_workers_end_with_the_build_that_began_them() -> None:
    root = Path(__file__).parents[1]
    with subprocess.Popen([sys.executable, "-c", _POOL], cwd=root, stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout
        workers = [int(each) for each in build.stdout.readline().split()]
        build.kill()
    end = time.monotonic() + 30
    while any(map(_lives, workers)) and time.monotonic() < end:
        time.sleep(0.1)
    assert workers
    assert not any(map(_lives, workers))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # One that nobody waits for is no more than a name.
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
