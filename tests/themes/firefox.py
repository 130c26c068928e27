"""Firefox, driven over the websocket that it opens itself (WebDriver BiDi, a W3C draft): no other program is needed."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from tornado.websocket import WebSocketClientConnection, websocket_connect

PATIENCE = 120.0
"""Seconds after which an answer is taken to have failed to come; none is expected to take a tenth of it."""
_REFUSALS = (
    "() => addEventListener('securitypolicyviolation', each => console.error(each.violatedDirective, 'is refused'))"
)
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")

Answer = TypeVar("Answer")


def find_firefox() -> str | None:
    """Where Firefox is on this machine."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """One window of Firefox with a profile of its own."""

    def __init__(self, command: str, profile: Path) -> None:
        self.said: list[str] = []
        """What pages have said on the console since they were opened, errors and refusals among it."""
        # It must not be alone with a thread that Playwright's loop runs in, so that it has one of its own.
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.process = subprocess.Popen(
            [command, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "HOME": str(profile)},
            text=True,
        )
        self._socket: WebSocketClientConnection = self._wait(self._connect(self._address()))
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded"])
        self.call("script.addPreloadScript", functionDeclaration=_REFUSALS)
        self.context = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """What a command of the protocol gives."""
        return self._wait(self._call(method, parameters))

    def open(self, address: str) -> None:
        """Opens a page and waits until it is loaded."""
        self.said.clear()
        self.call("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def resize(self, width: int, height: int = 800) -> None:
        """Gives the window a size in CSS pixels, and waits until the page has been laid out for it."""
        self.call("browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height})
        self.ask("new Promise(done => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done))))")

    def ask(self, expression: str) -> Any:  # noqa: ANN401
        """The value of a JavaScript expression, or of its promise, as far as JSON can say it."""
        wrapped = f"(async () => JSON.stringify(await ({expression})))()"
        told = self.call(
            "script.evaluate",
            expression=wrapped,
            target={"context": self.context},
            awaitPromise=True,
            userActivation=True,
        )
        if told["type"] == "exception":
            raise AssertionError(told["exceptionDetails"]["text"])
        return json.loads(told["result"].get("value", "null"))

    def click(self, selector: str) -> None:
        """Presses the mouse on the middle of an element, where a person would."""
        self.ask(f"document.querySelector({selector!r}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")
        box = self.ask(f"document.querySelector({selector!r}).getBoundingClientRect()")
        place = {"x": round(box["x"] + box["width"] / 2), "y": round(box["y"] + box["height"] / 2)}
        steps = [
            {"type": "pointerMove", **place},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self.call("input.performActions", context=self.context, actions=[pointer])

    def picture(self) -> bytes:
        """What the window shows, as a PNG."""
        return base64.b64decode(self.call("browsingContext.captureScreenshot", context=self.context)["data"])

    def printed(self) -> bytes:
        """The page as Firefox prints it on A4, as a PDF."""
        size, none = {"width": 21.0, "height": 29.7}, dict.fromkeys(("top", "right", "bottom", "left"), 0)
        return base64.b64decode(
            self.call("browsingContext.print", context=self.context, page=size, margin=none)["data"]
        )

    def close(self) -> None:
        """Ends the browser."""
        self.process.terminate()
        self.process.wait(PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _address(self) -> str:
        """Where it listens, which is one of the first things that it says; the rest is let go by."""
        assert self.process.stderr
        patience = threading.Timer(PATIENCE, self.process.kill)
        patience.start()
        said = []
        for line in self.process.stderr:
            said.append(line)
            if found := _LISTENING.search(line):
                patience.cancel()
                threading.Thread(target=self.process.stderr.read, daemon=True).start()
                return f"{found[1]}/session"
        raise AssertionError(f"Firefox has ended: {''.join(said)}")

    async def _connect(self, address: str) -> WebSocketClientConnection:
        return await websocket_connect(address, on_message_callback=self._hear, max_message_size=1 << 26)

    async def _call(self, method: str, parameters: dict[str, object]) -> dict[str, Any]:
        number = len(self._waiting) + 1
        answer = self._waiting[number] = self._loop.create_future()
        await self._socket.write_message(json.dumps({"id": number, "method": method, "params": parameters}))
        told: dict[str, Any] = await answer
        return told

    def _hear(self, message: str | bytes | None) -> None:
        told = json.loads(message or "{}")
        if told.get("type") == "event":
            self.said.append(str(told["params"].get("text")))
        elif told.get("type") == "success":
            self._waiting[told["id"]].set_result(told["result"])
        elif "id" in told:
            self._waiting[told["id"]].set_exception(AssertionError(f"{told['error']}: {told['message']}"))

    def _wait(self, coming: Coroutine[Any, Any, Answer]) -> Answer:
        return asyncio.run_coroutine_threadsafe(coming, self._loop).result(PATIENCE)
