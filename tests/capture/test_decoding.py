"""Bytes become the characters that were written, in whatever encoding the text was saved."""

from __future__ import annotations

import codecs

import pytest

from generator.capture import capture
from generator.model import Seed, SourceFile

ENGLISH = "“We heard it stop,” said the miller’s daughter. Café – it’s £5."
GERMAN = "Der Müller hörte auf, so sagte er. Die Straße am Fluß hat eine beträchtliche Größe."
FRENCH = "L’été dernier, à Genève, l’élève a dit « non » et s’en est allé."
SHORT_FRENCH = "La rivière coule toujours devant la porte, et le village dort sans le bruit “de la roue”."
PORTUGUESE = "O moinho não está onde o rio dá a volta; ninguém o ouviu, então."
SWEDISH = "Kvarnen står där ån böjer sig, och där har den stått sedan 1874."
CZECH = "Mlýn stojí tam, kde se řeka ohýbá, a stál tam už v roce 1874. Kolo se naposledy otočilo v zimě."
RUSSIAN = "Мельница стоит там, где поворачивает река, и стоит она там с 1874 года."
POLISH = "Młyn stoi tam, gdzie rzeka skręca, i stał tam od 1874 roku. Źródło było żółte."
JAPANESE = "水車小屋は川が曲がるところに立っている。一八七四年からそこにある。"
CHINESE = "磨坊立在河水转弯的地方，从一八七四年起就在那里。村里的人都记得那个声音。"
ARABIC = "تقف الطاحونة حيث ينحني النهر، وهي هناك منذ عام 1874 ولم تتوقف يوما."


def seed_of(data: bytes, path: str = "seeds/text.txt") -> Seed:
    """The seed in some bytes that can be read without a word of complaint."""
    outcome = capture(SourceFile(path, data))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def code_of(data: bytes, path: str = "seeds/text.txt") -> str:
    """The one diagnostic for bytes that cannot be read."""
    outcome = capture(SourceFile(path, data))
    assert outcome.value is None
    (diagnostic,) = outcome.diagnostics
    assert diagnostic.place.path == path
    return diagnostic.code


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (FRENCH, "cp1252"),
        (SHORT_FRENCH, "cp1252"),
        (PORTUGUESE, "cp1252"),
        (SWEDISH, "cp1252"),
        (CZECH, "cp1250"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (JAPANESE, "utf-16"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (ARABIC, "cp1256"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_saved_in(text: str, encoding: str) -> None:
    assert [line.text for line in seed_of(text.encode(encoding)).lines] == [text]


def test_one_stray_byte_in_a_long_text_is_still_windows_1252() -> None:
    text = "The miller had three daughters.\n" * 300 + "They dined at the café.\n"
    assert seed_of(text.encode("cp1252")).lines[-1].text == "They dined at the café."


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u200b\n\ufeff".encode()])
def test_a_seed_without_a_word_is_empty(data: bytes) -> None:
    assert code_of(data) == "seed-empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4,
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(range(255, -1, -1)) * 4,
        b"\x00" * 64,
        bytes(range(1, 32)) * 20,
    ],
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    assert code_of(data) == "seed-binary"


def test_a_page_without_text_is_empty() -> None:
    assert code_of(b"<!doctype html><title>x</title><script>var a = 1</script>", "seeds/a.html") == "seed-empty"


@pytest.mark.parametrize(
    "codec", ["undefined", "idna", "punycode", "zlib", "rot13", "unicode_escape", "x" * 300, "oem"]
)
def test_a_page_may_declare_any_codec(codec: str) -> None:
    page = f'<!doctype html><meta charset="{codec}"><p>They dined at the café by the river.'.encode("cp1252")
    seed = capture(SourceFile("seeds/a.html", page)).value
    assert seed
    assert "They dined at the caf" in seed.lines[-1].text
