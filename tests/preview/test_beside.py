"""A build beside an open preview of the same project."""

from __future__ import annotations

from pathlib import Path

from generator import cli
from tests.preview.conftest import Start
from tests.test_raced import build


def test_a_build_beside_an_open_preview(start: Start, project: Path) -> None:
    preview = start()
    preview.wait_for("Built")
    for word in ("Weser", "Leine"):
        preview.write("content/walk/notes.md", f"## The bend\n\n> where the river bends\n\nThe river is the {word}.\n")
        assert f"the {word}" in build(project)
        while f"the {word}" not in preview.get("/walk/")[2]:
            preview.wait_for("Built")
    assert cli.main(["check", "--project", str(project)]) == cli.FINE
    assert preview.stop() == 0
    assert "Traceback" not in "".join(preview.said)
