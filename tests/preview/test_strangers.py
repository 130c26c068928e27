"""The preview and those it is not for: other programs, other pages, requests that are no requests."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection

from tests.preview.process import PATIENCE, Preview

NOTE = "## The bend {#bend}\n\n> where the river bends\n\nThe river is the Weser.\n"


def host_of(preview: Preview) -> str:
    """Its address and port."""
    return preview.address.removeprefix("http://").rstrip("/")


@contextmanager
def connected(preview: Preview) -> Iterator[socket.socket]:
    """A connection on which anything can be said."""
    name, port = host_of(preview).split(":")
    with socket.create_connection((name, int(port)), timeout=PATIENCE) as line:
        yield line


def said_to(preview: Preview, request: bytes) -> bytes:
    """All that comes back before the preview hangs up."""
    with connected(preview) as line:
        line.sendall(request)
        answer = b""
        try:
            while part := line.recv(65536):
                answer += part
        except ConnectionError:
            pass
        return answer


def got(preview: Preview, path: str, method: str = "GET") -> bytes:
    request = f"{method} {path} HTTP/1.1\r\nHost: {host_of(preview)}\r\nConnection: close\r\n\r\n"
    return said_to(preview, request.encode("latin-1"))


PATHS = (
    *("/../seeds/walk.txt", "/%2e%2e/seeds/walk.txt", "/..%2fseeds%2fwalk.txt", "/%2e%2e%5cseeds%5cwalk.txt"),
    *("/walk/../../seeds/walk.txt", "/seeds/walk.txt", "/content/site.toml", "/content/walk/notes.md", "/seeds/"),
    *("//etc/passwd", "/%2fetc/passwd", "/etc/passwd%00.html", "/%00", "/C:%5Cwindows%5Cwin.ini", "/.cache/"),
    *("/-/../seeds/walk.txt", "/-/%2e%2e/__init__.py", "/-/server.py", "/-/client/preview.js", "/.annotated-reader"),
    *("/assets/", "/%ff%fe", "/" + "a/" * 3000),
)


def test_nothing_but_the_site_is_sent(preview: Preview) -> None:
    for path in PATHS:
        answer = got(preview, path)
        assert answer.split()[1] in (b"404", b"400"), path
        for secret in (b"root:", b"Share this article", b'url = "', b"kind=context", b"import ", b"[fonts]"):
            assert secret not in answer, path


def test_it_is_asked_and_told_nothing(preview: Preview) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "<script>"):
        answer = got(preview, "/index.html", method)
        assert not answer or answer.split()[1] in (b"403", b"405", b"400"), method
        assert b"<script>" not in answer


def test_nothing_that_was_asked_is_said_again(preview: Preview) -> None:
    for path in ("/<script>ran()</script>", "/-/<script>ran()</script>", "/-/state?page=<script>ran()"):
        assert b"ran()" not in got(preview, path)


def test_a_request_that_is_too_much_is_refused(preview: Preview) -> None:
    host = host_of(preview).encode()
    long = b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nX: " + b"x" * 1_000_000 + b"\r\n\r\n"
    large = b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nContent-Length: 900000000\r\n\r\n"
    for request in (long, large, b"\x00\xff" * 1000 + b"\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"):
        assert b"200 OK" not in said_to(preview, request)
    assert preview.get("/")[0] == 200


def test_a_crowd_keeps_no_page_from_being_shown_anew(preview: Preview) -> None:
    listen = (
        f"GET /-/live HTTP/1.1\r\nHost: {host_of(preview)}\r\nOrigin: {preview.address.rstrip('/')}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with ExitStack() as crowd:
        for _ in range(100):
            line = crowd.enter_context(connected(preview))
            line.sendall(listen.encode())
            assert line.recv(1024).startswith(b"HTTP/1.1 101")
        for _ in range(50):
            crowd.enter_context(connected(preview)).sendall(b"GET / HT")
        preview.write("content/walk/notes.md", NOTE)
        one = HTTPConnection(host_of(preview), timeout=PATIENCE)
        for _ in range(500):
            one.request("GET", "/walk/")
            answer = one.getresponse()
            assert answer.status == 200
            page = answer.read()
        one.close()
        until = time.monotonic() + PATIENCE
        while b"the Weser" not in page and time.monotonic() < until:
            page = preview.get("/walk/")[2].encode()
        assert b"the Weser" in page
