"""What templates are given: values that are ready to be shown, and nothing that does anything."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page needs: its head, and links to the others."""

    path: str
    title: str
    description: str
    language: str
    direction: str
    """ "ltr" or "rtl"."""
    site_title: str
    home: str
    glossary: str
    timeline: str
    search: str
    """Empty where there is none."""
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    fonts: tuple[str, ...]
    """What a page asks for at once. Empty for a site without an address: a browser refuses that from disk."""
    icon: str
    touch_icon: str
    colours: tuple[str, str]
    """Of the paper, light and dark."""
    feed: str = ""
    """Empty where there is none."""
    canonical: str = ""
    sharing: SharingView | None = None
    linked_data: Markup = field(default_factory=Markup)
    """What the page is, as JSON-LD; it can stand inside of a script element."""


@dataclass(frozen=True, slots=True)
class SharingView:
    """What other sites show of a page when somebody passes its address on (Open Graph)."""

    kind: str
    """ "article" or "website"."""
    title: str
    address: str
    """Empty where the site's own is not known, and the picture's with it."""
    locale: str
    """Language and country: "en_US"; empty where nobody knows."""
    picture: str
    picture_says: str
    """What the picture shows, for those who do not see it."""
    width: int
    height: int
    published: str = ""
    """When the text was published: a year, month or day; empty for other dates."""


@dataclass(frozen=True, slots=True)
class DateView:
    """A date, written out."""

    words: str
    edtf: str
    datetime: str = ""
    """For HTML's `time` element; empty for dates that it cannot hold."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A margin note."""

    id: str
    number: int
    reference: str
    """The id of its number in the text."""
    lemma: str
    """The words it stands on, shortened; empty for a note on the whole text."""
    kind: str
    """In the language of the page."""
    title: Markup
    by: str
    classes: str
    """The classes of its kind and, where several speak, of its voice (see `ChoiceView`)."""
    shown: Markup
    folded: Markup
    """What goes past about sixty words."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """An editor's picture over its caption, in several widths."""

    address: str
    sources: tuple[tuple[str, int], ...]
    """Every width with its address, for `srcset`."""
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class GoneView:
    """Something that a page once had; shown only to those who follow a link to it."""

    id: str
    others: tuple[str, ...]
    """Further ids that it had."""
    words: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """A block with the notes whose quotes end in it."""

    id: str
    kind: str
    html: Markup
    level: int = 0
    notes: tuple[NoteView, ...] = ()
    number: int = 0
    """The number by which a paragraph is cited; 0 for a heading, a caption and the like."""
    picture: PictureView | None = None
    language: str = ""
    """Of the whole block, where it is another than the text's."""
    direction: str = ""
    gone: tuple[GoneView, ...] = ()
    """What once stood behind it."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One of several kinds or voices of notes, which a reader can switch off."""

    name: str
    """The class of its notes; `page-` before it is the id of its switch."""
    label: str
    """Empty for the voice of the notes that name nobody."""
    count: int


@dataclass(frozen=True, slots=True)
class LinkView:
    """A place and what it is called."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class ListView:
    """The items of one list."""

    units: tuple[UnitView, ...]
    kind: str = "list"


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage that uses a term or tells of an event, linked."""

    address: str
    reading: str
    before: str
    words: str
    after: str
    language: str = ""
    """Of the reading; empty where it is the site's."""
    direction: str = ""
    """ "ltr" or "rtl" where there is a language."""


@dataclass(frozen=True, slots=True)
class TermView:
    """A glossary entry."""

    id: str
    headword: str
    variants: tuple[str, ...]
    body: Markup
    passages: tuple[PassageView, ...]
    reading: str = ""
    """The title of the one reading it belongs to; empty for a shared entry, and on that reading's own page."""
    see: tuple[LinkView, ...] = ()
    """The entries that it sends the reader to."""
    uses: Markup = field(default_factory=Markup)
    """On a page of the whole edition the passages of all readings, as items of a list."""


@dataclass(frozen=True, slots=True)
class SpokenView:
    """Words of a text that speak of a date."""

    address: str
    words: str
    date: DateView
    how: str
    """What they were understood from besides themselves; empty for words that say it all."""
    own: bool = True
    """Whether the words by themselves mean the date; else only an event's quote says so."""
    paragraph: int = 0
    """The number that their paragraph is cited by; 0 where it has none."""
    event: LinkView | None = None
    """What happened then, with the title as plain text."""


@dataclass(frozen=True, slots=True)
class TickView:
    """A date that is written at an axis."""

    at: str
    """In percent of the drawing's width, as all lengths across it."""
    words: str
    anchor: str
    """Which part of the words stands there: "start", "middle" or "end"."""


