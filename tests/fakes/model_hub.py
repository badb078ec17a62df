"""A hub of models on this machine, over real HTTP, that can be told to misbehave.

    with ModelHub({"/a/resolve/1/file": b"..."}) as hub:
        hub.next("cut", "ok")        # the next answers; "ok" when there are none left
        fetch(folder, hub.address)

Manners: `ok` (with Range), `cut` (half of what is due, then the line is closed), `no range` (all of it, whatever was
asked), `wrong range` (206 of another place), `longer` (announces one byte more than is published), `other` (right
length, other bytes), a number (that status), `hang up` (closes without an answer), `moved` (302 to the same file).
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType


class ModelHub:
    """The hub.

    Attributes:
        files: path → content.
        asked: (path, Range header or "") of each request, in order.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)
        self.asked: list[tuple[str, str]] = []
        self._manners: deque[str] = deque()
        self._usual = "ok"
        hub = self

        class Answer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                hub._answer(self)

            def log_message(self, *arguments: object) -> None:
                """Tests are silent."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def address(self) -> str:
        """What `fetch` is given."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def next(self, *manners: str) -> None:
        """How the next requests are answered."""
        self._manners.extend(manners)

    def always(self, manner: str) -> None:
        """How all others are answered."""
        self._usual = manner

    def __enter__(self) -> ModelHub:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, to: BaseHTTPRequestHandler) -> None:
        wanted = to.headers.get("Range", "")
        self.asked.append((to.path, wanted))
        manner = self._manners.popleft() if self._manners else self._usual
        data = self.files.get(to.path.removeprefix("/moved"))
        if manner.isdigit() or data is None:
            self._head(to, int(manner) if manner.isdigit() else 404, 0)
            return
        if manner == "hang up":
            to.close_connection = True
            to.connection.close()
            return
        if manner == "moved":
            to.send_response(302)
            to.send_header("Location", f"/moved{to.path}")
            to.send_header("Content-Length", "0")
            to.end_headers()
            return
        if manner == "other":
            data = bytes(byte ^ 1 for byte in data)
        found = re.fullmatch(r"bytes=(\d+)-", wanted)
        start = int(found[1]) if found and manner != "no range" else 0
        if start >= len(data):
            self._head(to, 416, 0)
            return
        due = data[start:]
        if found and manner != "no range":
            said = start + 1 if manner == "wrong range" else start
            self._head(to, 206, len(due), f"bytes {said}-{len(data) - 1}/{len(data)}")
        else:
            self._head(to, 200, len(due) + (manner == "longer"))
        if manner == "cut":
            to.wfile.write(due[: len(due) // 2])
            to.close_connection = True
            return
        to.wfile.write(due + (b"!" if manner == "longer" else b""))

    @staticmethod
    def _head(to: BaseHTTPRequestHandler, code: int, length: int, span: str = "") -> None:
        to.send_response(code)
        to.send_header("Content-Length", str(length))
        if span:
            to.send_header("Content-Range", span)
        to.end_headers()
