"""The registers of a new reading: the grammar in a comment, then suggestions, each a comment of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator import text
from generator.model import Block, Role
from generator.new.days import Day, find_days
from generator.new.names import Name
from generator.new.quoting import quote_for
from generator.new.sentences import first_sentence

_HOW = """\
Each suggestion below is a comment. To use one, delete the line that begins with `<!--` and the line with
the arrow that closes it, and write your own words."""
_NONE = "Nothing was found in this text that would be worth suggesting."
_NOTES = """\
Margin notes. An entry begins with `## ` and a heading, and runs to the next one:

  ## A heading {#id kind=context by="Your name"}     the braces are optional; kinds: context, question,
                                                     comment, correction, source
  > some context **the words meant** more context    copied from the page; it must stand in one place only
  (an empty line)
  The note itself, in Markdown. [[Term]] links to a glossary entry."""
_GLOSSARY = """\
Terms of this text. The heading is the word as the text writes it; it is found by itself, plurals included:

  ## Headword {also="other form; ACRONYM"}           or {case=exact} where small letters mean something else
  (an empty line)
  What it means, in Markdown.

Terms that several readings share belong in content/glossary.md."""
_TIMELINE = """\
Dated events. The heading is a date, a colon, a space and a title:

  ## 2019-02-12: What happened       2019, 2019-02, 1992/1997 (a period), 2014/.. (since), 2015~ (about),
                                     199X (the 1990s), -0043 (44 BCE)
  > some context **the words meant**   pins it to the text; without it the event is the editor's own
  (an empty line)
  More about it, in Markdown, or nothing."""
_MOST_DAYS = 30
_AROUND = 4
_PLACED = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION, Role.CAPTION})


def notes_md(blocks: Sequence[Block], certain: Collection[str]) -> str:
    """The register of notes with an example that quotes this text."""
    found = first_sentence([block for block in blocks if block.id in certain])
    quote = quote_for(blocks, found[0].id, found[1], found[2]) if found else ""
    entry = f"## A heading for your note {{kind=question}}\n\n{quote}\n\nWhat would you tell, or ask, a reader here?"
    return _file(_NOTES, [("an example", entry)] if quote else [])


def glossary_md(names: Sequence[Name], cased: bool) -> str:
    """The register of terms with an entry for each name."""
    told = "" if cased else "\n\nNo names are suggested: the script of this text has no capitals to tell them by."
    return _file(_GLOSSARY + told, [(_times(name.count), _term(name)) for name in names])


def timeline_md(blocks: Sequence[Block], certain: Collection[str], published: str) -> str:
    """The register of events with an entry for each date that the text names."""
    found = [
        (block, day)
        for block in blocks
        if block.id in certain and block.kind in _PLACED
        for day in find_days(block.text, published)
    ]
    dated = [(block, day) for block, day in found if day.edtf]
    entries = [entry for block, day in dated[:_MOST_DAYS] if (entry := _event(blocks, block, day))]
    more = [f"{len(dated) - _MOST_DAYS} more dates stand in the text."] if len(dated) > _MOST_DAYS else []
    open_days = [
        f"“{_safe(block.text[day.start : day.end])}”, seed line {block.lines[0]}: of which year?"
        for block, day in found
        if not day.edtf
    ]
    return _file(_TIMELINE, entries, [*more, *open_days])


def suggestions(register: str) -> int:
    """How many entries a register of ours suggests."""
    return register.count("\n## ")


def _event(blocks: Sequence[Block], block: Block, day: Day) -> tuple[str, str] | None:
    quote = quote_for(blocks, block.id, day.start, day.end, _AROUND)
    line = f"seed line {block.lines[0]}" + ("; the year is taken from the date of publication" if day.guessed else "")
    return (line, f"## {day.edtf}: What happened\n\n{quote}") if quote else None


def _term(name: Name) -> str:
    also = f' {{also="{"; ".join(name.also)}"}}' if name.also else ""
    return f"## {name.form}{also}\n\nSay what a reader needs to know of it."


def _times(count: int) -> str:
    return f"{count} times in the text"


def _safe(words: str) -> str:
    return text.excerpt(words).replace("--", "—")


def _file(grammar: str, entries: Sequence[tuple[str, str]], remarks: Sequence[str] = ()) -> str:
    return "\n\n".join(_parts(grammar, entries, remarks)) + "\n"


def _parts(grammar: str, entries: Sequence[tuple[str, str]], remarks: Sequence[str]) -> Iterator[str]:
    yield f"<!--\n{grammar}\n\n{_HOW if entries else _NONE}\n-->"
    for said, entry in entries:
        yield f"<!-- {said}\n{entry}\n-->"
    if remarks:
        yield "\n".join(("<!--", *remarks, "-->"))