@dataclass(frozen=True, slots=True)
class BreakView:
    """A stretch of an axis for a time in which nothing happened."""

    left: str
    width: str


@dataclass(frozen=True, slots=True)
class AxisView:
    """A time axis."""

    ticks: tuple[TickView, ...]
    breaks: tuple[BreakView, ...]


@dataclass(frozen=True, slots=True)
class MarkView:
    """A date on an axis."""

    day: bool
    """A dot; else a bar."""
    at: str
    """Its middle."""
    left: str
    width: str
    fades: str
    """ "left" or "right" where the period goes on without end."""
    dashed: bool
    """Approximate or uncertain."""
    told: str
    """ "stated", "implied" or "supplied"."""


@dataclass(frozen=True, slots=True)
class LabelView:
    """Where the words for a mark have their place; what does not fit is cut off."""

    left: str
    width: str
    side: str
    """Where in that place they stand: "start" or "end"."""


@dataclass(frozen=True, slots=True)
class RowView:
    """An event in the drawing."""

    group: str
    letter: str
    when: str
    title: str
    label: LabelView
    mark: MarkView


@dataclass(frozen=True, slots=True)
class DrawingView:
    """The events of a timeline, drawn; no more than the list of them says."""

    axis: AxisView
    rows: tuple[RowView, ...]
    told: tuple[str, ...]
    """The kinds of marks that need to be explained: "stated", "implied", "supplied"; none where all are alike."""
    dashed: bool
    fading: bool


@dataclass(frozen=True, slots=True)
class PointView:
    """A place of the text that speaks of a date."""

    address: str
    name: str
    words: str
    paragraph: str
    """The number of its paragraph, at the first point of each."""
    at: str
    top: str
    """In ems, as all lengths down the drawing."""
    label: LabelView
    label_top: str
    mark: MarkView


@dataclass(frozen=True, slots=True)
class TellingView:
    """The order of telling, from the top down, against the order of happening, across."""

    axis: AxisView
    points: tuple[PointView, ...]
    path: str
    """From point to point: percent across, and the point's number down, counted from 0."""
    path_top: str
    path_height: str
    height: str


@dataclass(frozen=True, slots=True)
class ChronologyView:
    """What a page shows of time besides the list of events."""

    drawing: DrawingView | None
    telling: TellingView | None = None
    spoken: tuple[SpokenView, ...] = ()
    """Every date that the text speaks of, in its order."""
    files: tuple[FileView, ...] = ()


@dataclass(frozen=True, slots=True)
class FileView:
    """The timeline in a form for other programs."""

    address: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event of a timeline."""

    id: str
    letter: str
    date: DateView
    title: Markup
    body: Markup
    passages: tuple[PassageView, ...]
    reading: str = ""
    told: str = "unknown"
    """Who gives the date: "stated", the text; "implied", the editor; "supplied", the editor, of what the text does not
    speak of; "unknown"."""
    spoken: tuple[SpokenView, ...] = ()
    """The words of the text that speak of its date."""
    group: str = ""
    """The class of its reading, on a page of the whole edition."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline of the whole edition."""

    events: tuple[Markup, ...]
    """Each as `parts.event` makes it."""
    drawing: DrawingView | None
    readings: tuple[ChoiceView, ...]
    """Those that have events; none where there is nothing to choose."""
    files: tuple[FileView, ...]
    title: str = ""
    """The years of its page, where the timeline is parted."""
    periods: tuple[LinkView, ...] = ()
    """The pages of a timeline that is parted; on one of these, its neighbours."""


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact about the text: "Published", "February 2019", and whether only the editor says so."""

    name: str
    value: str
    supplied: bool = False
    address: str = ""
    date: DateView | None = None


@dataclass(frozen=True, slots=True)
class CitationView:
    """How to cite a reading."""

    source: tuple[Markup, ...]
    """Author, title, publisher, date and address of the text, those that are known."""
    edition: tuple[Markup, ...]
    """What kind of edition this is and whose, the site, the address, the capture."""
    bibtex: str
    csl: str
    """CSL-JSON."""
    bibtex_file: str
    csl_file: str
    """The addresses of the same as files."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where the text comes from and whose it is."""

    facts: tuple[FactView, ...]
    owner: str
    """Its publisher, or its authors; empty where neither is known."""
    publisher: str
    published: FactView | None
    address: str
    """Of the text in the place where it was captured; empty where it is not known."""
    file: str
    sha256: str
    kept: int
    cut: int
    left_out: str
    """The address of that page; empty where there is none."""
    biographies: tuple[str, ...] = ()
    editor: str = ""
    license: str = ""
    rights: str = ""
    """What its editor says of the rights in the text; empty where nothing is said."""
    cite: CitationView | None = None


