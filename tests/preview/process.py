"""The preview as a process of its own, on a project of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, Queue
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which what was waited for is taken to have failed; nothing is expected to take a tenth of it."""


class Preview:
    """A running preview and what it says."""

    def __init__(self, project: Path, *arguments: str, before: Path = ROOT) -> None:
        """`before` is a folder whose modules go before the generator's own."""
        command = [sys.executable, "-u", str(ROOT / "build.py"), "preview", "--project", str(project)]
        port = () if "--port" in arguments else ("--port", "0")
        self.project = project
        self.process = subprocess.Popen(
            [*command, *port, *arguments],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(before), str(ROOT)))},
        )
        self.said: list[str] = []
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.address = ""
        found = re.search(r"http://[\d.:]+/", self.wait_for("The preview is at"))
        assert found
        self.address = found[0]

    def wait_for(self, words: str, patience: float = PATIENCE) -> str:
        """The next line that holds these words."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                line = self._lines.get(timeout=0.1)
            except Empty:
                if self.process.poll() is not None and self._lines.empty():
                    break
                continue
            if words in line:
                return line
        raise AssertionError(f"never said {words!r}; said: {''.join(self.said)}")

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and body of an answer."""
        request = Request(self.address.rstrip("/") + path, headers=headers)
        try:
            with urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, dict(answer.headers), answer.read().decode("utf-8", "replace")
        except HTTPError as error:
            return error.code, dict(error.headers), error.read().decode("utf-8", "replace")

    def write(self, path: str, words: str) -> None:
        """Writes a file of the project in place, as most editors do."""
        (self.project / path).parent.mkdir(parents=True, exist_ok=True)
        (self.project / path).write_text(words, "utf-8")

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Interrupts the preview and returns its exit status."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def end(self) -> None:
        """Leaves nothing running."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self.said.append(line)
            self._lines.put(line)
