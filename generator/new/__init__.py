"""`new`: a capture becomes a seed and the beginning of a reading.

Pure: what is written where is said here; `project/` reads, `write/` writes, and the command line asks and tells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import asides, text
from generator.model import Block, Cleaned, Metadata, Output, Term
from generator.new.facts import known_facts, reading_toml
from generator.new.language import guess_language
from generator.new.names import find_names
from generator.new.naming import free, seed_name, slug_of
from generator.new.quoting import quote_for
from generator.new.registers import glossary_md, notes_md, suggestions, timeline_md
from generator.new.uncertain import Uncertain, uncertain_lines, with_all

__all__ = ["Start", "free", "quote_for", "seed_name", "slug_of", "start_reading", "suggestions"]


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of a reading, not yet written."""

    slug: str
    seed: str
    """The seed's file name."""
    facts: Metadata
    """What reading.toml states of the text because the capture says it."""
    guessed: str
    """The language that its words suggest where the capture states none; empty where they do not."""
    cleaned: Cleaned
    uncertain: tuple[Uncertain, ...]
    files: tuple[Output, ...]
    """reading.toml and the registers, by their names in the reading's folder."""
    copied: bool = False
    """Whether the capture was copied into seeds/."""


def start_reading(cleaned: Cleaned, slug: str, seed: str, shared: Iterable[Term]) -> Start:
    """The files of a new reading of a cleaned capture; names in the shared glossary are not suggested again."""
    doubtful = uncertain_lines(cleaned)
    # With every uncertain line in it a quote that is unique stays so, whichever lines an editor keeps or drops.
    blocks = asides.blocks_of(with_all(cleaned, doubtful))
    certain = _certain(blocks, doubtful)
    facts = known_facts(cleaned.metadata)
    words = "\n".join(block.text for block in blocks)
    guessed = "" if facts.language else guess_language(words)
    names = find_names([block for block in blocks if block.id in certain], _known(shared, facts))
    texts = {
        "reading.toml": reading_toml(seed, facts, guessed, _title(blocks, seed), doubtful),
        "notes.md": notes_md(blocks, certain),
        "glossary.md": glossary_md(names, words.lower() != words.upper()),
        "timeline.md": timeline_md(blocks, certain, facts.published),
    }
    files = tuple(Output(name, written.encode()) for name, written in texts.items())
    return Start(slug, seed, facts, guessed, cleaned, doubtful, files)


def _certain(blocks: Sequence[Block], doubtful: Iterable[Uncertain]) -> Collection[str]:
    """The blocks that no suggested correction touches."""
    touched = {line.number for each in doubtful for line in each.lines}
    return frozenset(block.id for block in blocks if touched.isdisjoint(block.lines))


def _known(shared: Iterable[Term], facts: Metadata) -> Collection[str]:
    """Forms, in small letters, that a glossary of this text need not hold."""
    return frozenset(_forms(shared, facts))


def _forms(shared: Iterable[Term], facts: Metadata) -> Iterator[str]:
    for term in shared:
        for form in (term.headword, *term.variants, term.id.replace("-", " ")):
            yield from (form.lower(), f"{form.lower()}s")
    for name in (*facts.authors, facts.publisher):
        yield name.lower()


def _title(blocks: Sequence[Block], seed: str) -> str:
    """What stands in for a title that the capture does not tell: its first words."""
    return next((text.excerpt(block.text) for block in blocks), seed)
