"""Boosted trees, read from a file that a person can open, and asked without a library."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from generator.clean.learned.features import DUMP, GROUPS, SAVED, Group

Kind = Literal["dump", "saved"]
"""A page that has lost its tags, or one that has them."""
FEATURES: Mapping[Kind, tuple[str, ...]] = {"dump": DUMP, "saved": SAVED}
"""What the trees of each kind ask for."""


class Node(NamedTuple):
    """A question: whether a feature is above a border; what to ask if it is not, or if it is; what is said so far."""

    feature: int
    border: float
    below: Node | float
    above: Node | float
    """Another question, or an answer, which all trees' are added up of."""
    said: float


_BLOCK = 10
"""Trees that are asked at once."""
_SURE = 2.5
"""A sum at which the other trees are not asked any more: 92 of 100 for, or against."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose answers are added up, those that tell most first."""

    trees: tuple[Node | float, ...]

    def chance(self, row: Sequence[float]) -> float:
        """That the unit with these features belongs to the text, 0 to 1."""
        total = 0.0
        for place, tree in enumerate(self.trees, 1):
            node = tree
            while not isinstance(node, float):
                feature, border, below, above, _ = node
                node = above if row[feature] > border else below
            total += node
            if place % _BLOCK == 0 and not -_SURE < total < _SURE:
                break
        return 1 / (1 + math.exp(-total))

    def against(self, row: Sequence[float]) -> Group:
        """The group of features that lowered the chance most."""
        lowered = dict.fromkeys(GROUPS, 0.0)
        for tree in self.trees[: 2 * _BLOCK]:
            node = tree
            while not isinstance(node, float):
                following = node.above if row[node.feature] > node.border else node.below
                said = following if isinstance(following, float) else following.said
                lowered[GROUPS[node.feature]] += said - node.said
                node = following
        return min(lowered, key=lambda group: lowered[group])


@cache
def forest(kind: Kind) -> Forest:
    """The trees that `python -m tests.benchmarks.train_cleaner` has made. ValueError if they ask for other features."""
    model = json.loads(Path(__file__).with_name(f"{kind}.json").read_text("utf-8"))
    if tuple(model["features"]) != FEATURES[kind]:
        raise ValueError("the model was made for other features: run python -m tests.benchmarks.train_cleaner")
    return Forest(tuple(map(read_tree, model["trees"])))


def read_tree(written: Sequence[Sequence[float]], place: int = 0) -> Node | float:
    """A tree from nodes: feature, border, the places of the nodes below and above, what is said. -1 is an answer."""
    feature, border, below, above, said = written[place]
    if feature < 0:
        return float(said)
    return Node(int(feature), border, read_tree(written, int(below)), read_tree(written, int(above)), said)
