"""The picture that other sites show: what it says, and that it stays within its lines whatever it has to say."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from generator.model import Font
from generator.render.colours import palette
from generator.render.share import HEIGHT, MOST_BYTES, WIDTH, ShareWords, has_words, share_picture
from generator.render.typeface import Typeface, typeface
from generator.render.typesetting import fitted, shortened
from tests.render.samples import base_theme

COLOURS = palette(base_theme())
COLUMN = (84, 800)
"""Where words may stand, from left to right in pixels; beyond it is the red hairline at 858."""
TITLE, IMPRINT = (110, 470), (470, 580)
LATIN = "aeinorst THWAVgjpqy.,-–“”Çß0123456789"
TITLES = st.one_of(
    st.text(st.sampled_from(LATIN), min_size=1, max_size=300),
    st.lists(st.text(st.sampled_from(LATIN.replace(" ", "")), min_size=1, max_size=24), min_size=1, max_size=14).map(
        " ".join
    ),
)


def font() -> Font:
    found = base_theme().font
    assert found
    return found


def face() -> Typeface:
    return typeface(font().regular.data)


def drawn(words: ShareWords) -> Image.Image:
    return Image.open(BytesIO(share_picture(words, COLOURS, font()))).convert("RGB")


def inked(picture: Image.Image, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether anything but paper is in an area."""
    paper = tuple(bytes.fromhex(COLOURS.paper[1:]))
    return [colour for _, colour in picture.crop((left, top, right, bottom)).getcolors() or ()] != [paper]


@settings(max_examples=60)
@given(TITLES)
def test_words_stay_in_their_column(title: str) -> None:
    picture = drawn(ShareWords(title, "Ada Writer", "The Bend Gazette · May 1988", "Mill papers"))
    assert picture.size == (WIDTH, HEIGHT)
    assert not inked(picture, 0, 0, COLUMN[0] - 12, HEIGHT)
    assert not inked(picture, COLUMN[1] + 24, 0, 856, HEIGHT)
    assert not inked(picture, 1117, 0, WIDTH, HEIGHT)
    assert not inked(picture, COLUMN[0], HEIGHT - 66, 856, HEIGHT)
    assert inked(picture, COLUMN[0], TITLE[0], COLUMN[1], TITLE[1]) or not title.strip()


@settings(max_examples=60)
@given(TITLES)
@example("0 17ß2 pHa3,AnWÇii,4gq,HW-AÇs-H 0 Hgg”p 00030890WÇß1y0 0001203430689000102ATgjo 58AW824j tT561rÇ”o2W " * 2)
def test_the_file_is_small(title: str) -> None:
    words = ShareWords(title, "Ada Writer and Ben Reader", "The Bend Gazette · May 1988", "Mill papers")
    assert len(share_picture(words, COLOURS, font())) <= MOST_BYTES


@settings(max_examples=60)
@given(TITLES, st.integers(8, 40), st.integers(2, 12))
def test_no_word_is_lost_where_there_is_room(title: str, width: int, lines: int) -> None:
    setting = fitted(title, face(), (4, 3, 2), width * 3.0, lines * 3.0, 1.0)
    joined = "".join(setting.lines).replace(" ", "")
    whole = "".join(title.split())
    assert joined == whole or (joined.endswith("…") and whole.startswith(joined.rstrip("…").rstrip(",;:–—-")))
    assert all(face().width(line) * setting.size <= width * 3.0 + 0.01 for line in setting.lines if len(line) > 1)
    assert len(setting.lines) * setting.size <= max(lines * 3.0, setting.size)


@pytest.mark.parametrize(("length", "ends"), [(1, False), (40, False), (150, False), (290, False), (900, True)])
def test_an_ellipsis_stands_only_where_a_title_is_too_long(length: int, ends: bool) -> None:
    title = ("When the ice came early and the wheel stood still " * 20)[:length].strip()
    setting = fitted(title, face(), (84, 60, 43, 34), 716, 302, 1.16)
    assert setting.lines[-1].endswith("…") is ends
    assert (" ".join(setting.lines) == title) is not ends


