"""`theme NAME`: what it begins can be built at once, and says nothing when it changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import cli
from tests.projects import make_project


def test_a_theme_is_begun_and_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path / "project")
    assert cli.main(["theme", "ours", "--project", str(root)]) == cli.FINE
    assert 'theme = "ours"' in capsys.readouterr().out
    assert sorted(each.name for each in (root / "themes/ours").rglob("*")) == ["styles", "theme.toml", "tokens.css"]
    before = cli.main(["build", "--project", str(root), "--quiet", "--out", str(tmp_path / "before")])
    site = root / "content/site.toml"
    site.write_text(site.read_text("utf-8") + '\ntheme = "ours"\n' if site.exists() else 'theme = "ours"\n', "utf-8")
    after = cli.main(["build", "--project", str(root), "--quiet", "--out", str(tmp_path / "after")])
    assert (before, after) == (cli.FINE, cli.FINE)
    for name in ("assets/style.css", "walk/index.html"):
        assert (tmp_path / "before" / name).read_bytes() == (tmp_path / "after" / name).read_bytes()


def test_nothing_that_is_there_is_touched(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    assert cli.main(["theme", "ours", "--project", str(root)]) == cli.FINE
    tokens = root / "themes/ours/styles/tokens.css"
    tokens.write_text(":root { --red: green; }", "utf-8")
    assert cli.main(["theme", "ours", "--project", str(root)]) == cli.ERRORS
    assert tokens.read_text("utf-8") == ":root { --red: green; }"


@pytest.mark.parametrize("name", ["..", "a/b", "CON", "", "-x", "a b"])
def test_a_name_that_is_no_folder_everywhere_is_refused(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    assert cli.main(["theme", name, "--project", str(root)]) != cli.FINE
    assert not (root / "themes").exists()
