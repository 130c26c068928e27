"""How languages are written, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """Whether a language is written from right to left ("rtl") or from left to right ("ltr")."""
    return "rtl" if language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=256)
def language_name(language: str, inside: str) -> str:
    """What a language is called inside another one: "German", "Deutsch"; its tag where nobody knows."""
    # Babel takes a while to load, and not every build has a page to make.
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-").get_display_name(_locale(inside)) or language
    except (ValueError, UnknownLocaleError, TypeError):
        return language


def enumeration(names: Sequence[str], language: str) -> str:
    """Names in a row as a language says it: "Ada, Ben and Cem"."""
    from babel.lists import format_list

    return format_list(names, locale=_locale(language)) if len(names) > 1 else "".join(names)


@lru_cache(maxsize=64)
def territory(language: str) -> str:
    """A language with the country where it is mostly written, as Open Graph has it: "en_US"; empty if unknown."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    tag = language.replace("-", "_")
    likely = get_global("likely_subtags")
    try:
        written = Locale.parse(tag, resolve_likely_subtags=False)
    except (ValueError, UnknownLocaleError):
        return ""
    names = (f"{written.language}_{written.script}" if written.script else written.language, written.language)
    country = written.territory or next((likely[each].rpartition("_")[2] for each in names if each in likely), "")
    return f"{written.language}_{country}" if len(country) == 2 else ""


def _locale(language: str) -> str:
    from babel import negotiate_locale
    from babel.localedata import locale_identifiers

    tag = language.replace("-", "_")
    return negotiate_locale([tag, tag.partition("_")[0], "en"], locale_identifiers()) or "en"
