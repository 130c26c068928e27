"""The command line as a person types it, in processes of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import progress
from tests.projects import PLAIN, make_project

ROOT = Path(__file__).parent.parent


def run(*arguments: str | Path, cwd: Path = ROOT, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs build.py and returns its output and exit status."""
    command = [sys.executable, str(ROOT / "build.py"), *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_build_is_the_default_and_publishes_into_site(project: Path) -> None:
    done = run(cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 reading, 1 note, 0 terms, 0 events" in done.stdout
    assert "lines of the seeds kept" in done.stdout
    assert "where the river bends" in (project / "site/walk/index.html").read_text("utf-8")
    made = {"index.html", "glossary.html", "timeline.html", "404.html", "feed.xml", "sitemap.xml", ".nojekyll"}
    assert made <= set(contents(project / "site"))


def test_building_twice_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    run("--project", project)
    first = contents(project / "site")
    run("--project", project, "--out", tmp_path / "elsewhere")
    run("--project", project)
    assert contents(project / "site") == first == contents(tmp_path / "elsewhere")


def test_a_mistake_leaves_the_published_site_as_it_was(project: Path) -> None:
    run("--project", project)
    before = contents(project / "site")
    (project / "content/walk/notes.md").write_text("## A\n\n> not in the text\n\nB.\n", "utf-8")
    done = run("--project", project)
    assert done.returncode == 1
    assert "Nothing was published." in done.stderr
    assert contents(project / "site") == before


def test_no_command_changes_seeds_or_what_was_written(project: Path) -> None:
    before = contents(project)
    run("check", "--project", project)
    run("clean", project / "seeds/walk.txt")
    assert contents(project) == before
    run("build", "--frozen", "--project", project, "--out", project / "site")
    made = ("site/", ".cache/")
    assert {path: data for path, data in contents(project).items() if not path.startswith(made)} == before
    run("build", "--project", project, "--out", project / "site")
    after = {path: data for path, data in contents(project).items() if not path.startswith(made)}
    assert after.pop("content/walk/anchors.lock")
    assert after == before


def test_check_writes_nothing(project: Path) -> None:
    before = contents(project)
    done = run("check", "--project", project)
    assert (done.returncode, done.stdout) == (0, "Fine, with 1 warning.\n")
    assert "[not-locked]" in done.stderr
    assert contents(project) == before


def test_check_sees_what_stands_in_the_way_of_publishing(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site/theirs.txt").write_text("Somebody's own.", "utf-8")
    done = run("check", "--project", project)
    assert done.returncode == 1
    assert "output-foreign" in done.stderr
    assert contents(project / "site") == {"theirs.txt": b"Somebody's own."}


def test_strict_takes_warnings_for_errors(project: Path) -> None:
    (project / "content/walk/glossary.md").write_text("## Windmill\n\nTurned by wind.\n", "utf-8")
    assert run("check", "--project", project).returncode == 0
    assert run("check", "--project", project, "--strict").returncode == 1
    assert run("build", "--project", project, "--strict").returncode == 1
    assert not (project / "site").exists()


def test_json_is_one_diagnostic_a_line(project: Path) -> None:
    (project / "content/walk/notes.md").write_text("## A\n\n> not in the text\n\nB.\n", "utf-8")
    done = run("check", "--project", project, "--json")
    (found,) = map(json.loads, done.stdout.splitlines())
    assert (found["code"], found["severity"], found["place"]["line"]) == ("quote-not-found", "error", 3)
    assert done.stderr == ""


def test_quiet_says_nothing_when_all_is_well(project: Path) -> None:
    done = run("build", "--project", project, "--quiet")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_drafts_are_built_only_when_asked_for(project: Path) -> None:
    reading = project / "content/walk/reading.toml"
    reading.write_text(PLAIN["content/walk/reading.toml"] + "draft = true\n", "utf-8")
    run("--project", project)
    assert not (project / "site/walk").exists()
    run("--project", project, "--drafts")
    assert (project / "site/walk/index.html").exists()


def test_a_url_on_the_command_line_goes_before_that_of_the_settings(project: Path) -> None:
    run("--project", project, "--url", "https://example.com/elsewhere")
    assert "https://example.com/elsewhere/walk/" in (project / "site/sitemap.xml").read_text("utf-8")
    assert run("--project", project, "--url", "no address").returncode == 1


def test_clean_tells_every_line_once(project: Path) -> None:
    seed = project / "seeds/walk.txt"
    done = run("clean", seed, "--json")
    record = json.loads(done.stdout)
    assert [line["text"] for line in record["lines"]] == seed.read_text("utf-8").splitlines()
    assert [line["n"] for line in record["lines"]] == list(range(1, len(record["lines"]) + 1))
    assert set(record["lines"][0]) == {"n", "role", "rule", "text"}
    assert record["metadata"]["title"] == "A Walk to the Mill"
    assert record["metadata"]["authors"] == ["Ada Writer"]


def test_clean_text_is_the_text_alone(project: Path) -> None:
    text = run("clean", project / "seeds/walk.txt", "--text").stdout
    assert "The mill stands where the river bends" in text
    assert "Share this article" not in text
    assert "\n\n" in text


def test_clean_goes_on_after_a_file_that_it_cannot_read(project: Path) -> None:
    done = run("clean", project / "nowhere.txt", project / "seeds/walk.txt", "--json")
    assert done.returncode == 1
    assert "file-unreadable" in done.stderr
    assert json.loads(done.stdout)["path"].endswith("walk.txt")


def test_clean_can_be_cut_short_by_a_pipe(project: Path) -> None:
    command = f'"{sys.executable}" "{ROOT / "build.py"}" clean "{project / "seeds/walk.txt"}" | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_explain_says_what_a_code_means() -> None:
    done = run("explain", "quote-ambiguous")
    assert done.returncode == 0
    assert "Why it matters" in done.stdout
    assert "Instead" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "did you mean `build`?"),
        (["explain", "quote-ambigous"], "did you mean `quote-ambiguous`?"),
        (["build", "--project", "/nowhere/at/all"], "there is no folder content/"),
        (["check", "--loud"], "unrecognized arguments: --loud"),
        (["clean"], "the following arguments are required: files"),
    ],
)
def test_what_cannot_start_says_why(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_help_names_every_command_and_option() -> None:
    done = run("--help")
    assert done.returncode == 0
    options = ("--project", "--out", "--url", "--drafts", "--strict", "--json", "--quiet", "--text", "--port", "--open")
    for word in ("new", "build", "preview", "check", "clean", "explain", *options):
        assert word in done.stdout


def test_a_missing_library_is_told_in_one_line() -> None:
    done = subprocess.run([sys.executable, "-S", str(ROOT / "build.py")], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install -e ." in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_github_actions_gets_annotations(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (project / "content/walk/notes.md").write_text("## A\n\n> not, in the: text\n\nB.\n", "utf-8")
    done = run("check", "--project", project)
    assert "::error file=content/walk/notes.md,line=3,col=3,title=quote-not-found::this quote" in done.stdout


def test_where_the_time_went(project: Path) -> None:
    done = run("build", "--profile", "--project", project, "--out", project / "site")
    assert done.returncode == 0
    told = [line.split(" s  ") for line in done.stderr.splitlines() if " s  " in line]
    spent = {name: seconds for seconds, name in told}
    assert {"capture", "clean", "document", "enrich", "render", "verify", "edition", "write", "read"} < set(spent)
    assert all(0 <= float(seconds) <= float(spent["from start to end"]) for seconds in spent.values())


def test_what_was_changed_in_the_cache_is_made_anew(project: Path, tmp_path: Path) -> None:
    run("build", "--project", project, "--out", tmp_path / "site")
    run("build", "--project", project, "--out", tmp_path / "site", "--no-cache")
    for entry in (project / ".cache/readings").iterdir():
        if not entry.name.startswith("list"):
            entry.write_bytes(entry.read_bytes().replace(b"the river", b"THE RIVER"))
    done = run("build", "--project", project, "--out", tmp_path / "other")
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "other") == contents(tmp_path / "site")
    shutil.rmtree(tmp_path / "other")
    run("build", "--project", project, "--out", tmp_path / "other", "--strict")
    assert contents(tmp_path / "other") == contents(tmp_path / "site")


def test_in_ci_a_long_build_says_now_and_then_how_far_it_is(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_A_MOMENT", 0.0)
    monkeypatch.setattr(progress, "_A_WHILE", 0.0)
    build = ["build", "--project", str(project), "--out", str(project / "site"), "--no-cache"]
    monkeypatch.setenv("CI", "true")
    assert main(build) == 0
    assert "1 of 1 readings" in capsys.readouterr().err
    assert main([*build, "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.delenv("CI")
    assert main(build) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", [("build",), ("check",), ("check", "--anchors")])
def test_no_command_stumbles_over_a_damaged_cache(command: tuple[str, ...], project: Path, tmp_path: Path) -> None:
    run("build", "--project", project, "--out", tmp_path / "site", "--frozen")
    for entry in (project / ".cache/readings").iterdir():
        if not entry.name.startswith("list"):
            data = bytearray(entry.read_bytes())
            data[min(50, len(data) - 1)] ^= 1
            entry.write_bytes(data)
    (project / "content/glossary.md").write_text("## mill\n\nA house.\n", "utf-8")
    done = run(*command, "--project", project, "--out", tmp_path / "site")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert (project / "content/walk/anchors.lock").exists() == (command == ("build",))
