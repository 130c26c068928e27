"""Boosted trees, read from a file that a person can open, and asked without a library."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from generator.clean.learned.features import DUMP, GROUPS, SAVED, Group

Kind = Literal["dump", "saved"]
"""A page that has lost its tags, or one that has them."""
FEATURES: Mapping[Kind, tuple[str, ...]] = {"dump": DUMP, "saved": SAVED}
"""What the trees of each kind ask for."""

Node = tuple[int, float, int, int, float]
"""Which feature, up to which value to the left, the left and the right node, and what is said so far. Feature -1 is a
leaf."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose sayings are added up."""

    trees: tuple[tuple[Node, ...], ...]

    def chance(self, row: Sequence[float]) -> float:
        """That the unit with these features belongs to the text, 0 to 1."""
        total = 0.0
        for tree in self.trees:
            feature, border, left, right, value = tree[0]
            while feature >= 0:
                feature, border, left, right, value = tree[left if row[feature] <= border else right]
            total += value
        return 1 / (1 + math.exp(-total))

    def against(self, row: Sequence[float]) -> Group:
        """The group of features that lowered the chance most."""
        said = dict.fromkeys(GROUPS, 0.0)
        for tree in self.trees:
            node = tree[0]
            while node[0] >= 0:
                following = tree[node[2] if row[node[0]] <= node[1] else node[3]]
                said[GROUPS[node[0]]] += following[4] - node[4]
                node = following
        return min(said, key=lambda group: said[group])


@cache
def forest(kind: Kind) -> Forest:
    """The trees that `python -m tests.benchmarks.train_cleaner` has made. ValueError if they ask for other features."""
    model = json.loads(Path(__file__).with_name(f"{kind}.json").read_text("utf-8"))
    if tuple(model["features"]) != FEATURES[kind]:
        raise ValueError("the model was made for other features: run python -m tests.benchmarks.train_cleaner")
    return Forest(tuple(tuple(_node(each) for each in tree) for tree in model["trees"]))


def _node(written: Sequence[float]) -> Node:
    feature, border, left, right, value = written
    return int(feature), border, int(left), int(right), value
