"""Every noun of the annotated reader, as immutable values.

Read from top to bottom it is the pipeline: what is read from disk, what is captured, cleaned, cut into blocks,
annotated, published. Nothing here does anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from struct import Struct
from typing import Literal, NamedTuple, Protocol

from generator.dates import Date, SortKey
from generator.diagnostics import Diagnostic, Place

# ------------------------------------------------------------------- what is read from the project


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it lies on disk."""

    path: str
    """From the project folder, with forward slashes; it is what diagnostics show."""
    data: bytes


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`content/site.toml`: what holds for the whole site."""

    title: str = "Annotated readings"
    description: str = ""
    author: str = ""
    language: str = "en"
    url: str = ""
    """Where the site will stand, with a slash at its end; empty where it is not known."""
    license: str = ""
    """Under which the notes, the glossary and the timeline may be used: "CC BY 4.0"."""
    theme: str = "base"
    outputs: tuple[str, ...] = ("feed", "sitemap", "share-pictures")
    html: bool = False
    """Whether bodies may hold raw HTML of an allow-list."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of the seed that an author quotes in reading.toml because the cleaner erred on it."""

    quote: str
    """The line, or enough of it that no other line begins the same way."""
    keep: bool
    """True puts the line into the reading, False takes it out."""
    place: Place


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """`[[images]]` of reading.toml: a picture for a caption of the text, as its editor states it."""

    caption: str
    """Words of the caption, as they stand in the text."""
    file: str
    """Its path in the reading's folder."""
    alt: str
    """What the picture shows, for those who do not see it; empty where the caption says it all."""
    credit: str
    """Who made the picture, and under which terms it is shown."""
    place: Place
    """Of the file's name."""
    caption_place: Place


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """`[[passages]]` of reading.toml: words in another language, as their editor quotes them."""

    quote: str
    """As in a note: `**` around the words that are meant, where others beside them are needed to tell the place."""
    language: str
    place: Place


@dataclass(frozen=True, slots=True)
class DateSettings:
    """`[dates]` of reading.toml: how the dates of the text are found."""

    mode: str = "news"
    """"news": what is said without a year is understood from the day of publication; "narrative": from the date
    before it; "off": no dates are found."""
    drop: tuple[str, ...] = ()
    """Words of the text in which no date is to be found."""
    drop_place: Place | None = None


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """`reading.toml`: the facts of one reading as its editor states them."""

    seed: str
    """The seed's file name in `seeds/`."""
    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    """EDTF."""
    url: str = ""
    """The page that was captured."""
    language: str = ""
    rights: str = ""
    editor: str = ""
    """Who made this annotated reading."""
    canonical: str = ""
    """The address under which search engines should know it, where that is not its own."""
    draft: bool = False
    publish: str = "full"
    """"full", or "excerpts": the notes with the words that they quote, and nothing else of the text."""
    corrections: tuple[Correction, ...] = ()
    images: tuple[ImageSettings, ...] = ()
    passages: tuple[PassageSettings, ...] = ()
    dates: DateSettings = DateSettings()
    megabytes: int = 20
    """What the seed may have at most."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each key stands."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What people wrote for one reading, before it is read, and the seed that it is about."""

    slug: str
    """The name of its folder, and its address on the site."""
    settings: ReadingSettings
    seed: SourceFile
    notes: tuple[SourceFile, ...] = ()
    glossary: tuple[SourceFile, ...] = ()
    timeline: tuple[SourceFile, ...] = ()
    images: Mapping[str, SourceFile] = field(default_factory=dict)
    """The pictures that `[[images]]` names and that can be read, by that name."""
    lock: SourceFile | None = None
    """anchors.lock."""


