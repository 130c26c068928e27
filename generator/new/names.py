"""Names that a text speaks of often, as candidates for its glossary; capitals are what tells a name.

Scripts without capitals give none, and where nearly every noun has one (German) only names of several words count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.clean.calendar import MONTHS
from generator.model import Block, Role
from generator.text import count_words

_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:['’/&-][^\W_]+)*")
_JOINTS = frozenset(["of", "de", "del", "della", "der", "van", "von", "bin", "ibn", "al", "el"])
_SENTENCE_BREAK = re.compile(r"[.!?…:;。“”\"«»(\[]|--|[–—]")
_ADJECTIVE = re.compile(r"-[^\W\d_A-Z]+\Z|\AI['’]")
"""Words with a capital that are no names ("Kurdish-led", "I'm")."""
_POSSESSIVE = re.compile(r"['’](?:s|S)?\Z")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NO_NAMES = frozenset({*MONTHS, *_DAYS, "i", "mr", "mrs", "ms", "dr"})
_IN_TEXT = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION})
_OFTEN = {False: 3, True: 2}
"""How often a name must occur: one word, several words or an acronym."""
_COMMON = 10
"""How many times as often a word has small letters if it is no part of a name: "The"."""
_NOUNS = 0.2
"""The share of capitals within sentences from which on they tell no names."""
_MOST = 20


@dataclass(frozen=True, slots=True)
class Name:
    """A name with how often it occurs, and other forms of it."""

    form: str
    count: int
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    first: bool
    """Whether a sentence begins with it."""
    gap: str
    """What stands between it and the word before."""

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() and _ADJECTIVE.search(self.text) is None


def find_names(blocks: Sequence[Block], known: Collection[str]) -> tuple[Name, ...]:
    """The names that occur often, the most frequent first. `known` are forms, in small letters, to be left out."""
    texts = [block.text for block in blocks if block.kind in _IN_TEXT and not _is_shouted(block.text)]
    tokens = [list(_tokens(words)) for words in texts]
    inside = [token for line in tokens for token in line if not token.first]
    if not inside:
        return ()
    only_long = sum(token.capital for token in inside) > _NOUNS * len(inside)
    small = Counter(token.text for token in inside)
    within = {token.text for token in inside if token.capital}
    common = {word for word in within if small[word.lower()] > _COMMON * small[word]}
    within = {word for word in within if small[word] > small[word.lower()]}
    counts = Counter(run for line in tokens for run in _runs(line, within, common))
    acronyms = _acronyms(" ".join(texts), counts)
    merged = _merged(counts, {**acronyms, **_surnames(counts, small)})
    often = [each for each in merged if each.count >= _OFTEN[_tells(each.form)]]
    fit = [each for each in often if _tells(each.form) or (each.form in within and not only_long)]
    free = [each for each in fit if not {form.lower() for form in (each.form, *each.also)} & {*known, *_NO_NAMES}]
    return tuple(sorted(free, key=lambda each: (-each.count, each.form))[:_MOST])


def _tells(form: str) -> bool:
    """Whether a form is a name by itself: several words, or an acronym."""
    return " " in form or (form.isupper() and len(form) > 1)


def _is_shouted(words: str) -> bool:
    """Whether most words have capitals, as in a headline or a list of names."""
    tokens: list[str] = _TOKEN.findall(words)
    return 2 * sum(token[:1].isupper() for token in tokens) > len(tokens)


def _tokens(words: str) -> Iterator[_Token]:
    end = 0
    for found in _TOKEN.finditer(words):
        gap = words[end : found.start()]
        yield _Token(found[0], not end or bool(_SENTENCE_BREAK.search(gap)), gap)
        end = found.end()


def _runs(tokens: Sequence[_Token], within: Collection[str], common: Collection[str]) -> Iterator[str]:
    """Neighbouring words with capitals, also over a small word like "of"."""
    run: list[str] = []
    for index, token in enumerate(tokens):
        possessive = bool(run) and bool(_POSSESSIVE.search(run[-1]))
        if run and (token.gap != " " or possessive):
            yield _joined(run)
            run = []
        starts = token.capital and token.text not in common and (not token.first or token.text in within)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        joint = bool(run) and token.text in _JOINTS and following is not None and following.capital
        if starts or (joint and following is not None and following.gap == " "):
            run.append(token.text)
        elif run:
            yield _joined(run)
            run = []
    if run:
        yield _joined(run)


def _joined(run: Sequence[str]) -> str:
    return _POSSESSIVE.sub("", " ".join(run))


def _acronyms(whole: str, counts: Counter[str]) -> dict[str, str]:
    """Names by the acronym that stands behind them in parentheses and is made of their first letters."""
    found = {}
    for name in counts:
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(initials) > 1 and f"{name} ({initials})" in whole:
            found[initials] = name
    return found


def _merged(counts: Counter[str], shorter: Mapping[str, str]) -> Iterator[Name]:
    """Names together with the shorter forms of them, and without plurals of other names."""
    for form, count in counts.items():
        plural = form.endswith("s") and form[:-1] in counts
        if form in shorter or plural or len(form) < 2:
            continue
        also = tuple(each for each, name in shorter.items() if name == form and each != form)
        yield Name(form, count + sum(counts[each] for each in also), also)


def _surnames(counts: Counter[str], small: Counter[str]) -> dict[str, str]:
    """Last words of two-word names that stand alone as often, end no other name and are no common word."""
    ends: dict[str, list[str]] = {}
    for form in counts:
        words = form.split()
        if len(words) > 1:
            ends.setdefault(words[-1], []).append(form)
    return {
        last: forms[0]
        for last, forms in ends.items()
        if len(forms) == 1
        and count_words(forms[0]) == 2
        and counts[last] >= counts[forms[0]]
        and not (last.isupper() or small[last.lower()])
    }
