"""Lines whose role was uncertain: the cleaner judged them by their place alone, and their form speaks against it.

Two cases. A line was cut because of where it stands, not because of what it says, and yet it reads as running text.
Or a line was kept only because no rule took it for anything, at a border of the text, and does not end as the lines of
this text do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import text
from generator.model import Cleaned, Judgement, Role
from generator.new.sentences import ended, reads_as_text

BY_PLACE = frozenset(
    {"before the article", "after the article", "above the title", "between title and text", "boxes of links"}
)
"""Rules that cut a line for where it stands."""
UNNAMED = frozenset({Role.NAVIGATION, Role.OTHER_BOILERPLATE})
"""What such a rule calls a line when no heading above it ("Comments", "Read more") says what it is."""
BY_DEFAULT = frozenset({"paragraphs", "headings"})
"""Rules that keep what no other rule has judged."""

_MOST = 12
_LABEL_WORDS = 14
_PREFIX_WORDS = 6


@dataclass(frozen=True, slots=True)
class Uncertain:
    """One unit of the seed that an editor should look at."""

    lines: tuple[Judgement, ...]
    quote: str
    """What `keep` or `drop` would quote: as much of the line as tells it from the others."""

    @property
    def kept(self) -> bool:
        """Whether it stands in the reading now."""
        return self.lines[0].role.kept


Group = tuple[Judgement, ...]


def uncertain_lines(cleaned: Cleaned) -> tuple[Uncertain, ...]:
    """The uncertain units in the seed's order, at most a dozen."""
    groups = list(_groups(cleaned))
    words = [_words(group) for group in groups]
    kept = [index for index, group in enumerate(groups) if group[0].role.kept]
    body = [index for index in kept if groups[index][0].role is Role.PARAGRAPH]
    usual = sum(ended(words[index]) for index in body) * 4 >= len(body) * 3
    doubtful = [
        index
        for index, group in enumerate(groups)
        if _wrongly_cut(group, words[index]) or (usual and _wrongly_kept(index, groups, words))
    ]
    if sum(groups[index][0].role.kept for index in doubtful) * 4 > len(kept):
        doubtful = [index for index in doubtful if not groups[index][0].role.kept]
    found = (Uncertain(groups[index], _quote(words[index], words)) for index in doubtful[:_MOST])
    return tuple(each for each in found if each.quote)


def with_all(cleaned: Cleaned, lines: Sequence[Uncertain]) -> Cleaned:
    """The cleaned seed as it would be if every uncertain line were kept."""
    back = {line.number: line for each in lines for line in each.lines if not each.kept}
    put = tuple(
        Judgement(line.number, line.text, Role.PARAGRAPH, line.rule, line.level, line.continues)
        for line in back.values()
    )
    kept = tuple(sorted((*cleaned.kept, *put), key=lambda line: line.number))
    return Cleaned(kept, tuple(cut for cut in cleaned.cuts if cut.number not in back), cleaned.metadata)


def _groups(cleaned: Cleaned) -> Iterator[Group]:
    """The lines that were judged together."""
    group: list[Judgement] = []
    for line in cleaned.lines:
        if line.role is Role.BLANK:
            continue
        if group and not line.continues:
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _words(group: Group) -> str:
    return text.tidy(" ".join(line.text for line in group))


def _wrongly_cut(group: Group, words: str) -> bool:
    return group[0].role in UNNAMED and group[0].rule in BY_PLACE and reads_as_text(words)


def _wrongly_kept(index: int, groups: Sequence[Group], words: Sequence[str]) -> bool:
    if not groups[index][0].role.kept or groups[index][0].rule not in BY_DEFAULT:
        return False
    beside = [each for each in (index - 1, index + 1) if 0 <= each < len(groups)]
    at_border = len(beside) < 2 or any(not groups[each][0].role.kept for each in beside)
    return at_border and not ended(words[index]) and text.count_words(words[index]) <= _LABEL_WORDS


def _quote(words: str, others: Sequence[str]) -> str:
    """The shortest beginning, of some words at least, that only this line has; empty where its twins forbid it."""
    keys = {text.key(each) for each in others}
    ends = [index for index, letter in enumerate(words) if letter == " "][_PREFIX_WORDS - 1 :]
    for end in (*ends, len(words)):
        beginning = text.key(words[:end])
        meant = {beginning} & keys or {each for each in keys if each.startswith(beginning)}
        if meant == {text.key(words)}:
            return words[:end]
    return ""
