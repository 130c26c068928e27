"""A theme and the parents that it extends, read into one value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Font, SourceFile, Theme
from generator.places import THEMES, is_device
from generator.project.files import closed, is_file, is_folder, listed, read_file, relative
from generator.project.fonts import read_font
from generator.project.schema import Facts, Schema, read_toml
from generator.project.walking import theme_files

_THEME: Schema = {
    "name": str,
    "description": str,
    "extends": str,
    "styles": list,
    "font": {"package": str, "regular": str, "italic": str},
}


@dataclass(frozen=True, slots=True)
class _Layer:
    """One folder of the chain from a theme to its last parent."""

    folder: Path
    facts: Facts


def read_theme(root: Path, name: str) -> Outcome[Theme]:
    """The theme of that name from the project's `themes/`, else from beside the generator.

    Where the chain is broken, the generator's own theme stands in, so that other mistakes are found too.
    """
    layers: list[_Layer] = []
    found = list(closed(root, root / "themes"))
    wanted, asked_by = name, Place("content/site.toml")
    while wanted:
        if wanted in [layer.folder.name for layer in layers]:
            found.append(_circle(wanted, asked_by))
            break
        found.extend(_shut(root, wanted))
        folder = _folder(root, wanted)
        if folder is None:
            found.append(_missing(root, wanted, asked_by))
            break
        outcome = _facts(root, folder)
        found.extend(outcome.diagnostics)
        layers.append(_Layer(folder, outcome.value))
        wanted = outcome.value.text("extends")
        asked_by = outcome.value.places.get("extends", asked_by)
    if found:
        base = Path(THEMES, "base")
        layers = [_Layer(base, _facts(root, base).value)]
    theme = _merged(root, name, layers[::-1])
    return Outcome(theme.value, (*found, *theme.diagnostics))


def themes_known(root: Path) -> tuple[str, ...]:
    """The names of all themes that a project can have."""
    return tuple(sorted({each.parent.name for home in _homes(root) for each in home.glob("*/theme.toml")}))


def _homes(root: Path) -> tuple[Path, Path]:
    """Where themes are looked for: a project's own go before those that come with the generator."""
    return root / "themes", Path(THEMES)


def _shut(root: Path, name: str) -> Iterator[Diagnostic]:
    """One that nobody may look into is not there to be found, and another of its name would stand in for it."""
    own = root / "themes" / name
    if _is_name(name) and is_folder(own):
        yield from closed(root, own)


def _is_name(name: str) -> bool:
    return name == Path(name).name and not name.startswith(".") and not is_device(name)


def _folder(root: Path, name: str) -> Path | None:
    if not _is_name(name):
        return None
    return next((home / name for home in _homes(root) if is_file(home / name / "theme.toml")), None)


def _facts(root: Path, folder: Path) -> Outcome[Facts]:
    file = read_file(root, folder / "theme.toml")
    if not file.value:
        return Outcome(Facts({}, {}), file.diagnostics)
    outcome = read_toml(file.value, _THEME)
    return Outcome(outcome.value or Facts({}, {}), outcome.diagnostics)


def _merged(root: Path, name: str, layers: list[_Layer]) -> Outcome[Theme]:
    """A child's file replaces its parent's of the same name; the last `styles` list says the order of loading."""
    folders: dict[str, dict[str, SourceFile]] = {"templates": {}, "styles": {}, "scripts": {}}
    languages: dict[str, tuple[SourceFile, ...]] = {}
    order: tuple[str, ...] = ()
    font: Font | None = None
    found: list[Diagnostic] = []
    for layer in layers:
        order = layer.facts.texts("styles") or order
        face = read_font(root, layer.folder, layer.facts)
        found.extend(face.diagnostics)
        font = face.value or font
        for kind, files in folders.items():
            paths = theme_files(root, layer.folder, kind)
            found.extend(paths.diagnostics)
            for path in paths.value:
                outcome = read_file(root, path)
                found.extend(outcome.diagnostics)
                if outcome.value:
                    files[path.relative_to(layer.folder / kind).as_posix()] = outcome.value
        found.extend(closed(root, layer.folder / "languages"))
        for path in listed(layer.folder / "languages"):
            outcome = read_file(root, path)
            found.extend(outcome.diagnostics)
            if outcome.value and path.suffix == ".po":
                tag = path.stem.replace("_", "-").lower()
                languages[tag] = (*languages.get(tag, ()), outcome.value)
    styles = {
        each: folders["styles"][each] for each in (*order, *sorted(folders["styles"])) if each in folders["styles"]
    }
    return Outcome(Theme(name, folders["templates"], styles, folders["scripts"], languages, font), tuple(found))


def _missing(root: Path, name: str, asked_by: Place) -> Diagnostic:
    known = themes_known(root)
    return diagnose(
        "theme-missing",
        f"there is no theme called `{name}`",
        asked_by,
        why=f"Found: {', '.join(known)}." if known else f"No theme was found in {relative(root, root / 'themes')}.",
        fix="name one of these, or make the folder themes/NAME with a theme.toml.",
    )


def _circle(name: str, asked_by: Place) -> Diagnostic:
    fix = 'let the last theme of the chain extend "base" or nothing.'
    return diagnose("theme-circle", f"the theme `{name}` extends itself in the end", asked_by, fix=fix)
