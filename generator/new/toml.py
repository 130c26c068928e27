"""Values as TOML writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029]')


def toml_text(value: str) -> str:
    """A text in quotation marks, on one line, that TOML reads back as it was. Lone surrogates become "?"."""
    encodable = value.encode("utf-8", "replace").decode("utf-8")
    return '"' + _ESCAPED.sub(_escape, encodable) + '"'


def toml_list(values: Iterable[str]) -> str:
    """A list of texts on one line."""
    return f"[{', '.join(map(toml_text, values))}]"


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
