"""Links into somebody else's page that lead to quoted words: text fragments, `#:~:text=prefix-,start,end,-suffix`.

The words are those of the quote. Words beside it are named only where the quote alone would be found in several
places, at most four on each side, and only such as the author wrote down as context.
Source: https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from generator import text
from generator.model import Selector

_WHOLE = 300
"""So many characters of a quote are named whole; of a longer one its first and last words."""
_ENDS = 5
_CONTEXT = 4


def source_address(url: str, words: Sequence[str], selector: Selector, joined: str) -> str:
    """The address of the quoted `words`, a part for each block, in the page at `url`; `joined` is the whole text."""
    page, _, _ = url.partition(":~:")
    page = page if "#" in page else f"{page}#"
    runs = [run for run in text.GAP.split(selector.exact) if run.strip()]
    if len(words) == 1 and len(runs) == 1 and len(words[0]) <= _WHOLE:
        parts = [_encoded(words[0].strip())]
    else:
        first, last = min(_ENDS, len(runs[0].split())), min(_ENDS, len(runs[-1].split()))
        parts = [_encoded(" ".join(words[0].split()[:first])), _encoded(" ".join(words[-1].split()[-last:]))]
    if _stands_twice(words[0], joined):
        before, after = _beside(selector.prefix, -1), _beside(selector.suffix, 0)
        parts = [f"{_encoded(before)}-", *parts] if before else parts
        parts = [*parts, f"-{_encoded(after)}"] if after else parts
    return f"{page}:~:text={','.join(parts)}"


def _encoded(words: str) -> str:
    """Dashes, commas and ampersands have a meaning of their own in a text fragment."""
    return quote(words, safe="").replace("-", "%2D")


def _stands_twice(words: str, joined: str) -> bool:
    return text.lower(text.fold(joined)).count(text.lower(text.fold(words.strip()))) > 1


def _beside(context: str, run: int) -> str:
    """The words of the context that touch the quote; none where it stops at a border or a gap."""
    touching = text.GAP.split(context.replace("\n", " … "))[run].split()
    return " ".join(touching[-_CONTEXT:] if run else touching[:_CONTEXT])
