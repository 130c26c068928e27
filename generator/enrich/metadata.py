"""What is known of a text: what its editor states, over what the capture says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from generator import dates, text
from generator.diagnostics import Diagnostic, Outcome, diagnose
from generator.model import Document, Manuscript, Metadata, Role

_AROUND_THE_TEXT = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.DATELINE})


def emptiness(manuscript: Manuscript, document: Document) -> tuple[Diagnostic, ...]:
    """A diagnostic for a reading of whose seed nothing is left."""
    if any(block.kind not in _AROUND_THE_TEXT for block in document.blocks):
        return ()
    empty = diagnose(
        "reading-empty",
        "nothing of this seed is left after cleaning",
        manuscript.settings.places["seed"],
        why=f"`python build.py clean {manuscript.seed.path}` shows what each line was taken for.",
        fix='put lines back: `keep = ["The beginning of a line"]` under [clean].',
    )
    return (empty,)


def merge(manuscript: Manuscript, found: Metadata) -> Outcome[tuple[Metadata, frozenset[str]]]:
    """The reading's metadata, and the names of the fields that only the editor supplies."""
    settings = manuscript.settings
    names = [each.name for each in fields(Metadata) if each.name != "dateline"]
    stated = {name: value for name in names if (value := getattr(settings, name))}
    supplied = frozenset(name for name, value in stated.items() if not _agree(value, getattr(found, name)))
    metadata = replace(found, **stated)
    if settings.publish == "excerpts":
        # A subtitle that only the capture has is a sentence of its text.
        metadata = replace(metadata, subtitle=settings.subtitle)
    if metadata.published and "published" not in stated and not _is_date(metadata.published):
        metadata = replace(metadata, published="")
    return Outcome((metadata, supplied), tuple(_problems(manuscript, metadata)))


def _agree(stated: str | tuple[str, ...], found: str | tuple[str, ...]) -> bool:
    if isinstance(stated, str) and isinstance(found, str):
        return text.key(stated) == text.key(found)
    return {text.key(each) for each in stated} <= {text.key(each) for each in found}


def _is_date(written: str) -> bool:
    try:
        dates.parse(written)
    except ValueError:
        return False
    return True


def _problems(manuscript: Manuscript, metadata: Metadata) -> Iterator[Diagnostic]:
    places = manuscript.settings.places
    if not metadata.title:
        yield diagnose(
            "title-missing",
            "this reading has no title, and none was found in its seed",
            places["seed"],
            fix='add `title = "…"`.',
        )
    try:
        dates.parse(metadata.published or "2000")
    except ValueError as error:
        yield diagnose(
            "date-invalid",
            f"`{metadata.published}` is no date",
            places["published"],
            why=str(error)[:1].upper() + str(error)[1:],
            fix="write 2019, 2019-02 or 2019-02-12.",
        )
