"""What is read from a project's folder."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.model import SourceFile
from generator.project import read_project
from generator.project.settings import read_reading, read_site, site_address
from tests.projects import make_project


def test_a_whole_project(tmp_path: Path) -> None:
    outcome = read_project(make_project(tmp_path))
    assert not outcome.diagnostics
    (manuscript,) = outcome.value.manuscripts
    assert (manuscript.slug, manuscript.settings.title) == ("walk", "A Walk to the Mill")
    assert manuscript.seed.path == "seeds/walk.txt"
    assert outcome.value.site.url == "https://example.org/readings/"


def test_registers_may_be_split_over_files(tmp_path: Path) -> None:
    parts = "=== content/walk/notes/ben.md\n## B\n\nx\n=== content/walk/notes/anna.md\n## A\n\nx\n"
    (manuscript,) = read_project(make_project(tmp_path, parts)).value.manuscripts
    assert [file.path.rsplit("/", 1)[1] for file in manuscript.notes] == ["notes.md", "anna.md", "ben.md"]


def test_hidden_files_readmes_and_set_aside_folders_are_left_alone(tmp_path: Path) -> None:
    parts = (
        "=== content/.git/x\n\n=== content/README.md\n\n=== content/_old/notes.md\n\n=== content/walk/.notes.md.swp\n\n"
    )
    outcome = read_project(make_project(tmp_path, parts))
    assert not outcome.diagnostics
    assert len(outcome.value.manuscripts) == 1


def test_a_seed_behind_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Not for publication, at all, by anybody.", "utf-8")
    root = make_project(tmp_path / "project", "=== remove seeds/walk.txt\n")
    (root / "seeds/walk.txt").symlink_to(secret)
    assert [each.code for each in read_project(root).diagnostics] == ["seed-outside"]


def test_a_theme_of_the_project_replaces_files_of_its_parent(tmp_path: Path) -> None:
    parts = (
        '=== content/site.toml\ntheme = "mine"\nurl = "https://example.org/"\n'
        '=== themes/mine/theme.toml\nextends = "base"\n=== themes/mine/styles/tokens.css\n:root { --ink: #00f; }\n'
        "=== themes/mine/styles/extra.css\nx {}\n"
    )
    theme = read_project(make_project(tmp_path, parts)).value.theme
    assert theme.styles["tokens.css"].path == "themes/mine/styles/tokens.css"
    assert next(iter(theme.styles)) == "tokens.css"
    assert list(theme.styles)[-1] == "extra.css"
    assert "reading.html" in theme.templates


def test_dates_and_numbers_of_toml_are_taken_as_they_are_written() -> None:
    source = b'seed = "walk.txt"\npublished = 2019-02-12\ntitle = 1984\n'
    settings = read_reading(SourceFile("content/walk/reading.toml", source)).value
    assert settings
    assert (settings.published, settings.title) == ("2019-02-12", "1984")


def test_addresses() -> None:
    assert site_address("https://example.org/a") == "https://example.org/a/"
    assert site_address("https://example.org/a/") == "https://example.org/a/"
    for wrong in (
        "example.org",
        "ftp://example.org",
        "https://",
        "https://[",
        "https://example.org/?a",
        "javascript:x",
    ):
        assert site_address(wrong) is None


@given(st.text("[]{}=\".'#\n abtruefalse1", max_size=60))
def test_no_toml_is_too_strange(source: str) -> None:
    file = SourceFile("content/walk/reading.toml", source.encode())
    outcome = read_reading(file)
    assert outcome.value or outcome.diagnostics
    read_site(file)


@given(st.binary(max_size=40))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    read_site(SourceFile("content/site.toml", data))


def test_a_key_that_has_slipped_under_a_table_is_told_where_it_belongs() -> None:
    toml = 'seed = "walk.txt"\n\n[clean]\nkeep = []\npublish = "excerpts"\n'
    (found,) = read_reading(SourceFile("content/walk/reading.toml", toml.encode())).diagnostics
    assert (found.code, found.severity, found.place.line) == ("unknown-key", "error", 5)
    assert "above" in found.fix


def test_a_text_is_published_whole_only_where_that_is_what_is_written() -> None:
    for written, publish in (("", "full"), ('publish = "full"', "full"), ('publish = "Full"', "excerpts")):
        settings = read_reading(SourceFile("x", f'seed = "walk.txt"\n{written}\n'.encode())).value
        assert settings
        assert settings.publish == publish
