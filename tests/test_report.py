"""What a terminal shows of words that may be a stranger's: signs, and nothing that it would obey."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator import cli, report
from generator.diagnostics import Diagnostic, Place
from tests.projects import make_project

ORDERS = "\x1b]0;owned\x07\x1b[2J\x9b31m\x08\r\x00\x7f\u202e\ud800"


def obeyed(words: str) -> set[str]:
    """What of these words is no sign."""
    return {each for each in words if not each.isprintable()} - {"\n", "\t"} | {"\u202e"} & {*words}


def test_a_diagnostic_holds_signs_and_is_one_line_at_its_head() -> None:
    text = f"a{ORDERS}b"
    hostile = Diagnostic("x", f"m {text}\n::error::", Place(f"p\n::error::{text}", 3, 1, 2, text), "error", text, text)
    shown = report.as_text(hostile)
    assert obeyed(shown) == set()
    assert "\n::" not in shown
    assert "␛]0;owned␇" in shown
    assert "[U+202E]" in shown


def test_words_stay_as_they_are() -> None:
    for words in ("“Ärger” – naïve 水 🏴", "نگاه\u200cبان", "a\tb\nc"):
        assert report.visible(words) == words


@pytest.mark.parametrize("name", ["notes.md", "timeline.md"])
def test_a_line_of_a_stranger_s_is_shown_with_signs(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_project(tmp_path)
    (root / "content/walk" / name).write_text("## \x1b[31mA\x07 {#a b c}\n\nWords \x1b[5m.\n", "utf-8")
    cli.main(["check", "--project", str(root)])
    said = capsys.readouterr()
    assert "␛[31mA" in said.err
    assert obeyed(said.out + said.err) == set()


def test_a_capture_that_is_cleaned_is_shown_with_signs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"The \x1b]52;c;cm0=\x07 mill stands where the river bends. {'It stood there long. ' * 9}", "utf-8")
    for form in ((), ("--text",), ("--json",)):
        cli.main(["clean", *form, str(path)])
        said = capsys.readouterr()
        assert "river bends" in said.out
        assert obeyed(said.out + said.err) == set()


def commands(printed: str) -> list[str]:
    """The lines that GitHub's runner obeys: it trims white space before `::`, and finds `##[` anywhere."""
    lines = printed.replace("\r", "\n").split("\n")
    return [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize(
    "order", ["##[stop-commands]tok", "  ::add-mask::a", "\u3000::error::x", "###[group]", ":::error::"]
)
def test_nothing_of_a_stranger_s_is_a_workflow_s_order(order: str) -> None:
    hostile = Diagnostic("x", order, Place(order, 3, 1, 2, order), "error", f"a\n{order}\n{order}", f"a\n{order}")
    assert commands(report.as_text(hostile)) == []
    assert commands(report.as_json(hostile)) == []
    assert json.loads(report.as_json(hostile))["message"] == order
    assert commands(report.visible(f"a\n{order}")) == []
    annotation = report.as_annotation(hostile)
    assert annotation.startswith("::error file=")
    assert "##[" not in annotation
    assert "\n" not in annotation


def test_tools_are_told_without_what_a_terminal_obeys() -> None:
    text = f"a{ORDERS}b"
    hostile = Diagnostic("x", text, Place(text, 3, 1, 2, text), "error", text, text)
    assert obeyed(report.as_annotation(hostile)) == set()
    assert obeyed(report.as_json(hostile)) == set()
    assert json.loads(report.as_json(hostile))["message"] == text


def test_a_name_begins_no_line() -> None:
    assert report.in_a_line("a\n::error::owned.txt") == "a␊::error::owned.txt"


@pytest.mark.skipif(os.name == "nt", reason="needs names with line feeds")
@pytest.mark.parametrize("form", [(), ("--text",), ("--json",)])
def test_a_capture_is_cleaned_without_orders(
    form: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    path = tmp_path / "in/a\n::error::owned.txt"
    path.parent.mkdir()
    words = "The mill stands where the river bends and it has stood there ##[group] long. " * 5
    path.write_text(f"{words}\n\n::error::{words}\n", "utf-8")
    for named in (path, path.parent):
        cli.main(["clean", *form, str(named)])
        assert [line for line in commands(capsys.readouterr().out) if "owned.txt" in line or "mill" in line] == []


def test_a_new_reading_is_told_with_signs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path / "project")
    path = tmp_path / "br\u202eidge.txt"
    path.write_text("The bridge at Ost was built in 1874 by people who had never built one before. " * 5, "utf-8")
    cli.main(["new", str(path), "--project", str(root)])
    said = capsys.readouterr()
    assert "br[U+202E]idge" in said.out
    assert obeyed(said.out + said.err) == set()
