"""The link between two processes: whole messages over a local stream, and a send that never blocks.

One kind of socket on both ends (a Unix socket; on Windows the loopback with a token), so that the window, the
hall and the worker without Qt all speak through the same few lines. Qt sides watch `fileno()` with a
QSocketNotifier; the engine waits in `select`.
"""

from __future__ import annotations

import contextlib
import errno
import math
import os
import secrets
import socket
import struct
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from engine.ipc.messages.base import Message
from engine.ipc.messages.core import PROTOCOL, Hello, pack, unpack

_LENGTH = struct.Struct("<I")
_QUEUE_BYTES = 4 << 20
"""A peer that has not read for this long is as good as gone; it is dropped, not waited for."""
_MOST_BYTES = _QUEUE_BYTES
_STRANGER_BYTES = 1024
"""The longest first message: a Hello. Nothing more is read of who has not proven the right to speak."""
_AT_ONCE_BYTES = 1 << 18
"""Of one peer that never stops so much is read, then the others and the deadlines have their turn."""
_STRANGERS = 16
"""Callers that have not said Hello yet; one more, and the oldest of them is sent away."""
_RESERVE = 64
"""The last descriptors of this process are not for strangers: a library that finds none ends the process."""
_NO_DESCRIPTOR = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
_CARD_BYTES = 512
_LAST_PID = 2**31 - 1
"""Systems count processes no further; what is beyond, or none, comes from a damaged card."""
_CALL_S = 1.0


class LinkError(Exception):
    """The peer is not there, or does not speak our language. The message is one sentence."""


class Link:
    """One end of a connection.

    Args:
        sock: connected.
        proof: says whether a first message proves the right to speak; who has it not is dropped, unheard. None for a
            peer that need not prove it.

    Attributes:
        closed: the peer is gone (or was dropped); nothing will arrive any more.
    """

    def __init__(self, sock: socket.socket, proof: Callable[[Message], bool] | None = None) -> None:
        sock.setblocking(False)
        self._proof = proof
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
    def proven(self) -> bool:
        """The peer has the right to speak."""
        return self._proof is None

    @property
    def waiting(self) -> bool:
        """Bytes are waiting to be sent: call `flush` when the socket is writable."""
        return bool(self._outbox)

    def send(self, message: Message) -> None:
        """Queue the message and send what the socket takes at once. Never blocks, never raises."""
        if self.closed or self._hung_up:
            return
        try:
            body = pack(message)
        except UnicodeEncodeError:  # a file's name that is no text
            body = pack(_printable(message))
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
        """Whole messages that have arrived, the first of a stranger only with its proof. Who sends rubbish is dropped.

        Of a peer that sends without end only a part is read: the rest is there at the next call.
        """
        most = _AT_ONCE_BYTES if self.proven else _LENGTH.size + _STRANGER_BYTES
        room = most
        while not self.closed and room > 0:
            try:
                data = self._sock.recv(min(65536, room))
            except (BlockingIOError, InterruptedError):
                break
            except OSError:
                data = b""
            if not data:
                self.close()
                break
            self._inbox += data
            room -= len(data)
        messages: list[Message] = []
        while len(self._inbox) >= 4:
            (length,) = _LENGTH.unpack_from(self._inbox)
            if length > (_MOST_BYTES if self.proven else _STRANGER_BYTES):
                self._refuse()
                break
            if len(self._inbox) < 4 + length:
                break
            body = bytes(self._inbox[4 : 4 + length])
            del self._inbox[: 4 + length]
            try:
                message = unpack(body)
            except msgspec.DecodeError:
                self._refuse()
                break
            if self._proof is not None:
                if not self._proof(message):
                    self._refuse()
                    break
                self._proof = None
            messages.append(message)
        return messages

    def send_away(self) -> None:
        """Break the connection. Whoever holds this end comes to the end of it at the next `receive`."""
        with contextlib.suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)
        self._inbox.clear()

    def _refuse(self) -> None:
        self._inbox.clear()
        self.close()

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
            self._sock.listen(64)
            self._write_card(address)
        except OSError as error:
            self._sock.close()
            raise LinkError(f"The runtime folder {folder} cannot be used ({error}): set XDG_RUNTIME_DIR.") from error
        self._sock.setblocking(False)
        self._strangers: list[Link] = []
        self._spare = _spare_descriptor()

    def _write_card(self, address: str) -> None:
        # All cards are of one length: on a full disk the old one's place is written over.
        text = f"{os.getpid()} {self.token} {address}".encode().ljust(_CARD_BYTES - 1) + b"\n"
        fresh = self._card.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as card:
                card.write(text)
            fresh.replace(self._card)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            if error.errno not in (errno.ENOSPC, errno.EDQUOT) or not self._card.is_file():
                raise
            with self._card.open("r+b") as card:
                card.write(text)

    def fileno(self) -> int:
        """For select and QSocketNotifier."""
        return self._sock.fileno()

    def accept(self) -> Link | None:
        """The next caller, if one is there. It is a stranger until its Hello carried the token.

        Of strangers there are so many at the most: the one that is silent longest comes to its end for a new one.
        """
        try:
            sock, _ = self._sock.accept()
        except OSError as error:
            if error.errno in _NO_DESCRIPTOR:
                self._turn_away()
            return None
        link = Link(sock, self.knows)
        self._strangers = [other for other in self._strangers if not other.proven and not other.closed]
        most = _STRANGERS if sock.fileno() < _descriptors() - _RESERVE else 1
        while len(self._strangers) >= most:
            self._strangers.pop(0).send_away()
        self._strangers.append(link)
        return link

    def _turn_away(self) -> None:
        """There is no descriptor for the next caller: give it the spare one for a moment, and hang up.

        Left where it is it would be there again at once, and again, without end.
        """
        if self._spare is not None:
            os.close(self._spare)
            self._spare = None
            with contextlib.suppress(OSError):
                self._sock.accept()[0].close()
        self._spare = _spare_descriptor()

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
        self._strangers.clear()
        if self._spare is not None:
            os.close(self._spare)
            self._spare = None
        card = read_card(self._path.parent, self._path.stem)
        if card is not None and card[1] == self.token:
            with contextlib.suppress(OSError):
                self._card.unlink()
                self._path.unlink(missing_ok=True)


