"""What lies in a project's folder, read into values: the only place where the build reads the disk."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.catalogue import SOURCE, read_catalogue
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.looks import look_at
from generator.model import Manuscript, Project, Seen, Theme
from generator.places import THEMES
from generator.project.files import exists, files_in, is_file, is_folder, read_file
from generator.project.readings import LOCK, is_address, read_manuscript, read_register, unread
from generator.project.seeds import is_taken, seed_with
from generator.project.settings import bad_address, read_reading, read_site, site_address
from generator.project.themes import read_theme, themes_known

__all__ = [
    "LOCK",
    "Opened",
    "exists",
    "files_in",
    "inputs",
    "is_address",
    "is_file",
    "is_folder",
    "is_taken",
    "misfits",
    "open_readings",
    "read_capture",
    "read_edition",
    "read_project",
    "read_reading",
    "read_theme",
    "seed_with",
    "slugs",
    "themes_known",
]

read_capture = read_file
"""A capture that lies anywhere: its bytes, or a diagnostic."""


class Opened(NamedTuple):
    """A reading's folder, as it was found."""

    slug: str
    seen: Seen | None
    """None where there is too little to go on."""
    manuscript: Manuscript | None
    """None too where the reading is as it was, so that nothing of it was read."""
    found: tuple[Diagnostic, ...]


def read_project(root: Path, url: str = "", drafts: bool = True) -> Outcome[Project]:
    """All of a project, its drafts only if they are wanted. A `url` that is given stands over that of site.toml."""
    edition = read_edition(root, url)
    opened = tuple(open_readings(root, drafts))
    manuscripts = tuple(each.manuscript for each in opened if each.manuscript)
    found = (*edition.diagnostics, *(each for one in opened for each in one.found), *misfits(opened))
    return Outcome(replace(edition.value, manuscripts=manuscripts), found)


def read_edition(root: Path, url: str = "") -> Outcome[Project]:
    """A project without its readings."""
    content = root / "content"
    site_file = read_file(root, content / "site.toml") if exists(content / "site.toml") else Outcome(None)
    site = read_site(site_file.value)
    given = url or site.value.url
    address = site_address(given) or ""
    theme = read_theme(root, site.value.theme)
    glossary = read_register(root, content, "glossary")
    found: list[Diagnostic] = []
    for outcome in (site_file, site, theme, glossary):
        found += outcome.diagnostics
    found += _untranslated(site.value.language, theme.value)
    if url and not address:
        found.append(bad_address(url, Place("--url")))
    found += unread(root, content, ("site.toml", "glossary.md"), ("glossary",))
    return Outcome(Project(replace(site.value, url=address), (), glossary.value, theme.value), tuple(found))


def open_readings(
    root: Path, drafts: bool = True, known: Mapping[str, Seen] = MappingProxyType({}), before: int = 0
) -> Iterator[Opened]:
    """The readings of a project one by one, its drafts only if they are wanted.

    Of one that is `known`, by its slug, and looks as it did then nothing is read. Looks at files that were changed at
    the moment `before`, in nanoseconds of the disk's clock, or later, tell nothing.
    """
    seeds = f"{root / 'seeds'}{os.sep}"
    for folder in _folders(root / "content"):
        old = known.get(folder.name)
        look = look_at([folder, f"{seeds}{old.seed}"], before) if old else ""
        if old and look and look == old.look and (drafts or not old.draft):
            yield Opened(folder.name, old, None, old.found)
            continue
        outcome = read_manuscript(root, folder, drafts)
        seen = None
        if outcome.value:
            facts = outcome.value.settings
            # It is taken after the reading, and tells nothing of files that were changed since it began.
            look = look_at([folder, f"{seeds}{facts.seed}"], before)
            seen = Seen(look, facts.seed, facts.places["seed"], facts.draft, outcome.diagnostics)
        yield Opened(folder.name, seen, outcome.value, outcome.diagnostics)


def slugs(root: Path) -> Iterator[str]:
    """The names of the folders of readings."""
    return iter(_names(root / "content"))


def misfits(opened: Collection[Opened]) -> tuple[Diagnostic, ...]:
    """What is wrong with the readings as a whole: two have one seed, or there is none."""
    seen = {each.slug: each.seen for each in opened if each.seen}
    return (*_sharing_a_seed(seen), *(() if opened else (_no_readings(),)))


def inputs(root: Path) -> tuple[tuple[Path, int], ...]:
    """The folders that a build reads, those that are there, each with what tells it from a later one of its name."""
    found: list[tuple[Path, int]] = []
    for folder in dict.fromkeys((root / "content", root / "seeds", root / "themes", Path(THEMES))):
        # A folder may go between two looks at it.
        with suppress(OSError):
            found += [(folder, folder.stat().st_ino)] if folder.is_dir() else []
    return tuple(found)


def _folders(content: Path) -> Iterator[Path]:
    """Folders of readings; `glossary/` may hold the shared glossary in parts, and `_` begins what is set aside."""
    return (content / name for name in _names(content))


def _names(content: Path) -> list[str]:
    found: list[str] = []
    with suppress(OSError), os.scandir(content) as entries:
        # A listing tells folders from files; to ask for each would take longer than all else that is done for most.
        found += (each.name for each in entries if not each.name.startswith((".", "_")) and _is_folder(each))
    return sorted(name for name in found if name != "glossary")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    # A link may lead to itself.
    with suppress(OSError):
        return entry.is_dir()
    return False


def _sharing_a_seed(seen: Mapping[str, Seen]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for slug, each in seen.items():
        seed = each.seed
        if seed in first:
            yield diagnose(
                "seed-shared",
                f"seeds/{seed} belongs to another reading already",
                each.seed_place,
                why=f"content/{first[seed]}/ is about it.",
                fix="put all notes into one reading; readers can tell voices apart by `by`.",
            )
        first.setdefault(seed, slug)


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
