"""The folders of `content/`: each becomes a manuscript."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Manuscript, ReadingSettings, SourceFile
from generator.places import is_device
from generator.project.files import closed, exists, is_folder, listed, path_inside, read_file, read_files, relative
from generator.project.images import read_image_files
from generator.project.settings import read_reading

REGISTERS = ("notes", "glossary", "timeline")
"""Each is a file NAME.md, a folder NAME/ of such files, or both."""

LOCK = "anchors.lock"
_FILES = ("reading.toml", LOCK, *(f"{name}.md" for name in REGISTERS))
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")
_SLUG = re.compile(r"\w(?:[\w.-]*\w)?")
_TAKEN = frozenset({"assets", "pagefind"})
_UNFIT = re.compile(r'[*?"<>|]')
"""Signs that are wildcards or worse in names of Windows."""
_SITE_PAGE = re.compile(r".*\.(?:html|xml|txt)")


def read_manuscript(root: Path, folder: Path, drafts: bool = True) -> Outcome[Manuscript | None]:
    """What people wrote for one reading, with its seed; None where there is too little to go on.

    Of a draft nothing is said without `drafts`: what nobody will see keeps nothing from being published.
    """
    found: list[Diagnostic] = [*_slug_problems(root, folder), *closed(root, folder)]
    if not exists(folder / "reading.toml"):
        return Outcome(None, (*found, *unread(root, folder, _FILES, REGISTERS), _no_reading(root, folder)))
    file = read_file(root, folder / "reading.toml")
    settings = read_reading(file.value) if file.value else Outcome(None)
    if settings.value and settings.value.draft and not drafts:
        return Outcome(None)
    named = {path_inside(folder, each.file) for each in settings.value.images} if settings.value else set()
    found += (*unread(root, folder, _FILES, REGISTERS, named), *file.diagnostics, *settings.diagnostics)
    registers: dict[str, tuple[SourceFile, ...]] = {}
    for name in REGISTERS:
        files = read_register(root, folder, name)
        registers[name] = files.value
        found += files.diagnostics
    if settings.value is None:
        return Outcome(None, tuple(found))
    images = read_image_files(root, folder, settings.value.images)
    lock: Outcome[SourceFile | None] = read_file(root, folder / LOCK) if exists(folder / LOCK) else Outcome(None)
    found += (*images.diagnostics, *lock.diagnostics)
    seed = _seed(root, settings.value)
    found += seed.diagnostics
    if seed.value is None:
        return Outcome(None, tuple(found))
    manuscript = Manuscript(folder.name, settings.value, seed.value, **registers, images=images.value, lock=lock.value)
    return Outcome(manuscript, tuple(found))


def is_address(slug: str) -> bool:
    """Whether a folder of this name can be a reading: `glossary` is shared, and `_` begins what is set aside."""
    taken = slug.lower() in _TAKEN | {"glossary"} or is_device(slug) or _SITE_PAGE.fullmatch(slug.lower())
    return bool(_SLUG.fullmatch(slug)) and not taken and not slug.startswith("_")


def read_register(root: Path, folder: Path, name: str) -> Outcome[tuple[SourceFile, ...]]:
    """A register's files: NAME.md first, then those of NAME/ by name."""
    whole = [folder / f"{name}.md"] if exists(folder / f"{name}.md") else []
    files = read_files(root, [*whole, *(path for path in listed(folder / name) if path.suffix == ".md")])
    return Outcome(files.value, (*files.diagnostics, *closed(root, folder / name)))


def unread(
    root: Path, folder: Path, files: Iterable[str], folders: Iterable[str] = (), named: Collection[Path | None] = ()
) -> Iterator[Diagnostic]:
    """A warning for each file that looks as if it were meant to be read, and is not: one that nothing has `named`."""
    known, subfolders = list(files), tuple(folders)
    for path in listed(folder):
        if path.name in known or path in named:
            continue
        if any(each and path in each.parents for each in named) and path.name not in subfolders:
            yield from unread(root, path, (), (), named)
            continue
        if is_folder(path):
            if path.name in subfolders:
                yield from (_unread(root, each, []) for each in listed(path) if each.suffix != ".md")
            elif folder.name != "content":
                yield _unread(root, path, list(subfolders))
        elif path.name != "README.md":
            yield _unread(root, path, known)


def _seed(root: Path, settings: ReadingSettings) -> Outcome[SourceFile | None]:
    place = settings.places["seed"]
    path = path_inside(root / "seeds", settings.seed)
    if path is None or path.name != settings.seed or _UNFIT.search(settings.seed):
        return Outcome(None, (_outside(settings.seed, place),))
    if not exists(path):
        return Outcome(None, (_no_seed(root, settings.seed, place),))
    return read_file(root, path, settings.megabytes)


def _slug_problems(root: Path, folder: Path) -> Iterator[Diagnostic]:
    slug = folder.name
    taken = slug.lower() in _TAKEN or is_device(slug) or _SITE_PAGE.fullmatch(slug.lower())
    if taken or not _SLUG.fullmatch(slug):
        yield diagnose(
            "slug-invalid",
            f"`{slug}` cannot be a reading's address" if not taken else f"the address `{slug}` is taken",
            Place(relative(root, folder)),
            why="The folder's name is the address: letters, digits, `-`, `_` and `.`.",
            fix="rename the folder.",
        )


def _no_reading(root: Path, folder: Path) -> Diagnostic:
    return diagnose(
        "reading-toml-missing",
        "this folder has no reading.toml",
        Place(relative(root, folder)),
        why="Each folder in content/ is a reading, and reading.toml says which seed it is about.",
        fix='write one with a line `seed = "file name"`; a folder that is no reading belongs elsewhere.',
    )


def _outside(seed: str, place: Place) -> Diagnostic:
    return diagnose(
        "seed-outside", f"`{seed}` does not lie in seeds/", place, fix="name a file in seeds/, without a path."
    )


def _no_seed(root: Path, seed: str, place: Place) -> Diagnostic:
    near = get_close_matches(seed, [path.name for path in listed(root / "seeds")], 1)
    fix = f"did you mean `{near[0]}`?" if near else "put the captured text there."
    return diagnose("seed-missing", f"there is no seeds/{seed}", place, fix=fix)


def _unread(root: Path, path: Path, known: list[str]) -> Diagnostic:
    near = get_close_matches(path.name.lower(), known, 1, 0.7)
    free = near and not exists(path.parent / near[0])
    other = "move it out of content/, or give it a name that is read."
    if near and not free and path.suffix == ".md":
        other = f"put what it says into `{near[0]}`, or move it out of content/."
    fix = f"rename it to `{near[0]}`." if free else other
    if path.suffix.lower() in _PICTURES:
        fix = "name it under [[images]] in reading.toml, or move it out of content/."
    what = "folder" if is_folder(path) else "file"
    return diagnose(
        "file-not-read",
        f"this {what} is not read",
        Place(relative(root, path)),
        why=f"Read here: {', '.join(known)}." if known else "Only files whose names end in .md are read here.",
        fix=fix,
    )
