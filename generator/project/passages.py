"""`[[passages]]` of reading.toml: words of the text that are in another language than the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import PassageSettings
from generator.project.schema import Facts

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_NEEDED = {"quote": "quote the words, as in a note", "lang": "name their language: fr, ar, zh-Hant …"}


def read_passages(facts: Facts) -> Outcome[tuple[PassageSettings, ...]]:
    """The passages of a reading.toml; those that lack something, or name no language, are only diagnosed."""
    found: list[Diagnostic] = []
    passages: list[PassageSettings] = []
    for table in facts.tables("passages"):
        problems = list(_problems(table))
        found += problems
        if not problems and all(table.text(name) for name in _NEEDED):
            quote = str(table.values["quote"])
            passages.append(PassageSettings(quote, table.text("lang"), table.places["quote"]))
    return Outcome(tuple(passages), tuple(found))


def language_invalid(language: str, place: Place) -> Diagnostic:
    """What is said of a language that is none."""
    return diagnose(
        "language-invalid", f"`{language}` is no language tag", place, fix="write en, de, fa, pt-BR, zh-Hant …"
    )


def _problems(table: Facts) -> Iterator[Diagnostic]:
    for name, fix in _NEEDED.items():
        # A value of the wrong kind has been diagnosed already.
        if name not in table.places or (name in table.values and not table.text(name)):
            place = table.places.get(name, table.places[""])
            yield diagnose("passage-incomplete", f"this passage has no `{name}`", place, fix=f"{fix}.")
    language = table.text("lang")
    if language and not LANGUAGE.fullmatch(language):
        yield language_invalid(language, table.places["lang"])
