"""What is sent for an address: the site's own bytes, found as GitHub Pages finds them, and the client in each page."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import escape
from importlib import resources

from generator.preview.showing import Showing, digest

OWN = "/-/"
"""Under which the preview's own files stand; no reading's address begins so."""

_TYPES = {
    ".avif": "image/avif",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
# A table of our own: that of the operating system says "text/plain" for scripts on many a Windows machine.
_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent."""

    status: int
    kind: str = ""
    """Its media type."""
    body: bytes = b""
    location: str = ""
    """Where to go instead."""
    mark: str = ""
    """A digest of the page without the preview's client; empty for what is no page."""


def answer(showing: Showing, address: str) -> Answer:
    """What stands at an address (its path, percent-decoded, with the slash at its beginning)."""
    if address.startswith(OWN):
        return _own(address.removeprefix(OWN))
    if showing.site is None:
        return _page(503, _client_file("waiting.html"), showing)
    path = address.removeprefix("/")
    for candidate in (path, f"{path}index.html" if not path or path.endswith("/") else f"{path}.html"):
        if candidate in showing.outputs:
            return _file(candidate, showing)
    if f"{path}/index.html" in showing.outputs:
        return Answer(302, location=f"/{path}/")
    own = showing.outputs.get("404.html")
    return _page(404, own.data if own else _client_file("missing.html"), showing)


def page_at(showing: Showing, address: str) -> str:
    """The path of the page that an address shows; empty where there is none."""
    path = address.removeprefix("/")
    found = (path, f"{path}index.html", f"{path}.html")
    return next((each for each in found if each in showing.outputs and each.endswith(".html")), "")


def _file(path: str, showing: Showing) -> Answer:
    kind = _TYPES.get(posixpath.splitext(path)[1].lower(), "application/octet-stream")
    data = showing.outputs[path].data
    return _page(200, data, showing) if path.endswith(".html") else Answer(200, kind, data)


def _page(status: int, html: bytes, showing: Showing) -> Answer:
    """A page with the client in its head, which is told what the page was made of."""
    mark = digest((html,))
    told = {"page": mark, "styles": showing.styles, "others": showing.others}
    data = " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
    head = f'<link rel="stylesheet" href="{OWN}preview.css">\n<script src="{OWN}preview.js" {data} defer></script>\n'
    end = _HEAD_END.search(html)
    at = end.start() if end else len(html)
    return Answer(status, _TYPES[".html"], html[:at] + head.encode() + html[at:], mark=mark)


def _own(name: str) -> Answer:
    if name not in ("preview.js", "preview.css"):
        return Answer(404, "text/plain; charset=utf-8", b"The preview has no such file.\n")
    return Answer(200, _TYPES[posixpath.splitext(name)[1]], _client_file(name))


def _client_file(name: str) -> bytes:
    return resources.files("generator.preview").joinpath("client", name).read_bytes()