@dataclass(frozen=True, slots=True)
class SectionView:
    """A heading of the text."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A reading's page."""

    name: str
    """Its title, as plain text."""
    title: UnitView
    subtitle: UnitView | None
    byline: str
    language: str
    direction: str
    """ "ltr" or "rtl"."""
    language_name: str
    minutes: int
    """That reading the text takes."""
    minutes_whole: int
    """That it takes with all notes."""
    sections: tuple[SectionView, ...]
    general: tuple[NoteView, ...]
    """Notes on the whole text."""
    units: tuple[UnitView | ListView, ...]
    """Blocks in order."""
    terms: tuple[TermView, ...]
    events: tuple[EventView, ...]
    source: SourceView
    draft: bool
    kinds: tuple[ChoiceView, ...] = ()
    """Two or more, or none: there is nothing to choose where all notes are of one kind."""
    voices: tuple[ChoiceView, ...] = ()
    """The same for those who speak. The unnamed one comes first."""
    chronology: ChronologyView = ChronologyView(None)


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """What an entry quotes of a text that is not published, and the entry."""

    quote: tuple[str, ...]
    """A part for each paragraph that the quote touches, in the author's own writing of it."""
    address: str
    """Of these words in the source; empty where its address is not known."""
    note: NoteView | None = None
    event: EventView | None = None
    term: TermView | None = None


@dataclass(frozen=True, slots=True)
class ExcerptsView:
    """The page of a reading whose text is not published. There is nothing in it that a theme could show of the text."""

    title: str
    subtitle: str
    byline: str
    language: str
    direction: str
    general: tuple[NoteView, ...]
    excerpts: tuple[ExcerptView, ...]
    """The notes in the order of the text."""
    terms: tuple[ExcerptView, ...]
    events: tuple[ExcerptView, ...]
    source: SourceView
    draft: bool
    language_name: str
    kinds: tuple[ChoiceView, ...] = ()
    voices: tuple[ChoiceView, ...] = ()
    minutes: int = 0
    minutes_whole: int = 0
    chronology: ChronologyView = ChronologyView(None)


@dataclass(frozen=True, slots=True)
class FeedNoteView:
    """A note as the feed shows it."""

    number: int
    kind: str
    title: Markup
    by: str
    quote: tuple[str, ...]
    """The words that it stands on, a part for each paragraph that they touch; none for a note on the whole text."""
    body: Markup
    address: str


@dataclass(frozen=True, slots=True)
class FeedEntryView:
    """A reading as the feed shows it; all its addresses are whole ones."""

    title: str
    imprint: tuple[str, ...]
    """Authors, publisher and date of the text, those that are known."""
    address: str
    source: str
    """The address of the text where it was captured; empty where it is not known."""
    excerpts: bool
    language: str
    text_language: str
    text_direction: str
    notes: tuple[FeedNoteView, ...]
    terms: tuple[tuple[str, str], ...]
    """Headwords with the addresses of their entries."""
    events: tuple[tuple[str, Markup, str], ...]
    """Dates in words, titles and addresses."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the seed on the page "What was left out, and why"."""

    number: int
    role: str
    rule: str
    text: str
    kept: bool


@dataclass(frozen=True, slots=True)
class ChangeView:
    """An entry whose place has changed with the text."""

    address: str
    title: str
    was: str
    now: str
    """Empty where only what stands around it has changed."""


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """The seed beside the roles of its lines."""

    title: str
    reading: str
    file: str
    sha256: str
    lines: tuple[LineView, ...]
    counts: tuple[tuple[str, int], ...]
    """Of the lines left out: the role in words, and how many."""
    kept: int
    blank: str
    """The numbers of empty lines, in ranges."""
    blanks: int
    changes: tuple[ChangeView, ...] = ()
    """The entries that were anchored anew when the text changed."""


@dataclass(frozen=True, slots=True)
class IndexItem:
    """A reading in the list of all."""

    title: str
    address: str
    byline: str
    publisher: str
    date: DateView | None
    counts: str
    draft: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryItem:
    """A line of the glossary: an entry, or a variant that sends the reader to the entries that have it."""

    term: Markup = field(default_factory=Markup)
    """As `parts.term_entry` makes it; empty for a variant."""
    variant: str = ""
    see: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class Initial:
    """What the glossary holds under one letter."""

    letter: str
    id: str
    entries: tuple[GlossaryItem, ...]
