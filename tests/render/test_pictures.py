"""An editor's pictures: upright, of a sensible size, with nothing in them but the picture."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from lxml import html
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from generator.diagnostics import Place
from generator.model import Output, Picture, Reading, Role, SourceFile
from generator.render import render_reading
from generator.render.pictures import WIDTHS, show_pictures
from tests.render.samples import SITE, base_theme, note, page, publish, reading

PLACE = Place("content/mill/reading.toml", 7)
BLOCKS = [(Role.TITLE, "The Mill"), (Role.CAPTION, "The weir in spring."), (Role.PARAGRAPH, "The mill stands.")]


def picture(size: tuple[int, int] = (800, 600), form: str = "JPEG", mode: str = "RGB", **options: object) -> bytes:
    """A file of a picture that is dark at its left side and light at its right."""
    drawn = Image.linear_gradient("L").rotate(90).resize(size).convert(mode)
    file = BytesIO()
    drawn.save(file, form, **options)
    return file.getvalue()


def illustrated(data: bytes, alt: str = "White water", credit: str = "Ada, CC BY 4.0") -> Reading:
    """A reading with this picture for its caption."""
    made = reading(BLOCKS, [note("weir", "in spring")])
    shown = Picture(SourceFile("content/mill/weir in spring.jpg", data), alt, credit, PLACE)
    return replace(made, pictures={"p-mill-2": shown})


def _files(data: bytes) -> tuple[Output, ...]:
    outcome = show_pictures(illustrated(data))
    assert not outcome.diagnostics
    return outcome.value[1]


def _opened(output: Output) -> Image.Image:
    return Image.open(BytesIO(output.data))


def test_the_page_shows_the_picture_over_its_caption() -> None:
    tree = html.fromstring(page(publish(illustrated(picture()))).encode())
    (figure,) = tree.xpath("//figure")
    (image,) = figure.xpath("img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("White water", "800", "600")
    assert figure.xpath("string(figcaption/p[@id='p-mill-2'])").startswith("The weir in spring")
    assert figure.xpath("string(figcaption/p[@class='credit'])") == "Picture, added by the editor: Ada, CC BY 4.0"
    assert tree.xpath("//figure/following-sibling::div[@class='notes']/aside/@id") == ["weir"]


def test_every_address_of_the_picture_is_a_file_of_that_width() -> None:
    outputs = publish(illustrated(picture((2000, 1000))))
    image = html.fromstring(page(outputs).encode()).find(".//img")
    assert image is not None
    listed = dict(each.split() for each in str(image.get("srcset")).split(", "))
    files = {each.path: each for each in outputs}
    assert list(listed.values()) == [f"{width}w" for width in WIDTHS]
    assert image.get("src") in listed
    for address, width in listed.items():
        assert f"{_opened(files[f'mill/{address}']).width}w" == width


def test_without_a_picture_a_caption_stands_as_a_caption() -> None:
    assert "<figure" not in page(publish(reading(BLOCKS)))


def test_a_small_picture_is_not_made_larger() -> None:
    assert [_opened(each).size for each in _files(picture((300, 200)))] == [(300, 200)]


def test_nothing_of_what_a_camera_writes_is_published() -> None:
    written = Image.Exif()
    written[ExifTags.Base.Make] = "Camera of Ada"
    written.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 30.0, 0.0)
    for form in ("JPEG", "PNG", "WEBP"):
        data = picture(form=form, exif=written)
        assert b"Camera of Ada" in data
        for each in _files(data):
            assert b"Camera of Ada" not in each.data
            assert not _opened(each).getexif()


def test_nothing_that_is_written_beside_a_picture_is_published() -> None:
    """Neither of one that is drawn smaller, nor of one that keeps its size."""
    noted = PngImagePlugin.PngInfo()
    noted.add_text("Comment", "Ada at home")
    noted.add_itxt("XML:com.adobe.xmp", "Ada at home")
    for size in ((800, 600), (300, 200)):
        for data in (
            picture(size, comment=b"Ada at home", xmp=b"Ada at home"),
            picture(size, "PNG", pnginfo=noted),
            picture(size, "GIF", "P", comment=b"Ada at home"),
            picture(size, "WEBP", xmp=b"Ada at home"),
        ):
            assert b"Ada at home" in data
            for each in _files(data):
                assert b"Ada at home" not in each.data
                assert not {"comment", "xmp", "exif", "Comment", "XML:com.adobe.xmp"} & set(_opened(each).info)


def test_a_picture_taken_sideways_stands_upright() -> None:
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    (shown, _) = show_pictures(illustrated(picture((800, 600), exif=turned))).value
    assert (shown["p-mill-2"].width, shown["p-mill-2"].height) == (600, 800)


def test_colours_are_brought_into_the_space_that_pages_have() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (file, *_) = _files(picture(icc_profile=profile))
    assert "icc_profile" not in _opened(file).info
    ends = [_opened(file).convert("L").crop((x, 200, x + 1, 201)).tobytes()[0] for x in (5, 634)]
    assert min(ends) < 10
    assert max(ends) > 245


@pytest.mark.parametrize(
    ("form", "mode", "ending"),
    [
        ("JPEG", "CMYK", "jpg"),
        ("JPEG", "L", "jpg"),
        ("PNG", "P", "png"),
        ("PNG", "RGBA", "png"),
        ("PNG", "I;16", "png"),
        ("GIF", "P", "png"),
        ("WEBP", "RGBA", "webp"),
    ],
)
def test_every_usual_kind_of_file_is_shown(form: str, mode: str, ending: str) -> None:
    (file, *_) = _files(picture(form=form, mode=mode))
    assert file.path.endswith(f".{ending}")
    assert _opened(file).size == (640, 480)


def test_what_is_clear_stays_clear() -> None:
    file = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(file, "PNG")
    (drawn,) = _files(file.getvalue())
    assert not any(_opened(drawn).getchannel("A").tobytes())


def test_the_same_bytes_give_the_same_files() -> None:
    assert _files(picture()) == _files(picture())


def test_two_captions_may_share_a_picture_and_its_files() -> None:
    made = illustrated(picture())
    both = replace(made, pictures={"p-mill-2": made.pictures["p-mill-2"], "p-mill-3": made.pictures["p-mill-2"]})
    views, files = show_pictures(both).value
    assert set(views) == {"p-mill-2", "p-mill-3"}
    assert len({each.path for each in files}) == len(files) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        picture()[:400],
        picture(form="PNG")[:-200],
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        picture(form="TIFF"),
    ],
    ids=["empty", "cut short", "half a photograph", "half a drawing", "svg", "postscript", "tiff"],
)
def test_what_cannot_be_shown_is_said_and_not_shown(data: bytes) -> None:
    outcome = render_reading(illustrated(data), base_theme(), SITE)
    assert [(each.code, each.place) for each in outcome.diagnostics] == [("image-unreadable", PLACE)]
    assert not [each for each in outcome.value if "/images/" in each.path]


def test_a_picture_of_more_pixels_than_a_page_can_use_is_refused() -> None:
    outcome = show_pictures(illustrated(picture((12_000, 9_000), "PNG", "1")))
    assert [each.code for each in outcome.diagnostics] == ["image-unreadable"]
    assert "12000" in outcome.diagnostics[0].why


def test_no_word_of_an_editor_becomes_markup() -> None:
    source = page(publish(illustrated(picture(), alt='"><script>', credit="<b>")))
    assert "<script>" not in source
    assert "<b>" not in source.split('class="credit"')[1][:60]
