"""`update`: a newer capture of a reading's text, compared with the older one before anything is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from generator import asides, map_step
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Block, Fate, Manuscript, Output, SourceFile
from generator.new.naming import free, seed_name
from generator.project import is_taken, read_project, seed_with
from generator.write import add_seed, replace_files

_SEED = re.compile(r"""^(\s*seed\s*=\s*)("(?!"")(?:[^"\\]|\\.)*"|'(?!'')[^']*')""")
_EDITED = 50.0
"""From which likeness (rapidfuzz's ratio, 0 to 100) on one paragraph is another that was edited."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a newer capture would change in a reading."""

    slug: str
    seed: str
    """The name that it gets in seeds/, or has there."""
    is_new: bool
    """Whether it is to be copied there."""
    added: tuple[Block, ...]
    removed: tuple[Block, ...]
    edited: tuple[tuple[Block, Block], ...]
    fates: tuple[Fate, ...]
    manuscript: Manuscript
    """As it is, with the older seed."""
    data: bytes
    lock: SourceFile | None
    """anchors.lock with all that is to be remembered of the older text; None where that cannot be read."""


def compare(root: Path, slug: str, captured: SourceFile) -> Outcome[Update | None]:
    """What a capture would change in a reading; None, with the reason, where it cannot be taken."""
    project = read_project(root).value
    manuscript = next((each for each in project.manuscripts if each.slug == slug), None)
    if manuscript is None:
        return Outcome(None, (_no_reading(slug, [each.slug for each in project.manuscripts]),))
    if manuscript.seed.data == captured.data:
        return Outcome(None, (_same(manuscript),))
    name, is_new = _name(root, captured)
    shared = asides.shared_terms(project)
    old = map_step.make_reading(manuscript, shared, project.theme, project.site)
    newer = replace(manuscript, seed=SourceFile(f"seeds/{name}", captured.data))
    if old.value:
        # What is not locked yet is remembered from the older text: later nobody could.
        lock = map_step.lock_file(slug, old.value.rest.lock)
        newer = replace(newer, lock=SourceFile(lock.path, lock.data))
    new = map_step.make_reading(newer, shared, project.theme, project.site)
    if new.value is None:
        return Outcome(None, new.diagnostics)
    before = old.value.rest.document.blocks if old.value else ()
    added, removed, edited = _differences(before, new.value.rest.document.blocks)
    fates, lock_file = new.value.rest.fates, newer.lock
    update = Update(slug, name, is_new, added, removed, edited, fates, manuscript, captured.data, lock_file)
    known = set(old.diagnostics)
    return Outcome(update, tuple(each for each in new.diagnostics if each not in known))


def apply(root: Path, update: Update) -> Outcome[tuple[str, ...]]:
    """Copies the capture into seeds/ and points reading.toml at it; the paths of what was written."""
    place = update.manuscript.settings.places["seed"]
    path = place.path
    lines = (root / path).read_bytes().decode("utf-8").splitlines(keepends=True)
    found = _SEED.match(lines[place.line - 1]) if place.line <= len(lines) else None
    if found is None:
        return Outcome((), (_not_pointed(place, update.seed),))
    named = f'{found[1]}"{update.seed}"'
    lines[place.line - 1] = named + lines[place.line - 1][found.end() :]
    written: tuple[str, ...] = ()
    if update.is_new:
        added = add_seed(root, Output(update.seed, update.data))
        if added.failed:
            return Outcome((), added.diagnostics)
        written = (f"seeds/{update.seed}",)
    lock = [Output(update.lock.path, update.lock.data)] if update.lock else []
    pointed = replace_files(root, [*lock, Output(path, "".join(lines).encode("utf-8"))])
    return Outcome((*written, *pointed.value), pointed.diagnostics)


def _name(root: Path, captured: SourceFile) -> tuple[str, bool]:
    present = seed_with(root, captured.data)
    if present:
        return present, False
    name = seed_name(PurePosixPath(captured.path).name)
    return free(name, lambda each: is_taken(root / "seeds", each)), True


def _differences(
    old: Sequence[Block], new: Sequence[Block]
) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[tuple[Block, Block], ...]]:
    """The blocks that were added and removed, and the pairs that are one block, edited."""
    added: list[Block] = []
    removed: list[Block] = []
    edited: list[tuple[Block, Block]] = []
    for step in LCSseq.opcodes([each.text for each in old], [each.text for each in new]):
        if step.tag != "equal":
            removed += old[step.src_start : step.src_end]
            added += new[step.dest_start : step.dest_end]
    for block in tuple(removed):
        near = process.extractOne(block.text, [each.text for each in added], scorer=fuzz.ratio, score_cutoff=_EDITED)
        if near:
            edited.append((block, added.pop(near[2])))
            removed.remove(block)
    return tuple(added), tuple(removed), tuple(edited)


def _no_reading(slug: str, known: Sequence[str]) -> Diagnostic:
    near = get_close_matches(slug, known, 1)
    fix = f"did you mean `{near[0]}`?" if near else f"the readings are {', '.join(known)}." if known else "begin one."
    return diagnose("reading-toml-missing", f"there is no reading `{slug}`", Place(f"content/{slug}"), fix=fix)


def _same(manuscript: Manuscript) -> Diagnostic:
    return diagnose(
        "seed-shared",
        f"this capture is already the text of `{manuscript.slug}`",
        manuscript.settings.places["seed"],
        why=f"{manuscript.seed.path} holds the very same bytes.",
        fix="capture the page again when it has changed.",
    )


def _not_pointed(place: Place, seed: str) -> Diagnostic:
    return diagnose(
        "file-unwritable",
        "this line could not be rewritten",
        place,
        why="The seed's name is not written here as one text in quotation marks.",
        fix=f'put the capture into seeds/ yourself, and write `seed = "{seed}"`.',
    )
