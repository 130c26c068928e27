"""Every diagnostic code is explained, and has a case that shows it: a project with that one mistake, and what is said.

`pytest tests/test_diagnostics.py --rewrite` writes the expected parts anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import cli
from generator.diagnostics import codes
from tests.projects import make_project, part

CASES = Path(__file__).parent / "diagnostics"
ELSEWHERE = "=== tested in "
"""A case that cannot be told as a project names the test module that makes it for real."""


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    assert {each.stem for each in CASES.glob("*.txt")} == set(codes())


@pytest.mark.parametrize("name", sorted(codes()))
def test_every_code_is_explained_at_length(name: str) -> None:
    code = codes()[name]
    assert code.severity in ("error", "warning")
    assert code.meaning.endswith((".", ")")), "a whole sentence"
    assert code.matters.endswith("."), "a whole sentence"
    assert code.example.strip() != code.instead.strip()


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_mistake_is_told_so_that_it_can_be_mended(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    description = path.read_text("utf-8")
    if description.startswith(ELSEWHERE):
        module = CASES.parent / description.removeprefix(ELSEWHERE).strip()
        assert f'"{path.stem}"' in module.read_text("utf-8")
        return
    root = make_project(tmp_path / "project", description)
    command = part(description, "command").replace("PROJECT", str(root)).split() or ["check"]
    status = cli.main([*command, "--project", str(root)])
    said = capsys.readouterr().err.replace(str(root), "PROJECT")
    if request.config.getoption("--rewrite"):
        head = description.split("=== expected\n")[0]
        path.write_text(f"{head}=== expected\n{said}", "utf-8")
        return
    assert said == part(description, "expected")
    assert f"[{path.stem}]" in said
    assert status == (cli.ERRORS if ": error: " in said else cli.FINE)
