"""Outputs become files inside the site only, each its own on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Output
from generator.write import write
from tests.write.sites import names


def codes_for(paths: list[str], folder: Path) -> list[str]:
    outcome = write([Output(path, b"") for path in paths], folder / "site", folder / "project")
    assert (outcome.value is None) == bool(outcome.diagnostics)
    assert names(folder) == ([] if outcome.diagnostics else ["site"])
    return [each.code for each in outcome.diagnostics]


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "../out.html", "a/../../out.html", "a/./b", "a//b", "a/", ".", ".."),
        *("a\\b", "C:/a", "c:a", "a\0b", "a\nb", "a?", "a*", "<a>", "a|b", "\ud800"),
        *("a.", "a /b", "a. ", ".annotated-reader", ".Annotated-Reader"),
    ],
)
def test_refused(path: str, tmp_path: Path) -> None:
    assert codes_for([path], tmp_path) == ["output-path"]


@pytest.mark.parametrize("path", ["index.html", ".nojekyll", "a/b/c.html", "...a", "читання/é.html", "a b.html", "-"])
def test_accepted(path: str, tmp_path: Path) -> None:
    assert codes_for([path], tmp_path) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("a.html", "a.html"), ("a.html", "A.html"), ("walk/x", "Walk/X"), ("straße", "STRASSE")),
        *(("\u00e9.html", "e\u0301.html"), ("a", "a/b"), ("a/b", "a"), ("A", "a/b/c")),
    ],
)
def test_two_outputs_that_are_one_file_somewhere(one: str, other: str, tmp_path: Path) -> None:
    assert codes_for([one, other], tmp_path) == ["output-path"]


def test_every_wrong_path_is_told(tmp_path: Path) -> None:
    assert codes_for(["a", "../b", "c\\d", "A"], tmp_path) == ["output-path"] * 3
