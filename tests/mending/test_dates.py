"""`check --dates`: every date that is found, with its line in the seed and its rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import cli
from tests.projects import make_project

EVENTS = """\
=== content/walk/reading.toml
seed = "walk.txt"
title = "A Walk to the Mill"
language = "en"
published = "1988-05"
=== content/walk/timeline.md
## 1874-05: The mill is built {#built}

> it has stood there **since 1874**
"""


def test_a_line_for_each_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path, EVENTS)
    assert cli.main(["check", "--dates", "--project", str(root)]) == cli.FINE
    assert capsys.readouterr().out.splitlines() == [
        "walk: 3 found, 1 with an event, 1 corrected by one",
        "  line 9   “since 1874”          1874-05  May 1874     "
        "the event says so; by itself 1874/..: year + since  → built",
        "  line 9   “the winter of 1951”  1951-24  winter 1951  season",
        "  line 11  “that winter”         1951-24  winter 1951  named-season, from the date before it",
    ]


def test_the_same_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path, EVENTS)
    assert cli.main(["check", "--dates", "--json", "--project", str(root)]) == cli.FINE
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["words"], first["edtf"], first["found"], first["events"]) == (
        "since 1874",
        "1874-05",
        "1874/..",
        ["built"],
    )
    assert (second["line"], second["rule"], second["links"], second["basis"]) == (9, "season", [], "")
    assert (third["words"], third["basis"]) == ("that winter", "text")


def test_a_text_without_dates_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path, '=== content/walk/reading.toml\nseed = "walk.txt"\n[dates]\nmode = "off"\n')
    cli.main(["check", "--dates", "--project", str(root)])
    assert capsys.readouterr().out == "walk: 0 found, 0 with an event, 0 corrected by one\n"
