"""What surrounds the text of any page: menus, buttons, banners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from generator import text
from generator.clean.page import Page, Verdict, is_prose
from generator.clean.units import Unit
from generator.clean.vocabulary import BEGINNINGS, NOTICES, WHOLE, phrases
from generator.model import Role

_WHOLE = phrases(WHOLE)
_BEGINNINGS = phrases(BEGINNINGS)
_LONGEST_BEGINNING = max(len(phrase.split()) for phrase in _BEGINNINGS)
_UNSPACED = tuple(phrase for phrase in _BEGINNINGS if re.match(f"[{text.UNSPACED}]", phrase))
"""Beginnings in scripts without spaces, where no border of a word tells that more follows."""
_UNSPACED_WORDS = 6
# Scripts without spaces have no word borders to look for.
_NOTICES = [
    (f" {words} " if words.isascii() or " " in words else words, role) for words, role in phrases(NOTICES).items()
]
_ANY_NOTICE = AhoCorasick([phrase for phrase, _ in _NOTICES])
_NOTICE_WORDS = 50
_PARAGRAPH_WORDS = 6
_INSET_WORDS = 30
_AFTER_PHRASE = re.compile(r"\W*[:：|–—>»-]")
_RUN, _TINY = 3, 3
"""So many lines in a row of so few letters are labels of a page's layout."""
_LABEL = re.compile(r"[A-Z0-9]{1,3}\Z")


def marked_up(page: Page) -> Iterator[Verdict]:
    """The page's markup says that it is not text."""
    for index in page.open:
        hint = page.units[index].hint
        if hint is not None and not hint.kept:
            yield index, hint


def known_phrases(page: Page) -> Iterator[Verdict]:
    """The line is nothing but a phrase that pages share: "Skip to content", "Advertisement"."""
    for index in page.open:
        role = _WHOLE.get(page.units[index].key)
        if role and not (_is_answer(page, index) or _is_heading(page, index)):
            yield index, role


def insets(page: Page) -> Iterator[Verdict]:
    """A short line that begins with an invitation: "Read more: …", "Sign up for our newsletter"."""
    for index in page.open:
        unit = page.units[index]
        if unit.words <= _INSET_WORDS:
            role = _beginning(unit)
            if role:
                yield index, role


def tiny_lines(page: Page) -> Iterator[Verdict]:
    """Labels of a layout, a few letters each in a row: "XS SM MD LG"."""
    run: list[int] = []
    for index in (*page.open, -1):
        if index >= 0 and _LABEL.match(page.units[index].text) and (not run or index == run[-1] + 1):
            run.append(index)
            continue
        if len(run) >= _RUN:
            yield from ((each, Role.OTHER_BOILERPLATE) for each in run)
        run = [index] if index >= 0 and _LABEL.match(page.units[index].text) else []


def ornaments(page: Page) -> Iterator[Verdict]:
    """A line without a letter or a figure: stars between two parts, a rule, a lonely bullet."""
    for index in page.open:
        if not page.units[index].key.strip("_ "):
            yield index, Role.OTHER_BOILERPLATE


def notices(page: Page) -> Iterator[Verdict]:
    """A short paragraph that speaks to the page's visitors: of cookies, of newsletters, of what the links earn."""
    for index in page.open:
        unit = page.units[index]
        if unit.words <= _NOTICE_WORDS:
            words = f" {unit.key} "
            if _ANY_NOTICE.find_matches_as_indexes(words):
                yield index, next(role for phrase, role in _NOTICES if phrase in words)


def _is_answer(page: Page, index: int) -> bool:
    """Whether the line, a word like "Live" or "About", stands in the middle of running text with a full stop."""
    return page.units[index].text.endswith((".", "!", "?")) and index > 0 and is_prose(page.units[index - 1])


def _is_heading(page: Page, index: int) -> bool:
    """Whether the line, one word like "Contact", stands alone between paragraphs."""
    if page.units[index].words > 1 or not 0 < index < len(page.units) - 1 or not page.units[index].apart:
        return False
    above, below = page.units[index - 1], page.units[index + 1]
    role = _WHOLE[page.units[index].key]
    return role is Role.NAVIGATION and above.ended and min(above.words, below.words) >= _PARAGRAPH_WORDS


def _beginning(unit: Unit) -> Role | None:
    words = unit.key.split()
    for length in range(min(_LONGEST_BEGINNING, len(words)), 0, -1):
        role = _BEGINNINGS.get(" ".join(words[:length]))
        if role and _is_invitation(unit, length):
            return role
    if unit.words <= _UNSPACED_WORDS and unit.key.startswith(_UNSPACED):
        return next(_BEGINNINGS[phrase] for phrase in _UNSPACED if unit.key.startswith(phrase))
    return None


def _is_invitation(unit: Unit, length: int) -> bool:
    """One word needs a colon behind it ("Watch: …"); a longer phrase says enough, unless a sentence goes on from it."""
    written = re.match(r"\W*" + r"\W+".join([r"[\w'’]+"] * length), unit.text)
    rest = unit.text[written.end() :] if written else ""
    return bool(_AFTER_PHRASE.match(rest)) or (length > 1 and (not rest or not unit.ended or unit.words <= 12))