@dataclass(frozen=True, slots=True)
class Font:
    """A face that a theme sends along, whole; pages get the letters that they need."""

    regular: SourceFile
    italic: SourceFile | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme together with the parents that it extends; a child's file has replaced its parent's."""

    name: str
    templates: Mapping[str, SourceFile]
    """By the name that other templates call them by: "reading.html"."""
    styles: Mapping[str, SourceFile]
    """By file name, in the order in which a page loads them."""
    scripts: Mapping[str, SourceFile]
    languages: Mapping[str, tuple[SourceFile, ...]] = field(default_factory=dict)
    """The translations of the interface by language tag in lower case, those of the parents first."""
    font: Font | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """All that is read from a project's folder."""

    site: SiteSettings
    manuscripts: tuple[Manuscript, ...]
    """By slug; drafts among them."""
    glossary: tuple[SourceFile, ...]
    """The glossary that all readings share."""
    theme: Theme


@dataclass(frozen=True, slots=True)
class Seen:
    """How the files of a reading looked when they were read, and what there was to say of them."""

    look: str
    """Another one if any of them has changed; empty where a look cannot tell."""
    seed: str
    seed_place: Place
    draft: bool
    found: tuple[Diagnostic, ...]


# ------------------------------------------------------------------- capture, clean


class Role(StrEnum):
    """What a line of a seed is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    DUPLICATE = "duplicate"
    PULL_QUOTE = "pull-quote"
    MEDIA = "media"
    SHARE = "share"
    RELATED = "related"
    AUTHOR_BIO = "author-bio"
    COMMENT = "comment"
    LEGAL = "legal"
    ADVERT = "advert"
    OTHER_BOILERPLATE = "other-boilerplate"
    BLANK = "blank"

    @property
    def kept(self) -> bool:
        """Whether lines of this role are part of the reading."""
        return self in _KEPT


_KEPT = frozenset(
    {
        Role.TITLE,
        Role.SUBTITLE,
        Role.BYLINE,
        Role.DATELINE,
        Role.HEADING,
        Role.PARAGRAPH,
        Role.LIST_ITEM,
        Role.QUOTATION,
        Role.CAPTION,
    }
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a text besides its words. Empty means unknown."""

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    """EDTF."""
    dateline: str = ""
    """The place a news report was filed from, as written: "DUSHANBE"."""
    url: str = ""
    language: str = ""
    """A language tag (BCP 47)."""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Markup:
    """What the elements around a line of a saved page are like; shares are from 0 to 1."""

    linked: float
    """The share of its letters that are links."""
    strong: float
    """The share of its letters that are bold or in italics."""
    depth: int
    """How much deeper its element lies than the one that holds the main text."""
    away: int
    """How many steps up it is to an element that holds the main text, or lies in the one that does: 0 inside of it."""
    beside: float
    """The share of the page's running text that its parent element holds."""
    around: float
    """The same of its parent's parent."""
    alike: float
    """The share of the page's running text that stands in elements with the same names and classes."""
    siblings: int
    """How many lines its parent element holds."""
    named_text: bool
    """Whether an element around it is named like a text: "article-body"."""
    named_furniture: bool
    """Whether an element around it is named like boilerplate, and the name was not believed."""
    stated: float
    """The share of it that the page's JSON-LD gives as the article's text; -1 where it gives none."""
    element: str
    """The name of its element."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a seed, exactly as captured."""

    number: int
    """Counted from 1."""
    text: str
    hint: Role | None = None
    """What the markup of a saved page says the line is; None for plain text."""
    level: int = 0
    """A heading's level, 1 to 6, where the markup tells."""
    markup: Markup | None = None
    """Of a line of a saved page."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One captured text: immutable evidence."""

    id: str
    """Its file name."""
    path: str
    lines: tuple[Line, ...]
    sha256: str
    """Of the file's bytes."""
    metadata: Metadata = Metadata()
    """What a saved page's own metadata says."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A line of the seed with its role and the name of the rule that gave it."""

    number: int
    text: str
    """The line exactly as captured."""
    role: Role
    rule: str
    level: int = 0
    """A heading's level, 1 to 6; 0 where nothing tells."""
    continues: bool = False
    """Whether the line goes on with the block of the kept line before it (a hard-wrapped paragraph)."""


@dataclass(frozen=True, slots=True)
class Cut(Judgement):
    """A line that is left out of the reading."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A seed whose every line has been judged: kept + cuts = the seed, every line exactly once."""

    kept: tuple[Judgement, ...]
    cuts: tuple[Cut, ...]
    metadata: Metadata
    """What the page's metadata and the judged lines say together."""

    @property
    def lines(self) -> tuple[Judgement, ...]:
        """All lines in the seed's order."""
        return tuple(sorted((*self.kept, *self.cuts), key=lambda line: line.number))


