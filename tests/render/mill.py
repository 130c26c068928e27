"""The reading that shows every difficulty at once."""

from __future__ import annotations

from generator.model import Metadata, Reading, Role
from tests.render.samples import event, note, reading, term

LONG = "\n\n".join(
    f"Paragraph {number} of a note that has much to say about the mill, its wheel, its weir and the people who "
    "lived by all three of them, year after year, until the ice came and the wheel stood still."
    for number in range(1, 6)
)
_CROWD = "One two three four five six seven eight nine ten notes stand on this line."

BLOCKS = (
    (Role.TITLE, "The Mill at the Bend"),
    (Role.SUBTITLE, "What water remembers"),
    (Role.BYLINE, "By Ada Writer"),
    (Role.PARAGRAPH, "The mill stands where the river bends, and it has stood there since 1874 & before <that> too."),
    (Role.PARAGRAPH, "Its wheel turned for the last time in the winter of 1951, when the ice came early."),
    (Role.HEADING, "What was heard"),
    (Role.QUOTATION, "We heard it stop. You hear a thing like that when it stops."),
    (Role.LIST_ITEM, "the wheel, which was of oak"),
    (Role.LIST_ITEM, "the weir, which is still there"),
    (Role.CAPTION, "The weir in spring."),
    (Role.PARAGRAPH, _CROWD),
    (Role.PARAGRAPH, "Today the river runs past the door, and nobody in the village wakes when it rises."),
)


def mill() -> Reading:
    """Notes that overlap, nest, touch and cross blocks; ten on one line; a long one; some in lists and headings."""
    return reading(
        BLOCKS,
        (
            note("whole", kind="question", body="What is the text about?"),
            note("head", "The Mill"),
            note("outer", "The mill stands where the river bends"),
            note("inner", "the river", kind="comment", by="Ida"),
            note("over", "bends, and it has stood"),
            note("touch", " there since"),
            note("cross", "before <that> too.", "Its wheel turned", body="See [[Weir]] and [the long one](#long)."),
            note("long", "the ice came early", body=LONG),
            note("heading", "heard"),
            note("quoted", "We heard it stop."),
            note("listed", "oak", kind="source", body="A table:\n\n| wood | year |\n|---|---|\n| oak | 1874 |"),
            note("caption", "in spring"),
            *(note(word, word) for word in _CROWD.split()[:10]),
            note("last", "when it rises", body="An address: <https://example.org/a/rather/long/address/of/a/page>."),
            term("river", "the river"),
            term("weir", "weir", body="A low dam. See [[River]]."),
            event("founding", "1874", "since 1874"),
            event("ice", "1951-12~", "winter of 1951"),
            event("flood", "1632/1634", body="Supplied by nobody but us."),
        ),
        facts=Metadata(
            authors=("Ada Writer",),
            publisher="The Bend Gazette",
            published="1988-05",
            subtitle="What water remembers",
            rights="© The Bend Gazette",
        ),
    )


def arabic() -> Reading:
    """A text that runs from right to left."""
    words = "تقف الطاحونة حيث ينعطف النهر منذ زمن بعيد، وقد توقفت عجلتها في شتاء سنة 1951."
    return reading(
        ((Role.TITLE, "الطاحونة"), (Role.PARAGRAPH, words)),
        (
            note("about", body="The text runs from right to left."),
            note("bend", "ينعطف النهر", body="Where the river bends."),
            note("winter", "سنة 1951", body="A year in European numerals, which run from left to right."),
            term("الطاحونة", "الطاحونة"),
            event("stop", "1951", "توقفت عجلتها"),
        ),
        slug="arabic",
        language="ar",
    )
