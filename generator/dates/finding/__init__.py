"""The dates that a text speaks of, each with the rule by which it was understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from generator.dates.finding.found import Basis, Found
from generator.dates.finding.grammar import Grammar, compile_grammar
from generator.dates.finding.joining import DASH, in_context, is_date
from generator.dates.finding.languages import SPEECHES
from generator.dates.finding.quantities import is_quantity
from generator.dates.finding.resolving import WHOLE, Context, resolve
from generator.dates.finding.speech import Speech

__all__ = ["Found", "find_dates", "in_context", "is_understood"]

_YEARLESS = ("day-without-year", "month-without-year")
_LISTED = re.compile(r"\s?(?:and|or|&|und|oder|et|ou|y|o|и|или)\s(?:\d{1,2},?\s)?", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?:\w-|\b(?:half|or|oder|ou|o|или|двадцать|тридцать|сорок|пятьдесят|treinta y|cuarenta y)\s)\Z")
"""Before a number that is only the end of one."""
_HABIT = re.compile(
    r"\b(?:every|each|good|black|ash|easter|bloody|jede[mnrs]?|herrn?|frau|los|las|chaque|tous les|santo|viernes|"
    r"кажд\w+) (?:on )?\Z"
)
"""Before a weekday that is one of many, or a name."""
_OF = re.compile(r" (?:of|to|from) (?!\d)", re.IGNORECASE)
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
    month, day = (month, day) if month <= 12 else (0, 0)
    context = Context(speech, narrative, year, month, day)
    return tuple(_sharing(text, list(_found(text, _grammar(speech.language), context))))


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
        if _is_another_word(rule, text, *each.span(), pieces, context.speech):
            continue
        if rule == "year" and (is_quantity(text, *each.span()) or DASH.fullmatch(text, counted, each.start())):
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


def _is_another_word(rule: str, text: str, start: int, end: int, pieces: Mapping[str, str], speech: Speech) -> bool:
    """Whether words only look like a date: "may", "Mr. May", "The fall of Rome", "twenty-five years ago"."""
    word, before = text[start:end], text[max(0, start - _BEFORE) : start].lower()
    month = pieces.get("month", "")
    if word in speech.capitals or (month in speech.capitals and month in word):
        return True
    if rule in ("ago", "later"):
        return bool(_CUT_OFF.search(before))
    if rule == "weekday":
        return bool(_HABIT.search(before))
    if rule == "season-without-year":
        return bool(_OF.match(text, end))
    if rule == "year-of-an-era":
        return (
            speech.language == "en" and pieces["era"].isalpha() and pieces["era"].upper() not in text[start : end + 20]
        )
    return rule == "month-without-year" and _is_name(word, text[end : end + _BEFORE].lower(), before, speech)


def _is_name(word: str, after: str, before: str, speech: Speech) -> bool:
    """Whether what could be a month without a year is a name; "Jan" is, and "March" unless words speak of a date."""
    name = word.lower().rstrip(".")
    if name not in speech.months and name in speech.short_months:
        return True
    if name in speech.names:
        following = re.match(r"\s?(?:[–—-]|to|and|or|&)\s?(\w+)", after)
        in_list = following is not None and following[1] in speech.months
        return not in_list and not re.search(rf"\b(?:{speech.before_names}) \Z", before)
    return speech.small_months and word[0].isupper()


def _sharing(text: str, found: list[Found]) -> Iterator[Found]:
    """The dates, with the year of a list's last one for all: "June 4 and 5, 1989", "March and April 2015"."""
    for place, each in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        shared = (
            after and each.rule in _YEARLESS and after.rule in ("day", "month", "year") and after.edtf[:4].isdigit()
        )
        if after and shared and _LISTED.fullmatch(text, each.end, after.start):
            edtf = after.edtf[:4] + each.edtf[4:]
            yield replace(each, edtf=edtf, basis="") if is_date(edtf) else each
        else:
            yield each
