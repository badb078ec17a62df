"""A process in which local models work, so that loading or crashing one never touches the window.

One thread talks with the console and always answers; others work. So a model that takes seconds to load, or a library
that hangs in C, neither looks dead nor stops the process from ending. It belongs to the console that started it: when
that is gone, so is this.
"""

from __future__ import annotations

import select
import socket
from collections.abc import Sequence
from pathlib import Path

from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Ping, Pong, Stop
from engine.ipc.transport import Link, Listener

_ALONE_S = 30.0
"""Without a console for this long it ends by itself."""


class ModelServer:
    """The thread that talks. A kind of host says what it works on.

    Args:
        folder: the runtime folder in which the console looks for it.
        name: its name there.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._listener = Listener(folder, name)
        self._console: Link | None = None
        self._strangers: list[Link] = []
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self._wake_out.setblocking(False)

    def run(self) -> None:
        """Serve until told to stop, or until the console is gone."""
        self.begin_work()
        while self._talk():
            pass
        self.close()

    def close(self) -> None:
        """Be found no more."""
        self._listener.close()
        self._wake_in.close()
        self._wake_out.close()

    def wake(self) -> None:
        """There is something to deliver. Called by the threads that work."""
        try:
            self._wake_in.send(b"!")
        except OSError:
            pass  # it has been woken often enough, or is on its way out

    # -- what a kind of host does ------------------------------------------------------------------------------

    def begin_work(self) -> None:
        """Start the threads that work."""
        raise NotImplementedError

    def receive(self, message: Message) -> None:
        """What the console requests. Must not wait."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another console is there: what the last one requested, nobody wants."""
        raise NotImplementedError

    def deliver(self, console: Link) -> None:
        """Send what is ready."""
        raise NotImplementedError

    # -- the thread that talks ---------------------------------------------------------------------------------

    def _talk(self) -> bool:
        links = [*self._strangers, *([self._console] if self._console else [])]
        full = [link for link in links if link.waiting]
        watched: list[Listener | Link | socket.socket] = [self._listener, self._wake_out, *links]
        readable, writable, _ = select.select(watched, full, [], _ALONE_S)
        if not readable and not writable and self._console is None:
            return False
        if self._listener in readable and (link := self._listener.accept()):
            self._strangers.append(link)
        if self._wake_out in readable:
            self._wake_out.recv(4096)
        for link in writable:
            link.flush()
        for link in self._strangers[:]:
            if link in readable and not self._greet(link):
                return False
        if self._console is not None:
            if self._console in readable and not self._handle_all(self._console.receive()):
                return False
            self.deliver(self._console)
            if self._console.closed:
                return False
        return True

    def _greet(self, link: Link) -> bool:
        """The first words of a stranger. False when one with the right to it asks for the end."""
        messages = link.receive()
        if messages and self._listener.knows(messages[0]):
            self._strangers.remove(link)
            if any(isinstance(message, Stop) for message in messages):
                return False
            if self._console is not None:  # the newest console is the one that counts
                self._console.close()
            self.forget()
            self._console = link
            return self._handle_all(messages[1:])
        if messages or link.closed:
            link.close()
            self._strangers.remove(link)
        return True

    def _handle_all(self, messages: Sequence[Message]) -> bool:
        """False when one of them asks for the end."""
        return False not in [self._handle(message) for message in messages]

    def _handle(self, message: Message) -> bool:
        match message:
            case Ping(number=number):
                if self._console is not None:
                    self._console.send(Pong(number=number))
            case Stop():
                return False
            case _:
                self.receive(message)
        return True
