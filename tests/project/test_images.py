"""Pictures in a project's folder: which are read, which are refused, which are told to lie there unused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.project import read_project
from tests.projects import make_project
from tests.render.test_pictures import picture

TOML = """=== content/walk/reading.toml
seed = "walk.txt"
[[images]]
caption = "where the river bends"
file = "{0}"
alt = ""
"""


def _read(root: Path) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    outcome = read_project(root)
    (manuscript,) = outcome.value.manuscripts
    said = [(each.code, each.place.path) for each in outcome.diagnostics]
    return {name: file.data for name, file in manuscript.images.items()}, said


@pytest.mark.parametrize("name", ["weir.png", "pictures/weir.png", "Wehr im Frühling.png"])
def test_a_picture_is_read_from_the_reading_s_folder(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", TOML.format(name))
    file = root / "content/walk" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(picture(form="PNG"))
    assert _read(root) == ({name: file.read_bytes()}, [])


@pytest.mark.parametrize(
    "name",
    [
        "../../weir.png",
        "/etc/hostname",
        "C:/weir.png",
        "pictures\\\\weir.png",
        "pictures/../../../weir.png",
        "pictures/../weir.png",
        "link.png",
    ],
)
def test_nothing_is_read_from_elsewhere(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", TOML.format(name))
    (tmp_path / "p/weir.png").write_bytes(picture(form="PNG"))
    try:
        (root / "content/walk/link.png").symlink_to(tmp_path / "p/weir.png")
    except OSError:
        pytest.skip("no symbolic links here")
    read, said = _read(root)
    assert read == {}
    assert ("image-outside", "content/walk/reading.toml") in said


def test_a_picture_that_nothing_names_is_told(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", TOML.format("pictures/weir.png"))
    folder = root / "content/walk/pictures"
    folder.mkdir()
    for name in ("weir.png", "dam.png"):
        (folder / name).write_bytes(picture(form="PNG"))
    _, said = _read(root)
    assert said == [("file-not-read", "content/walk/pictures/dam.png")]


def test_a_second_table_is_told_at_its_own_lines(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", TOML.format("weir.png") + '[[images]]\ncaption = "x"\nfile = 3\nalt = ["x"]\n')
    (root / "content/walk/weir.png").write_bytes(picture(form="PNG"))
    outcome = read_project(root)
    assert [(each.code, each.place.line) for each in outcome.diagnostics] == [("wrong-type", 9)]
