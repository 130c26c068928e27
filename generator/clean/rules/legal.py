"""Who owns the rights, and what a page must say to its visitors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.first import without_case
from generator.clean.page import Page, Verdict
from generator.model import Role

_OWNED = re.compile(
    r"(?:©|\(c\)\s*\d{4}|copyright\b)|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|"
    r"\btodos los derechos reservados\b|\btodos os direitos reservados\b|\btutti i diritti riservati\b|"
    r"все права защищены|tüm hakları saklıdır|版权所有|無断転載|جميع الحقوق محفوظة",
    re.IGNORECASE,
)
_in_rights = without_case("©|\\(c\\)|copyright|r(?:ight|echt|éserv|eserva)|dir(?:eit|itt)|права|sakl|版权|無断|حقوق")
"""What stands in every such line; to look for it first takes a tenth of the time."""
_MOST_WORDS = 45


def legal_lines(page: Page) -> Iterator[Verdict]:
    """Who owns the rights, and that they are reserved."""
    for index in page.open:
        unit = page.units[index]
        may_be = unit.words <= _MOST_WORDS and _in_rights(unit.text)
        if may_be and _OWNED.search(unit.text) and not _is_credit(unit.text):
            yield index, Role.LEGAL


def _is_credit(line: str) -> bool:
    """A picture's credit, which names an owner behind a caption's words."""
    return bool(re.search(r"\w.{20,80}(?:©|\(c\))", line, re.IGNORECASE)) and "rights" not in line.lower()
