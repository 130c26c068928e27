"""What was learned from pages whose text is known: how likely a unit is a part of the text, and what tells it."""

from generator.clean.learned.features import GROUPS, NAMES, rows
from generator.clean.learned.trees import Forest, Said, forest

__all__ = ["GROUPS", "NAMES", "Forest", "Said", "forest", "rows"]
