"""Stage 1: the bytes of a captured text become a seed, numbered lines exactly as captured."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from generator.capture.decoding import decode
from generator.capture.page import read_page
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Line, Seed, SourceFile
from generator.text import tidy

__all__ = ["MOST_LETTERS", "MOST_LINES", "capture"]

# What a person sees as an end of a line; form feeds and vertical tabs are white space within one.
_LINE_END = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
MOST_LINES = 200_000
"""The longest of novels, wrapped by hand, has a third of them."""
MOST_LETTERS = 1_000_000
"""Of one line: a paragraph of five hundred pages."""
_HTML_NAMES = (".html", ".htm", ".xhtml")


def capture(file: SourceFile) -> Outcome[Seed | None]:
    """The seed in a file, plain text or a saved page; None, with a diagnostic, where no text can be read in it."""
    decoded = decode(file)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    name = PurePosixPath(file.path).name
    digest = hashlib.sha256(file.data).hexdigest()
    if file.path.lower().endswith(_HTML_NAMES) or _HTML.match(decoded.value[:2000]):
        lines, metadata = read_page(decoded.value)
        seed = Seed(name, file.path, lines, digest, metadata)
    else:
        seed = Seed(name, file.path, _lines(decoded.value), digest)
    if len(seed.lines) > MOST_LINES:
        return Outcome(None, (_too_long(f"more than {MOST_LINES} lines", Place(file.path)),))
    endless = next((line for line in seed.lines if len(line.text) > MOST_LETTERS), None)
    if endless:
        return Outcome(None, (_too_long(f"a line of more than {MOST_LETTERS} characters", Place(file.path)),))
    if not any(tidy(line.text) for line in seed.lines):
        fix = "capture the text again."
        return Outcome(None, (diagnose("seed-empty", "this seed holds no text", Place(file.path), fix=fix),))
    return Outcome(seed, decoded.diagnostics)


def _too_long(what: str, place: Place) -> Diagnostic:
    return diagnose(
        "file-too-big",
        f"this file has {what}",
        place,
        why="It is most likely no text, and would take minutes and gigabytes.",
        fix="take out what is no text, or make several readings of it.",
    )


def _lines(source: str) -> tuple[Line, ...]:
    texts = _LINE_END.split(source)
    if texts and not texts[-1]:
        texts.pop()
    return tuple(Line(number, words) for number, words in enumerate(texts, 1))