def test_a_short_title_is_set_larger_than_a_long_one() -> None:
    sizes = [fitted("Ice " * count, face(), (84, 60, 34), 716, 302, 1.16).size for count in (1, 20, 60)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_a_line_is_not_much_shorter_than_the_others() -> None:
    setting = fitted("Seven short words that fill two lines", face(), (84,), 716, 400, 1.16)
    widths = [face().width(line) for line in setting.lines]
    assert min(widths) > 0.6 * max(widths)


def test_what_is_too_long_for_a_line_ends_at_a_word() -> None:
    assert shortened("The Bend Gazette of the valley", face(), 9) == "The Bend Gazette…"
    assert shortened("Donaudampfschifffahrt", face(), 4).startswith("Donau")
    assert shortened("short", face(), 40) == "short"


def test_letters_stand_as_the_font_wants_them() -> None:
    assert face().width("AV") < face().width("A") + face().width("V") - 0.05
    assert face().width("nn") == pytest.approx(2 * face().width("n"), abs=0.01)


@pytest.mark.parametrize("title", ["الهامش والمتن", "渡口", "Ice 🧊", "e\u0301\u0302\u0323", "", "\u200b \u200e"])
def test_what_cannot_be_set_is_drawn_without_words(title: str) -> None:
    words = ShareWords(title, "Ada Writer", "The Bend Gazette", "")
    assert not has_words(words, font())
    assert share_picture(words, COLOURS, font()) == share_picture(ShareWords(""), COLOURS, font())


@pytest.mark.parametrize(
    "title", ["Ice", "Почему вдовы", "Τι είναι η πέτρα", "Đường về nhà", "e\u0301tude", "Is\u200bland"]
)
def test_what_the_font_has_is_set(title: str) -> None:
    assert has_words(ShareWords(title), font())
    assert drawn(ShareWords(title)) != drawn(ShareWords(""))


def test_a_page_from_right_to_left_is_mirrored() -> None:
    left, right = drawn(ShareWords("")), drawn(ShareWords("", right_to_left=True))
    assert ImageOps.mirror(left) == right
    assert left != right


def test_a_byline_that_cannot_be_set_is_left_out_alone() -> None:
    assert drawn(ShareWords("Ice", "李白")) == drawn(ShareWords("Ice"))
    assert inked(drawn(ShareWords("Ice", "Ελένη Παπαδοπούλου")), *(COLUMN[0], IMPRINT[0], COLUMN[1], IMPRINT[1]))


@pytest.mark.parametrize(
    "other",
    [
        ShareWords("Snow", "Ada Writer", "May 1988", "Mill papers"),
        ShareWords("Ice", "Ben Reader", "May 1988", "Mill papers"),
        ShareWords("Ice", "Ada Writer", "May 1989", "Mill papers"),
        ShareWords("Ice", "Ada Writer", "May 1988", "Weir papers"),
    ],
    ids=["title", "byline", "imprint", "site"],
)
def test_every_fact_is_shown(other: ShareWords) -> None:
    assert drawn(ShareWords("Ice", "Ada Writer", "May 1988", "Mill papers")) != drawn(other)


def test_the_same_words_have_the_same_bytes() -> None:
    words = ShareWords("The same bytes everywhere", "Ada Writer")
    first = share_picture(words, COLOURS, font())
    share_picture.__globals__["_drawn"].cache_clear()
    assert share_picture(words, COLOURS, font()) == first


def test_a_theme_without_a_font_has_a_picture_too() -> None:
    plain = share_picture(ShareWords("Ice"), COLOURS, None)
    assert plain == share_picture(ShareWords(""), COLOURS, font())


def test_a_theme_s_colours_are_those_of_its_picture() -> None:
    paper = drawn(ShareWords("Ice")).getpixel((0, 0))
    other = share_picture(ShareWords("Ice"), replace(COLOURS, paper="#112233"), font())
    assert paper == tuple(bytes.fromhex(COLOURS.paper[1:]))
    assert Image.open(BytesIO(other)).convert("RGB").getpixel((0, 0)) == (0x11, 0x22, 0x33)
