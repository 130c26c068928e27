"""The search's index, made by Pagefind where it is installed; the one step of a build that runs another program.

Pagefind's program answers requests over its standard streams: each is a JSON object in base64 with a comma behind it.
Its own Python interface does the same and waits a tenth of a second for each answer: half a minute for a small site.
The order of the values in its filter files is not the same twice, so two indexes of one site differ there in bytes.
"""

from __future__ import annotations

import base64
import binascii
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import IO, Any

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Output, SearchRecord

FOLDER = "pagefind"
"""Of the site, where the index stands."""
_PLACE = Place("content/site.toml")
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "playground")
"""Interfaces that come with every index; the theme has one of its own."""


def is_installed() -> bool:
    """Whether Pagefind and its program are there."""
    return find_spec("pagefind") is not None and any(map(find_spec, ("pagefind_bin", "pagefind_bin_extended")))


def absent() -> Diagnostic:
    """What is said where a site wants a search and Pagefind is not there."""
    return diagnose(
        "search-absent",
        "Pagefind is not installed, so the search is left out",
        _PLACE,
        fix='pip install -e ".[search]", or take "search" out of outputs.',
    )


def make_index(records: Sequence[SearchRecord], language: str) -> Outcome[tuple[Output, ...]]:
    """The files of an index of all records, in one language so that one search finds all of them."""
    try:
        return Outcome(tuple(_indexed(records, language.split("-")[0].lower())))
    except (OSError, ValueError, KeyError, binascii.Error) as error:
        return Outcome((), (_failed(error),))


def _indexed(records: Sequence[SearchRecord], language: str) -> Iterator[Output]:
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise FileNotFoundError("its program is missing")
    # What it says of itself on the error stream is for its own developers.
    process = subprocess.Popen(
        [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with process:
        assert process.stdin
        assert process.stdout
        index = _ask(process.stdin, process.stdout, type="NewIndex", config={"force_language": language})["index_id"]
        for record in records:
            _ask(process.stdin, process.stdout, type="AddRecord", index_id=index, **_request(record, language))
        files = _ask(process.stdin, process.stdout, type="GetFiles", index_id=index)["files"]
        process.terminate()
    for file in sorted(files, key=lambda each: str(each["path"])):
        if not file["path"].startswith(_UNUSED):
            yield Output(f"{FOLDER}/{file['path']}", base64.b64decode(file["content"]))


def _request(record: SearchRecord, language: str) -> Mapping[str, Any]:
    return {
        "url": record.address,
        "content": record.text,
        "language": language,
        "meta": {"title": record.title, "kind": record.kind, "reading": record.reading},
        "filters": {"kind": [record.kind], **({"reading": [record.slug]} if record.slug else {})},
    }


def _ask(requests: IO[bytes], answers: IO[bytes], **payload: Any) -> Mapping[str, Any]:  # noqa: ANN401 - JSON
    """The answer to one request; each is waited for, since the program would else mix up the order of the records."""
    requests.write(base64.b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
    requests.flush()
    read = bytearray()
    while (part := answers.read(1)) and part != b",":
        read += part
    if not part:
        raise OSError("its program ended without an answer")
    answer: Mapping[str, Any] = json.loads(base64.b64decode(read))["payload"]
    if answer["type"] == "Error":
        raise ValueError(str(answer.get("message")))
    return answer


def _failed(error: Exception) -> Diagnostic:
    return diagnose(
        "search-failed",
        f"Pagefind could not make the search: {error}",
        _PLACE,
        fix='try again; if it stays so, take "search" out of outputs.',
    )
