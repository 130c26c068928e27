"""The rules, in the order in which they judge. A unit keeps the role that the first rule gives it."""

from generator.clean.page import Rule
from generator.clean.rules.bios import author_blurbs, author_names, blurbs_of_others, pictures_of_authors
from generator.clean.rules.body import captions_by_their_credit, headings, list_items, paragraphs, quotations, subtitles
from generator.clean.rules.bylines import bylines, date_lines
from generator.clean.rules.furniture import insets, known_phrases, marked_up, notices, ornaments, tiny_lines
from generator.clean.rules.legal import legal_lines
from generator.clean.rules.media import player_residue, player_titles
from generator.clean.rules.outside import after_the_article, before_the_article, boxes_of_links
from generator.clean.rules.repetition import attributions, doubled_lines, pull_quotes, repeated_lines
from generator.clean.rules.title import above_the_title, between_title_and_text, titles

__all__ = ["ARTICLE", "BODY", "FURNITURE"]

FURNITURE: tuple[Rule, ...] = (
    marked_up,
    ornaments,
    known_phrases,
    player_residue,
    player_titles,
    legal_lines,
    insets,
    notices,
)
"""What a line's own words tell wherever it stands. From their verdicts follows where the article is (`extent.py`)."""

BODY: tuple[Rule, ...] = (list_items, quotations, headings, paragraphs)
"""What a line of the text is."""

ARTICLE: tuple[Rule, ...] = (
    bylines,
    date_lines,
    before_the_article,
    doubled_lines,
    titles,
    above_the_title,
    repeated_lines,
    pull_quotes,
    attributions,
    pictures_of_authors,
    author_names,
    author_blurbs,
    blurbs_of_others,
    boxes_of_links,
    after_the_article,
    captions_by_their_credit,
    subtitles,
    between_title_and_text,
    tiny_lines,
    *BODY,
)
"""What a line is by its place in the article, or outside it."""
