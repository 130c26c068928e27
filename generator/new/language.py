"""A guess at a text's language, by its script and by the small words that only one language has so many of."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SMALL_WORDS = {
    "en": "the and of to was that is with for it",
    "de": "der die und das nicht mit ist ein eine den",
    "fr": "le la les des et est une dans que du",
    "es": "el los las una por con para del que y",
    "it": "il che di una per con della non gli è",
    "pt": "o uma não com os para do da em que",
    "nl": "het een van en niet de zijn met dat op",
    "sv": "och att det som en är på av för inte",
    "tr": "ve bir bu için ile da de olan gibi çok",
    "pl": "w na i się nie że jest do z po",
}
_SCRIPTS = {
    "HEBREW": "he",
    "GREEK": "el",
    "HANGUL": "ko",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
}
_LETTERS = {"ARABIC": ("ar", {"fa": "پچژگ", "ur": "ٹڈڑے"}), "CYRILLIC": ("ru", {"uk": "іїєґ"})}
_SAMPLE = 20_000
_SURE = 2.0
"""How many times as many small words the likeliest Latin language must have as the next."""


def guess_language(words: str) -> str:
    """A language tag; empty where the signs are weak."""
    sample = words[:_SAMPLE]
    scripts = Counter(_script(letter) for letter in sample if letter.isalpha())
    if not scripts:
        return ""
    script, _ = scripts.most_common(1)[0]
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts["CJK"] / 10:
        script = "HIRAGANA"
    if script == "LATIN":
        return _latin(sample)
    if script in _LETTERS:
        usual, others = _LETTERS[script]
        enough = scripts[script] / 100
        marked = (each for each, own in others.items() if sum(map(sample.count, own)) > enough)
        return next(marked, usual)
    return {"CJK": "zh", "HIRAGANA": "ja"}.get(script) or _SCRIPTS.get(script, "")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _latin(sample: str) -> str:
    counts = Counter(re.findall(r"\w+", sample.lower()))
    scores = {tag: sum(counts[word] for word in small.split()) for tag, small in _SMALL_WORDS.items()}
    (best, first), (_, second) = Counter(scores).most_common(2)
    return best if first >= 10 and first >= _SURE * second else ""