def _printable(message: Message) -> Message:
    """The message with a question mark for each character that cannot be sent."""

    def mended(value: Any) -> Any:
        if isinstance(value, str):
            return value.encode(errors="replace").decode()
        if isinstance(value, list | tuple):
            return [mended(each) for each in value]
        if isinstance(value, dict):
            return {mended(name): mended(each) for name, each in value.items()}
        if isinstance(value, msgspec.Struct):
            return {name: mended(getattr(value, name)) for name in value.__struct_fields__}
        return value

    return msgspec.convert(mended(message) | {"type": type(message).__name__}, type(message))


def _descriptors() -> float:
    """How many descriptors this process may have."""
    try:
        import resource
    except ImportError:
        return math.inf
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return math.inf if soft == resource.RLIM_INFINITY else soft


def _spare_descriptor() -> int | None:
    try:
        return os.open(os.devnull, os.O_RDONLY)
    except OSError:
        return None


def read_card(folder: Path, name: str) -> tuple[int, str, str] | None:
    """Process number, token and address of whoever listens as `name`, or None when there is no card."""
    try:
        handle = os.open(folder / f"{name}.card", os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as card:
            pid, token, address = (card.read(_CARD_BYTES) or b"").decode().split(maxsplit=2)
        number = int(pid)
    except (OSError, ValueError):
        return None
    return (number, token, address.strip()) if 0 < number <= _LAST_PID else None


def call(folder: Path, name: str, who: str) -> Link:
    """Connect to `name` and say Hello as `who`. Raises LinkError when nobody answers."""
    card = read_card(folder, name)
    if card is None:
        raise LinkError(f"{name} is not running.")
    _, token, address = card
    sock = socket.socket(socket.AF_INET if sys.platform == "win32" else socket.AF_UNIX, socket.SOCK_STREAM)
    sock.settimeout(_CALL_S)
    try:
        _connect(sock, ("127.0.0.1", int(address)) if sys.platform == "win32" else address)
    except (OSError, ValueError) as error:
        sock.close()
        raise LinkError(f"{name} does not answer ({error}).") from error
    link = Link(sock)
    link.send(Hello(token=token, who=who))
    return link


def _connect(sock: socket.socket, address: str | tuple[str, int]) -> None:
    """Connect within `_CALL_S`. A Unix socket whose queue of callers is full says so at once: it is asked again."""
    until = time.monotonic() + _CALL_S
    while True:
        try:
            sock.connect(address)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
