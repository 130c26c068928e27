"""What the dates of a text cost, beside its page: `python -m tests.benchmarks.dates [PROJECT]`.

CPU seconds for 1,000 articles, made by repeating the project's readings that are published whole.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.capture import capture
from generator.clean import clean
from generator.document import document
from generator.enrich import enrich, passages, shared_glossary
from generator.enrich.mentions import find_mentions
from generator.model import DateSettings, Reading
from generator.project import read_project
from generator.render import render_reading

ROOT = Path(__file__).parents[2]
ARTICLES = 1000


def main(project: Path) -> None:
    """Prints the figures for a project."""
    read = read_project(project).value
    shared = shared_glossary(read.glossary).value
    for manuscript in read.manuscripts:
        seed = capture(manuscript.seed).value
        assert seed
        cleaned = clean(seed, manuscript.settings.corrections).value
        reading = enrich(document(cleaned), cleaned, seed, manuscript, shared).value
        if reading.excerpts:
            continue
        words = sum(len(block.text.split()) for block in reading.document.blocks)
        dates = _cpu(lambda made=reading, settings=manuscript.settings.dates: _dates(made, settings))  # type: ignore[misc]
        page = _cpu(lambda made=reading: render_reading(made, read.theme, read.site))  # type: ignore[misc]
        print(
            f"{manuscript.slug}: {words} words, {len(reading.mentions)} dates; {ARTICLES} of it: "
            f"dates {dates:.1f} s, pages {page:.1f} s, {dates / page:.2f} of the pages' time"
        )


def _dates(reading: Reading, settings: DateSettings) -> None:
    find_mentions(
        passages(reading.document), settings, reading.metadata, "en", reading.apparatus.events, reading.anchors
    )


def _cpu(step: Callable[[], object], rounds: int = 20) -> float:
    """CPU seconds for 1,000 rounds, measured on fewer."""
    step()
    begun = time.process_time()
    for _ in range(rounds):
        step()
    return (time.process_time() - begun) / rounds * ARTICLES


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
