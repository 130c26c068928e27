"""Old words and new words side by side, for a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_NUMBER = re.compile(r"\d")
_NEGATIONS_IN = {
    "en": "t not no never none nobody nothing nor neither without cannot don doesn didn won isn aren wasn weren hasn",
    "de": "nicht kein keine keinen keiner keinem keines nie niemals niemand nichts ohne weder",
    "fr": "ne pas jamais aucun aucune rien personne sans ni",
    "es": "no nunca jamás nada nadie ningún ninguna ninguno sin tampoco",
    "it": "non mai nessuno niente senza né",
    "pt": "não nunca nem sem ninguém",
    "nl": "niet geen nooit zonder",
    "ru": "не нет ни никогда никто ничего без",
    "uk": "не ні ніколи немає",
    "pl": "nie bez nigdy",
    "tr": "değil yok",
}
_NUMBERS_IN = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million "
    "millionen milliarden dutzend",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
    "cinquante soixante cent mille million millions milliard milliards douzaine",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta "
    "cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones docena",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici venti trenta cento mille milioni",
    "pt": "dois duas três quatro cinco seis sete oito nove dez onze doze treze vinte trinta cem mil milhões",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien twintig dertig honderd duizend miljoen",
    "ru": "один одна два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок сто тысяча тысяч "
    "миллион миллионов миллиард",
}
_NUMBERS = frozenset(word for words in _NUMBERS_IN.values() for word in words.split())
_NEGATIONS = frozenset(word for words in _NEGATIONS_IN.values() for word in words.split())
_PREFIX = 4
"""So many letters before a word may turn it into its opposite: un-, dis-, in-, ن."""

OLD, NEW, PLAIN = "\x1b[31;9m", "\x1b[32;1m", "\x1b[0m"


def coloured(was: str, now: str, colour: bool) -> tuple[str, str]:
    """The two texts with the words in which they differ marked: in colours, or as `[-old-]` and `{+new+}`."""
    old, new = _PIECES.findall(was), _PIECES.findall(now)
    left, right = "", ""
    marks = ((OLD, PLAIN), (NEW, PLAIN)) if colour else (("[-", "-]"), ("{+", "+}"))
    for step in LCSseq.opcodes(old, new):
        gone, come = "".join(old[step.src_start : step.src_end]), "".join(new[step.dest_start : step.dest_end])
        if step.tag == "equal":
            left, right = left + gone, right + come
        else:
            left += f"{marks[0][0]}{gone}{marks[0][1]}" if gone else ""
            right += f"{marks[1][0]}{come}{marks[1][1]}" if come else ""
    return left, right


def is_grave(was: str, now: str) -> bool:
    """Whether a number, a name or a negation is among the words in which two texts differ.

    A name is a word with a capital that does not begin the text, and any word of a script without capitals; a word that
    gains or loses a few letters at its beginning may have become its opposite.
    """
    old, new = _words(was), _words(now)
    gone: list[str] = []
    come: list[str] = []
    for step in LCSseq.opcodes(old, new):
        if step.tag != "equal":
            gone += old[step.src_start : step.src_end]
            come += new[step.dest_start : step.dest_end]
    changed = [*gone, *come]
    if any(_is_number(each) or each.lower() in _NEGATIONS or _is_caseless(each) for each in changed):
        return True
    named = [each for each in gone if each[:1].isupper() and each != old[0]]
    named += [each for each in come if each[:1].isupper() and each != new[0]]
    return bool(named) or _turned(gone, come)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _is_number(word: str) -> bool:
    return bool(_NUMBER.search(word)) or word.lower() in _NUMBERS


def _is_caseless(word: str) -> bool:
    """Whether nothing in how it is written could tell a name: in Arabic, Hindi or Chinese there are no capitals."""
    return any(each.isalpha() for each in word) and word.lower() == word.upper()


def _turned(gone: Sequence[str], come: Sequence[str]) -> bool:
    pairs = ((one.lower(), other.lower()) for one in gone for other in come)
    return any(
        long.endswith(short) and 0 < len(long) - len(short) <= _PREFIX
        for one, other in pairs
        for long, short in ((one, other), (other, one))
    )
