"""What a terminal shows of words that may be a stranger's: signs, and nothing that it would obey."""

from __future__ import annotations

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
