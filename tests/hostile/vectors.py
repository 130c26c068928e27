"""Words that would do harm if they were taken for more than words: some hundreds, made from tables.

Each calls `ran(NUMBER)`, a function that no page has: where a browser so much as tries, an error is seen. None holds
the end of a line, so that each may stand in a heading, in a value of a TOML file, or on a line of a seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

_CODE = (Path(__file__).parent / "code.txt").read_text("utf-8").splitlines()
"""What is written at length; `RAN` stands for the call."""
_UNSEEN = (
    "<script\x0c>RAN</script >",
    "<\x0bscript>RAN</script>",
    "<\u200bscript>RAN</script>",
    "\u202e<script>RAN</script>\u202c",
    "\u2066RAN\u2069",
    "\ufeff<script>RAN</script>",
    "\ufffe<b>RAN",
)

_SHOWN = ("svg", "body", "details open", "marquee", "input autofocus", "textarea autofocus", "select autofocus")
_LOADED = (
    "img src=x",
    "image src=x",
    "video src=x",
    "audio src=x",
    "input type=image src=x",
    "link rel=stylesheet href=x",
)
_HANDLERS = {
    "onerror": _LOADED,
    "onload": ("svg", "body", "iframe src=x", "style"),
    "ontoggle": ("details open",),
    "onfocus": _SHOWN[4:],
}
_WRITTEN = (
    *("<{}={}>", "<{}={}//", "</p><{}={}>", '"><{}={}>', "'><{}={}>", "<<{}={}>", "<{}\t=\t{} "),
    *("<a b='>'><{}={}>", '<a b="<{}={}>">', "<!-- --><{}={}>"),
)
_MOVED = ("style=animation-name:x onanimationstart", "style=transition:1s ontransitionend", "onpageshow", "onscroll")

_ADDRESSES = (
    *("javascript:RAN", "JaVaScRiPt:RAN", " javascript:RAN", "\x01javascript:RAN", "java\tscript:RAN"),
    *(
        "javascript&colon;RAN",
        "javascript&#58;RAN",
        "&#106;avascript:RAN",
        "&#x6A&#x61vascript:RAN",
        "java&Tab;script:RAN",
    ),
    *("java&NewLine;script:RAN", "javascript://x/%0ARAN", "javascript:/*x*/RAN", "vbscript:RAN", "feed:javascript:RAN"),
    *("data:text/html,<script>RAN</script>", "data:image/svg+xml,<svg onload=RAN>", "blob:RAN", "view-source:RAN"),
    *(
        "//evil.example/RAN",
        "http://evil.example/RAN",
        "https:evil.example/RAN",
        "\\\\evil.example\\RAN",
        "file:///x/RAN",
    ),
)
_LINKED = (
    *('<a href="{}">x</a>', "<a href='{}'>x</a>", "<iframe src='{}'></iframe>", "<object data='{}'></object>"),
    *('<form action="{}"><button>x</button></form>', "<embed src='{}'>", "<base href='{}'>", "<img srcset='{}'>"),
    *("<svg><a xlink:href='{}'><text>x</text></a></svg>", "<meta http-equiv=refresh content='0;url={}'>"),
    *("<button formaction='{}' form=x>x</button>", "<svg><use href='{}'/></svg>", "<link rel=import href='{}'>"),
    *("<math><mtext xlink:href='{}'>x</mtext></math>", "<a href='{}' target=x>x</a>", "<area href='{}'>"),
)
_MARKDOWN = ("[x]({})", "![x]({})", "<{}>", "[x](<{}>)", "[x]({} 'y')", "[[g0g|{}]]", "`{}`", "**[x]({})**")


def vectors() -> list[str]:
    """All of them, each once; none has a number like another's."""
    return [form.replace("RAN", f"ran({number})") for number, form in enumerate(dict.fromkeys(_forms()))]


def _forms() -> Iterator[str]:
    yield from _CODE
    yield from _UNSEEN
    for handler, elements in _HANDLERS.items():
        for element, written in product(elements, _WRITTEN):
            yield written.format(f"{element} {handler}", "RAN")
    yield from (f"<{element} {moved}=RAN>" for element, moved in product(_SHOWN, _MOVED))
    # Of all pairs a part is enough: what is written in which way does not depend on where it leads.
    for (first, way), (second, address) in product(enumerate((*_LINKED, *_MARKDOWN)), enumerate(_ADDRESSES)):
        if way in _MARKDOWN or (first + second) % 3 == 0:
            yield way.format(address)
