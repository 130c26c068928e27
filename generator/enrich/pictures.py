"""An editor's pictures, each on the caption that it belongs to."""

from __future__ import annotations

from generator import text
from generator.diagnostics import Diagnostic, Outcome, diagnose
from generator.enrich.anchoring import anchor
from generator.enrich.passage import Passages
from generator.model import Block, Cleaned, ImageSettings, Manuscript, Picture, Role, Selector


def place_pictures(manuscript: Manuscript, passages: Passages, cleaned: Cleaned) -> Outcome[dict[str, Picture]]:
    """The pictures of a reading by the id of their caption; a caption is quoted as in a note, and has one picture."""
    placed: dict[str, Picture] = {}
    found: list[Diagnostic] = []
    blocks = {block.id: block for block in passages.blocks}
    for image in manuscript.settings.images:
        outcome = anchor(Selector(image.caption, "", "", image.caption_place), passages, cleaned)
        found += outcome.diagnostics
        file = manuscript.images.get(image.file)
        for place in outcome.value[:1]:
            if blocks[place.block].kind is not Role.CAPTION:
                found.append(_no_caption(image, blocks[place.block]))
            elif place.block in placed:
                found.append(_twice(image))
            elif file:
                placed[place.block] = Picture(file, image.alt, image.credit, image.place)
    return Outcome(placed, tuple(found))


def _no_caption(image: ImageSettings, block: Block) -> Diagnostic:
    return diagnose(
        "image-not-a-caption",
        "these words are no caption",
        image.caption_place,
        why=f"They stand in a {block.kind}: “{text.excerpt(block.text)}”.",
        fix="quote a caption of the text; a picture of your own belongs into a note, as a link.",
    )


def _twice(image: ImageSettings) -> Diagnostic:
    return diagnose(
        "image-twice", "this caption has a picture already", image.caption_place, fix="take one of the two out."
    )
