"""What the preview sends, to whom, and how it begins and ends."""

from __future__ import annotations

import asyncio
import re
import shutil
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from tests.preview.conftest import Start
from tests.preview.process import Preview


@pytest.mark.parametrize("path", ["/", "/index.html", "/walk/", "/walk/index.html", "/glossary", "/timeline.html"])
def test_pages_stand_where_github_pages_has_them(preview: Preview, path: str) -> None:
    status, headers, body = preview.get(path)
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert 'src="/-/preview.js"' in body


def test_a_folder_without_its_slash_leads_to_the_one_with_it(preview: Preview) -> None:
    status, _, body = preview.get("/walk")
    assert status == 200
    assert "where the river bends" in body


def test_a_page_that_is_not_there_is_the_404_page_at_any_depth(preview: Preview) -> None:
    status, _, body = preview.get("/walk/no/such/page")
    assert status == 404
    assert "There is no such page" in body
    assert f'href="{preview.address}assets/edition.css"' in body


def test_pages_are_sent_under_a_strict_policy_and_never_kept(preview: Preview) -> None:
    _, headers, _ = preview.get("/walk/")
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"


def test_the_header_allows_nothing_that_the_page_itself_forbids(preview: Preview) -> None:
    _, headers, body = preview.get("/walk/")
    written = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', body)
    assert written
    page, header = (_directives(each) for each in (written[1], headers["Content-Security-Policy"]))
    own = {f"ws://{name}:{preview.address.rstrip('/').rpartition(':')[2]}" for name in ("127.0.0.1", "localhost")}
    for name, sources in header.items():
        allowed = page.get(name, page["default-src"] if name.endswith("-src") else {"'none'"})
        assert sources - own - {"'none'"} <= allowed, name
    assert page["default-src"] == {"'self'"}
    assert header["default-src"] == header["frame-ancestors"] == {"'none'"}


def _directives(policy: str) -> dict[str, set[str]]:
    parts = (each.split() for each in policy.split(";") if each.strip())
    return {name: set(sources) for name, *sources in parts}


def test_scripts_and_styles_have_their_types(preview: Preview) -> None:
    for path, kind in (
        ("/assets/style.css", "text/css"),
        ("/assets/script.js", "text/javascript"),
        ("/feed.xml", "xml"),
        ("/favicon.ico", "image/x-icon"),
        ("/walk/cite.bib", "application/x-bibtex"),
        ("/walk/cite.json", "application/json"),
        ("/walk/share.png", "image/png"),
    ):
        status, headers, _ = preview.get(path)
        assert status == 200
        assert kind in headers["Content-Type"]


@pytest.mark.parametrize("path", ["/", "/-/state?page=/", "/-/preview.js", "/-/live"])
def test_a_foreign_host_name_is_refused(preview: Preview, path: str) -> None:
    status, _, body = preview.get(path, Host="evil.example")
    assert status == 403
    assert "Mill" not in body


@pytest.mark.parametrize(
    ("origin", "welcome"), [("http://evil.example", False), ("null", False), ("{address}", True), ("{named}", True)]
)
def test_only_its_own_pages_may_listen(preview: Preview, origin: str, welcome: bool) -> None:
    own = preview.address.rstrip("/")
    asked = origin.format(address=own, named=own.replace("127.0.0.1", "localhost"))
    request = HTTPRequest(own.replace("http", "ws") + "/-/live", headers={"Origin": asked})

    async def connects() -> bool:
        try:
            line = await websocket_connect(request)
        except HTTPClientError:
            return False
        line.close()
        return True

    # In a thread of its own: playwright's loop runs in this one.
    with ThreadPoolExecutor(1) as apart:
        assert apart.submit(lambda: asyncio.run(connects())).result() is welcome


def test_it_listens_on_this_machine_only(preview: Preview) -> None:
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    with socket.socket() as other:
        other.settimeout(2)
        # Another address of this machine, which a server on all addresses would answer.
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_a_port_in_use_is_told_and_the_next_is_taken(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        begun = start("--port", str(port))
        assert f"Port {port} is in use" in begun.said[0]
        assert begun.address != f"http://127.0.0.1:{port}/"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another process mean something else there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_it_with_a_kind_line(preview: Preview, how: signal.Signals) -> None:
    assert preview.stop(how) == 0
    assert preview.wait_for("The preview has ended")
    assert "Traceback" not in "".join(preview.said)


def test_it_writes_nothing(preview: Preview, project: Path) -> None:
    preview.write("content/walk/notes.md", "## Wheel\n\nIt was of oak.\n")
    preview.wait_for("Built")
    assert not (project / "site").exists()
    assert sorted(path.name for path in project.iterdir()) == ["content", "seeds"]


def test_a_port_that_is_none_is_told(start: Start) -> None:
    with pytest.raises(AssertionError, match="there is no port 70000"):
        start("--port", "70000")


def test_a_project_without_content_cannot_start(start: Start, project: Path) -> None:
    shutil.rmtree(project / "content")
    with pytest.raises(AssertionError, match="there is no folder content/"):
        start()
