"""What was learned from pages whose text is known: how likely a unit is a part of the text, and what tells it."""

from generator.clean.learned.features import GROUPS, rows
from generator.clean.learned.opinion import REASONS, Opinion, asked, second_opinion
from generator.clean.learned.trees import FEATURES, Forest, Kind, Node, forest, read_tree

__all__ = [
    "FEATURES",
    "GROUPS",
    "REASONS",
    "Forest",
    "Kind",
    "Node",
    "Opinion",
    "asked",
    "forest",
    "read_tree",
    "rows",
    "second_opinion",
]