# ------------------------------------------------------------------- document


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation, caption … of the reading."""

    id: str
    """Made from the block's own words, so that it stays when another block changes."""
    kind: Role
    text: str
    """Tidy (see `text.tidy`): NFC, single-spaced."""
    lines: tuple[int, ...]
    """The seed's lines that it is made of."""
    level: int = 0
    """A heading's level in the page, 2 to 6."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a reading, in order."""

    blocks: tuple[Block, ...]


# ------------------------------------------------------------------- enrich


@dataclass(frozen=True, slots=True)
class Selector:
    """The words that an author quoted to pin an entry (a W3C TextQuoteSelector)."""

    exact: str
    prefix: str
    suffix: str
    place: Place
    """Of the quote's first line, or of its bold words."""
    lines: tuple[int, int] = (0, 0)
    """The first and the last line of the file that it takes up, counted from 1; (0, 0) outside of a register."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Words of a text with some of those before and after them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of the words that an author chose, so that they are known again in a text that has changed."""

    chosen: Surroundings
    """The very words, and about 200 characters on each side."""
    start: int
    """The offset at which they stood in the text, its blocks joined by line feeds."""
    text: str
    """The digest of that text (`relocation.digest`)."""
    rivals: tuple[Surroundings, ...] = ()
    """Places of the same text that are like the chosen one, in the order of the text."""
    ordinal: int = 0
    """Which one it was, counted from 0, among the rivals that are its very twins and itself."""


@dataclass(frozen=True, slots=True)
class Locked:
    """An entry of anchors.lock: a quote and the words that it was about."""

    quote: str
    """As the author wrote it: the words meant between `**`, a line feed for a border between blocks."""
    memory: Memory


@dataclass(frozen=True, slots=True)
class Former:
    """What became of something that a page once had."""

    now: str
    """The id of the block, or the name of the entry, that links to it are to lead to; empty where it is gone."""
    words: str
    """Its first words."""
    after: str = ""
    """The id of the block behind which it stood; empty for the beginning of the text."""


FateName = Literal["new", "kept", "moved", "changed", "ambiguous", "lost"]


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that was anchored anew when the text changed, and was accepted so by its author."""

    entry: str
    fate: FateName
    was: str
    now: str
    text: str
    """The digest of the text that brought the change."""


@dataclass(frozen=True, slots=True)
class Lock:
    """`anchors.lock`: what the entries of a reading stand on, and what its page once had."""

    quotes: Mapping[str, Locked] = field(default_factory=dict)
    """By the entry's name: `note:fine`."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """The ids of the page's blocks and the names of its entries, in order, with their first words."""
    former: Mapping[str, Former] = field(default_factory=dict)
    """By ids of blocks and names of entries that the page no longer has."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an entry's quote in the text as it is."""

    entry: str
    name: FateName
    selector: Selector
    was: Surroundings
    """What the lock remembers; of a new quote what its author wrote."""
    now: Surroundings | None = None
    """The words where the entry stands, or might stand; None where nobody can tell."""
    span: tuple[int, int] | None = None
    """Of these words in the text, its blocks joined by line feeds."""
    quote: str = ""
    """A block quote that finds them, with `> ` before each line; empty where the author's own does."""
    likeness: float = 1.0
    """Of the two places, 0 to 1."""
    others: tuple[tuple[int, int], ...] = ()
    """The spans among which nothing decides."""


