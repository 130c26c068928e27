"""Where the keys and the heads of tables stand in a toml file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_KEY = re.compile(r"""\s*+\[*+\s*+(?:([\w-]++)|"([^"]++)"|'([^']++)')\s*+[\].=]""")
_HEAD = re.compile(r"\s*+\[\[\s*+([\w-]++)\s*+\]\]")
_TABLE = re.compile(r"""\s*+\[\s*+(?:([\w-]++)|"([^"]++)"|'([^']++)')\s*+\]\s*+(?:#|\Z)""")
_ANY_HEAD = re.compile(r"""\s*+\[\[?[^\[\]=,]++\]\]?\s*+(?:#|\Z)""")


class Lines:
    """Where keys stand: tomli tells no positions, so each is known by the beginnings of lines, counted from 0."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.keys: dict[str, list[int]] = {}
        self.heads: dict[str, list[int]] = {}
        """Of repeated tables."""
        self.tables: dict[str, int] = {}
        """The heads of others."""
        self.all_heads: list[int] = []
        for number, line in enumerate(texts):
            if found := _KEY.match(line):
                self.keys.setdefault(found[1] or found[2] or found[3], []).append(number)
            if found := _HEAD.match(line):
                self.heads.setdefault(found[1], []).append(number)
            if found := _TABLE.match(line):
                self.tables.setdefault(found[1] or found[2] or found[3], number)
            if _ANY_HEAD.match(line):
                self.all_heads.append(number)

    def under(self, head: int) -> range:
        """The lines from a head to the next one."""
        nth = bisect_right(self.all_heads, head)
        return range(head, self.all_heads[nth] if nth < len(self.all_heads) else len(self.texts))

    def find(self, key: str, within: range) -> tuple[int, str] | None:
        """The first of some lines that begins with a key."""
        numbers = self.keys.get(key, [])
        nth = bisect_left(numbers, within.start)
        if nth == len(numbers) or numbers[nth] >= within.stop:
            return None
        return numbers[nth], self.texts[numbers[nth]]
