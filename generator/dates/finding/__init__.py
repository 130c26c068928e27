"""The dates that a text speaks of, each with the rule by which it was understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.dates.finding.found import Basis, Found
from generator.dates.finding.grammar import Grammar, compile_grammar
from generator.dates.finding.joining import in_context, is_date
from generator.dates.finding.languages import SPEECHES
from generator.dates.finding.quantities import is_quantity
from generator.dates.finding.resolving import WHOLE, Context, resolve
from generator.dates.finding.speech import Speech

__all__ = ["Found", "find_dates", "in_context", "is_understood"]

_DASH = re.compile(r"\s?[–—-]\s?")
_BEFORE = 40
"""Characters before an expression in which words say that it is still to come."""


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


def is_understood(language: str) -> bool:
    """Whether the dates of a language, a BCP 47 tag, are found."""
    return language.partition("-")[0].lower() in SPEECHES


@cache
def _grammar(language: str) -> Grammar:
    return compile_grammar(SPEECHES[language])


def _found(text: str, grammar: Grammar, context: Context) -> Iterator[Found]:
    counted = -1
    for each in grammar.pattern.finditer(_small(text)):
        rule, pieces = grammar.read(each)
        if _is_another_word(rule, text, *each.span(), context.speech):
            continue
        if rule == "year" and (is_quantity(text, *each.span()) or _DASH.fullmatch(text, counted, each.start())):
            counted = each.end()
            continue
        before = re.findall(r"\w+", text[max(0, each.start() - _BEFORE) : each.start()].rpartition(".")[2].lower())
        behind = context.behind(pieces)
        edtf = resolve(rule, pieces, behind, any(word in context.speech.ahead for word in before))
        if edtf and is_date(edtf):
            context.speak_of(edtf)
            yield Found(each.start(), each.end(), edtf, rule, _basis(rule, context, behind))


def _basis(rule: str, context: Context, behind: Context) -> Basis:
    if rule in WHOLE:
        return ""
    return "text" if context.narrative or behind is not context else "publication"


def _small(text: str) -> str:
    """In small letters, each as long as it was; patterns are several times faster so than without regard to case."""
    small = text.lower()
    return (
        small if len(small) == len(text) else "".join(low if len(low := each.lower()) == 1 else each for each in text)
    )


def _is_another_word(rule: str, text: str, start: int, end: int, speech: Speech) -> bool:
    """Whether a word only looks like a date: "may", "Mr. May", and the first name "Jan", if no number is with it."""
    word = text[start:end]
    if word in speech.capitals:
        return True
    if rule != "month-without-year":
        return False
    name = word.lower().rstrip(".")
    if name not in speech.months and name in speech.short_months:
        return True
    if name in speech.names:
        return not re.search(rf"\b(?:{speech.before_names}) \Z", text[max(0, start - _BEFORE) : start].lower())
    return speech.small_months and word[0].isupper() and not re.search(r"(?:\A|[.!?…:]\W*|\n)\Z", text[:start][-4:])
