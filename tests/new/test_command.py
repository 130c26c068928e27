"""`python build.py new` as a person types it, in processes of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import PLAIN, make_project
from tests.test_cli import ROOT, contents, run

TEXT = (
    "Home\nNews\n\nThe Bridge at Ost\n\nBy Ellen Marsh\n\n"
    "The bridge at Ost was built in 1874 by people who had never built one, and it has carried the road ever since.\n\n"
    "In March 1951 the ice took two of its piers, and for a winter the village had to cross the river in a boat.\n\n"
    "Nobody who walks over it today would know, and the people of the village see no need to tell them about it.\n\n"
    "Share this article\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_capture_is_copied_and_its_reading_builds_at_once(project: Path, article: Path) -> None:
    done = run("new", article, "--project", project)
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "seeds/bridge.txt").read_bytes() == article.read_bytes()
    made = {path.name for path in (project / "content/the-bridge-at-ost").iterdir()}
    assert made == {"reading.toml", "notes.md", "glossary.md", "timeline.md"}
    for said in ("content/the-bridge-at-ost", "Ellen Marsh", "navigation", "Share this article"):
        assert said in done.stdout
    built = run("build", "--project", project)
    assert (built.returncode, built.stderr) == (0, "")


def test_the_commands_that_it_names_work(project: Path, article: Path) -> None:
    lines = run("new", article, "--project", project, cwd=project.parent).stdout.splitlines()
    named = [line.split("python build.py ")[1].split() for line in lines if "python build.py" in line]
    named = [
        words for words in named if words[0] != "preview"
    ]  # It runs until it is stopped, and has tests of its own.
    assert len(named) == 2
    for command in named:
        assert run(*command, cwd=project.parent).returncode == 0


def test_the_same_capture_twice_changes_nothing(project: Path, article: Path) -> None:
    run("new", article, "--project", project)
    before = contents(project)
    again = run("new", article, "--project", project, "--slug", "other")
    assert again.returncode == 1
    assert "already in the reading `the-bridge-at-ost`" in again.stderr
    assert contents(project) == before


def test_a_capture_that_lies_in_seeds_is_used_where_it_is(project: Path) -> None:
    (project / "seeds/own.txt").write_text(TEXT, "utf-8")
    done = run("new", "seeds/own.txt", cwd=project)
    assert done.returncode == 0
    assert "was there already" in done.stdout
    assert sorted(path.name for path in (project / "seeds").iterdir()) == ["own.txt", "walk.txt"]


def test_a_name_taken_by_other_bytes_is_left_alone(project: Path, tmp_path: Path) -> None:
    (tmp_path / "walk.txt").write_text(TEXT, "utf-8")
    done = run("new", tmp_path / "walk.txt", "--project", project)
    assert "walk-2.txt" in done.stdout
    assert (project / "seeds/walk.txt").read_bytes() == PLAIN["seeds/walk.txt"].encode()
    assert (project / "seeds/walk-2.txt").read_text("utf-8") == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_is_taken_byte_for_byte(project: Path, tmp_path: Path, encoding: str) -> None:
    data = TEXT.replace("The bridge at", "“The café” at").encode(encoding)
    (tmp_path / "café.txt").write_bytes(data)
    assert run("new", tmp_path / "café.txt", "--project", project).returncode == 0
    assert (project / "seeds/café.txt").read_bytes() == data
    assert run("build", "--project", project).returncode == 0


def test_a_saved_page_tells_its_facts(project: Path, tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines()[7:12] if line)
    head = (
        '<html lang="en"><head><title>A title</title>'
        '<meta property="og:site_name" content="The &quot;Aller&quot; \\ Post">'
        '<meta property="article:published_time" content="2018-13-77T10:00"><link rel="canonical" href="https://">'
    )
    (tmp_path / "page.html").write_text(f"{head}</head><body><h1>A title</h1>{body}</body></html>", "utf-8")
    done = run("new", tmp_path / "page.html", "--project", project)
    assert (done.returncode, done.stderr) == (0, "")
    toml = (project / "content/a-title/reading.toml").read_text("utf-8")
    assert 'publisher = "The \\"Aller\\" \\\\ Post"' in toml
    assert "# published" in toml, "no such day"
    assert "# url" in toml, "no address"
    built = run("build", "--project", project)
    assert (built.returncode, built.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "[seed-empty]"),
        ("blank.txt", b" \n\n", "[seed-empty]"),
        ("paper.pdf", b"%PDF-1.4\n\x00\x01\x02\x03" * 50, "[seed-binary]"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "[seed-binary]"),
        ("missing.txt", None, "[file-unreadable]"),
        ("word.txt", b"Hello", "[reading-empty]"),
    ],
)
def test_what_is_no_text_is_told_and_nothing_is_written(
    project: Path, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    before = contents(project)
    done = run("new", tmp_path / name, "--project", project)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Nothing was written." in done.stderr
    assert contents(project) == before


def test_a_folder_is_no_capture(project: Path, tmp_path: Path) -> None:
    assert "[file-unreadable]" in run("new", tmp_path, "--project", project).stderr


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "name one file, or - for standard input"),
        (["a.txt", "b.txt"], 2, "name one file"),
        (["-", "--slug", "walk"], 1, "--slug walk-2"),
        (["-", "--slug", "a b/c"], 1, "write --slug a-b-c"),
        (["-", "--slug", ""], 1, "[slug-invalid]"),
        (["-", "--slug", "CON"], 1, "write --slug con-text"),
        (["-", "--slug", "glossary"], 1, "[slug-invalid]"),
        (["-", "--slug", "../x"], 1, "[slug-invalid]"),
        (["-", "--slug", "a" * 300], 1, "[reading-unwritable]"),
    ],
)
def test_what_cannot_be_begun_says_why(project: Path, arguments: list[str], status: int, said: str) -> None:
    before = contents(project)
    done = run("new", *arguments, "--project", project, stdin=TEXT)
    assert done.returncode == status
    assert said in done.stderr
    assert contents(project) == before


def test_a_title_that_is_taken_asks_for_another_name(project: Path) -> None:
    (project / "content/the-bridge-at-ost").mkdir()
    done = run("new", "-", "--project", project, stdin=TEXT)
    assert done.returncode == 1
    assert "--slug the-bridge-at-ost-2" in done.stderr
    assert not (project / "seeds/the-bridge-at-ost.txt").exists()


def test_standard_input_is_named_by_its_title(project: Path) -> None:
    done = run("new", "-", "--project", project, stdin=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "seeds/the-bridge-at-ost.txt").read_text("utf-8") == TEXT


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals on Windows")
def test_a_terminal_is_told_how_to_end_the_text(project: Path) -> None:
    import pty

    outer, inner = pty.openpty()
    command = [sys.executable, str(ROOT / "build.py"), "new", "-", "--project", str(project)]
    with subprocess.Popen(command, stdin=inner, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        os.write(outer, TEXT.encode() + b"\x04")
        _, said = process.communicate()
    os.close(outer)
    os.close(inner)
    assert b"Ctrl-D" in said
    assert process.returncode == 0
    assert (project / "seeds/the-bridge-at-ost.txt").exists()


def test_a_title_of_any_script_makes_an_address(project: Path) -> None:
    arabic = (ROOT / "tests/clean/fixtures/arabic.txt").read_text("utf-8")
    source = "\n".join(line.split("\t", 1)[1] for line in arabic.split("\n") if line)
    assert run("new", "-", "--project", project, stdin=source).returncode == 0
    assert (project / "content/آخر-صانع-قوارب-في-الميناء-القديم/reading.toml").exists()
    assert run("build", "--project", project).returncode == 0
    page = project / "site/آخر-صانع-قوارب-في-الميناء-القديم/index.html"
    assert 'dir="rtl"' in page.read_text("utf-8")


def test_a_project_gets_the_folders_that_it_lacks(tmp_path: Path, article: Path) -> None:
    assert run("new", article, "--project", tmp_path).returncode == 2
    (tmp_path / "content").mkdir()
    assert run("new", article, "--project", tmp_path).returncode == 0
    assert run("build", "--project", tmp_path).returncode == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is refused to this user")
def test_a_refusal_leaves_nothing_half_made(project: Path, article: Path) -> None:
    (project / "content").chmod(0o500)
    before = contents(project)
    done = run("new", article, "--project", project)
    (project / "content").chmod(0o700)
    assert "[reading-unwritable]" in done.stderr
    assert contents(project) == before


def test_a_file_in_the_place_of_a_folder_leaves_nothing_half_made(tmp_path: Path, article: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content").write_text("no folder", "utf-8")
    done = run("new", article, "--project", tmp_path)
    assert done.returncode == 1
    assert "reading-unwritable" in done.stderr
    assert list((tmp_path / "seeds").iterdir()) == []


def test_json_and_quiet(project: Path, article: Path) -> None:
    record = json.loads(run("new", article, "--project", project, "--json").stdout)
    assert record["slug"] == "the-bridge-at-ost"
    assert record["seed"] == "seeds/bridge.txt"
    assert record["metadata"]["authors"] == ["Ellen Marsh"]
    assert {cut["role"] for cut in record["cut"]} == {"navigation", "share"}
    done = run("new", "-", "--project", project, "--slug", "two", "--quiet", stdin=TEXT + "\nMore.\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
