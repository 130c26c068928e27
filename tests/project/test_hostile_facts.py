"""Facts, names and links that nobody writes by mistake: each is told, and none ends the build with an exception."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import Diagnostic
from generator.model import SourceFile
from generator.places import is_device
from generator.project import read_reading, read_theme
from tests.projects import PLAIN, ROOT, make_project

FACTS = PLAIN["content/walk/reading.toml"]
SITE = PLAIN["content/site.toml"]


def told(root: Path) -> list[Diagnostic]:
    return [each for each in pipeline.build(root).diagnostics if each.severity == "error"]


def codes(root: Path) -> set[str]:
    return {each.code for each in told(root)}


def said_of(facts: str) -> list[str]:
    return [each.code for each in read_reading(SourceFile("content/walk/reading.toml", facts.encode())).diagnostics]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"published = {'9' * 5000}", "toml-syntax"),
        (f"published = 0x{'f' * 5000}", "wrong-type"),
        (f"x = {'[' * 100_000}", "toml-syntax"),
        (f"{'.'.join('a' * 20_000)} = 1", "toml-syntax"),
        ("[" + " . ".join(['"a"'] * 20_000) + "]", "toml-syntax"),
        (f"x = {{ {'.'.join('a' * 20_000)} = 1 }}", "toml-syntax"),
    ],
)
def test_numbers_and_keys_without_end_are_told(line: str, code: str) -> None:
    assert said_of(f"{FACTS}{line}\n") == [code]


@pytest.mark.parametrize("value", ["0", "-1", "1001", "99999999999999999999999"])
def test_a_limit_has_limits(value: str) -> None:
    file = SourceFile("content/walk/reading.toml", f"{FACTS}[limits]\nseed = {value}\n".encode())
    outcome = read_reading(file)
    assert [(each.code, each.place.line) for each in outcome.diagnostics] == [("wrong-type", FACTS.count("\n") + 2)]
    assert outcome.diagnostics[0].message == "`limits.seed` is not from 1 to 1000"
    assert outcome.value
    assert 1 <= outcome.value.megabytes <= 1000


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ('limits.seed = 5000\nseed = "a.txt"\n', 1),
        ('limits = { seed = 5000 }\nseed = "a.txt"\n', 1),
        ('seed = "a.txt"\n[limits] # so many\nseed = 5000\n', 3),
        ('seed = "a.txt"\n[clean]\ndrop = []\n[limits]\nseed = 5000\n[dates]\nmode = "off"\n', 5),
    ],
)
def test_a_limit_has_its_own_place(facts: str, line: int) -> None:
    (found,) = read_reading(SourceFile("a", facts.encode())).diagnostics
    assert found.place.line == line


def test_each_of_many_mistakes_is_told_at_its_line() -> None:
    """To look through the whole file for each would take the square of their number."""
    many = "".join(f"key-{nth} = {nth}\n" for nth in range(20_000))
    images = '[[images]]\ncaption = "x"\nfile = [3]\nalt = ""\n' * 5000
    found = read_reading(SourceFile("content/walk/reading.toml", f"{FACTS}{many}{images}".encode())).diagnostics
    unknown = [each.place.line for each in found if each.code == "unknown-key"]
    assert unknown == [*range(5, 20_005)]
    wrong = [each.place.line for each in found if each.code == "wrong-type"]
    assert wrong == [*range(20_007, 40_007, 4)]


@pytest.mark.parametrize("key", ["subtitle", "'subtitle'", '"subtitle"'])
def test_a_key_in_quotation_marks_has_its_place(key: str) -> None:
    (found,) = read_reading(SourceFile("a", f"{FACTS}\n{key} = [1]\n".encode())).diagnostics
    assert (found.place.line, found.place.length) == (6, 8)


NAMES = ("a\\u0000b", "x" * 300, "CON", "com1.png", "nul", "../x", "/etc/passwd", "C:x", "a\\\\b", "..")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_seed_has_is_told(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path)
    (root / "content/walk/reading.toml").write_text(f'seed = "{name}"\n', "utf-8")
    assert codes(root) <= {"seed-outside", "seed-missing"}
    assert len(told(root)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_picture_has_is_told(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path)
    images = f'[[images]]\ncaption = "where the river bends"\nfile = "{name}"\nalt = ""\n'
    (root / "content/walk/reading.toml").write_text(FACTS + images, "utf-8")
    assert codes(root) & {"image-outside", "image-missing"}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_theme_has_is_told(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path)
    (root / "content/site.toml").write_text(f'{SITE}theme = "{name}"\n', "utf-8")
    assert codes(root) == {"theme-missing"}
    (root / "content/site.toml").write_text(f'{SITE}theme = "own"\n', "utf-8")
    (root / "themes/own").mkdir(parents=True)
    (root / "themes/own/theme.toml").write_text(f'extends = "{name}"\n', "utf-8")
    assert codes(root) == {"theme-missing"}


@pytest.mark.parametrize("package", ["__main__", "sys", "builtins", "no_such_package", "a\\u0000b", "os.path"])
@pytest.mark.parametrize("file", ["a\\u0000b", "../../x.ttf", "/etc/passwd", "x" * 300, "."])
def test_a_face_that_is_none_is_told(tmp_path: Path, package: str, file: str) -> None:
    root = make_project(tmp_path)
    (root / "content/site.toml").write_text(f'{SITE}theme = "own"\n', "utf-8")
    (root / "themes/own").mkdir(parents=True)
    for named in (f'package = "{package}"\n', ""):
        facts = f'extends = "base"\n[font]\n{named}regular = "{file}"\n'
        (root / "themes/own/theme.toml").write_text(facts, "utf-8")
        found = {each.code for each in pipeline.build(root).diagnostics}
        assert found & {"font-missing", "file-unreadable"}


@pytest.mark.parametrize("name", ["con", "NUL.txt", "Com1", "lpt9.html", "aux.b.c", "CONIN$", "COM¹", "prn .x"])
def test_names_of_devices_are_known(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "null", "com", "com10", "auxiliary.txt", "a.con", "lpt", "icon", ""])
def test_other_names_are_none_of_devices(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize("slug", ["com1", "LPT9", "con.txt", "aux.b"])
def test_a_reading_is_not_called_as_a_device(tmp_path: Path, slug: str) -> None:
    root = make_project(tmp_path)
    (root / "content/walk").rename(root / "content" / slug)
    assert "slug-invalid" in codes(root)


links = pytest.mark.skipif(os.name == "nt", reason="needs links")


@links
@pytest.mark.parametrize(
    "name",
    ["seeds/walk.txt", "content/walk/notes.md", "content/walk/reading.toml", "content/walk/notes/a.md", "seeds"],
)
def test_a_link_that_leads_to_itself_is_told_or_nothing(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path)
    path = root / name
    path.parent.mkdir(exist_ok=True)
    if path.is_dir():
        path.rename(root / "aside")
    path.unlink(missing_ok=True)
    path.symlink_to(path.name)
    # A register that is not there is none.
    assert codes(root) or name == "content/walk/notes.md"


@links
@pytest.mark.parametrize("names", ["a", "abc"])
def test_folders_of_a_theme_that_lead_round_in_circles_are_told(tmp_path: Path, names: str) -> None:
    root = make_project(tmp_path)
    (root / "content/site.toml").write_text(f'{SITE}theme = "own"\n', "utf-8")
    (root / "themes/own/templates").mkdir(parents=True)
    (root / "themes/own/theme.toml").write_text('extends = "base"\n', "utf-8")
    for name in names:
        (root / "themes/own/templates" / name).symlink_to(".")
    assert [(each.code, each.place.path) for each in told(root)] == [
        ("file-unreadable", f"themes/own/templates/{name}") for name in names
    ]


@pytest.mark.parametrize("name", ["../elsewhere", "own/../../elsewhere", ".hidden", "own/inner"])
def test_a_theme_that_lies_elsewhere_is_none(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path / "project")
    for folder in ("themes/own", "themes/own/inner", "elsewhere", "themes/.hidden"):
        (root / folder).mkdir(parents=True)
        (root / folder / "theme.toml").write_text('extends = "base"\n', "utf-8")
    (root / "content/site.toml").write_text(f'{SITE}theme = "{name}"\n', "utf-8")
    assert codes(root) == {"theme-missing"}


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="needs a disk that takes any name")
@pytest.mark.parametrize("folder", ["notes", "glossary", "timeline"])
def test_a_file_whose_name_is_no_text_is_told(tmp_path: Path, folder: str) -> None:
    root = make_project(tmp_path)
    (root / "content/walk" / folder).mkdir()
    with open(os.fsencode(root / "content/walk" / folder) + b"/\xff.md", "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"## 1951: A\n\nWords.\n")
    assert codes(root) == {"file-unreadable"}


def themed(root: Path) -> Path:
    """A project with a theme of its own, and that theme's folder."""
    make_project(root)
    (root / "content/site.toml").write_text(f'{SITE}theme = "own"\n', "utf-8")
    (root / "themes/own/templates").mkdir(parents=True)
    (root / "themes/own/theme.toml").write_text('extends = "base"\n', "utf-8")
    return root / "themes/own"


