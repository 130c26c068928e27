"""Plain text: what is one character, one space, one word.

One invariant carries the whole anchoring: a block's text is *tidy*, and *folding* maps one character to one
character, so an offset in the folded text is an offset in the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Characters that are seen by no reader and typed by no author. Joiners (U+200C, U+200D) and direction marks
# are kept: Persian spelling, emoji and the order of mixed scripts depend on them.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_CONTROL: dict[int, str] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
OVERRIDES = {0x202D: "[U+202D]", 0x202E: "[U+202E]"}
"""Signs that nobody sees, and after which words are shown in another order than they have. Marks and isolates, which
scripts from right to left need, only arrange."""
_SEEN = _CONTROL | OVERRIDES
_MANY_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_JOINER = "\u034f"
_SPACES = re.compile(r"\s{2,}|[\t\n\r\f\v\u2028\u2029]")
_FOLDS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u202f\u205f\u3000\n", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    }
)
GAP = re.compile(r"(?: |\A)(?:…|\.\.\.|\[…\]|\[\.\.\.\])(?: |\Z)")
"""Words that an author skipped in a quote."""

_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"'”’»)]*\s+")
_ABBREVIATED = re.compile(
    r"(?:\b\d{1,2}|\b[^\W\d_]|\b(?:mr|mrs|ms|dr|st|jr|sr|prof|vs|no|nr|chr|bzw|usw|ca|etc|mme|mlle|sra?|гг|вв|др|тыс|млн|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|янв|февр|авг|сент|окт|нояб|дек))\.\Z",
    re.IGNORECASE,
)
"""Full stops that end no sentence: "12. Februar", "B.C.", "Mr. Smith", "Feb. 12"."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_NOT_IN_SLUG = re.compile(r"[^\w]+")
# Scripts written without spaces between words; each of their letters counts as a word.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
_LETTER = re.compile(rf"[^\W_{UNSPACED}]")


def tidy(raw: str) -> str:
    """The text in Unicode's NFC with every run of white space as one space, none at the ends, nothing invisible.

    A no-break space that stands alone stays one: French typography needs it, and folding takes care of it.
    """
    # Most text has nothing to be mended, and nothing that is printable is invisible, a control or a strange space.
    visible = raw if raw.isprintable() else _SPACES.sub(" ", raw.translate(_INVISIBLE).translate(_SEEN))
    if "  " in visible:
        visible = _SPACES.sub(" ", visible)
    return (visible if visible.isascii() else nfc(visible)).strip()


def nfc(raw: str) -> str:
    """The text in Unicode's NFC; more than 30 marks on one letter are parted by a joiner, as in its stream-safe form.

    Marks are sorted, and to sort a hundred thousand of them takes minutes. Source: UAX #15, section 13.
    """
    return unicodedata.normalize("NFC", _MANY_MARKS.sub(_parted, raw))


def _parted(found: re.Match[str]) -> str:
    parted: list[str] = []
    row = 0
    for letter in found[0]:
        row = row + 1 if unicodedata.combining(letter) else 0
        if row > 30:
            parted.append(_JOINER)
            row = 1
        parted.append(letter)
    return "".join(parted)


def sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences begin and end in which a run of characters stands."""
    borders = _sentence_ends(words)
    low = max((border for border in borders if border <= start), default=0)
    high = min((border for border in borders if border >= end), default=len(words))
    return low, high


@lru_cache(maxsize=256)
def _sentence_ends(words: str) -> tuple[int, ...]:
    return tuple(
        found.end() for found in _SENTENCE_END.finditer(words) if not _ABBREVIATED.search(words, 0, found.start() + 1)
    )


def fold(tidied: str) -> str:
    """The text with straight quotes, hyphens for dashes and plain spaces; as many characters as before."""
    if tidied.isascii() and "`" not in tidied and "\n" not in tidied:
        return tidied
    return tidied.translate(_FOLDS)


def lower(tidied: str) -> str:
    """The text in lower case, as many characters as before ("İ" has no lower case of one character and stays)."""
    lowered = tidied.lower()
    if len(lowered) == len(tidied):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in tidied)


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """What two spellings of a name have in common when one refers to the other: `[[al-hawl]]` means “Al-Hawl”."""
    return fold(tidy(name)).casefold()


def inside_word(tidied: str, offset: int) -> bool:
    """Whether the border before the character at an offset cuts a word in two."""
    before, after = tidied[max(0, offset - 1) : offset], tidied[offset : offset + 1]
    return bool(before and after) and _is_letter(before) and _is_letter(after)


def slug(raw: str, words: int = 0) -> str:
    """Lower-case letters and digits of any script, joined by hyphens; of the first `words` words only, if given."""
    parts = [part for part in _NOT_IN_SLUG.split(nfc(raw).lower()) if part.strip("_")]
    return "-".join(parts[:words] if words else parts)


def count_words(raw: str) -> int:
    """How many words a reader reads; in scripts without spaces two letters count as one word."""
    if raw.isascii():
        return len(_WORD.findall(raw))
    unspaced = len(_UNSPACED_LETTER.findall(raw))
    return len(_WORD.findall(_UNSPACED_LETTER.sub(" ", raw))) + (unspaced + 1) // 2


def excerpt(tidied: str, limit: int = 60) -> str:
    """The text, or its beginning up to a word's end within `limit` characters and an ellipsis."""
    if len(tidied) <= limit:
        return tidied
    head = tidied[:limit]
    return (head[: head.rfind(" ")] if " " in head[limit // 2 :] else head).rstrip(" ,;:-–—") + "…"


def _is_letter(character: str) -> bool:
    """Vowel signs and accents belong to the letter before them: Arabic and Hindi are full of them."""
    return bool(_LETTER.match(character)) or unicodedata.category(character)[0] == "M"
