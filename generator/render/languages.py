"""How languages are written, and what they are called."""

from __future__ import annotations

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


def _locale(language: str) -> str:
    from babel import negotiate_locale
    from babel.localedata import locale_identifiers

    tag = language.replace("-", "_")
    return negotiate_locale([tag, tag.partition("_")[0], "en"], locale_identifiers()) or "en"
