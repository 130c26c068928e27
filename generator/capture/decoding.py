"""Bytes become characters, whatever encoding the capture was saved in."""

from __future__ import annotations

import codecs
import re

from generator.diagnostics import Outcome, Place, diagnose
from generator.model import SourceFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What texts are saved in where it is not Unicode; a longer list only offers the detector more ways to be wrong.
_LEGACY = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "koi8_r"]
_LEGACY += ["mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CARONS = re.compile(b"[\x8a\x8d\x8e\x9a\x9d\x9e]")
_SAMPLE = 65_536
_FILES = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
"""How files begin that people take for text: PDF, word processors' files old and new, pictures."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(file: SourceFile) -> Outcome[str | None]:
    """The file's characters without a byte order mark; None, with a diagnostic, if it is empty or holds no text."""
    if not file.data.strip():
        fix = "capture the text again."
        return Outcome(None, (diagnose("seed-empty", "this seed is empty", Place(file.path), fix=fix),))
    foreign = file.data.lstrip()[:8].startswith(_FILES)
    source = None if foreign else _unicode(file.data)
    if source is None:
        source = None if foreign or _is_binary(file.data) else _legacy(file.data)
    if source is None or len(_CONTROLS.findall(source[:_SAMPLE])) > 2 + len(source[:_SAMPLE]) // 100:
        return Outcome(
            None,
            (
                diagnose(
                    "seed-binary",
                    "this seed is no text",
                    Place(file.path),
                    why="It holds bytes that no text has: it may be a picture, a PDF or a word processor's file.",
                    fix="save the text as plain text or as a web page (HTML).",
                ),
            ),
        )
    return Outcome(source)


def _unicode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    wide = _wide(data)
    if wide:
        return _try(data, wide)
    return None if b"\0" in data[:_SAMPLE] else _try(data, "utf-8")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, told by the NUL bytes that Latin letters, spaces and line ends leave in it."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = len(data[:_SAMPLE]) // 2
    if len(data) % 2 or max(even, odd) * 20 < half or min(even, odd) * 20 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_binary(data: bytes) -> bool:
    return b"\0" in data[:_SAMPLE]


def _legacy(data: bytes) -> str | None:
    declared = _DECLARED.search(data[:4096])
    if declared:
        named = _try(data, declared[1].decode("ascii", "replace"))
        if named is not None:
            return named
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY)
    best = matches.best()
    if best is None:
        return _try(data, "cp1252")
    # On a few words of French or Swedish the detector cannot tell 1252 from its neighbours, and 1252 is the usual one.
    # The letters š and ž, which Western languages hardly have, speak for the neighbour.
    western = next((match for match in matches if match.encoding == "cp1252"), best)
    alike = western.chaos <= best.chaos and western.coherence >= best.coherence
    encoding = "cp1252" if alike and western is not best and not _CARONS.search(data) else best.encoding
    return _try(data, encoding) or data.decode(encoding, "replace")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    # A page may declare any codec that Python has, "undefined" too.
    except (UnicodeError, LookupError):
        return None
