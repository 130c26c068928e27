"""The page "What was left out, and why": the seed beside the roles of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator import text
from generator.catalogue import Catalogue
from generator.model import Reading, Role
from generator.render import ids
from generator.render.views import ChangeView, LeftOutView, LineView


def left_out_view(reading: Reading, catalogue: Catalogue) -> LeftOutView:
    """Every line of the seed with its role; empty ones as ranges of numbers."""
    lines, roles = reading.cleaned.lines, role_words(catalogue)
    filled = [line for line in lines if line.role is not Role.BLANK]
    blank = [line.number for line in lines if line.role is Role.BLANK]
    counts = Counter(roles[line.role] for line in filled if not line.role.kept)
    return LeftOutView(
        title=reading.metadata.title,
        reading=ids.link(ids.left_out_page(reading.slug), ids.reading_page(reading.slug)),
        file=reading.seed.path,
        sha256=reading.seed.sha256,
        lines=tuple(
            LineView(line.number, roles[line.role], catalogue.say(line.rule), line.text.strip(), line.role.kept)
            for line in filled
        ),
        counts=tuple(counts.most_common()),
        kept=len(reading.cleaned.kept),
        blank=_ranges(blank),
        blanks=len(blank),
        changes=tuple(_changes(reading)),
    )


def _changes(reading: Reading) -> Iterator[ChangeView]:
    """What was accepted when the text changed, and what stands among other words since."""
    page, target = ids.left_out_page(reading.slug), ids.reading_page(reading.slug)
    accepted = [(each.entry, each.was, each.now) for each in reading.lock.changes]
    moved = [
        (each.entry, each.was.words, each.now.words) for each in reading.fates if each.name == "moved" and each.now
    ]
    for entry, was, now in (*accepted, *moved):
        kind, _, own = entry.partition(":")
        name = {"term": ids.term_id, "event": ids.event_id}.get(kind, str)(own)
        same = text.key(was) == text.key(now)
        yield ChangeView(ids.link(page, target, name), reading.lock.ids.get(entry, own), was, "" if same else now)


def role_words(catalogue: Catalogue) -> dict[Role, str]:
    """What each role is called for readers."""
    return {
        Role.TITLE: catalogue.say("title"),
        Role.SUBTITLE: catalogue.say("subtitle"),
        Role.BYLINE: catalogue.say("byline"),
        Role.DATELINE: catalogue.say("dateline"),
        Role.HEADING: catalogue.say("heading"),
        Role.PARAGRAPH: catalogue.say("paragraph"),
        Role.LIST_ITEM: catalogue.say("list item"),
        Role.QUOTATION: catalogue.say("quotation"),
        Role.CAPTION: catalogue.say("caption"),
        Role.NAVIGATION: catalogue.say("navigation"),
        Role.DUPLICATE: catalogue.say("captured twice"),
        Role.PULL_QUOTE: catalogue.say("pull quote"),
        Role.MEDIA: catalogue.say("media player"),
        Role.SHARE: catalogue.say("share buttons"),
        Role.RELATED: catalogue.say("related links"),
        Role.AUTHOR_BIO: catalogue.say("about the authors"),
        Role.COMMENT: catalogue.say("comments"),
        Role.LEGAL: catalogue.say("legal notice"),
        Role.ADVERT: catalogue.say("advertisement"),
        Role.OTHER_BOILERPLATE: catalogue.say("other page furniture"),
        Role.BLANK: catalogue.say("empty line"),
    }


def _ranges(numbers: Sequence[int]) -> str:
    """ "2, 4, 6–7" """
    runs = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    return ", ".join(runs)
