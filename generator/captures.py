"""Many captures cleaned at once, over the machine's cores, each on its own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from generator import asides, report
from generator.diagnostics import Diagnostic, Outcome
from generator.model import Output
from generator.project import files_in, is_folder, read_capture
from generator.write import write_files

Form = Literal["table", "json", "text"]
SUFFIXES = {"table": ".txt", "json": ".json", "text": ".txt"}

_A_PROCESS = 16
"""A process of its own is worth its start for so many files."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A file that is to be cleaned."""

    path: Path
    name: str
    """From the folder that was named, or its file name."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a capture."""

    capture: Capture
    shown: str
    """The cleaned capture in the form that was asked for; empty where it could not be read."""
    kept: int
    cut: int
    """Lines that are not blank."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether there is nothing to show."""
        return any(each.severity == "error" for each in self.diagnostics)


def captures_in(paths: Iterable[Path]) -> tuple[Capture, ...]:
    """The files themselves, and all files of the folders, by name; hidden ones are left out."""
    return tuple(each for path in paths for each in _captures(path.absolute()))


def clean_captures(captures: Sequence[Capture], form: Form, jobs: int = 0) -> Iterator[Done]:
    """Each capture cleaned, in their order, as soon as it is; `jobs` are processes, 0 as many as help."""
    jobs = jobs or min(os.cpu_count() or 1, 1 + len(captures) // _A_PROCESS)
    clean = partial(_clean, form=form)
    if jobs < 2:
        yield from map(clean, captures)
        return
    with ProcessPoolExecutor(jobs) as processes:
        yield from processes.map(clean, captures, chunksize=4)


def write_cleaned(out: Path, done: Done, form: Form, taken: set[str]) -> Outcome[str]:
    """Writes a cleaned capture under its own name into a folder; no two of a run share a name."""
    suffix = SUFFIXES[form]
    name = done.capture.name.removesuffix(suffix)
    free = next(each for each in _names(name, done.capture.name, suffix) if each.casefold() not in taken)
    taken.add(free.casefold())
    written = write_files(out, [Output(free, f"{done.shown}\n".encode())])
    return Outcome(free, written.diagnostics)


def _captures(path: Path) -> Iterator[Capture]:
    if not is_folder(path):
        yield Capture(path, path.name)
        return
    yield from (Capture(each, each.relative_to(path).as_posix()) for each in files_in(path))


def _clean(capture: Capture, form: Form) -> Done:
    file = read_capture(Path.cwd(), capture.path)
    cleaned = asides.preview_cleaning(file.value) if file.value else Outcome(None)
    found = (*file.diagnostics, *cleaned.diagnostics)
    if cleaned.value is None:
        return Done(capture, "", 0, 0, found)
    lines = [line for line in cleaned.value.lines if line.text.strip()]
    kept = sum(line.role.kept for line in lines)
    tellers = {"json": report.cleaning_as_json, "table": report.cleaning_as_table}
    shown = tellers[form](capture.path, cleaned.value) if form in tellers else asides.reading_text(cleaned.value)
    return Done(capture, shown, kept, len(lines) - kept, found)


def _names(stem: str, whole: str, suffix: str) -> Iterator[str]:
    yield stem.removesuffix(Path(stem).suffix) + suffix if Path(stem).suffix in (".html", ".htm") else stem + suffix
    number = 1
    while True:
        yield f"{whole}{suffix}" if number == 1 else f"{whole}-{number}{suffix}"
        number += 1
