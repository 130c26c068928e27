"""`new`: a capture becomes a seed and the beginning of a reading, whole or not at all."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import cli, pipeline
from generator.diagnostics import Diagnostic
from generator.model import Manuscript, Output, SourceFile
from generator.new import adopt
from generator.new.toml import toml_list, toml_text
from generator.project import read_project
from generator.write import start
from tests.projects import make_project, own

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = (
    "Home\nNews\n\nThe Weir of Ahlen\n\nBy Ada Writer\n\nMarch 4, 2019\n\n"
    "The weir of Ahlen stands where the river bends, and nobody in Ahlen knows who built it -- or so they say.\n\n"
    "In 1874 the weir was raised. Between 1951 and 1953 the ice broke it, and since 1960 Berta Stein keeps it.\n\n"
    "“We heard it *break*,” said Berta Stein. “In the 1990s it broke "
    "again --> twice,” said Mrs. Stein of Ahlen in 1874.\n\n"
    "On February 12 the World Weir Union (WWU) will meet here for two days, for it is the oldest of its kind, and "
    "all who come will see the wheel. The World Weir Union met here last, as far as we know, in September 2017.\n\n"
    "Share this article\n"
)
PAGE = (
    '<!DOCTYPE html><html lang="de"><head><title>Das Wehr | Ahlener Bote</title><meta name="author" content="Ada W.">'
    '<meta property="article:published_time" content="2019-02-12T10:00:00Z"></head><body><nav>Start</nav><article>'
    "<h1>Das Wehr</h1><p>Das Wehr steht dort, wo der Fluss sich biegt, und niemand weiß, wer es gebaut hat.</p>"
    "<p>Seit 1960 hütet es Berta Stein, und im Februar 2019 kam das Eis noch einmal über die Mauer.</p></article>"
    "</body></html>"
)
CAPTURES: dict[str, tuple[str, bytes | str]] = {
    "plain": ("weir.txt", ARTICLE.encode()),
    "utf-16": ("weir.txt", ARTICLE.encode("utf-16")),
    "windows": ("weir.txt", ARTICLE.replace("--", "–").encode("cp1252")),
    "page": ("das wehr.html", PAGE.encode()),
    "no title": (
        "x.txt",
        b"the river runs past the door of the mill and nobody wakes when it rises at night.\n" * 3,
    ),
    "arabic": ("a.txt", "seeds/al-hamish-wal-matn.txt"),
    "news": ("n.txt", "seeds/000_74f91f918406b353.txt"),
    "guide": ("g.txt", "seeds/how-to-annotate.txt"),
}


def _empty(folder: Path) -> Path:
    (folder / "content").mkdir(parents=True)
    return folder


def _bytes(data: bytes | str) -> bytes:
    return own(data).read_bytes() if isinstance(data, str) else data


def _begun(root: Path, name: str, data: bytes, slug: str = "") -> tuple[Manuscript, tuple[Diagnostic, ...]]:
    adopted = adopt(root, SourceFile(name, data), slug)
    assert adopted.value, adopted.diagnostics
    slugs = {each.slug: each for each in read_project(root).value.manuscripts}
    return slugs[adopted.value.start.slug], adopted.diagnostics


@pytest.mark.parametrize(("name", "data"), CAPTURES.values(), ids=CAPTURES)
def test_the_seed_is_the_capture_byte_for_byte_and_the_site_builds_at_once(
    name: str, data: bytes | str, tmp_path: Path
) -> None:
    root, data = _empty(tmp_path / "p"), _bytes(data)
    manuscript, _ = _begun(root, name, data)
    assert (root / "seeds" / manuscript.settings.seed).read_bytes() == data
    built = pipeline.build(root, "https://example.org/")
    assert [each for each in built.diagnostics if each.code != "no-entries"] == []
    assert len(built.value.readings) == 1


@pytest.mark.parametrize(("name", "data"), CAPTURES.values(), ids=CAPTURES)
def test_every_suggestion_is_an_entry_that_stands_in_the_text(name: str, data: bytes | str, tmp_path: Path) -> None:
    root, data = _empty(tmp_path / "p"), _bytes(data)
    manuscript, _ = _begun(root, name, data)
    folder = root / "content" / manuscript.slug
    for register in ("notes", "glossary", "timeline"):
        path = folder / f"{register}.md"
        path.write_text(re.sub(r"<!-- [^\n]*\n(## .*?)\n-->", r"\1", path.read_text("utf-8"), flags=re.DOTALL), "utf-8")
    built = pipeline.build(root, "https://example.org/")
    (reading,) = built.value.readings
    assert [each for each in built.diagnostics if each.code != "no-entries"] == []
    assert all(use.passages for use in reading.events)
    assert all(use.passages for use in reading.terms)


def test_what_is_suggested_is_worth_having(tmp_path: Path) -> None:
    root = _empty(tmp_path / "p")
    manuscript, _ = _begun(root, "weir.txt", ARTICLE.encode())
    folder = root / "content" / manuscript.slug
    assert manuscript.slug == "the-weir-of-ahlen"
    facts = tomllib.loads((folder / "reading.toml").read_text("utf-8"))
    assert (facts["title"], facts["authors"], facts["published"]) == ("The Weir of Ahlen", ["Ada Writer"], "2019-03-04")
    terms = re.findall(r"^## (.*)$", (folder / "glossary.md").read_text("utf-8").split("-->", 1)[1], re.MULTILINE)
    assert any(each.startswith("Berta Stein") for each in terms)
    assert any(each.startswith("World Weir Union") and "WWU" in each for each in terms)
    events = re.findall(r"^## ([^:]*): ", (folder / "timeline.md").read_text("utf-8").split("-->", 1)[1], re.MULTILINE)
    assert set(events) >= {"1874", "1951/1953", "1960/..", "199X", "2019-02-12", "2017-09"}


def test_nothing_is_supplied_by_an_editor_who_has_not_written_yet(tmp_path: Path) -> None:
    root = _empty(tmp_path / "p")
    _begun(root, "das wehr.html", PAGE.encode())
    (reading,) = pipeline.build(root).value.readings
    assert reading.supplied == frozenset()


def test_a_capture_is_taken_once(tmp_path: Path) -> None:
    root = _empty(tmp_path / "p")
    _begun(root, "weir.txt", ARTICLE.encode())
    before = _files(root)
    again = adopt(root, SourceFile("other name.txt", ARTICLE.encode()))
    assert [each.code for each in again.diagnostics] == ["capture-known"]
    assert _files(root) == before


def test_a_file_in_seeds_is_used_where_it_lies(tmp_path: Path) -> None:
    root = _empty(tmp_path / "p")
    (root / "seeds").mkdir()
    (root / "seeds/mine.txt").write_bytes(ARTICLE.encode())
    manuscript, _ = _begun(root, "elsewhere.txt", ARTICLE.encode())
    assert manuscript.settings.seed == "mine.txt"
    assert [path.name for path in (root / "seeds").iterdir()] == ["mine.txt"]


def test_a_name_that_is_taken_is_given_to_nobody_else(tmp_path: Path) -> None:
    root = _empty(tmp_path / "p")
    first, _ = _begun(root, "WEIR.txt", ARTICLE.encode())
    second, _ = _begun(root, "weir.txt", ARTICLE.replace("1960", "1961").encode())
    assert (first.settings.seed, second.settings.seed) == ("WEIR.txt", "weir-2.txt")
    assert (first.slug, second.slug) == ("the-weir-of-ahlen", "the-weir-of-ahlen-2")


@pytest.mark.parametrize("slug", ["a/b", "..", "CON", "glossary", "_x", "index.html", "a b"])
def test_an_address_that_cannot_be_is_refused(slug: str, tmp_path: Path) -> None:
    root = _empty(tmp_path / "p")
    refused = adopt(root, SourceFile("weir.txt", ARTICLE.encode()), slug)
    assert [each.code for each in refused.diagnostics] == ["slug-invalid"]
    assert _files(root) == {}


@pytest.mark.parametrize("data", [b"", b"\n \n", b"%PDF-1.7\n\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_what_holds_no_text_is_not_taken(data: bytes, tmp_path: Path) -> None:
    root = _empty(tmp_path / "p")
    refused = adopt(root, SourceFile("x.txt", data))
    assert refused.value is None
    assert [each.severity for each in refused.diagnostics] == ["error"]
    assert _files(root) == {}


def test_a_reading_is_begun_whole_or_not_at_all(tmp_path: Path) -> None:
    root = tmp_path / "p"
    root.mkdir()
    (root / "content").write_text("a file where a folder is wanted")
    outcome = start(root, "weir", [Output("notes.md", b"x")], Output("weir.txt", b"x"))
    assert [each.code for each in outcome.diagnostics] == ["reading-unwritable"]
    assert [path.name for path in root.iterdir()] == ["content"]


def test_nothing_is_overwritten_even_in_a_race(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p")
    before = _files(root)
    for slug, seed in (("walk", "new.txt"), ("new", "walk.txt")):
        outcome = start(root, slug, [Output("notes.md", b"x")], Output(seed, b"x"))
        assert [each.code for each in outcome.diagnostics] == ["reading-unwritable"]
    assert _files(root) == before


def test_standard_input_is_read(tmp_path: Path) -> None:
    root = _empty(tmp_path / "p")
    command = [sys.executable, str(ROOT / "build.py"), "new", "-", "--project", str(root)]
    ran = subprocess.run(command, input=PAGE.encode(), capture_output=True, check=False)
    assert ran.returncode == cli.FINE, ran.stderr
    assert (root / "seeds/pasted.html").read_bytes() == PAGE.encode()
    assert "das-wehr" in ran.stdout.decode()


def test_the_command_shows_what_was_cut_and_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _empty(tmp_path / "p")
    file = tmp_path / "weir.txt"
    file.write_text(ARTICLE, "utf-8")
    assert cli.main(["new", str(file), "--project", str(root), "--slug", "weir"]) == cli.FINE
    said = capsys.readouterr().out
    for part in (
        "content/weir/",
        "seeds/weir.txt",
        "The Weir of Ahlen",
        "Share this article",
        "python build.py preview",
    ):
        assert part in said


@given(st.text())
def test_toml_reads_back_what_is_written(value: str) -> None:
    wanted = value.encode("utf-8", "replace").decode("utf-8")
    assert tomllib.loads(f"a = {toml_text(value)}\nb = {toml_list([value, value])}") == {"a": wanted, "b": [wanted] * 2}


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=300))
def test_any_text_that_can_be_read_can_be_begun_and_built(words: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = _empty(Path(folder) / "p")
        adopted = adopt(root, SourceFile("any.txt", f"{ARTICLE}\n{words}\n".encode()))
        if adopted.value:
            errors = [each for each in pipeline.build(root).diagnostics if each.severity == "error"]
            assert errors == []


def _files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
