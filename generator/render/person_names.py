"""Names as bibliographies need them: family and given name apart, where that is safe to say.

A name that is parted wrongly is sorted and shortened wrongly ("Press, A."), and one that is left whole is only sorted
by its first letter. So a name stays whole unless its form leaves no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.text import key, tidy

Kind = Literal["person", "group", "unknown"]

_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_JOINED = re.compile(r"['’-]|\AM(?:a?c)(?=[A-Z])")
"""What stands inside of a name that is one word: O'Brien, Jean-Paul, McEwan."""
_FAMILY_FIRST = frozenset({"zh", "ja", "ko", "vi", "hu", "km", "mn"})
"""Languages whose texts may put the family name first in any script."""
_NO_PERSON = re.compile(
    r"agence|agencia|agency|archives?|associated|association|board|bureau|cent(?:er|re)|class|club|collective|"
    r"commission|committee|company|council|course|daily|department|desk|editors?|editorial|federation|foundation|"
    r"gazette|gruppe|group|herald|institute?|international|journal|klasse|library|magazine|media|ministry|monitoring|"
    r"museum|nations|network|news|newspaper|office|organi[sz]ation|post|press|project|radio|readers?|redaktion|"
    r"reporters?|review|school|seminar|service|society|staff|team|television|the|times|tribune|union|universit\w*|weekly",
    re.IGNORECASE,
)
"""Words of a name that may be no person's."""


@dataclass(frozen=True, slots=True)
class Name:
    """Who wrote or edited something."""

    whole: str
    """As written."""
    kind: Kind = "unknown"
    family: str = ""
    """Empty where the name is not to be parted."""
    given: str = ""


def names(written: Sequence[str], language: str, groups: Sequence[str] = ()) -> tuple[Name, ...]:
    """Names of a text in that language; `groups` are known to be no persons: its publisher, the site."""
    known = {key(each) for each in groups if each}
    return tuple(_name(tidy(each), language, known) for each in written if each.strip())


def _name(whole: str, language: str, groups: set[str]) -> Name:
    words = whole.split(" ")
    if key(whole) in groups:
        return Name(whole, "group")
    *given, family = words
    parted = given and all(map(_is_given, given)) and sum(not _INITIAL.match(word) for word in given) < 2
    doubtful = any(map(_NO_PERSON.fullmatch, words)) or language.lower().partition("-")[0] in _FAMILY_FIRST
    if not parted or not _is_word(family) or doubtful:
        return Name(whole)
    return Name(whole, "person", family, " ".join(given))


def _is_given(word: str) -> bool:
    return bool(_INITIAL.match(word) and word[0].isupper()) or _is_word(word)


def _is_word(word: str) -> bool:
    """Whether it is written as names are: one capital, then small letters."""
    bare = _JOINED.sub("", word)
    return bare.isalpha() and len(bare) > 1 and all(part.istitle() for part in _JOINED.split(word) if part)
