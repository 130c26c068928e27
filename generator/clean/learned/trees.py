"""Boosted trees, read from a file that a person can open, and asked without a library."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.clean.learned.features import GROUPS, NAMES, Group

_MODEL = Path(__file__).with_name("model.json")

Node = tuple[int, float, int, int, float]
"""Which feature, up to which value to the left, the left and the right node, and what is said so far. Feature -1 is a
leaf."""


class Said(NamedTuple):
    """What the trees say of a unit."""

    chance: float
    """That it belongs to the text, 0 to 1."""
    group: Group
    """What spoke most against it."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose sayings are added up."""

    trees: tuple[tuple[Node, ...], ...]

    def ask(self, row: Sequence[float]) -> Said:
        """The chance of a row of features, and the group of features that lowered it most."""
        total = 0.0
        against = dict.fromkeys(GROUPS, 0.0)
        for tree in self.trees:
            feature, border, left, right, value = tree[0]
            while feature >= 0:
                following = tree[left if row[feature] <= border else right]
                against[GROUPS[feature]] += following[4] - value
                feature, border, left, right, value = following
            total += value
        return Said(1 / (1 + math.exp(-total)), min(against, key=lambda group: against[group]))


@cache
def forest() -> Forest:
    """The trees that `python -m tests.benchmarks.train_cleaner` has made. ValueError if they ask for other features."""
    model = json.loads(_MODEL.read_text("utf-8"))
    if tuple(model["features"]) != NAMES:
        raise ValueError("the model was made for other features: run python -m tests.benchmarks.train_cleaner")
    return Forest(tuple(tuple(_node(each) for each in tree) for tree in model["trees"]))


def _node(written: Sequence[float]) -> Node:
    feature, border, left, right, value = written
    return int(feature), border, int(left), int(right), value
