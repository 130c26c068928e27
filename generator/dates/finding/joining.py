"""What the words around a date add to it: periods, open ends, and how sure the text is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.dates.finding.found import Found
from generator.dates.finding.links import LINKS, Links
from generator.dates.read import parse

_AROUND = 40
"""Characters before a date in which the words stand that belong to it."""
DASH = re.compile(r"\s?[–—-]\s?")
"""Between two dates, or two figures, of one period."""
_SECOND_YEAR = re.compile(r"[–—-](\d{4}|\d\d)(?![\w–—-]|[.,]\d)")
_SECOND_DAY = re.compile(r"\s?[–—-]\s?(\d{1,2})(?:,? (\d{4}))?(?!\w|[.,:]\d)")
_ANDS = ("and", "und", "et", "y", "и")
"""What makes a period only behind "between"."""
_COUNTED_FROM = re.compile(r"(?:years?|months?|weeks?|days?|jahren?|ans?|años?|лет|года?) \Z")
_ALONE = re.compile(r"-?\d{4}|\d{3}X|\d\dXX|\d{4}-\d\d(?:-\d\d)?")


def in_context(text: str, found: Sequence[Found], language: str = "en") -> tuple[Found, ...]:
    """The dates as the text means them: two of one period become one, "since 2014" is 2014/.., "about 1833" 1833~.

    `found` are the dates of `text` in their order, as `find_dates` gives them. Where the language is unknown, only
    figures that a dash joins are periods.
    """
    links = LINKS.get(language.partition("-")[0].lower(), Links())
    return tuple(_qualified(text, each, links) for each in _joined(text, found, links))


def is_date(edtf: str) -> bool:
    """Whether the strict reader takes it."""
    try:
        parse(edtf)
    except ValueError:
        return False
    return True


def _joined(text: str, found: Sequence[Found], links: Links) -> Iterator[Found]:
    rest = list(reversed(found))
    border = 0
    while rest:
        one = rest.pop()
        if one.start < border:
            continue
        two = rest[-1] if rest else None
        if period := (two and _two(text, one, two, links)):
            rest.pop()
        period = period or _shortened(text, one) or _days_before(text, one, border, links)
        one = period or one
        border = one.end
        yield one


def _two(text: str, one: Found, two: Found, links: Links) -> Found | None:
    """One period of two dates, if words or a dash make one of them."""
    between = text[one.end : two.start].lower()
    if len(between) > _AROUND:
        return None
    before = text[max(0, one.start - _AROUND) : one.start].lower()
    pairs = (first for first, middle in links.pairs if _fits(middle, between) and _ends_with(first, before))
    opening = next(pairs, None)
    plain = opening is None and not DASH.fullmatch(between)
    if plain and not (
        _alike(one, two) and any(_fits(middle, between) for _, middle in links.pairs if middle not in _ANDS)
    ):
        return None
    edtf = _period(_with_year_of(one, two), two.edtf)
    start = one.start if opening is None else one.start - len(before) + _word_at(opening, before)
    # The first date has the second one's year, and needs no other.
    basis = two.basis if one.rule.endswith("without-year") else one.basis or two.basis
    return Found(start, two.end, edtf, two.rule, basis, ("period",)) if edtf else None


def _alike(one: Found, two: Found) -> bool:
    """Whether both are years, months or days, so that "to" between them makes a period without "from" before it."""
    return _ALONE.fullmatch(one.edtf) is not None and len(one.edtf) == len(two.edtf)


def _with_year_of(one: Found, two: Found) -> str:
    """A date without a year has the second one's: "from March to June 2015"."""
    if not one.rule.endswith("without-year") or two.rule.endswith("without-year") or not _ALONE.fullmatch(two.edtf):
        return one.edtf
    year = two.edtf[:4]
    if not year.isdigit():
        return one.edtf
    its_own = year + one.edtf[4:]
    return its_own if its_own <= two.edtf else f"{int(year) - 1:04}{one.edtf[4:]}"


def _shortened(text: str, one: Found) -> Found | None:
    """ "2014-16", "2014-2016" and "February 12–14, 2019"."""
    if re.fullmatch(r"\d{4}", one.edtf) and (second := _SECOND_YEAR.match(text, one.end)):
        edtf = _period(one.edtf, one.edtf[: 4 - len(second[1])] + second[1])
        return Found(one.start, second.end(), edtf, one.rule, one.basis, ("period",)) if edtf else None
    ends_with_day = re.search(r"[^\W\d_]\.? \d{1,2}\Z", text[max(0, one.end - 12) : one.end])
    if ends_with_day and re.fullmatch(r"\d{4}-\d\d-\d\d", one.edtf) and (second := _SECOND_DAY.match(text, one.end)):
        year = second[2] or one.edtf[:4]
        edtf = _period(year + one.edtf[4:], f"{year}{one.edtf[4:8]}{int(second[1]):02}")
        return Found(one.start, second.end(), edtf, one.rule, one.basis, ("period",)) if edtf else None
    return None


