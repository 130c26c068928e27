"""Dates that texts speak of: found, resolved, and with what the words around them add."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse
from generator.dates.finding import find_dates, in_context
from generator.dates.finding.grammar import opening, shape_pattern
from generator.dates.finding.languages import SPEECHES
from tests.fixtures import TESTS, Case, cases

_PIECES = """since until between and from to about – - 2014 16 1990s last week|next month|next Friday|three years ago
44 BC|AD 12|12|the 1990s|99 decades ago|30 February|February 30, 1999|1999-02-31|9999|0000 BC|last century|next year
zwischen|und|vor 900 Jahren|44 v. Chr.|im Sommer|il y a 900 ans|au XVIIIe siècle|hace 99 años|siglo XIX|с|по|2014 года
в прошлом году|вчера|.|İ|ß"""
_TEXTS = st.lists(st.sampled_from(_PIECES.replace("\n", "|").split("|")) | st.text(max_size=6), max_size=12).map(
    " ".join
)
_PUBLISHED = st.sampled_from(["", "2019", "2019-02", "2019-02-12", "0001-01-01", "9999-12-31", "soon"])


@cases("dates/found.txt")
def test_dates_are_found_and_understood(case: Case) -> None:
    head, text = case.given.split("\n", 1)
    language, mode, published = head.split(" ")
    alone = find_dates(text, published, mode == "narrative", language)
    meant = in_context(text, alone, language)
    lines = (
        f"{name}: " + ("; ".join(f"{text[each.start : each.end]} = {each.edtf}" for each in found) or "none")
        for name, found in (("alone", alone), ("meant", meant))
    )
    assert "\n".join(lines) == case.expected


def test_every_date_of_a_captured_article_is_right() -> None:
    text = (TESTS.parent / "seeds" / "000_74f91f918406b353.txt").read_text("utf-8")
    found = in_context(text, find_dates(text, "2019-02", narrative=False))
    listed = (TESTS / "dates" / "seed.txt").read_text("utf-8").splitlines()
    assert [f"{text[each.start : each.end]} = {each.edtf}" for each in found] == listed


@given(_TEXTS, _PUBLISHED, st.booleans(), st.sampled_from(sorted(SPEECHES)))
def test_what_is_found_lies_in_the_text_in_order_and_is_a_date(
    text: str, published: str, narrative: bool, language: str
) -> None:
    alone = find_dates(text, published, narrative, language)
    for found in (alone, in_context(text, alone, language)):
        end = 0
        for each in found:
            assert end <= each.start < each.end <= len(text)
            assert parse(each.edtf).raw == each.edtf
            assert each.rule
            end = each.end


@given(st.integers(0, 10**7), st.sampled_from(sorted(SPEECHES)))
def test_a_number_alone_is_no_date_unless_it_may_be_a_year(number: int, language: str) -> None:
    assert bool(find_dates(f"{number:,}", "2019-02-12", narrative=False, language=language)) <= (1000 <= number < 2100)
    found = find_dates(str(number), "2019-02-12", narrative=False, language=language)
    assert bool(found) == (1000 <= number < 2100)


@given(st.data(), st.sampled_from(sorted(SPEECHES)))
def test_whatever_has_a_shape_begins_as_its_language_says(data: st.DataObject, language: str) -> None:
    speech = SPEECHES[language]
    # What looks ahead fits no expression as a whole; each of these begins with a number.
    whole = [number for number, (_, shape) in enumerate(speech.shapes) if "(?=" not in shape]
    number = data.draw(st.sampled_from(whole))
    shape = re.compile(shape_pattern(speech, number))
    expression = data.draw(st.from_regex(shape, fullmatch=True))
    assert re.match(opening(speech), expression)
