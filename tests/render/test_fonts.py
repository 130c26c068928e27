"""The theme's face: small, reproducible, with the letters of the site, under a name of its own."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

from fontTools.ttLib import TTFont

from generator.model import Output
from generator.render.fonts import MOST_BYTES, counted, font_files, font_rules, letters
from tests.render.mill import mill
from tests.render.samples import base_theme, publish

FONT = base_theme().font


def _face(output: Output) -> TTFont:
    return TTFont(BytesIO(output.data))


def test_a_site_s_own_letters_are_in_the_face_and_no_others() -> None:
    upright, italic = font_files(FONT, counted(Counter("Ünder žlutý … “x”")))
    for face in map(_face, (upright, italic)):
        has = set(map(chr, face.getBestCmap()))
        assert set("Ünder žlutý … “x”") <= has
        assert "ß" not in has


def test_it_has_old_style_figures_and_small_capitals() -> None:
    upright, _ = font_files(FONT, counted(Counter("abc")))
    features = {each.FeatureTag for each in _face(upright)["GSUB"].table.FeatureList.FeatureRecord}
    assert {"onum", "smcp", "c2sc", "liga"} <= features


def test_all_faces_together_keep_to_their_bytes_whatever_a_site_holds() -> None:
    everything = Counter({chr(code): 1 for code in range(0x20, 0x3000)})
    everything.update({chr(code): 1000 for code in range(0x400, 0x460)})
    faces = font_files(FONT, counted(everything))
    assert 0 < sum(len(each.data) for each in faces) <= MOST_BYTES
    assert "a" in set(map(chr, _face(faces[0]).getBestCmap()))


def test_half_an_alphabet_is_never_left_out() -> None:
    used = Counter({chr(code): 5 for code in range(0x410, 0x450)}) + Counter(
        {chr(code): 1 for code in range(0x100, 0x240)}
    )
    has = set(map(chr, _face(font_files(FONT, counted(used))[0]).getBestCmap()))
    for block in (range(0x410, 0x450), range(0x100, 0x180), range(0x180, 0x200)):
        drawn = [chr(code) in has for code in block if chr(code) in _whole()]
        assert all(drawn) or not any(drawn)


def _whole() -> set[str]:
    assert FONT
    return set(map(chr, TTFont(BytesIO(FONT.regular.data)).getBestCmap()))


def test_the_same_letters_give_the_same_bytes() -> None:
    import generator.render.fonts as module

    once = font_files(FONT, counted(Counter("abc")))
    module._faces.cache_clear()
    assert font_files(FONT, counted(Counter("cba"))) == once


def test_the_reserved_name_is_not_carried_on_but_the_licence_is() -> None:
    names = {each.nameID: str(each) for each in _face(font_files(FONT, counted(Counter("a")))[0])["name"].names}
    assert names[1] == names[4] == "Reader Serif"
    assert "Source" not in names[6]
    assert "SIL Open Font License" in names[13]
    assert "Adobe" in names[0]


def test_a_theme_without_a_face_sends_none() -> None:
    assert font_files(None, counted(Counter("abc"))) == ()


def test_pages_ask_at_once_only_where_a_browser_allows_it() -> None:
    faces = font_files(FONT, counted(Counter("abc")))
    assert "optional" in font_rules(faces, True)
    assert "swap" in font_rules(faces, False)


def test_a_site_has_its_faces() -> None:
    outputs = publish(mill())
    assert {"assets/text.woff2", "assets/text-italic.woff2"} <= {each.path for each in outputs}
    used = letters(each for each in outputs)
    assert set("The") <= set(used.each)
