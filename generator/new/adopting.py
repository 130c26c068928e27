"""A capture finds its place in a project: its name in seeds/, its address, and the beginning of its reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import pipeline, text
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.enrich import shared_glossary
from generator.model import Cleaned, Manuscript, Output, SourceFile
from generator.new.beginning import Start, start_reading
from generator.new.naming import free, seed_name, slug_of
from generator.project import is_address, listed, read_project
from generator.write import start


@dataclass(frozen=True, slots=True)
class Adopted:
    """A capture that is part of the project now."""

    start: Start
    copied: bool
    """Whether the capture was put into seeds/; it may have been there."""


def adopt(root: Path, capture: SourceFile, slug: str = "") -> Outcome[Adopted | None]:
    """Takes a capture into the project in a folder and begins its reading; None, with diagnostics, where it cannot.

    All is written or nothing, and nothing that exists is overwritten. Without a `slug` the title makes the address.
    """
    cleaned = pipeline.preview_cleaning(capture)
    if cleaned.value is None:
        return Outcome(None, cleaned.diagnostics)
    project = read_project(root).value
    there = _seed_with(capture.data, root)
    refused = [*_known(there, project.manuscripts), *_bad_slug(root, slug)]
    if refused:
        return Outcome(None, tuple(refused))
    seed = there or free(seed_name(Path(capture.path).name), _taken_in(root / "seeds"))
    address = slug or free(_address(cleaned.value, capture), _taken_in(root / "content"))
    begun = start_reading(cleaned.value, address, seed, shared_glossary(project.glossary).value)
    written = start(root, address, begun.files, None if there else Output(seed, capture.data))
    if written.failed:
        return Outcome(None, written.diagnostics)
    return Outcome(Adopted(begun, not there), (*cleaned.diagnostics, *written.diagnostics))


def _address(cleaned: Cleaned, capture: SourceFile) -> str:
    return slug_of(cleaned.metadata.title, Path(capture.path).stem)


def _seed_with(data: bytes, root: Path) -> str:
    """The name of the seed that holds these very bytes; empty where there is none."""
    return next((path.name for path in listed(root / "seeds") if path.is_file() and path.read_bytes() == data), "")


def _taken_in(folder: Path) -> _Taken:
    return _Taken(frozenset(text.lower(path.name) for path in listed(folder)))


@dataclass(frozen=True, slots=True)
class _Taken:
    """Names that are taken, on systems too that make no difference between small letters and capitals."""

    names: frozenset[str]

    def __call__(self, name: str) -> bool:
        return text.lower(name) in self.names


def _known(seed: str, manuscripts: tuple[Manuscript, ...]) -> Iterator[Diagnostic]:
    for manuscript in manuscripts:
        if seed and manuscript.settings.seed == seed:
            yield diagnose(
                "capture-known",
                f"this very capture is in the project already, as seeds/{seed}",
                Place(f"content/{manuscript.slug}/reading.toml"),
                why="Nothing was changed.",
                fix=f"write your notes into content/{manuscript.slug}/.",
            )


def _bad_slug(root: Path, slug: str) -> Iterator[Diagnostic]:
    if slug and not is_address(slug):
        yield diagnose(
            "slug-invalid",
            f"`{slug}` cannot be a reading's address",
            Place("--slug"),
            why="The address is a folder's name: letters, digits, `-`, `_` and `.`.",
            fix=f"take `{slug_of(slug)}`, say; or leave --slug out.",
        )
    elif slug and _taken_in(root / "content")(slug):
        yield diagnose(
            "reading-exists",
            f"there is a content/{slug} already",
            Place(f"content/{slug}"),
            why="Nothing was changed.",
            fix="take another --slug, or leave it out.",
        )
