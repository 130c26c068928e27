"""Captures taken in, in memory, and the reading that is built of what `new` began."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator import asides, map_step
from generator.diagnostics import Diagnostic
from generator.enrich import shared_glossary
from generator.model import Manuscript, SiteSettings, SourceFile, Summary
from generator.new import Start, start_reading
from generator.places import THEMES
from generator.project import read_reading
from generator.project.themes import read_theme

THEME = read_theme(Path(THEMES).parent, "base").value
_SUGGESTION = re.compile(r"^<!--[^\n]*\n(## .*?)\n-->$", re.MULTILINE | re.DOTALL)
_FACT = re.compile(r'^( *)# (?=[a-z]+ *= |")', re.MULTILINE)


def begin(data: bytes, path: str = "seeds/text.txt", shared: str = "") -> Start | None:
    """What `new` makes of some bytes; None where they cannot be read or hold no text."""
    cleaned = asides.preview_cleaning(SourceFile(path, data)).value
    if cleaned is None:
        return None
    terms = shared_glossary([SourceFile("content/glossary.md", shared.encode())]).value if shared else ()
    return start_reading(cleaned, "text", path.rpartition("/")[2], terms)


def texts(start: Start) -> dict[str, str]:
    """The files of a start by name."""
    return {file.path: file.data.decode() for file in start.files}


def uncommented(files: Mapping[str, str]) -> dict[str, str]:
    """The files with every suggestion made an entry, every hint a fact and every correction made."""
    registers = {name: _SUGGESTION.sub(r"\1", source) for name, source in files.items()}
    registers["reading.toml"] = _FACT.sub(r"\1", files["reading.toml"])
    return registers


def build(
    data: bytes, files: Mapping[str, str], path: str = "seeds/text.txt", shared: str = ""
) -> tuple[Summary | None, list[Diagnostic]]:
    """The reading that these files make of the capture, and what the build says."""
    settings = read_reading(SourceFile("content/text/reading.toml", files["reading.toml"].encode()))
    assert settings.value is not None, settings.diagnostics
    notes, glossary, timeline = (
        (SourceFile(f"content/text/{name}.md", files[f"{name}.md"].encode()),)
        for name in ("notes", "glossary", "timeline")
    )
    manuscript = Manuscript("text", settings.value, SourceFile(path, data), notes, glossary, timeline)
    terms = shared_glossary([SourceFile("content/glossary.md", shared.encode())]).value if shared else ()
    made = map_step.make_reading(manuscript, terms, THEME, SiteSettings())
    summary = made.value.rest.summary if made.value else None
    return summary, [*settings.diagnostics, *made.diagnostics]
