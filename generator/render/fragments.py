"""Links into somebody else's page that lead to quoted words: text fragments, `#:~:text=prefix-,start,end,-suffix`.

A browser finds the first place that fits, whatever the case of letters, and only whole words. So the text itself is
searched as the browser will search the page, and the shortest link that leads to the right place there is taken. It
holds words of the quote, and, where these stand in several places, a few beside them that the author quoted too.
Source: https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator import text
from generator.model import Selector

_WHOLE = 300
"""So many characters of a quote are named whole; of a longer one its first and last words."""
_ENDS = (5, 8, 12)
"""How many words of each end are tried."""
_BESIDE = 6
"""At most so many words beside the quote, on each side."""
_WORD = re.compile(r"[^\s、。，！？；：]+[、。，！？；：]*")
_NO_LETTERS = re.compile(r"[\W_]+")
_OUTSIDE_LEFT, _OUTSIDE_RIGHT = re.compile(r"^[\W_]+"), re.compile(r"[\W_]+$")

Span = tuple[int, int]


def source_address(url: str, joined: str, span: Span, selector: Selector) -> str:
    """The address of quoted words in the page at `url`; `joined` is the whole text, a line for each block."""
    page = quote(url.partition(":~:")[0], safe=":/?#[]@!$&'()*+,;=%~")
    start, end = _to_word_ends(joined, span)
    searched = text.lower(text.fold(joined))
    directives = list(_directives(joined, (start, end), selector))
    fitting = (each for each in directives if _leads_to((start, end), each, searched))
    return f"{page if '#' in page else f'{page}#'}:~:text={next(fitting, directives[-1])}"


@dataclass(frozen=True, slots=True)
class _Directive:
    prefix: str
    start: str
    end: str
    """Empty where `start` is all of the quote."""
    suffix: str

    def __str__(self) -> str:
        parts = [self.prefix and f"{_encoded(self.prefix)}-", _encoded(self.start)]
        parts += [self.end and _encoded(self.end), self.suffix and f"-{_encoded(self.suffix)}"]
        return ",".join(filter(None, parts))


def _directives(joined: str, span: Span, selector: Selector) -> Iterator[_Directive]:
    """What the link could say, from the shortest on."""
    start, end = span
    before = _shared(joined[:start].rpartition("\n")[2], _touching(selector.prefix, -1), last=True)
    after = _shared(joined[end:].partition("\n")[0], _touching(selector.suffix, 0))
    ends = list(dict.fromkeys(_ends(joined[start:end], selector)))
    for count in range(min(_BESIDE, max(len(before), len(after))) + 1):
        # At its outer end a context is a word; what stands at its inner end stands between it and the quote.
        prefix = _OUTSIDE_LEFT.sub("", _run(before[-count:] if count else []))
        suffix = _OUTSIDE_RIGHT.sub("", _run(after[:count]))
        for left, right in dict.fromkeys(((prefix, ""), ("", suffix), (prefix, suffix))):
            yield from (_Directive(left, first, last, right) for first, last in ends)


def _ends(quoted: str, selector: Selector) -> Iterator[tuple[str, str]]:
    """The quote whole, or its first and last words; never words that the author skipped with ` … `."""
    runs = [run for run in text.GAP.split(selector.exact) if run.strip()]
    blocks = quoted.split("\n")
    if len(blocks) == len(runs) == 1 and len(quoted) <= _WHOLE:
        yield quoted, ""
        return
    first, last = _shared(blocks[0], runs[0]), _shared(blocks[-1], runs[-1], last=True)
    for count in _ENDS:
        yield _run(first[:count]) or blocks[0], _run(last[-count:]) or blocks[-1]


def _touching(context: str, run: int) -> str:
    """The part of the context that touches the quote; none where it stops at a border or a gap."""
    return text.GAP.split(context.replace("\n", " … "))[run]


def _shared(words: str, written: str, last: bool = False) -> list[re.Match[str]]:
    """The first (or last) words that the author wrote too, whatever the spelling of dashes and quotation marks."""
    found = list(_WORD.finditer(words))
    wanted, letters, count = _letters(written), "", 0
    for taken, word in enumerate(reversed(found) if last else found, 1):
        own = _letters(word[0])
        letters = own + letters if last else letters + own
        if not (wanted.endswith(letters) if last else wanted.startswith(letters)):
            break
        count = taken if own else count
    return found[len(found) - count :] if last else found[:count]


def _run(words: Sequence[re.Match[str]]) -> str:
    return words[0].string[words[0].start() : words[-1].end()] if words else ""


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", text.lower(text.fold(words)))


def _leads_to(span: Span, directive: _Directive, searched: str) -> bool:
    """Whether a browser that shows the text would come to these words, and could come to no others."""
    if not directive.end:
        return _found(searched, directive.prefix, directive.start, directive.suffix) == [span]
    first = _found(searched, directive.prefix, directive.start, "")
    if len(first) != 1 or first[0][0] != span[0]:
        return False
    last = _found(searched[first[0][1] :], "", directive.end, directive.suffix)
    return bool(last) and first[0][1] + last[0][1] == span[1]


def _found(searched: str, prefix: str, words: str, suffix: str) -> list[Span]:
    """Every place of the words between the two others."""
    prefix, words, suffix = (re.escape(text.lower(text.fold(each))) for each in (prefix, words, suffix))
    pattern = re.compile(rf"{prefix}\s*(?P<words>{words})(?=\s*{suffix})")
    return [each.span("words") for each in pattern.finditer(searched) if _is_whole(searched, each)]


def _is_whole(searched: str, found: re.Match[str]) -> bool:
    return not (text.inside_word(searched, found.start()) or text.inside_word(searched, found.end()))


def _to_word_ends(joined: str, span: Span) -> Span:
    start, end = span
    while text.inside_word(joined, start):
        start -= 1
    while text.inside_word(joined, end):
        end += 1
    return start, end


def _encoded(words: str) -> str:
    """Dashes, commas and ampersands have a meaning of their own in a text fragment."""
    return quote(words, safe="").replace("-", "%2D")
