"""`build`, a text that changes, `check --fix`: every note kept, moved, changed, ambiguous or lost, and none astray."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from generator import cli
from tests.projects import PLAIN, ROOT, make_project

SEED = PLAIN["seeds/walk.txt"]
NOTES = (
    "\ufeff# Notes\r\n\r\n## The bend {#bend kind=context}\r\n\r\n"
    "> The mill stands\r\n> **where the river bends**, and\r\n\r\n"
    "The river is the Aller.\r\n\r\n## Winter {#winter}\r\n\r\n> winter of 1951\r\n\r\nA hard one.  \r\n"
)
LOCK = "content/walk/anchors.lock"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two notes with the line ends of Windows, built and locked."""
    root = make_project(tmp_path / "project")
    (root / "content/walk/notes.md").write_bytes(NOTES.encode())
    assert run(root, "build", "--quiet") == cli.FINE
    return root


def run(root: Path, *arguments: str) -> int:
    return cli.main([*arguments, "--project", str(root)])


def change(root: Path, old: str, new: str) -> None:
    path = root / "seeds/walk.txt"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def fates(root: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    capsys.readouterr()
    run(root, "check", "--anchors", "--json")
    lines = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    return {line["entry"]: line["fate"] for line in lines}


def site(root: Path) -> str:
    return (root / "site/walk/index.html").read_text("utf-8")


def test_a_build_locks_what_is_new_and_a_second_one_changes_nothing(project: Path) -> None:
    first = (project / LOCK).read_bytes()
    assert b'[quotes."note:bend"]' in first
    assert run(project, "build", "--quiet") == cli.FINE
    assert (project / LOCK).read_bytes() == first


@pytest.mark.parametrize("command", [("check",), ("check", "--anchors"), ("build", "--frozen")])
def test_frozen_commands_write_no_lock_and_say_what_is_not_in_it(
    tmp_path: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_project(tmp_path / "project")
    assert run(root, *command) == cli.FINE
    assert not (root / LOCK).exists()
    if command != ("check", "--anchors"):
        assert "1 entry is not locked yet: bend  [not-locked]" in capsys.readouterr().err


def test_a_failed_build_leaves_the_lock_as_it_was(project: Path) -> None:
    before = (project / LOCK).read_bytes()
    change(project, "the river bends", "the brook bends")
    assert run(project, "build", "--quiet") == cli.ERRORS
    assert (project / LOCK).read_bytes() == before
    assert "the river bends" in html.fromstring(site(project).encode()).text_content()


def test_words_elsewhere_in_the_text_change_no_note(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, "has learned to sleep", "had to learn to sleep")
    assert set(fates(project, capsys).values()) == {"kept"}
    assert run(project, "check", "--strict") == cli.FINE


def test_a_sentence_that_only_looks_like_the_old_one_gets_no_note(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, "The mill stands where the river bends, and it has stood there since 1874. ", "")
    change(project, "Today the river still runs", "Today, where the river bends, it still runs")
    assert fates(project, capsys)["note:bend"] == "lost"
    assert run(project, "build") == cli.ERRORS
    assert "nothing says that it is the place that was meant" in capsys.readouterr().err


def test_a_second_place_like_it_leaves_the_note_where_it_was(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, "Today the river still runs", "The mill stands where the river bends, and today it still runs")
    assert fates(project, capsys)["note:bend"] in ("kept", "moved")
    assert run(project, "build", "--quiet") == cli.FINE
    block = html.fromstring(site(project).encode()).xpath("//p[mark[@id='q-bend']]")[0]
    assert "since 1874" in block.text_content()


def test_changed_words_are_published_once_they_are_accepted(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(project, "the river bends", "the old river bends")
    before = (project / "content/walk/notes.md").read_bytes()
    assert fates(project, capsys) == {"note:bend": "changed", "note:winter": "kept"}
    monkeypatch.setattr("sys.stdin", _answers(project, "y\n"))
    assert run(project, "check", "--fix") == cli.FINE
    said = capsys.readouterr().out
    assert "{+old +}" in said
    assert "1 accepted, 0 left" in said
    after = (project / "content/walk/notes.md").read_bytes()
    assert b"**where the old river bends**" in after
    head, tail = before.split(b"> The mill stands\r\n> **where the river bends**, and\r\n")
    assert after.startswith(head)
    assert after.endswith(tail)
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert run(project, "check", "--strict") == cli.FINE
    assert run(project, "build", "--quiet") == cli.FINE
    left = html.fromstring((project / "site/walk/left-out.html").read_bytes())
    shown = left.xpath("//section[@class='changes']//li")
    assert [each.text_content() for each in shown] == ["The bend: where the river bends where the old river bends"]


def test_what_is_refused_stays_an_error(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(project, "the river bends", "the old river bends")
    before = {path: path.read_bytes() for path in (project / "content").rglob("*") if path.is_file()}
    for answers in ("n\n", "q\n", ""):
        monkeypatch.setattr("sys.stdin", _answers(project, answers))
        assert run(project, "check", "--fix") == cli.ERRORS
        assert {path: path.read_bytes() for path in before} == before


def test_all_takes_what_cannot_turn_the_sense_and_leaves_the_rest(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, "the river bends", "the old river bends")
    change(project, "winter of 1951", "winter of 1915")
    assert run(project, "check", "--fix", "--all") == cli.ERRORS
    assert "A number, a name or a negation differs" in capsys.readouterr().out
    assert fates(project, capsys) == {"note:bend": "kept", "note:winter": "changed"}


def test_a_new_quote_with_a_slip_is_mended_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / "content/walk/notes.md").open("ab") as file:
        file.write(b"## Door {#door}\r\n\r\n> the river still runs passed the door\r\n\r\nStill.\r\n")
    assert run(project, "check") == cli.ERRORS
    assert run(project, "check", "--fix", "--all") == cli.FINE
    assert b"> the river still runs past the door\r\n" in (project / "content/walk/notes.md").read_bytes()


def test_an_edited_quote_is_new_and_its_author_s_word_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "content/walk/notes.md"
    path.write_bytes(path.read_bytes().replace(b"winter of 1951", b"when the ice came early"))
    assert fates(project, capsys) == {"note:bend": "kept", "note:winter": "new"}
    assert run(project, "build", "--quiet") == cli.FINE
    assert b'words = "when the ice came early"' in (project / LOCK).read_bytes()


def test_an_entry_that_is_taken_out_leaves_the_lock_but_not_the_memory_of_its_id(project: Path) -> None:
    path = project / "content/walk/notes.md"
    path.write_bytes(path.read_bytes().split(b"## Winter")[0])
    assert run(project, "build", "--quiet") == cli.FINE
    lock = (project / LOCK).read_text("utf-8")
    assert '[quotes."note:winter"]' not in lock
    assert '[former."note:winter"]' in lock
    gone = html.fromstring(site(project).encode()).get_element_by_id("winter")
    assert gone.text_content() == "The note “Winter” stood here. It has been taken out."


def test_the_terminal_asks_in_colour(project: Path) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system", exc_type=ImportError)
    change(project, "the river bends", "the old river bends")
    command = [sys.executable, str(ROOT / "build.py"), "check", "--fix", "--project", str(project)]
    leader, follower = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=environment, cwd=ROOT
    ) as process:
        os.close(follower)
        said = b""
        while b"[q]uit" not in said:
            said += os.read(leader, 4096)
        os.write(leader, b"y\n")
        while True:
            try:
                said += os.read(leader, 4096)
            except OSError:  # the end of a terminal whose program has ended
                break
        assert process.wait() == cli.FINE
    os.close(leader)
    assert b"\x1b[32;1mold \x1b[0m" in said
    assert b"1 accepted" in said


def _answers(root: Path, lines: str) -> object:
    path = root.parent / "answers.txt"
    path.write_text(lines, "utf-8")
    return path.open(encoding="utf-8")
