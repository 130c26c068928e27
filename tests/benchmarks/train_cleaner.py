"""Learns from pages whose text is known: `python -m tests.benchmarks.train_cleaner FOLDER`.

It writes generator/clean/learned/dump.json and saved.json. FOLDER holds files NAME.jsonl.xz, a page to a line, with its
`html`, the text in it (`gold`), its `dumps` and a label for each line of each; none of them is in the repository. Needs
`pip install -e ".[train]"`; with the same data and the same version the files are the same, bit for bit. `--check`
learns from three quarters of the pages and measures on the fourth, four times.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator.capture import capture
from generator.clean import by_rules
from generator.clean.learned import FEATURES, Kind, asked, rows
from generator.clean.learned.opinion import BORDERS, TEXT
from generator.clean.units import Unit, units
from generator.model import Role, SourceFile

FOLDER = Path(__file__).parents[2] / "generator/clean/learned"
TREES, LEAVES = 130, 14
FOLDS = 4
GRAM = 4
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.12,
    "num_leaves": LEAVES,
    "max_depth": 6,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


@dataclass(frozen=True)
class Example:
    """The units of one page that the trees are asked about."""

    page: str
    kind: Kind
    rows: list[list[float]]
    belongs: list[float]
    """The part of each unit that stands in the page's text, 0 to 1."""
    kept: list[bool]
    """Whether the rules keep it."""
    words: list[int]
    text: int
    """Words of the text that the page holds."""


def main(arguments: Sequence[str]) -> None:
    """Learns and writes the model, or measures."""
    found = [each for path in sorted(Path(arguments[0]).glob("*.jsonl.xz")) for each in examples(path)]
    for kind, names in FEATURES.items():
        chosen = [each for each in found if each.kind == kind and each.rows]
        print(f"{kind}: {len(chosen)} pages, {sum(len(each.rows) for each in chosen)} units, {len(names)} features")
        if "--check" in arguments:
            print(_measured(chosen))
            continue
        trees = trees_of(learned(chosen))
        path = FOLDER / f"{kind}.json"
        path.write_text(json.dumps({"features": names, "trees": trees}, separators=(",", ":")) + "\n", "utf-8")
        print(f"{path.name}: {path.stat().st_size} bytes")


def trees_of(model: Any) -> list[list[list[float]]]:  # noqa: ANN401
    """The trees that were learned, each as a list of nodes."""
    return [_nodes(each["tree_structure"]) for each in model.dump_model()["tree_info"]]


def examples(path: Path) -> Iterator[Example]:
    """What can be learned from the pages of a file."""
    from concurrent.futures import ProcessPoolExecutor

    with lzma.open(path, "rt", encoding="utf-8") as file, ProcessPoolExecutor() as processes:
        for found in processes.map(partial(_of_page, path.name.split(".")[0]), file, chunksize=8):
            yield from found


def _of_page(name: str, written: str) -> list[Example]:
    page = json.loads(written)
    identity = f"{name}/{page['id']}"
    made = [_example(identity, "saved", page["html"], partial(_found, page["gold"]))]
    for kind, dump in page["dumps"].items():
        made.append(_example(identity, "dump", dump, partial(_labelled, page["labels"][kind])))
    return [each for each in made if each]


def _example(page: str, kind: Kind, source: str, told: Callable[[Sequence[Unit]], list[float]]) -> Example | None:
    name = "page.html" if kind == "saved" else "page.txt"
    seed = capture(SourceFile(name, source.encode("utf-8", "replace"))).value
    pieces = units(seed.lines) if seed else ()
    if seed is None or not pieces:
        return None
    first, judged = by_rules(pieces, seed.metadata)
    roles: list[Role] = [judged[index][0] for index in range(len(pieces))]
    belongs = told(pieces)
    wanted = asked(first, roles)
    kept = [role in TEXT for role in roles]
    return Example(
        page,
        kind,
        rows(first, kept, wanted),
        [belongs[index] for index in wanted],
        [kept[index] for index in wanted],
        [pieces[index].words for index in wanted],
        sum(piece.words for piece, part in zip(pieces, belongs, strict=True) if part >= 0.5),
    )


def _labelled(labels: Sequence[object], pieces: Sequence[Unit]) -> list[float]:
    """The part of each unit whose lines are labelled as text."""
    parts = [[(len(line.text), _label(labels, line.number)) for line in piece.lines] for piece in pieces]
    return [sum(size * label for size, label in part) / (sum(size for size, _ in part) or 1) for part in parts]


