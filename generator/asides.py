"""Single steps of a build, for those commands that need one without the others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.capture import capture
from generator.clean import clean
from generator.diagnostics import Outcome
from generator.document import document
from generator.enrich import read_lock, shared_glossary
from generator.map_step import lock_file
from generator.model import Block, Cleaned, Manuscript, Project, SourceFile, Term


def preview_cleaning(file: SourceFile) -> Outcome[Cleaned | None]:
    """How a capture would be cleaned, before it is adopted; None where it cannot be read."""
    seed = capture(file)
    if seed.value is None:
        return Outcome(None, seed.diagnostics)
    cleaned = clean(seed.value)
    return Outcome(cleaned.value, (*seed.diagnostics, *cleaned.diagnostics))


def shared_terms(project: Project) -> tuple[Term, ...]:
    """The terms that all readings share; what is wrong with them is for a build to say."""
    return shared_glossary(project.glossary, project.site.html).value


def blocks_of(cleaned: Cleaned) -> tuple[Block, ...]:
    """The blocks of a cleaned capture."""
    return document(cleaned).blocks


def reading_text(cleaned: Cleaned) -> str:
    """The reading's words alone, blocks separated by an empty line."""
    return "\n\n".join(block.text for block in document(cleaned).blocks)


def forgetting(manuscript: Manuscript, names: Collection[str]) -> Manuscript:
    """The manuscript with a lock that does not remember these entries."""
    lock = read_lock(manuscript.lock).value
    quotes = {name: each for name, each in lock.quotes.items() if name not in names}
    file = lock_file(manuscript.slug, replace(lock, quotes=quotes))
    return replace(manuscript, lock=SourceFile(file.path, file.data))
