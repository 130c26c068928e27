"""A cleaner that does worse must not cost a note: here it leaves every line of the capture in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.capture import capture
from generator.clean import clean
from generator.document import document
from generator.enrich.fates import fate_of, name_of
from generator.enrich.lock import read_lock
from generator.enrich.passage import passages
from generator.enrich.registers import read_events, read_notes, read_terms
from generator.model import Cleaned, Document, Event, Judgement, Note, Role, SourceFile, Term
from tests.projects import ROOT, own

LEFT_IN = {Role.CAPTION, Role.PULL_QUOTE, Role.DUPLICATE}


def _files(folder: Path, name: str) -> list[SourceFile]:
    return [SourceFile(path.name, path.read_bytes()) for path in [folder / f"{name}.md"] if path.exists()]


def _texts(seed: Path, more: set[Role] | None) -> Document:
    """The text as this cleaner leaves it, with lines of more roles; None for all lines."""
    captured = capture(SourceFile(seed.name, seed.read_bytes())).value
    assert captured is not None
    cleaned = clean(captured)
    kept = [
        Judgement(line.number, line.text, line.role if line.role.kept else Role.PARAGRAPH, "worse", line.level)
        for line in cleaned.value.lines
        if line.role is not Role.BLANK and (line.role.kept or more is None or line.role in more)
    ]
    return document(Cleaned(tuple(kept), (), cleaned.value.metadata))


@pytest.mark.parametrize("more", [LEFT_IN, None], ids=["captions and pull quotes", "every line"])
def test_every_note_of_the_first_reading_is_kept(more: set[Role] | None) -> None:
    folder = own("content/tajik-widows")
    searched = passages(_texts(ROOT / "seeds" / "000_74f91f918406b353.txt", more))
    entries: list[Note | Term | Event] = [
        *read_notes(_files(folder, "notes")).value,
        *read_terms(_files(folder, "glossary")).value,
        *read_events(_files(folder, "timeline")).value,
    ]
    lock = read_lock(SourceFile("anchors.lock", (folder / "anchors.lock").read_bytes())).value
    fates = {
        name_of(each): fate_of(name_of(each), each.selector, lock.quotes[name_of(each)], searched)
        for each in entries
        if each.selector
    }
    assert len(fates) >= 40
    assert all(each.now and each.now.words == each.was.words for each in fates.values())
    assert {each.name for each in fates.values()} == {"kept"}