def _found(gold: str, pieces: Sequence[Unit]) -> list[float]:
    """The part of each unit that stands in the text in runs of four words or more, each used once, long units first.

    A short unit, such as a heading, counts where it stands in the text together with words of its neighbours.
    """
    said = [words(piece.text) for piece in pieces]
    held = Counter(runs(words(gold)))
    waiting = Counter(held)
    parts = [0.0] * len(pieces)
    for index in sorted(range(len(pieces)), key=lambda index: -len(said[index])):
        hit = [False] * len(said[index])
        for place, run in enumerate(runs(said[index])):
            if waiting[run] > 0:
                waiting[run] -= 1
                hit[place : place + GRAM] = [True] * GRAM
        parts[index] = sum(hit) / (len(hit) or 1)
    for index, own in enumerate(said):
        if 0 < len(own) < GRAM:
            before = said[index - 1][-2:] if index and parts[index - 1] >= 0.5 else []
            after = said[index + 1][:2] if index + 1 < len(said) and parts[index + 1] >= 0.5 else []
            parts[index] = float(any(run in held for run in runs([*before, *own, *after]) if before or after))
    return parts


def words(said: str) -> list[str]:
    """The words of a text; a letter of a script without spaces is one."""
    return re.findall(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u0e00-\u0eff\u3040-\ud7af]+", said)


def runs(said: Sequence[str]) -> list[tuple[str, ...]]:
    """All runs of four words."""
    return [tuple(said[place : place + GRAM]) for place in range(len(said) - GRAM + 1)]


def _label(labels: Sequence[object], number: int) -> int:
    return int(number <= len(labels) and str(labels[number - 1]) == "1")


def learned(examples: Sequence[Example]) -> Any:  # noqa: ANN401 - a library without types
    """Trees that were learned from some pages."""
    import lightgbm
    import numpy

    features = numpy.array([row for each in examples for row in each.rows], dtype=float)
    belongs = numpy.array([part for each in examples for part in each.belongs])
    # Each page counts alike, and in it each unit by its words: so are the results judged.
    sizes = [min(1.0, 20 * max(2, size) / max(20, each.text)) for each in examples for size in each.words]
    # A unit of which half is text teaches nothing.
    weights = numpy.array(sizes) * (numpy.abs(2 * belongs - 1) + 0.001)
    data = lightgbm.Dataset(features, (belongs >= 0.5).astype(int), weight=weights)
    return lightgbm.train(SETTINGS, data, TREES)


def _nodes(root: Any) -> list[list[float]]:  # noqa: ANN401
    """A tree as a list of nodes, the first one on top."""
    nodes: list[list[float]] = []

    def add(node: Any) -> int:  # noqa: ANN401
        place = len(nodes)
        if "leaf_value" in node:
            nodes.append([-1, 0, 0, 0, round(node["leaf_value"], 5)])
            return place
        nodes.append([])
        left, right = add(node["left_child"]), add(node["right_child"])
        border = float(f"{node['threshold']:.6g}")
        nodes[place] = [node["split_feature"], border, left, right, round(node["internal_value"], 5)]
        return place

    add(root)
    return nodes


def _measured(pages: Sequence[Example]) -> str:
    """What the trees change on pages that they have not seen, in pages' worth of text."""
    import numpy

    sums = dict.fromkeys(("noise left out", "text lost", "text taken back", "noise taken back"), 0.0)
    borders = BORDERS[pages[0].kind]
    for part in range(FOLDS):
        model = learned([each for each in pages if fold(each.page) != part])
        for each in (each for each in pages if fold(each.page) == part):
            chance = model.predict(numpy.array(each.rows, dtype=float))
            sizes, text = numpy.array(each.words) / max(20, each.text), numpy.array(each.belongs) >= 0.5
            kept = numpy.array(each.kept)
            out, back = kept & (chance < borders.least), ~kept & (chance >= borders.enough)
            found = (out & ~text, out & text, back & text, back & ~text)
            for name, units_of_it in zip(sums, found, strict=True):
                sums[name] += float((sizes * units_of_it).sum()) / len(pages)
    return "; ".join(f"{name} {part:.2%}" for name, part in sums.items()) + " of a page's text"


def fold(page: str) -> int:
    """Which part of the pages one belongs to."""
    return int(hashlib.sha1(page.encode()).hexdigest(), 16) % FOLDS


if __name__ == "__main__":
    main(sys.argv[1:])
