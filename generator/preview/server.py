"""The server: livereload's, with handlers of our own, on this machine's own address only.

Taken from livereload: its loop, its watcher's place, its websocket and the round of reload messages. Replaced: the
inline script that it puts into pages (the Content-Security-Policy forbids it), its file server (the site is not on
disk), its welcome to connections from any origin, and its log.
"""

from __future__ import annotations

import errno
import json
import logging
import socket
from collections.abc import Callable
from urllib.parse import unquote

import livereload
from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from generator.preview import messages
from generator.preview.pages import OWN, answer
from generator.preview.showing import Showing
from generator.preview.watching import Rebuilder

HOST = "127.0.0.1"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_TRIED = 20
"""How many ports are tried, the wanted one first."""


class NoPort(Exception):  # noqa: N818
    """No port to serve on; the message says which were tried, and why they cannot be had."""


def listen(port: int) -> tuple[list[socket.socket], int]:
    """Sockets bound to the wanted port of this machine, or to the next free one, and that port. Raises NoPort."""
    for candidate in range(port, min(port + _TRIED, 65536)):
        try:
            sockets = bind_sockets(candidate, HOST, family=socket.AF_INET)
        except OSError as error:
            # Windows says "access denied" of a port that another program holds for itself.
            if error.errno != errno.EADDRINUSE and not (error.errno == errno.EACCES and candidate > 1023):
                raise NoPort(f"port {candidate} cannot be used: {(error.strerror or str(error)).lower()}.") from error
        else:
            return sockets, int(sockets[0].getsockname()[1])
    raise NoPort(f"the ports {port} to {candidate} are all in use; name another with --port.")


class Server(livereload.Server):  # type: ignore[misc]
    """livereload's server around the pages of the preview."""

    def __init__(self, sockets: list[socket.socket], showing: Callable[[], Showing], watcher: Rebuilder) -> None:
        super().__init__(watcher=watcher)
        self._sockets = sockets
        self._showing = showing
        # livereload would watch the current folder if it were told of none.
        self.watch("content")

    def application(self, port: int, *_: object, **__: object) -> None:
        """Puts the handlers on the sockets; called by livereload's `serve`."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = True
        given = {"showing": self._showing, "port": port}
        handlers = [
            (f"{OWN}live", _Live, given),
            (f"{OWN}state", _State, given),
            (f"{OWN}quote", _Quote, given),
            (r"/.*", _Page, given),
        ]
        HTTPServer(Application(handlers, log_function=_say_nothing)).add_sockets(self._sockets)

    def _setup_logging(self) -> None:
        for name in ("livereload", "tornado"):
            log = logging.getLogger(name)
            log.addHandler(logging.NullHandler())
            log.propagate = False


class _Guarded(RequestHandler):
    """Answers this machine's own browser only: a name that leads here by a trick (DNS rebinding) is refused."""

    def initialize(self, showing: Callable[[], Showing], port: int) -> None:
        self.showing = showing
        self.hosts = {f"{HOST}:{port}", f"localhost:{port}"} | ({HOST, "localhost"} if port == 80 else set())
        self.set_default_headers()

    def prepare(self) -> None:
        if self.request.host.lower() not in self.hosts:
            self.set_status(403)
            self.finish("The preview answers to 127.0.0.1 and localhost only.\n")

    def set_default_headers(self) -> None:
        # Called by tornado before `initialize` and again for errors, and by `initialize` itself.
        lines = " ".join(f"ws://{host}" for host in sorted(getattr(self, "hosts", ())))
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Content-Security-Policy", f"{_POLICY}; connect-src 'self' {lines}")


class _Page(_Guarded):
    """A file of the site."""

    def get(self) -> None:
        sent = answer(self.showing(), unquote(self.request.path))
        if sent.location:
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(self.request.path + "/" + query, status=sent.status)
            return
        self.set_status(sent.status)
        self.set_header("Content-Type", sent.kind)
        self.finish(sent.body)

    head = get


class _State(_Guarded):
    """What there is to say to the page whose address is given."""

    def get(self) -> None:
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(messages.state(self.showing(), unquote(self.get_query_argument("page")))))


class _Quote(_Guarded):
    """The entry for words selected on a page."""

    def get(self) -> None:
        ends = [(self.get_query_argument(name), self._offset(name + "-at")) for name in ("first", "last")]
        made = messages.entry(self.showing(), unquote(self.get_query_argument("page")), ends[0], ends[1])
        self.set_status(200 if made else 404)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(made))

    def _offset(self, name: str) -> int:
        given = self.get_query_argument(name)
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


class _Live(_Guarded, LiveReloadHandler):  # type: ignore[misc]
    """The line to an open page; what is sent on it is livereload's, and says only that something is new."""

    def check_origin(self, origin: str) -> bool:
        return origin.lower() in {f"http://{host}" for host in self.hosts}

    def open(self, *_: str, **__: str) -> None:
        LiveReloadHandler.waiters.add(self)

    def on_message(self, message: str | bytes) -> None:
        """The client has nothing to say."""


def _say_nothing(_handler: RequestHandler) -> None:
    pass
