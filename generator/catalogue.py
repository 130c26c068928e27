"""The interface's texts in the language of a site, from gettext catalogues (`themes/*/languages/*.po`)."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import SourceFile

SOURCE = "en"
"""The language in which templates and code name their texts; it needs no catalogue."""


_VALUE = re.compile(r"%\((\w+)\)s")


def _english(number: int) -> int:
    return int(number != 1)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language. One that is missing is said in English."""

    language: str = SOURCE
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the English text (with its context before an EOT, as gettext does): the forms, singular first."""
    form: Callable[[int], int] = _english
    """Which form goes with a number."""

    def say(self, text: str, **values: object) -> str:
        """A text with its values filled in: `say("Note %(number)s", number=7)`."""
        found = self.texts.get(text)
        return (found[0] if found else text) % values

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """A text in the form that goes with a number; `%(num)s` stands for it."""
        found = self.texts.get(one)
        text = found[self.form(number)] if found else (one, many)[_english(number)]
        return text % {"num": number, **values}

    def gettext(self, text: str) -> str:
        """As Jinja's i18n extension asks for it: without values."""
        found = self.texts.get(text)
        return found[0] if found else text

    def ngettext(self, one: str, many: str, number: int) -> str:
        """As Jinja's i18n extension asks for it: without values."""
        found = self.texts.get(one)
        return found[self.form(number)] if found else (one, many)[_english(number)]


def read_catalogue(language: str, files: Mapping[str, tuple[SourceFile, ...]]) -> Outcome[Catalogue]:
    """The catalogue of a language, or of the same without its region, out of all that a theme has.

    `files` has for each language those of the theme's parents first; a later text replaces an earlier one.
    """
    tags = language.replace("_", "-").lower().split("-")
    for length in range(len(tags), 0, -1):
        name = "-".join(tags[:length])
        if name in files:
            return _read(name, files[name])
        if name == SOURCE:
            break
    return Outcome(Catalogue())


@lru_cache(maxsize=32)
def _read(language: str, files: tuple[SourceFile, ...]) -> Outcome[Catalogue]:
    texts: dict[str, tuple[str, ...]] = {}
    found: list[Diagnostic] = []
    form: Callable[[int], int] = _english
    for file in files:
        outcome = _messages(language, file)
        found += outcome.diagnostics
        texts.update(outcome.value[0])
        form = outcome.value[1]
    return Outcome(Catalogue(language, texts, form), tuple(found))


_Messages = tuple[dict[str, tuple[str, ...]], Callable[[int], int]]


def _messages(language: str, file: SourceFile) -> Outcome[_Messages]:
    # Babel takes a while to load, and a site in English has no use for it.
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(BytesIO(file.data), locale=language.replace("-", "_"), abort_invalid=True)
        form = gettext.c2py(catalogue.plural_expr)
    except (PoFileError, ValueError, LookupError) as error:
        return Outcome(({}, _english), (_unreadable(file, error),))
    texts: dict[str, tuple[str, ...]] = {}
    found: list[Diagnostic] = []
    for message in catalogue:
        own, forms = _all(message.id), _all(message.string)
        if message.id and all(forms) and not message.fuzzy:
            if all(_values(form) <= _values(" ".join(own)) for form in forms):
                texts[own[0]] = forms
            else:
                found.append(_wrong_values(file, own[0], message.lineno or 0))
    return Outcome((texts, form), tuple(found))


def _all(written: str | Iterable[str] | None) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written or ())


def _values(text: str) -> set[str]:
    """The names that stand in a text for values; a lone percent sign, which would fail, is one of none."""
    named = set(_VALUE.findall(text))
    return named | ({"%"} if "%" in _VALUE.sub("", text).replace("%%", "") else set())


def _unreadable(file: SourceFile, error: Exception) -> Diagnostic:
    return diagnose(
        "catalogue-unreadable",
        f"these translations cannot be read: {error}",
        Place(file.path),
        fix="open the file in an editor for .po files (Poedit, for instance), which shows what is wrong.",
    )


def _wrong_values(file: SourceFile, text: str, line: int) -> Diagnostic:
    lines = file.data.decode("utf-8", "replace").splitlines()
    return diagnose(
        "translation-wrong",
        f"this translation names values that “{text}” does not have; the English text is shown",
        Place(file.path, line, text=lines[line - 1] if 0 < line <= len(lines) else ""),
        fix="keep each `%(name)s` as it is, and write a percent sign as `%%`.",
    )
