"""`[[images]]` of reading.toml, and the files that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from generator import text
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import ImageSettings, SourceFile
from generator.project.files import is_file, listed, path_inside, read_file
from generator.project.schema import Facts

_NEEDED = {
    "caption": "quote the caption that the picture belongs to",
    "file": "name a file in the reading's folder",
    "alt": 'say in a few words what the picture shows, or `alt = ""` where the caption says it',
}


def read_images(facts: Facts) -> Outcome[tuple[ImageSettings, ...]]:
    """The pictures of a reading.toml; those that lack something are only diagnosed."""
    found: list[Diagnostic] = []
    images: list[ImageSettings] = []
    for table in facts.tables("images"):
        missing = [name for name in _NEEDED if name not in table.values or (name != "alt" and not table.text(name))]
        if missing:
            # A value of the wrong kind has been diagnosed already.
            found += (_incomplete(name, table.places[""]) for name in missing if name not in table.places)
            found += (_incomplete(name, table.places[name]) for name in missing if name in table.values)
            continue
        images.append(
            ImageSettings(
                caption=text.tidy(table.text("caption")),
                file=table.text("file"),
                alt=table.text("alt"),
                credit=table.text("credit"),
                place=table.places["file"],
                caption_place=table.places["caption"],
            )
        )
    return Outcome(tuple(images), tuple(found))


def read_image_files(root: Path, folder: Path, images: Iterable[ImageSettings]) -> Outcome[dict[str, SourceFile]]:
    """The files of a reading's pictures by name; those that are not there are only diagnosed."""
    files: dict[str, SourceFile] = {}
    found: list[Diagnostic] = []
    for image in images:
        path = path_inside(folder, image.file)
        if path is None:
            found.append(_outside(image.file, image.place))
        elif not is_file(path):
            found.append(_missing(folder, path, image))
        else:
            outcome = read_file(root, path)
            found += outcome.diagnostics
            files |= {image.file: outcome.value} if outcome.value else {}
    return Outcome(files, tuple(found))


def _incomplete(name: str, place: Place) -> Diagnostic:
    return diagnose("image-incomplete", f"this picture has no `{name}`", place, fix=f"{_NEEDED[name]}.")


def _outside(name: str, place: Place) -> Diagnostic:
    return diagnose(
        "image-outside",
        f"`{name}` does not lie in the reading's folder",
        place,
        fix="put the picture beside reading.toml, and name it without `..` and with `/` between folders.",
    )


def _missing(folder: Path, path: Path, image: ImageSettings) -> Diagnostic:
    near = get_close_matches(path.name, [each.name for each in _beside(path)], 1)
    fix = f"did you mean `{near[0]}`?" if near else f"put the file into content/{folder.name}/."
    return diagnose("image-missing", f"there is no picture `{image.file}`", image.place, fix=fix)


def _beside(path: Path) -> Iterator[Path]:
    return (each for each in listed(path.parent) if each.is_file())