How = Literal["exact", "folded", "moved", "approximate"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote landed in one block; a quote that crosses blocks has one anchor in each."""

    block: str
    start: int
    end: int
    how: How


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown that an author wrote under a heading."""

    text: str
    place: Place
    """Of its first line."""
    html: bool = False
    """Whether the site allows some raw HTML in it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A margin note."""

    id: str
    title: str
    kind: str
    """One of KINDS."""
    by: str
    body: Body
    selector: Selector | None
    place: Place


KINDS = ("context", "question", "comment", "correction", "source")


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    id: str
    headword: str
    variants: tuple[str, ...]
    case_exact: bool
    body: Body
    selector: Selector | None
    """Pins an ambiguous term to the one passage it is meant for."""
    place: Place
    shared: bool = False
    """Whether it stands in the glossary that all readings share."""
    see: tuple[str, ...] = ()
    """Other entries that it sends the reader to, by one of their names."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event."""

    id: str
    date: Date
    title: str
    body: Body
    selector: Selector | None
    place: Place
    dated_by: Literal["", "text", "editor"] = ""
    """Who gives the date, where the author says so; else the words around the quote decide."""


Told = Literal["stated", "implied", "supplied", "unknown"]
"""Of an event: the text gives its date; the text speaks of it, and the date is the editor's; the text does not speak
of it; the text speaks of it in a language whose dates are not understood."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that speak of a date."""

    block: str
    """The id of the block."""
    start: int
    end: int
    words: str
    date: Date
    """As the words mean it, or as the event says whose quote holds them."""
    rule: str
    """The name of the rule by which the words were understood."""
    links: tuple[str, ...] = ()
    """What the words around the date add to it: "since", "about" …"""
    basis: Literal["", "publication", "text"] = ""
    """What the words were understood from besides themselves: the day of publication, or the date spoken of before."""
    found: Date | None = None
    """What they mean by themselves, where an event's quote says otherwise."""
    events: tuple[str, ...] = ()
    """The ids of the events at that date, first of those whose quotes hold the words."""


@dataclass(frozen=True, slots=True)
class Apparatus:
    """All that people added to one reading."""

    notes: tuple[Note, ...] = ()
    """In the order of the text; notes on the whole text first."""
    terms: tuple[Term, ...] = ()
    """In alphabetical order; those that the reading uses or its entries speak of."""
    events: tuple[Event, ...] = ()
    """In the order of time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An editor's picture for a caption of the text."""

    file: SourceFile
    alt: str
    credit: str
    place: Place
    """Where reading.toml names the file."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words of a text that are in another language than the rest."""

    places: tuple[Anchor, ...]
    """A part for each block that they touch."""
    language: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with everything laid on its place."""

    slug: str
    metadata: Metadata
    supplied: frozenset[str]
    """The metadata that the editor stated and the seed does not: "published", "publisher" …"""
    editor: str
    document: Document
    apparatus: Apparatus
    anchors: Mapping[str, tuple[Anchor, ...]]
    """By `note:ID`, `term:ID`, `event:ID`, in reading order. A note's or event's anchors are the parts of one quote,
    a part for each block that it touches; a term's are its uses, the first one of each block. An entry on the whole
    text has none."""
    cleaned: Cleaned
    seed: Seed
    draft: bool = False
    excerpts: bool = False
    """Whether only the words that entries quote may be published, and not the text."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """By the id of the caption that they belong to."""
    foreign: tuple[Foreign, ...] = ()
    """Passages in another language; no word is in two."""
    mentions: tuple[Mention, ...] = ()
    """The dates that the text speaks of, in its order; no word is in two."""
    told: Mapping[str, Told] = field(default_factory=dict)
    """Of each event by its id."""
    canonical: str = ""
    """The address under which search engines should know it; empty where that is its own."""
    fates: tuple[Fate, ...] = ()
    """Of every entry with a quote, in the order of the registers."""
    lock: Lock = Lock()
    """As it is to be after this build."""


# ------------------------------------------------------------------- render, verify, write


@dataclass(frozen=True, slots=True)
class Passage:
    """A place on a reading's page where an entry stands, with the sentence around it."""

    fragment: str
    """The id to link to."""
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class TermUse:
    """A glossary entry with every passage of one reading that uses it."""

    term: Term
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class EventUse:
    """An event with the passage that it is pinned to; none for what only the editor supplies."""

    event: Event
    passages: tuple[Passage, ...]
    told: Told = "unknown"
    mentions: tuple[tuple[int, Mention], ...] = ()
    """The words that speak of its date, with their number among all such words of the text, counted from 1."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A reading without its text: its facts, and its entries with the passages around their places."""

    slug: str
    metadata: Metadata
    supplied: frozenset[str]
    draft: bool
    words: int
    """Of the text, without the notes."""
    kept: int
    cut: int
    """Lines of the seed kept and cut, blank ones not counted."""
    notes: tuple[Note, ...]
    terms: tuple[TermUse, ...]
    events: tuple[EventUse, ...]
    excerpts: bool = False
    """Whether the text itself is not published."""
    canonical: str = ""
    """As in `Reading`."""
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """An event in plain text, before any program's form for it."""

    id: str
    """The same for ever, and in no other reading: "tajik-widows/raqqa"."""
    date: Date
    when: str
    """The date in words."""
    title: str
    body: str
    quote: str
    """The words of the text that it stands on; empty for what only the editor supplies."""
    told: Told
    note: str
    """Who gives the date, in words; empty where the text does."""
    reading: str
    """The reading's title."""
    address: str
    """Of the event on its reading's page; from the site's folder where its address is not known."""
    license: str


class Piece(NamedTuple):
    """A stretch of what a reading gives to the pages of the whole edition, for the most part HTML in UTF-8."""

    start: int
    size: int
    """In bytes."""
    mark: int
    """A digest of it."""


class Passages(NamedTuple):
    """The passages of a reading that use shared terms, packed: of thousands of readings they are many."""

    names: str = ""
    """The ids of the terms, each ended by a NUL character."""
    packed: bytes = b""
    """For each of them a `Piece`, items of an HTML list; an empty one where only an entry speaks of the term."""

    def terms(self) -> Sequence[str]:
        """The ids of the terms."""
        return self.names.split("\0")[:-1]

    def pieces(self) -> Iterator[tuple[str, bytes]]:
        """The id of each term that has passages, and the packed piece that they are."""
        places = range(0, len(self.packed), _PIECE.size)
        each = ((name, self.packed[at : at + _PIECE.size]) for name, at in zip(self.terms(), places, strict=True))
        return (pair for pair in each if pair[1][8:16] != _EMPTY)


_PIECE = Struct("<QQQ")
_EMPTY = bytes(8)
"""The size of a piece with nothing in it."""


def unpacked(pieces: bytes | bytearray) -> Iterator[Piece]:
    """Pieces that were packed one behind the other."""
    return map(Piece._make, _PIECE.iter_unpack(pieces))


def pack(passages: Mapping[str, Piece]) -> Passages:
    """Passages by the ids of their terms, packed."""
    return Passages(
        "".join(f"{name}\0" for name in passages), b"".join(_PIECE.pack(*each) for each in passages.values())
    )


class Letters(NamedTuple):
    """The letters that pages show."""

    each: str
    """Each of them once, in the order of Unicode."""
    blocks: tuple[tuple[int, int], ...]
    """How many there are of each block of 128 that Unicode has, in its order."""


class EventRow(NamedTuple):
    """An event of a reading, as the timeline of the whole edition shows it."""

    order: SortKey
    """Of its date."""
    edtf: str
    title: str
    """As plain text."""
    told: Told
    html: Piece


class TermRow(NamedTuple):
    """A reading's own term, as the glossary of the whole edition shows it."""

    id: str
    """On the glossary's page."""
    headword: str
    variants: tuple[str, ...]
    definition: str
    """Its first words, as plain text."""
    html: Piece


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What the feed shows of a reading, in plain text but for its content."""

    moment: str
    """The first at which the text may have been published, as in RFC 3339."""
    editor: str
    contributors: tuple[str, ...]
    source: str
    """The address of the text itself."""
    rights: str
    summary: str
    content: Piece
    """HTML with whole addresses, compressed by zlib; empty where there is no feed."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one reading gives to the pages of the whole edition, ready to be put there."""

    slug: str
    title: str
    excerpts: bool
    """Whether the text itself is not published."""
    canonical: str
    """As in `Reading`."""
    kept: int
    cut: int
    notes: int
    voices: int
    """Between how many voices a reader of its notes can choose."""
    item: str
    """Its line in the list of all readings, as HTML."""
    events: tuple[EventRow, ...]
    terms: tuple[TermRow, ...]
    """Its own; not those that it shares with others."""
    passages: Passages
    feed: FeedEntry
    letters: Letters
    """What its pages show."""
    dated: tuple[Dated, ...] = ()
    """Its events in plain text; none where the site has no timeline as a file."""
    pieces: bytes = b""
    """What the pieces are stretches of; empty where it lies elsewhere."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All readings that are published together, and what they share."""

    site: SiteSettings
    readings: tuple[Contribution, ...]
    """By title."""
    shared: tuple[Term, ...]
    """The shared glossary, used or not."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What the search can find: a paragraph or an entry."""

    kind: str
    """ "text", "note", "term" or "event"."""
    address: str
    """As seen from the search's page."""
    title: str
    text: str
    reading: str = ""
    """The reading's title; empty for what all readings share."""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site, not yet written."""

    path: str
    """From the site's folder, with forward slashes."""
    data: bytes

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.data)

    @property
    def digest(self) -> str:
        """SHA-256 of its content, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


class File(Protocol):
    """An output, whether its content is at hand or lies elsewhere."""

    @property
    def path(self) -> str:
        """From the site's folder, with forward slashes."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def digest(self) -> str:
        """SHA-256 of its content, in hexadecimal digits."""

    @property
    def data(self) -> bytes:
        """Its content."""


