"""The face that a theme names in `[font]`: files of a package that is installed, or of the theme's own folder."""

from __future__ import annotations

from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Font, SourceFile
from generator.project.files import path_inside, read_file
from generator.project.schema import Facts


def read_font(root: Path, theme: Path, facts: Facts) -> Outcome[Font | None]:
    """The face of a theme; None where it names none, or, with a diagnostic, where it cannot be had."""
    if not facts.text("font.regular"):
        return Outcome(None)
    package = facts.text("font.package")
    folder = _installed(package) if package else theme
    if folder is None:
        return Outcome(None, (_missing(package, facts.places["font.package"]),))
    regular = _face(root, folder, facts, "font.regular")
    italic = _face(root, folder, facts, "font.italic") if facts.text("font.italic") else Outcome(None)
    found = (*regular.diagnostics, *italic.diagnostics)
    return Outcome(Font(regular.value, italic.value) if regular.value else None, found)


def _installed(package: str) -> Path | None:
    """Where a package lies; it is not imported, since a theme may say which files are read, not which code runs."""
    spec = None
    # Of the program itself, say, there is no telling where it lies.
    with suppress(ImportError, ValueError):
        spec = find_spec(package) if package.isidentifier() else None
    return Path(spec.origin).parent if spec and spec.origin else None


def _face(root: Path, folder: Path, facts: Facts, key: str) -> Outcome[SourceFile | None]:
    path = path_inside(folder, facts.text(key))
    if path is None:
        return Outcome(None, (_outside(facts.text(key), facts.places[key]),))
    return read_file(root, path)


def _missing(package: str, place: Place) -> Diagnostic:
    return diagnose(
        "font-missing",
        f"the package `{package}`, which has the theme's face, is not installed; the system's serifs are used",
        place,
        fix="install it with pip, or take [font] out of the theme.",
    )


def _outside(name: str, place: Place) -> Diagnostic:
    return diagnose(
        "font-missing", f"`{name}` does not lie in the theme's folder or its package", place, fix="name a file in it."
    )
