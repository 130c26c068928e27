"""Where a site must never be published, whatever stands there."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.write import mishaps

_SOURCES = ("content", "seeds", "themes")


def check_target(site: Path, project: Path) -> tuple[Diagnostic, ...]:
    """Why the folder is no place for a site: something else would be lost with the next publication.

    Both paths are absolute and without symbolic links.
    """
    reason = _reason(site, project)
    return (mishaps.misplaced(site, reason),) if reason else ()


def _reason(site: Path, project: Path) -> str:
    if site.is_symlink():
        return "is a symbolic link that leads back to itself"
    if site.exists() and not site.is_dir():
        return "is a file"
    if site == Path(site.anchor):
        return "is the whole disk"
    if project.is_relative_to(site):
        return "holds the project itself"
    if (home := _home()) and home.is_relative_to(site):
        return "holds your home folder"
    if ".git" in site.parts:
        return "is where git keeps its own files"
    for name in _SOURCES:
        if site.is_relative_to(project / name):
            return f"is in {name}/, where the site's sources are"
    return ""


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):
        return None
