"""`python build.py clean FOLDER`: many captures at once, with real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli
from tests.projects import PLAIN, ROOT

WALK = PLAIN["seeds/walk.txt"]
PAGE = "<html><title>A Walk to the Mill</title><body><nav>Home</nav><p>{}</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three captures, one in a folder of its own, one that is none, and a hidden one."""
    root = tmp_path / "captured"
    (root / "deeper").mkdir(parents=True)
    (root / "walk.txt").write_text(WALK, "utf-8")
    (root / "walk.html").write_text(PAGE.format("The mill stands where the river bends. " * 9), "utf-8")
    (root / "deeper" / "walk.txt").write_text(WALK, "utf-8")
    (root / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d" + bytes(range(256)))
    (root / ".hidden.txt").write_text(WALK, "utf-8")
    return root


def test_a_line_for_each_and_the_bad_one_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["clean", str(folder)]) == cli.ERRORS
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "deeper/walk.txt: 5 lines kept, 4 left out",
        "walk.html: 1 line kept, 1 left out",
        "walk.txt: 5 lines kept, 4 left out",
    ]
    assert said.err.count("picture.txt") == 1
    assert "[seed-binary]" in said.err


def test_into_a_folder_each_has_a_file_and_none_is_lost(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "cleaned"
    assert cli.main(["clean", str(folder), "--text", "--out", str(out)]) == cli.ERRORS
    made = {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in out.rglob("*.*")}
    assert set(made) == {"deeper/walk.txt", "walk.txt", "walk.txt.txt"}
    assert made["walk.txt.txt"] == made["deeper/walk.txt"]
    assert "Share this article" not in made["walk.txt.txt"]
    assert made["walk.txt"].startswith("The mill stands") or "The mill stands" in made["walk.txt"]
    assert (folder / "walk.txt").read_text("utf-8") == WALK


def test_as_json_each_file_has_every_line(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cleaned"
    cli.main(["clean", str(folder / "walk.txt"), str(folder / "deeper"), "--json", "--out", str(out)])
    assert {path.name for path in out.iterdir()} == {"walk.txt.json", "walk.txt-2.json"}
    record = json.loads((out / "walk.txt.json").read_text("utf-8"))
    assert [line["text"] for line in record["lines"]] == WALK.splitlines()


def test_two_processes_make_what_one_does(folder: Path, tmp_path: Path) -> None:
    for number in range(40):
        (folder / f"copy-{number:02}.txt").write_text(WALK.replace("Mill", f"Mill {number}"), "utf-8")
    made = []
    for jobs in ("1", "2"):
        out = tmp_path / jobs
        cli.main(["clean", str(folder), "--text", "--jobs", jobs, "--out", str(out)])
        made.append({path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.txt")})
    assert made[0] == made[1]
    assert len(made[0]) == 43


@pytest.mark.parametrize("out", ["captured", "captured/cleaned"])
def test_the_captures_themselves_are_never_written_over(
    out: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["clean", str(folder), "--out", str(tmp_path / out)]) == cli.COULD_NOT_START
    assert "lies in a folder that is to be cleaned" in capsys.readouterr().err
    assert (folder / "walk.txt").read_text("utf-8") == WALK


def test_beside_a_capture_that_is_named_by_itself_there_is_room(folder: Path) -> None:
    assert cli.main(["clean", str(folder / "walk.txt"), "--text", "--out", str(folder / "cleaned")]) == cli.FINE
    assert "The mill stands" in (folder / "cleaned/walk.txt").read_text("utf-8")
    assert cli.main(["clean", str(folder / "walk.txt"), "--text", "--out", str(folder)]) == cli.COULD_NOT_START
    assert (folder / "walk.txt").read_text("utf-8") == WALK


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["clean", str(tmp_path)]) == cli.COULD_NOT_START
    assert "there is no file in" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cleaned").write_text("a file", "utf-8")
    assert cli.main(["clean", str(folder / "deeper"), "--out", str(tmp_path / "cleaned")]) == cli.ERRORS
    assert "[file-unwritable]" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(folder: Path) -> None:
    import pty

    command = [sys.executable, str(ROOT / "build.py"), "clean", str(folder)]
    ours, theirs = pty.openpty()
    shown = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, check=False, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    assert b"Cleaning" in os.read(ours, 65536)
    os.close(ours)
    piped = subprocess.run(command, capture_output=True, check=False)
    assert b"Cleaning" not in piped.stderr
    assert shown.stdout == piped.stdout
