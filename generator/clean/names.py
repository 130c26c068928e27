"""Names of people in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.calendar import find_day

_WRITES = (
    r"(?:written|reported|words|text|story|article|report|reporting|edited|photographs?|photos?|posted|published|interview)"
    r"(?:\s*(?:,|and|&)\s*(?:written|reported|edited|photographed))?\s+by"
)
_BY = (
    rf"{_WRITES}|by|von|text von|interview von|par|propos recueillis par|por|di|a cura di|door|av|af|"
    r"autor(?:es|a|ka)?\s*:|auteurs?\s*:|автор(?:ы)?\s*:?|текст\s*:|yazan\s*:|yazar\s*:|بقلم\s*:?|كتب(?:ت)?\s*:?|作者\s*[:：]|文\s*[:：/／]|记者\s*[:：]?|記者\s*[:：]?|撰文\s*[:：]|"
    r"著者\s*[:：]?|筆者\s*[:：]?|authors?\s*:|author|writer\s*:"
)
BYLINE = re.compile(rf"\W{{0,3}}(?:{_BY})(?=[\s:：]|(?<=[:：/／]))\s*(?P<names>\S.*)", re.IGNORECASE)
"""A line that begins by saying who wrote."""

_MORE = re.compile(
    r"\s+(?:with|and)\s+(?:additional\s+)?(?:reporting|contributions?|research|writing)\s+(?:by|from)\s+", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:,|;|、|，|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b|\bve\b|(?<=\s)و(?=\s))\s*")
_ENDS = re.compile(
    r"\s*(?:[|•·/]|\s[–—-]\s|\(|\bfor\b|\bin\b|\bat\b|\bon\b|\bfür\b|\bpour\b|\bpublished\b|\bupdated\b|\bposted\b|\d).*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\A(?:(?:[^\W\d_]\S*\s+)*?(?:correspondents?|reporters?|editors?|writers?|staff|bureau chief|"
    r"korrespondent(?:in)?|корреспондент\w*)\s+)(?=\w)",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁΑ-Ω][\w'’.-]*|de|da|do|dos|di|del|della|van|von|der|den|le|la|el|al|bin|ibn|zu|y|ten|ter)\Z"
)
_CASELESS = re.compile(r"[\u0600-\u06ff\u0590-\u05ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·・\s]{2,20}\Z")
_BARS = re.compile(r"\s*[|•·–—/]\s*")
_MOST_WORDS = 5


def authors_of(line: str) -> tuple[str, ...]:
    """The names in a byline, in order; none where it names nobody that can be told from other words."""
    found = BYLINE.match(line.strip())
    if not found:
        return tuple(filter(None, (name_before_date(line),)))
    return tuple(dict.fromkeys(_names(found["names"])))


def name_before_date(line: str) -> str:
    """The name at the head of a line like "Ellen Marsh | 21 September 2018 | Lisbon"; empty where there is none."""
    first, *rest = _BARS.split(line.strip())
    return first if any(map(find_day, rest)) and len(first.split()) > 1 and is_name(first) else ""


def _names(written: str) -> Iterator[str]:
    for part in _MORE.split(written):
        for piece in _SPLIT.split(part):
            name = _ENDS.sub("", _OFFICE.sub("", piece, count=1)).strip(" .,:")
            if is_name(name):
                yield name


def is_name(words: str) -> bool:
    """Whether some words look like a person's name."""
    parts = words.split()
    if _CASELESS.match(words):
        return True
    return bool(parts) and len(parts) <= _MOST_WORDS and parts[0][:1].isupper() and all(map(_NAME_WORD.match, parts))