def _days_before(text: str, two: Found, border: int, links: Links) -> Found | None:
    """ "12–14 February 2019", "from 12 to 14 February 2019"."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", two.edtf) or not re.match(r"(?:le )?\d", text[two.start : two.end]):
        return None
    before = text[max(border, two.start - _AROUND) : two.start].lower()
    first = _first_day(links).search(before)
    if not first:
        return None
    edtf = _period(f"{two.edtf[:8]}{int(first[first.lastgroup or 0]):02}", two.edtf)
    start = two.start - len(before) + first.start()
    return Found(start, two.end, edtf, two.rule, two.basis, ("period",)) if edtf else None


@cache
def _first_day(links: Links) -> re.Pattern[str]:
    openings = (
        (rf"\b(?:{first}) " if middle in _ANDS else rf"(?:\b(?:{first}) )?", middle) for first, middle in links.pairs
    )
    words = "".join(rf"|{opening}(?:le |el |dem )?DAY (?:{middle}) (?:el |dem )?" for opening, middle in openings)
    forms = rf"(?<![\w.,:/–—-])(?:DAY ?[–—-] ?{words})\Z".split("DAY")
    day = r"(?P<day{}>\d{{1,2}})(?:st|nd|rd|th|er|\.)?"
    pattern = forms[0] + "".join(day.format(number) + form for number, form in enumerate(forms[1:]))
    return re.compile(pattern)


def _qualified(text: str, one: Found, links: Links) -> Found:
    """The date with an open end, or with EDTF's sign of doubt, where the words before it say so."""
    one = _doubted(text, one, links)
    start = max(0, one.start - _AROUND)
    before = text[start : one.start].lower()
    for name, words in (("since", links.since), ("before", links.before), ("by", links.by), ("after", links.after)):
        place = _word_at(words, before)
        if place >= 0 and not _ends_with(links.denied, before[:place]) and not _COUNTED_FROM.search(before[:place]):
            return _open(one, start + place, name)
    if (place := _word_at(links.until, before)) >= 0 and not _ends_with(links.denied, before[:place]):
        return _open(one, start + place, "until")
    return one


def _doubted(text: str, one: Found, links: Links) -> Found:
    start = max(0, one.start - _AROUND)
    before = text[start : one.start].lower()
    if _starts_with(links.about, text[one.start : one.end].lower()):
        return _signed(one, one.start, "~")
    if one.rule != "named-unit" and (place := _word_at(links.about, before)) >= 0:
        return _signed(one, start + place, "~")
    if (place := _word_at(links.perhaps, before)) >= 0:
        return _signed(one, start + place, "?")
    return one


def _open(one: Found, start: int, link: str) -> Found:
    """The date as an end of a period that has no other, or as a border that what happened stands beside."""
    edtf = _FORMS.get(link, "").format(one.edtf) or _beside(one.edtf, link)
    return replace(one, start=start, edtf=edtf, links=(*one.links, link)) if is_date(edtf) else one


_FORMS = {"since": "{}/..", "until": "../{}", "by": "../{}"}


def _beside(edtf: str, link: str) -> str:
    """ "before 1850" is 1849 or earlier, "after 1850" 1851 or later; so only with a year, which has no hours."""
    if not re.fullmatch(r"[1-9]\d{3}", edtf):
        return ""
    return f"[..{int(edtf) - 1:04}]" if link == "before" else f"[{int(edtf) + 1:04}..]"


def _signed(one: Found, start: int, sign: str) -> Found:
    edtf = "/".join(part + sign for part in one.edtf.split("/"))
    name = "about" if sign == "~" else "perhaps"
    return replace(one, start=start, edtf=edtf, links=(*one.links, name)) if is_date(edtf) else one


def _period(start: str, end: str) -> str:
    edtf = f"{start}/{end}"
    return edtf if start != end and _ALONE.match(start) and "/" not in start + end and is_date(edtf) else ""


def _fits(words: str, text: str) -> bool:
    return re.fullmatch(rf"(?: |, )(?:{words}) (?:(?:{_FILLING}) )*", text) is not None


def _ends_with(words: str, text: str) -> bool:
    return _word_at(words, text) >= 0


def _starts_with(words: str, text: str) -> bool:
    return bool(words) and re.match(rf"(?:{words})(?!\w)", text) is not None


def _word_at(words: str, text: str) -> int:
    """Where the words stand at the end of a text; -1 where they do not."""
    found = re.search(rf"(?<!\w)(?:{words}) ?(?:(?:{_FILLING}) )*\Z", text) if words else None
    return found.start() if found else -1


_FILLING = "the|in|on|of|der|die|dem|den|dem jahr|im|am|le|la|l’an|en|el|los|año|années|года"
"""Small words between a link and its date."""
