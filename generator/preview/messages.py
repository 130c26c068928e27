"""What the client in an open page is told, as values that JSON can hold."""

from __future__ import annotations

import re
from dataclasses import asdict

from generator.diagnostics import Diagnostic
from generator.enrich import passages, quote_for, span_in
from generator.preview.pages import answer, page_at
from generator.preview.showing import Showing

_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TITLE_WORDS = 6
_BODY = "Write your note here."

Message = dict[str, object]


def state(showing: Showing, address: str) -> Message:
    """What a page is told: the digests of what it would be made of now, the diagnostics, a reading's blocks."""
    slug = reading_at(showing, address)
    blocks = showing.documents[slug].blocks if slug else ()
    return {
        "page": answer(showing, address).mark,
        "styles": showing.styles,
        "others": showing.others,
        "whole": showing.site is not None,
        "diagnostics": [diagnostic(each) for each in showing.diagnostics],
        "blocks": {block.id: block.text for block in blocks},
    }


def entry(showing: Showing, address: str, first: tuple[str, int], last: tuple[str, int]) -> Message | None:
    """The entry for a note on these words, and the file that it belongs into; None where they are not in the text."""
    slug = reading_at(showing, address)
    if not slug:
        return None
    searched = passages(showing.documents[slug])
    span = span_in(searched, first, last)
    quote = quote_for(searched, *span) if span else ""
    if not span or not quote:
        return None
    title = " ".join(_WORDS.findall(searched.joined[slice(*span)])[:_TITLE_WORDS]) or "Note"
    return {"entry": f"## {title}\n\n{quote}\n\n{_BODY}\n", "file": f"content/{slug}/notes.md"}


def reading_at(showing: Showing, address: str) -> str:
    """The slug of the reading whose page stands at an address; empty for other pages."""
    page = page_at(showing, address)
    return next((slug for slug in showing.documents if page == f"{slug}/index.html"), "")


def diagnostic(found: Diagnostic) -> Message:
    """A diagnostic with its place in words that an editor can open."""
    place = found.place
    at = ":".join(str(part) for part in (place.path, place.line, place.column) if part)
    return {**asdict(found), "at": at}
