"""What lies in a project's folder, read into values: the only place where the build reads the disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.catalogue import SOURCE, read_catalogue
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Manuscript, Project, Theme
from generator.project.files import files_in, listed, read_file
from generator.project.readings import LOCK, is_address, read_manuscript, read_register, unread
from generator.project.seeds import is_taken, seed_with
from generator.project.settings import bad_address, read_reading, read_site, site_address
from generator.project.themes import BESIDE, read_theme, themes_known

__all__ = [
    "LOCK",
    "files_in",
    "inputs",
    "is_address",
    "is_taken",
    "read_capture",
    "read_project",
    "read_reading",
    "read_theme",
    "seed_with",
    "themes_known",
]

read_capture = read_file
"""A capture that lies anywhere: its bytes, or a diagnostic."""


def read_project(root: Path, url: str = "", drafts: bool = True) -> Outcome[Project]:
    """All of a project, its drafts only if they are wanted. A `url` that is given stands over that of site.toml."""
    content = root / "content"
    site_file = read_file(root, content / "site.toml") if (content / "site.toml").exists() else Outcome(None)
    site = read_site(site_file.value)
    given = url or site.value.url
    address = site_address(given) or ""
    theme = read_theme(root, site.value.theme)
    glossary = read_register(root, content, "glossary")
    manuscripts = [read_manuscript(root, folder, drafts) for folder in _folders(content)]
    read = tuple(each.value for each in manuscripts if each.value)
    found: list[Diagnostic] = []
    for outcome in (site_file, site, theme, glossary, *manuscripts):
        found += outcome.diagnostics
    found += _untranslated(site.value.language, theme.value)
    if url and not address:
        found.append(bad_address(url, Place("--url")))
    found += (*unread(root, content, ("site.toml", "glossary.md"), ("glossary",)), *_sharing_a_seed(read))
    if not manuscripts:
        found.append(_no_readings())
    return Outcome(Project(replace(site.value, url=address), read, glossary.value, theme.value), tuple(found))


def inputs(root: Path) -> tuple[tuple[Path, int], ...]:
    """The folders that a build reads, those that are there, each with what tells it from a later one of its name."""
    found: list[tuple[Path, int]] = []
    for folder in dict.fromkeys((root / "content", root / "seeds", root / "themes", BESIDE)):
        # A folder may go between two looks at it.
        with suppress(OSError):
            found += [(folder, folder.stat().st_ino)] if folder.is_dir() else []
    return tuple(found)


def _folders(content: Path) -> Iterator[Path]:
    """Folders of readings; `glossary/` may hold the shared glossary in parts, and `_` begins what is set aside."""
    for path in listed(content):
        if path.is_dir() and path.name != "glossary" and not path.name.startswith("_"):
            yield path


def _sharing_a_seed(manuscripts: Sequence[Manuscript]) -> Iterator[Diagnostic]:
    first: dict[str, Manuscript] = {}
    for manuscript in manuscripts:
        seed = manuscript.settings.seed
        if seed in first:
            yield diagnose(
                "seed-shared",
                f"seeds/{seed} belongs to another reading already",
                manuscript.settings.places["seed"],
                why=f"content/{first[seed].slug}/ is about it.",
                fix="put all notes into one reading; readers can tell voices apart by `by`.",
            )
        first.setdefault(seed, manuscript)


def _untranslated(language: str, theme: Theme) -> Iterator[Diagnostic]:
    catalogue = read_catalogue(language, theme.languages)
    yield from catalogue.diagnostics
    if catalogue.value.language == SOURCE and not language.lower().startswith(SOURCE) and not catalogue.diagnostics:
        yield diagnose(
            "language-untranslated",
            f"the theme `{theme.name}` does not speak `{language}`, so its own words are English",
            Place("content/site.toml"),
            why=f"It speaks {', '.join(sorted({SOURCE, *theme.languages}))}.",
            fix=f"add languages/{language}.po to a theme of your own; themes/README.md says how.",
        )


def _no_readings() -> Diagnostic:
    return diagnose(
        "no-readings",
        "there is no reading to publish",
        Place("content"),
        fix="make a folder content/NAME with a reading.toml that names a file in seeds/.",
    )