_MANY_IDS = 50_000
"""Letters."""
Target = tuple[str, str]
"""The path of a file of the site, and a fragment or nothing."""


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page of the site."""

    path: str
    ids: str
    """All of them, each between two NUL characters: as one string they take little room."""
    doubled: tuple[str, ...]
    """Ids that stand more than once."""
    ways: str
    """Path and fragment of each internal address once, resolved from the site's root; each ended by a NUL character."""

    @property
    def links(self) -> tuple[Target, ...]:
        """The internal addresses."""
        parts = self.ways.split("\0")
        return tuple(zip(parts[::2], parts[1::2], strict=False))

    def has(self, name: str) -> bool:
        """Whether an element has this id."""
        return f"\0{name}\0" in self.ids if len(self.ids) < _MANY_IDS else name in _parted(self.ids)


@lru_cache(maxsize=8)
def _parted(ids: str) -> frozenset[str]:
    """To look through the ids of a large page for each of them would take the square of their number."""
    return frozenset(ids.split("\0")[1:-1])


# ------------------------------------------------------------------- from build to build


class Facts(NamedTuple):
    """What the reduce step needs of a reading."""

    contribution: Contribution
    pages: tuple[Page, ...]
    faults: tuple[Diagnostic, ...]
    """Of its pages."""


