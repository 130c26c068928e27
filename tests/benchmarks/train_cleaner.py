"""Learns from pages whose text is known: `python -m tests.benchmarks.train_cleaner FOLDER`.

It writes generator/clean/learned/model.json. FOLDER holds files NAME.jsonl.xz, a page to a line, with its `dumps` and a
label for each line of each; none of them is in the repository. Needs `pip install -e ".[train]"`; with the same data
and the same version the file is the same, bit for bit. `--check` learns from three quarters of the pages and measures
on the fourth, four times.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator.capture import capture
from generator.clean.extent import extent
from generator.clean.learned import NAMES, rows
from generator.clean.page import Page
from generator.clean.rules import ARTICLE, FURNITURE
from generator.clean.rules.learned import LEAST, asked, unlike_the_text
from generator.clean.units import units
from generator.model import Metadata, Role, SourceFile

MODEL = Path(__file__).parents[2] / "generator/clean/learned/model.json"
TREES, LEAVES = 80, 10
FOLDS = 4
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.12,
    "num_leaves": LEAVES,
    "max_depth": 5,
    "min_data_in_leaf": 150,
    "feature_fraction": 0.6,
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
    """The units of one dump that the trees are asked about."""

    page: str
    kind: str
    rows: list[list[float]]
    belongs: list[float]
    """The part of each unit that stands in the page's text, 0 to 1."""
    words: list[int]
    text: int
    """Words of the text that the dump holds."""


def main(arguments: Sequence[str]) -> None:
    """Learns and writes the model, or measures."""
    examples = [each for path in sorted(Path(arguments[0]).glob("*.jsonl.xz")) for each in _examples(path)]
    print(f"{len(examples)} dumps, {sum(len(each.rows) for each in examples)} units, {len(NAMES)} features")
    if "--check" in arguments:
        for line in _measured(examples):
            print(line)
        return
    trees = [_nodes(each["tree_structure"]) for each in _learned(examples).dump_model()["tree_info"]]
    MODEL.write_text(json.dumps({"features": NAMES, "trees": trees}, separators=(",", ":")) + "\n", "utf-8")
    print(f"{MODEL.name}: {MODEL.stat().st_size} bytes")


def _examples(path: Path) -> Iterator[Example]:
    from concurrent.futures import ProcessPoolExecutor

    with lzma.open(path, "rt", encoding="utf-8") as file, ProcessPoolExecutor() as processes:
        for found in processes.map(partial(_of_page, path.name.split(".")[0]), file, chunksize=8):
            yield from found


def _of_page(name: str, written: str) -> list[Example]:
    page = json.loads(written)
    made = (_example(f"{name}/{page['id']}", kind, dump, page["labels"][kind]) for kind, dump in page["dumps"].items())
    return [each for each in made if each]


def _example(page: str, kind: str, dump: str, labels: Sequence[object]) -> Example | None:
    seed = capture(SourceFile("page.txt", dump.encode("utf-8", "replace"))).value
    if seed is None or not seed.lines:
        return None
    judged = _judged(units(seed.lines))
    parts = [[(len(line.text), _label(labels, line.number)) for line in unit.lines] for unit in judged.units]
    belongs = [sum(size * label for size, label in part) / (sum(size for size, _ in part) or 1) for part in parts]
    wanted = asked(judged)
    text = sum(unit.words for unit, part in zip(judged.units, belongs, strict=True) if part >= 0.5)
    return Example(
        page,
        kind,
        rows(judged, wanted),
        [belongs[index] for index in wanted],
        [judged.units[index].words for index in wanted],
        text,
    )


def _judged(pieces: Any) -> Page:  # noqa: ANN401 - what `units` gives
    """The page as the rule sees it."""
    roles: dict[int, Role] = {}
    page = Page(pieces, Metadata(), roles, range(len(pieces)))
    before = ARTICLE[: ARTICLE.index(unlike_the_text)]
    for place, rule in enumerate((*FURNITURE, *before)):
        if place == len(FURNITURE):
            page = Page(pieces, Metadata(), roles, extent(pieces, roles))
        for index, role, *_ in list(rule(Page(pieces, Metadata(), dict(roles), page.extent))):
            roles.setdefault(index, role)
    return Page(pieces, Metadata(), roles, page.extent)


def _label(labels: Sequence[object], number: int) -> int:
    return int(number <= len(labels) and str(labels[number - 1]) == "1")


def _learned(examples: Sequence[Example]) -> Any:  # noqa: ANN401 - a library without types
    import lightgbm
    import numpy

    kept = [each for each in examples if each.rows]
    features = numpy.array([row for each in kept for row in each.rows])
    belongs = numpy.array([part for each in kept for part in each.belongs])
    # Each page counts alike, and in it each unit by its words: so are the results judged.
    weights = numpy.array([min(1.0, 20 * max(2, size) / max(20, each.text)) for each in kept for size in each.words])
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


def _measured(examples: Sequence[Example]) -> Iterator[str]:
    """Of the units that are asked about: how much that is not text is left out, and how much text is lost."""
    import numpy

    out, lost, noise, text = 0.0, 0.0, 0.0, 0.0
    for fold in range(FOLDS):
        model = _learned([each for each in examples if _fold(each) != fold])
        for each in (each for each in examples if _fold(each) == fold and each.rows):
            cut = model.predict(numpy.array(each.rows)) < LEAST
            sizes, good = numpy.array(each.words) / max(20, each.text), numpy.array(each.belongs) >= 0.5
            out, noise = out + float((sizes * cut * ~good).sum()), noise + float((sizes * ~good).sum())
            lost, text = lost + float((sizes * cut * good).sum()), text + float((sizes * good).sum())
    yield f"below {LEAST}: {out / noise:.1%} of what is not text, {lost / text:.2%} of the text"


def _fold(example: Example) -> int:
    return int(hashlib.sha1(example.page.encode()).hexdigest(), 16) % FOLDS


if __name__ == "__main__":
    main(sys.argv[1:])
