"""What `new` does for the command line: takes a capture in, and puts into words what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator import asides
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Cleaned, Output, Project, Role, SourceFile
from generator.new import Start, start_reading
from generator.new.naming import free, seed_name, slug_of
from generator.new.telling import as_json, as_text
from generator.project import is_address, is_file, is_taken, read_project, seed_with
from generator.write import start

__all__ = ["as_json", "as_text", "begin"]

STANDARD_INPUT = "standard input"
"""The path of a capture that comes from there."""


_AROUND_THE_TEXT = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.DATELINE})


@dataclass(frozen=True, slots=True)
class _Names:
    slug: str
    seed: str
    is_new: bool
    """Whether the seed is to be copied into seeds/."""


def begin(root: Path, captured: Outcome[SourceFile | None], slug: str | None) -> Outcome[Start | None]:
    """Takes a capture into a project and begins its reading; None, and nothing written, where that cannot be."""
    file = captured.value
    if file is None:
        return Outcome(None, captured.diagnostics)
    cleaned = asides.preview_cleaning(file)
    if cleaned.value is None:
        return Outcome(None, cleaned.diagnostics)
    if all(line.role in _AROUND_THE_TEXT for line in cleaned.value.kept):
        return Outcome(None, (*cleaned.diagnostics, _empty(file)))
    project = read_project(root).value
    names = _names(root, file, cleaned.value, slug)
    problem = _in_the_way(root, project, file, names, slug is not None)
    if problem:
        return Outcome(None, (problem,))
    begun = start_reading(cleaned.value, names.slug, names.seed, asides.shared_terms(project))
    seed = Output(names.seed, file.data) if names.is_new else None
    written = start(root, names.slug, begun.files, seed)
    if written.failed:
        return Outcome(None, written.diagnostics)
    return Outcome(replace(begun, copied=names.is_new), cleaned.diagnostics)


def _names(root: Path, file: SourceFile, cleaned: Cleaned, slug: str | None) -> _Names:
    pasted = file.path == STANDARD_INPUT or file.path.startswith(("/dev/", "/proc/"))
    stem = "" if pasted else PurePosixPath(file.path).stem
    first = cleaned.kept[0].text if cleaned.kept else ""
    address = slug if slug is not None else slug_of(cleaned.metadata.title, stem, first)
    present = _present(root, file)
    if present:
        return _Names(address, present, False)
    kind = ".html" if cleaned.metadata.url or cleaned.metadata.language else ".txt"
    name = seed_name(f"{slug_of(address)}{kind}" if pasted else PurePosixPath(file.path).name)
    return _Names(address, free(name, lambda each: is_taken(root / "seeds", each)), True)


def _present(root: Path, file: SourceFile) -> str:
    """The file itself if it lies in seeds/, else a seed of the same bytes."""
    own = Path(file.path)
    there = root / "seeds" / own.name
    if is_file(own) and is_file(there) and own.samefile(there):
        return own.name
    return seed_with(root, file.data)


def _in_the_way(root: Path, project: Project, file: SourceFile, names: _Names, chosen: bool) -> Diagnostic | None:
    for manuscript in project.manuscripts:
        if manuscript.seed.data == file.data:
            return _already(manuscript.slug, manuscript.seed.path, manuscript.settings.places["seed"])
    if not is_address(names.slug):
        return _bad_slug(names.slug)
    if is_taken(root / "content", names.slug):
        return _exists(names.slug, free(names.slug, lambda each: is_taken(root / "content", each)), chosen)
    return None


def _empty(file: SourceFile) -> Diagnostic:
    return diagnose(
        "reading-empty",
        "nothing of this capture is left after cleaning",
        Place(file.path),
        why="Every line was taken for something that is not the text; `python build.py clean FILE` shows for what.",
        fix="capture the page again with its text.",
    )


def _already(slug: str, path: str, place: Place) -> Diagnostic:
    return diagnose(
        "seed-shared",
        f"this capture is already in the reading `{slug}`",
        place,
        why=f"{path} holds the very same bytes.",
        fix=f"write your notes in content/{slug}/.",
    )


def _bad_slug(slug: str) -> Diagnostic:
    return diagnose(
        "slug-invalid",
        f"`{slug}` cannot be a reading's address",
        Place("--slug"),
        why="An address is letters, digits, `-`, `_` and `.`; it begins with a letter or a digit, and no page has it.",
        fix=f"write --slug {slug_of(slug)}.",
    )


def _exists(slug: str, other: str, chosen: bool) -> Diagnostic:
    return diagnose(
        "reading-exists",
        f"content/{slug} exists already",
        Place(f"content/{slug}"),
        why="" if chosen else "The name was made from the title of the capture.",
        fix=f"choose another name: --slug {other}.",
    )