class Rest(NamedTuple):
    """What is known of a reading besides, for those who ask."""

    summary: Summary
    document: Document
    cuts: tuple[Cut, ...]
    fates: tuple[Fate, ...]
    mentions: tuple[Mention, ...]
    lock: Lock


class Unlocked(NamedTuple):
    """What a reading's anchors.lock does not say yet."""

    entries: tuple[str, ...]
    """The ids of those that it does not know."""
    key: str
    """A digest of the manuscript with a lock that says it all; empty where the reading may be another one then."""


class PartFacts(NamedTuple):
    """What is known of a part of the edition without its content."""

    pages: tuple[Page, ...]
    letters: Letters
    """What they show."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that has been made and not yet written."""

    edition: Edition = field(default_factory=lambda: Edition(SiteSettings(), (), ()))
    outputs: tuple[File, ...] = ()
    summaries: Mapping[str, Summary] = field(default_factory=dict)
    """What is known of each reading, by slug; so are the others."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """The text of each reading."""
    fates: Mapping[str, tuple[Fate, ...]] = field(default_factory=dict)
    """What became of each reading's quotes."""
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    """The dates that each text speaks of."""
    locks: Mapping[str, Lock] = field(default_factory=dict)
    """What each reading's anchors.lock is to say."""
    unlocked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The readings whose anchors.lock does not say that yet, with the entries that it does not know."""

    @property
    def readings(self) -> tuple[Contribution, ...]:
        """What each reading gives to the whole, by title."""
        return self.edition.readings
