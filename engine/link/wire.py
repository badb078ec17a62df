"""The link between two processes: whole messages over a local stream, and a send that never blocks.

One kind of socket on both ends (a Unix socket; on Windows the loopback with a token), so that the window, the
hall and the worker without Qt all speak through the same few lines. Qt sides watch `fileno()` with a
QSocketNotifier; the engine waits in `select`.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import struct
import sys
from collections import deque
from pathlib import Path

import msgspec

from engine.link.messages import PROTOCOL, Hello, Message, pack, unpack

_LENGTH = struct.Struct("<I")
_MOST_BYTES = 1 << 24
_QUEUE_BYTES = 4 << 20
"""A peer that has not read for this long is as good as gone; it is dropped, not waited for."""


class LinkError(Exception):
    """The peer is not there, or does not speak our language. The message is one sentence."""


class Link:
    """One end of a connection.

    Attributes:
        closed: the peer is gone (or was dropped); nothing will arrive any more.
    """

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        self._sock = sock
        self._inbox = bytearray()
        self._outbox: deque[bytes] = deque()
        self._queued = 0
        self._hung_up = False
        self.closed = False

    def fileno(self) -> int:
        """For select and QSocketNotifier."""
        return self._sock.fileno()

    @property
    def waiting(self) -> bool:
        """Bytes are waiting to be sent: call `flush` when the socket is writable."""
        return bool(self._outbox)

    def send(self, message: Message) -> None:
        """Queue the message and send what the socket takes at once. Never blocks, never raises."""
        if self.closed or self._hung_up:
            return
        body = pack(message)
        self._outbox.append(_LENGTH.pack(len(body)) + body)
        self._queued += len(body) + 4
        if self._queued > _QUEUE_BYTES:
            self.close()
            return
        self.flush()

    def flush(self) -> None:
        """Send what the socket takes."""
        while self._outbox and not self.closed:
            head = self._outbox[0]
            try:
                sent = self._sock.send(head)
            except (BlockingIOError, InterruptedError):
                return
            except ConnectionError:  # it hung up; its last words may still lie here, and `receive` comes to the end
                self._hung_up = True
                self._outbox.clear()
                return
            except OSError:
                self.close()
                return
            self._queued -= sent
            if sent == len(head):
                self._outbox.popleft()
            else:
                self._outbox[0] = head[sent:]

    def receive(self) -> list[Message]:
        """All whole messages that have arrived. A peer that sends rubbish is dropped."""
        while not self.closed:
            try:
                data = self._sock.recv(65536)
            except (BlockingIOError, InterruptedError):
                break
            except OSError:
                data = b""
            if not data:
                self.close()
                break
            self._inbox += data
        messages: list[Message] = []
        while len(self._inbox) >= 4:
            (length,) = _LENGTH.unpack_from(self._inbox)
            if length > _MOST_BYTES:
                self.close()
                break
            if len(self._inbox) < 4 + length:
                break
            body = bytes(self._inbox[4 : 4 + length])
            del self._inbox[: 4 + length]
            try:
                messages.append(unpack(body))
            except msgspec.DecodeError:
                self.close()
                break
        return messages

    def close(self) -> None:
        """Hang up."""
        if not self.closed:
            self.closed = True
            self._sock.close()


class Listener:
    """The waiting end, in the runtime folder of one user.

    Attributes:
        token: the secret that a caller must say first; it stands in a file that only the user can read.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """Listen as `name` in `folder`. Raises LinkError when that is not possible."""
        self.token = secrets.token_hex(16)
        self._path = folder / f"{name}.sock"
        self._card = folder / f"{name}.card"
        self._sock = socket.socket(socket.AF_INET if sys.platform == "win32" else socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if sys.platform == "win32":
                self._sock.bind(("127.0.0.1", 0))
                address = str(self._sock.getsockname()[1])
            else:
                self._path.unlink(missing_ok=True)
                self._sock.bind(str(self._path))
                address = str(self._path)
            self._sock.listen(4)
            self._write_card(address)
        except OSError as error:
            self._sock.close()
            raise LinkError(f"The runtime folder {folder} cannot be used ({error}): set XDG_RUNTIME_DIR.") from error
        self._sock.setblocking(False)

    def _write_card(self, address: str) -> None:
        fresh = self._card.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as card:
            card.write(f"{os.getpid()} {self.token} {address}\n")
        fresh.replace(self._card)

    def fileno(self) -> int:
        """For select and QSocketNotifier."""
        return self._sock.fileno()

    def accept(self) -> Link | None:
        """The next caller, if one is there. It is a stranger until its Hello carried the token."""
        try:
            sock, _ = self._sock.accept()
        except (BlockingIOError, InterruptedError, OSError):
            return None
        return Link(sock)

    def knows(self, hello: Message) -> bool:
        """True when this first message proves the right to speak, in our own version of the language."""
        return (
            isinstance(hello, Hello)
            and hello.protocol == PROTOCOL
            and secrets.compare_digest(hello.token.encode(), self.token.encode())
        )

    def close(self) -> None:
        """Stop listening and take the card away, if it is still ours."""
        self._sock.close()
        card = read_card(self._path.parent, self._path.stem)
        if card is not None and card[1] == self.token:
            with contextlib.suppress(OSError):
                self._card.unlink()
                self._path.unlink(missing_ok=True)


def read_card(folder: Path, name: str) -> tuple[int, str, str] | None:
    """Process number, token and address of whoever listens as `name`, or None when there is no card."""
    try:
        pid, token, address = (folder / f"{name}.card").read_text().split(maxsplit=2)
        return int(pid), token, address.strip()
    except (OSError, ValueError):
        return None


def call(folder: Path, name: str, who: str) -> Link:
    """Connect to `name` and say Hello as `who`. Raises LinkError when nobody answers."""
    card = read_card(folder, name)
    if card is None:
        raise LinkError(f"{name} is not running.")
    _, token, address = card
    sock = socket.socket(socket.AF_INET if sys.platform == "win32" else socket.AF_UNIX, socket.SOCK_STREAM)
    sock.settimeout(1.0)
    try:
        sock.connect(("127.0.0.1", int(address)) if sys.platform == "win32" else address)
    except (OSError, ValueError) as error:
        sock.close()
        raise LinkError(f"{name} does not answer ({error}).") from error
    link = Link(sock)
    link.send(Hello(token=token, who=who))
    return link
