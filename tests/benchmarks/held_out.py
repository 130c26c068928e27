"""How well pages are cleaned that the trees have not seen: `python -m tests.benchmarks.held_out FOLDER [--rules]`.

FOLDER holds score_cleaning.py and cleaning/. Each fourth of the pages is judged by trees that learned from the other
three; with `--rules`, by the rules alone.
"""

from __future__ import annotations

import importlib
import json
import lzma
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import generator.clean
from generator.clean.learned import Forest, Kind, Opinion, opinion, read_tree
from tests.benchmarks import train_cleaner
from tests.benchmarks.adapters import clean_html, clean_text

_SETS = ("sh", "atf", "wcxb_art", "zh")
_KINDS = ("rmc", "rfull", "bs", "ins", "html")


def main(arguments: Sequence[str]) -> None:
    """Prints a row for each set."""
    folder = Path(arguments[0])
    sys.path.insert(0, str(folder))
    scorer = importlib.import_module("score_cleaning")
    judges = _rules if "--rules" in arguments else _forests(folder / "cleaning")
    for name in _SETS:
        pages = list(_pages(folder / "cleaning" / f"{name}.jsonl.xz"))
        cells = []
        for kind in _KINDS:
            texts = []
            for page in pages:
                judges(f"{name}/{page['id']}")
                texts.append(clean_html(page["html"]) if kind == "html" else clean_text(page["dumps"][kind]))
            scores = [scorer.page_score(page["gold"], text) for page, text in zip(pages, texts, strict=True)]
            lost = [scorer.loses_paragraph(page["gold"], text) for page, text in zip(pages, texts, strict=True)]
            f1, precision, recall = scorer.mean_f1(scores)
            cells.append(f"{f1:.3f} ({precision:.3f}, {recall:.3f}; {100 * statistics.mean(lost):.0f} %)")
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def _pages(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _rules(page: str) -> None:
    """Lets the rules alone judge."""
    setattr(generator.clean, "second_opinion", lambda *_: Opinion())  # noqa: B010


def _forests(folder: Path) -> Callable[[str], None]:
    """What lets those trees judge a page that have not learned from it."""
    examples = [each for path in sorted(folder.glob("*.jsonl.xz")) for each in train_cleaner.examples(path)]
    forests: dict[tuple[Kind, int], Forest] = {}
    for kind in opinion.BORDERS:
        for fold in range(train_cleaner.FOLDS):
            chosen = [each for each in examples if each.kind == kind and each.rows]
            model = train_cleaner.learned([each for each in chosen if train_cleaner.fold(each.page) != fold])
            forests[kind, fold] = Forest(tuple(map(read_tree, train_cleaner.trees_of(model))))

    def prepare(page: str) -> None:
        fold = train_cleaner.fold(page)
        setattr(opinion, "forest", lambda kind: forests[kind, fold])  # noqa: B010

    return prepare


if __name__ == "__main__":
    main(sys.argv[1:])
