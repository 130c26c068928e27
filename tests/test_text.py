"""What is one character, one space, one word."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import text


@given(st.text())
def test_tidy_text_is_nfc_and_single_spaced(raw: str) -> None:
    tidied = text.tidy(raw)
    assert unicodedata.is_normalized("NFC", tidied)
    assert tidied == tidied.strip()
    assert "  " not in tidied
    assert "\n" not in tidied
    assert text.tidy(tidied) == tidied


@given(st.text() | st.text("aé  \u00a0\u200b\u0301`’\n—", max_size=12))
def test_what_needs_no_mending_is_tidied_as_all_else(raw: str) -> None:
    spaced = re.sub(r"\s{2,}|[\t\n\r\f\v\u2028\u2029]", " ", re.sub("[\u00ad\u200b\u2060\ufeff]", "", raw))
    spaced = re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", spaced.translate(text.OVERRIDES))
    assert text.tidy(raw) == unicodedata.normalize("NFC", re.sub(r"\s{2,}", " ", spaced)).strip()
    assert text.fold(raw) == "".join(map(text.fold, raw))


@given(st.text("a\u0301\u0327\u0308\u05b0 ـé—", max_size=200))
def test_marks_without_end_are_parted_and_none_is_lost(raw: str) -> None:
    tidied = text.tidy(raw)
    assert unicodedata.normalize("NFD", tidied.replace("\u034f", "")) == unicodedata.normalize(
        "NFD", unicodedata.normalize("NFC", re.sub(r"\s{2,}", " ", raw)).strip()
    )
    assert not re.search("[\u0301\u0327\u0308\u05b0]{31}", unicodedata.normalize("NFD", tidied))
    assert text.tidy(tidied) == tidied


def test_what_turns_words_round_is_shown() -> None:
    assert text.tidy("pay \u202e100\u202c \u2067then\u2069") == "pay [U+202E]100\u202c \u2067then\u2069"


@pytest.mark.parametrize(
    ("words", "inside", "sentence"),
    [
        ("Es war so. Am 12. Februar 2019 brannte sie. Dann kam", "brannte", "Am 12. Februar 2019 brannte sie. "),
        ("So it was. In 44 B.C. in Rome Mr. Smith came. Then", "Smith", "In 44 B.C. in Rome Mr. Smith came. "),
        ("Так было. В 2015 г. Иван пришёл. Потом", "пришёл", "В 2015 г. Иван пришёл. "),
        ("It was 2015. He left.", "left", "He left."),
    ],
)
def test_a_full_stop_behind_a_short_form_ends_no_sentence(words: str, inside: str, sentence: str) -> None:
    at = words.index(inside)
    low, high = text.sentence(words, at, at + len(inside))
    assert words[low:high] == sentence


@given(st.text())
def test_folding_and_lowering_keep_every_offset(raw: str) -> None:
    assert len(text.fold(raw)) == len(raw)
    assert len(text.lower(raw)) == len(raw)


@pytest.mark.parametrize(
    ("raw", "tidied"),
    [
        ("a\u200bb\ufeff", "ab"),
        ("a \u00a0 b", "a b"),
        ("27\u00a0May", "27\u00a0May"),
        ("e\u0301", "é"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\fb\x00c", "a b c"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_tidy(raw: str, tidied: str) -> None:
    assert text.tidy(raw) == tidied


@pytest.mark.parametrize(
    ("raw", "slug"),
    [
        ("A fine, not a trial", "a-fine-not-a-trial"),
        ("  — ", ""),
        ("Кто это?", "кто-это"),
        ("L'été_2019", "l-été_2019"),
    ],
)
def test_slug(raw: str, slug: str) -> None:
    assert text.slug(raw) == slug


@pytest.mark.parametrize(
    ("raw", "words"), [("", 0), ("We'll pay $2,500.", 4), ("well-kept -- no", 2), ("磨坊立在河水", 3)]
)
def test_count_words(raw: str, words: int) -> None:
    assert text.count_words(raw) == words


@given(st.text("ab ,", max_size=80), st.integers(5, 40))
def test_an_excerpt_is_the_beginning_and_no_longer_than_asked(raw: str, limit: int) -> None:
    shown = text.excerpt(text.tidy(raw), limit)
    assert len(shown) <= limit + 1
    assert text.tidy(raw).startswith(shown.removesuffix("…"))


@pytest.mark.parametrize(("words", "part"), [("شرحًا", "شرح"), ("हिन्दी", "हिन"), ("cafe\u0301", "cafe")])
def test_a_word_does_not_end_before_its_vowel_signs(words: str, part: str) -> None:
    assert text.inside_word(words, len(part))


def test_marks_without_end_on_one_letter_are_parted() -> None:
    """Python sorts all marks between two letters, which takes the square of their number."""
    parted = text.nfc("a" + "\u0301\u0323" * 500 + "b")
    assert max(map(len, re.findall("[\u0301\u0323]+", parted))) <= 30
    assert text.nfc("a" + "\u0301" * 20) == "\u00e1" + "\u0301" * 19, "what somebody may have written stays as it is"
