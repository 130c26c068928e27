"""What was found of dates, told to the author: each with its line in the seed and its rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dates import words
from generator.model import Block, Mention, Site
from generator.report import in_a_line, json_line


def as_json(site: Site) -> Iterator[str]:
    """Every date that a text speaks of, one line of JSON each."""
    for slug in sorted(site.mentions):
        for mention, block in _placed(site, slug):
            record = {
                "reading": slug,
                "line": block.lines[0],
                "block": block.id,
                "start": mention.start,
                "end": mention.end,
                "words": mention.words,
                "edtf": mention.date.raw,
                "found": (mention.found or mention.date).raw,
                "rule": mention.rule,
                "links": mention.links,
                "basis": mention.basis,
                "events": mention.events,
            }
            yield json_line(record)


def as_text(site: Site) -> Iterator[str]:
    """For each reading how many dates were found, and each of them as a table's line."""
    for slug in sorted(site.mentions):
        mentions = site.mentions[slug]
        placed, corrected = sum(bool(each.events) for each in mentions), sum(bool(each.found) for each in mentions)
        yield f"{slug}: {len(mentions)} found, {placed} with an event, {corrected} corrected by one"
        rows = [_row(mention, block) for mention, block in _placed(site, slug)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            yield in_a_line(
                "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            )


def _placed(site: Site, slug: str) -> Iterator[tuple[Mention, Block]]:
    blocks = {block.id: block for block in site.documents[slug].blocks}
    return ((mention, blocks[mention.block]) for mention in site.mentions[slug])


def _row(mention: Mention, block: Block) -> tuple[str, ...]:
    rule = " + ".join((mention.rule, *mention.links))
    if mention.basis:
        rule += {"publication": ", from the publication", "text": ", from the date before it"}[mention.basis]
    if mention.found:
        rule = f"the event says so; by itself {mention.found.raw}: {rule}"
    return (
        f"line {block.lines[0]}",
        f"“{mention.words}”",
        mention.date.raw,
        words(mention.date),
        rule,
        f"→ {', '.join(mention.events)}" if mention.events else "",
    )
