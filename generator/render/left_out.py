"""The page "What was left out, and why": the seed beside the roles of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from generator.model import Reading, Role
from generator.render import ids
from generator.render.views import LeftOutView, LineView

ROLES = {
    Role.TITLE: "title",
    Role.SUBTITLE: "subtitle",
    Role.BYLINE: "byline",
    Role.DATELINE: "dateline",
    Role.HEADING: "heading",
    Role.PARAGRAPH: "paragraph",
    Role.LIST_ITEM: "list item",
    Role.QUOTATION: "quotation",
    Role.CAPTION: "caption",
    Role.NAVIGATION: "navigation",
    Role.DUPLICATE: "captured twice",
    Role.PULL_QUOTE: "pull quote",
    Role.MEDIA: "media player",
    Role.SHARE: "share buttons",
    Role.RELATED: "related links",
    Role.AUTHOR_BIO: "about the authors",
    Role.COMMENT: "comments",
    Role.LEGAL: "legal notice",
    Role.ADVERT: "advertisement",
    Role.OTHER_BOILERPLATE: "other page furniture",
    Role.BLANK: "empty line",
}
"""What each role is called for readers."""


def left_out_view(reading: Reading) -> LeftOutView:
    """Every line of the seed with its role; empty ones as ranges of numbers."""
    lines = reading.cleaned.lines
    filled = [line for line in lines if line.role is not Role.BLANK]
    blank = [line.number for line in lines if line.role is Role.BLANK]
    counts = Counter(ROLES[line.role] for line in filled if not line.role.kept)
    return LeftOutView(
        title=reading.metadata.title,
        reading=ids.link(ids.left_out_page(reading.slug), ids.reading_page(reading.slug)),
        file=reading.seed.path,
        sha256=reading.seed.sha256,
        lines=tuple(
            LineView(line.number, ROLES[line.role], line.rule, line.text.strip(), line.role.kept) for line in filled
        ),
        counts=tuple(counts.most_common()),
        kept=len(reading.cleaned.kept),
        blank=_ranges(blank),
        blanks=len(blank),
    )


def _ranges(numbers: Sequence[int]) -> str:
    """ "2, 4, 6–7" """
    runs = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    return ", ".join(runs)
