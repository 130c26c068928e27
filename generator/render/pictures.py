"""Pictures as a page can show them: turned upright, no larger than needed, and with nothing in them but the picture.

A photograph carries the place where it was taken and the camera's number (EXIF, XMP). It is drawn anew, so that none
of it is published; its colours are brought into sRGB first, since the profile goes too.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from generator.diagnostics import Diagnostic, Outcome, diagnose
from generator.model import Output, Picture, Reading
from generator.render.views import PictureView
from generator.text import slug

WIDTHS = (640, 1280)
"""In pixels: the column of the text on a plain screen, and on one of twice its density."""
_READ = ("JPEG", "PNG", "WEBP", "GIF")
_WRITTEN = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
_MOST_PIXELS = 80_000_000
_OPTIONS = {"quality": 82, "optimize": True, "progressive": True}

Shown = tuple[dict[str, PictureView], tuple[Output, ...]]
"""The pictures by the id of their caption, and their files."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    width: int
    height: int
    format: str
    data: bytes


def show_pictures(reading: Reading) -> Outcome[Shown]:
    """Every picture of a reading in each width that it has pixels for; one that cannot be read is only diagnosed."""
    views: dict[str, PictureView] = {}
    outputs: list[Output] = []
    found: list[Diagnostic] = []
    for caption, picture in reading.pictures.items():
        try:
            drawings = _drawn(picture.file.data)
        except Exception as error:
            found.append(_unreadable(picture, error))
            continue
        names = [_name(picture, drawing) for drawing in drawings]
        outputs += (Output(f"{reading.slug}/{name}", each.data) for name, each in zip(names, drawings, strict=True))
        views[caption] = _view(picture, drawings, names)
    return Outcome((views, tuple({each.path: each for each in outputs}.values())), tuple(found))


def _view(picture: Picture, drawings: tuple[_Drawing, ...], names: list[str]) -> PictureView:
    largest = drawings[-1]
    sources = tuple((name, each.width) for name, each in zip(names, drawings, strict=True))
    return PictureView(names[-1], sources, largest.width, largest.height, picture.alt, picture.credit)


def _name(picture: Picture, drawing: _Drawing) -> str:
    """From its own name for people, and from its bytes, so that no two pictures share an address."""
    stem = slug(PurePosixPath(picture.file.path).stem) or "picture"
    digest = sha256(picture.file.data).hexdigest()[:8]
    return f"images/{stem}-{digest}-{drawing.width}.{_WRITTEN[drawing.format]}"


@lru_cache(maxsize=32)
def _drawn(data: bytes) -> tuple[_Drawing, ...]:
    """The picture in each width, the narrowest first. Kept, since a preview draws the same pictures at every save."""
    with warnings.catch_warnings():
        # Pillow warns of what is refused here.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        opened = Image.open(BytesIO(data), formats=_READ)
    with opened:
        if opened.width * opened.height > _MOST_PIXELS:
            raise ValueError(f"it has {opened.width} × {opened.height} pixels")
        written = opened.format if opened.format in _WRITTEN else "PNG"
        upright = _in_srgb(ImageOps.exif_transpose(opened))
    widths = sorted({min(width, upright.width) for width in WIDTHS})
    return tuple(_resized(upright, width, str(written)) for width in widths)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture's colours as a page without profiles shows them; clear parts of it stay clear."""
    clear = "A" in picture.getbands() or "transparency" in picture.info
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            mended = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            mended = None
        if mended is not None:
            return mended
    return picture.convert("RGBA" if clear else "RGB")


def _resized(picture: Image.Image, width: int, written: str) -> _Drawing:
    height = max(1, round(picture.height * width / picture.width))
    smaller = picture if width == picture.width else picture.resize((width, height), Image.Resampling.LANCZOS)
    if written == "JPEG":
        smaller = smaller.convert("RGB")
    # What is drawn on a new sheet brings none of the old one's metadata along.
    clean = Image.new(smaller.mode, smaller.size)
    clean.paste(smaller)
    file = BytesIO()
    clean.save(file, written, **(_OPTIONS if written == "JPEG" else {"optimize": True} if written == "PNG" else {}))
    return _Drawing(width, height, written, file.getvalue())


def _unreadable(picture: Picture, error: Exception) -> Diagnostic:
    kind = "it is none of the kinds of file that are shown"
    reason = kind if isinstance(error, UnidentifiedImageError) else str(error)
    return diagnose(
        "image-unreadable",
        "this picture cannot be shown",
        picture.place,
        why=f"{reason[:1].upper()}{reason[1:]}.",
        fix="save it as JPEG, PNG or WebP; a drawing in SVG can hold a script, so it must be saved as PNG.",
    )
