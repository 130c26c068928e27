"""What a player of sound or film leaves behind in a capture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.page import Page, Verdict
from generator.model import Role

_CLOCKS = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s*[/|–-]?\s*(?:\d{1,2}:)?\d{1,2}:\d{2})*\Z")
_QUALITY = re.compile(r"(?:auto\s*)?(?:\d{3,4}p\b\W*)+\Z|(?:\d+(?:\.\d+)?\s*[kmg]b\W*)+\Z", re.IGNORECASE)
_INVITATION = re.compile(
    r"(?:watch|listen|video|audio|podcast|смотрите|видео|regarder|écouter|vidéo|ver|vídeo|شاهد)\s*(?:more|now|here|also|live)?\s*[:：]",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"\d{1,3}\s*(?:of|von|de|sur|di|из)\s*\d{1,3}\W*\Z", re.IGNORECASE)
"""A picture's place in a gallery: "4 of 9"."""
_NEAR = 3
_TITLE_WORDS = 20


def player_residue(page: Page) -> Iterator[Verdict]:
    """Running times, picture sizes, and lines like "WATCH: …"."""
    for index in page.open:
        unit = page.units[index]
        if any(sign.match(unit.text) for sign in (_CLOCKS, _QUALITY, _COUNTER)) or (
            unit.words <= 30 and _INVITATION.match(unit.text)
        ):
            yield index, Role.MEDIA


def player_titles(page: Page) -> Iterator[Verdict]:
    """The title of a clip: a short line by a player's residue that an invitation to watch repeats."""
    for index in page.open:
        unit = page.units[index]
        if not 2 <= unit.words <= _TITLE_WORDS:
            continue
        media = [each for each in range(index - 2 * _NEAR, index + 2 * _NEAR + 1) if page.roles.get(each) is Role.MEDIA]
        near = any(abs(each - index) <= _NEAR for each in media)
        if near and any(f" {unit.key} " in f" {page.units[each].key} " for each in media):
            yield index, Role.MEDIA