@links
def test_a_link_inside_of_a_theme_is_followed(tmp_path: Path) -> None:
    theme = themed(tmp_path)
    (theme / "shared").mkdir()
    (theme / "shared/own.html").write_text("Words.", "utf-8")
    (theme / "templates/shared").symlink_to("../shared")
    (theme / "templates/again").symlink_to("../shared")
    read = read_theme(tmp_path, "own")
    assert read.diagnostics == ()
    assert {"shared/own.html", "again/own.html"} <= {*read.value.templates}


@links
def test_links_that_lead_round_or_out_of_a_theme_are_told(tmp_path: Path) -> None:
    theme = themed(tmp_path)
    (tmp_path / "themes/other").mkdir()
    (theme / "templates/out").symlink_to("../../other")
    (theme / "templates/up").symlink_to("..")
    told_of = {each.place.path: each.message for each in read_theme(tmp_path, "own").diagnostics}
    assert "out of the theme" in told_of["themes/own/templates/out"]
    assert "in a circle" in told_of["themes/own/templates/up/templates"]


@links
def test_links_that_double_what_there_is_to_read_have_an_end(tmp_path: Path) -> None:
    theme = themed(tmp_path)
    for nth in range(40):
        (theme / f"templates/{nth}").mkdir()
        for name in "ab":
            (theme / f"templates/{nth}/{name}").symlink_to(f"../{nth + 1}")
    assert any("more than 100 links" in each.message for each in read_theme(tmp_path, "own").diagnostics)


SHUT = ("content/walk", "content/walk/notes", "content/glossary", "seeds", "themes/own", "themes/own/templates")
_AS_NOBODY = """
import os, sys
from pathlib import Path
from generator.diagnostics import codes
from generator.project import read_project
codes()
read_project(Path(sys.argv[1]))  # what is imported late may lie where nobody may look
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
print([each.place.path for each in read_project(Path(sys.argv[1])).diagnostics if each.severity == "error"])
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs rights of files")
@pytest.mark.parametrize("mode", [0, 0o444])
@pytest.mark.parametrize("name", [*SHUT, "themes/own/templates/inner"])
def test_a_folder_that_nobody_may_look_into_is_told(name: str, mode: int) -> None:
    # The folders of pytest are its user's alone, and root may look into anything.
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        themed(root)
        (root / name).mkdir(exist_ok=True, parents=True)
        (root / name / "own.html").write_text("Words.", "utf-8")
        (root / name).chmod(mode)
        try:
            command = [sys.executable, "-c", _AS_NOBODY, str(root)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        finally:
            (root / name).chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() != "[]"
