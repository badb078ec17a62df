"""Playout's end of the link: it answers the console, and does not mind when the console dies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from engine.ipc.logger import Logger
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Cleared, Fault, Hello, Ping, Pong
from engine.ipc.messages.emergency import EMERGENCY, EmergencyCall
from engine.ipc.messages.kinds import FaultKind
from engine.ipc.transport import Link, Listener
from engine.text import Text, as_text


class ControlServer(QObject):
    """Listens for consoles; the newest one that knows the token is spoken to.

    Beside the console there are its emergency keys, which are obeyed in EmergencyCall and nothing else.

    Args:
        runtime: folder of the sockets.
        welcome: makes the answer to a console's Hello.
        obey: carries out each other message.
    """

    def __init__(
        self, runtime: Path, welcome: Callable[[], Message], obey: Callable[[Message], None], log: Logger
    ) -> None:
        super().__init__()
        self._welcome = welcome
        self._obey = obey
        self._log = log
        self._listener = Listener(runtime, "playout")
        self._links: dict[Link, QSocketNotifier] = {}
        self._console: Link | None = None
        self._emergency: Link | None = None
        self._faults: dict[str, Fault] = {}
        self._standing: dict[str, Message] = {}
        self._door = QSocketNotifier(self._listener.fileno(), QSocketNotifier.Type.Read, self)
        self._door.activated.connect(self._accept)

    @property
    def attended(self) -> bool:
        """A console is there."""
        return self._console is not None

    def send(self, message: Message) -> None:
        """Tell the console, if there is one."""
        if self._console is not None:
            self._console.send(message)
            if self._console.closed:
                self._drop(self._console)

    def send_newest(self, message: Message) -> None:
        """Tell the console unless it is behind: the next one will be newer anyway."""
        if self._console is not None:
            self._console.flush()
            if not self._console.waiting:
                self.send(message)

    def send_until_followed(self, kind: str, message: Message | None) -> None:
        """Tell the console, and each that joins later, until None takes it back."""
        if message is None:
            self._standing.pop(kind, None)
        else:
            self._standing[kind] = message
            self.send(message)

    def fault(self, kind: FaultKind, sentence: str) -> None:
        """A fault that stands until it is cleared; a console that joins later hears of it too."""
        fault = Fault(kind=kind, sentence=as_text(sentence))
        if self._faults.get(kind) != fault:
            self._faults[kind] = fault
            self._log.warning("fault", kind=kind, sentence=sentence)
            self.send(fault)

    def cleared(self, kind: FaultKind) -> None:
        """The fault of this kind is over."""
        if self._faults.pop(kind, None) is not None:
            self._log.info("fault over", kind=kind)
            self.send(Cleared(kind=kind))

    def close(self) -> None:
        """Hang up and stop listening."""
        self._door.setEnabled(False)
        for link in list(self._links):
            self._drop(link)
        self._listener.close()

    def _accept(self) -> None:
        link = self._listener.accept()
        if link is None:
            return
        notifier = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda: self._read(link))
        self._links[link] = notifier

    def _read(self, link: Link) -> None:
        known = link in (self._console, self._emergency)
        for message in link.receive():
            if not known:  # once known, all that came with it is heard, also from one who has hung up by now
                if not self._listener.knows(message):
                    link.close()
                    break
                self._take_over(link, message)
                known = True
            elif link is self._emergency and not isinstance(message, EmergencyCall):
                link.close()  # it has nothing else to say
                break
            elif isinstance(message, Ping):
                self.send(Pong(number=message.number))
            else:
                try:
                    self._obey(message)
                except Exception as error:
                    self._log.exception("command failed", command=type(message).__name__)
                    self.fault(
                        FaultKind.COMMAND,
                        Text("Playout could not carry out {name}: {fault}", name=type(message).__name__, fault=error),
                    )
        if link.closed:
            self._drop(link)

    def _take_over(self, link: Link, hello: Message) -> None:
        assert isinstance(hello, Hello)
        if hello.who == EMERGENCY:
            if self._emergency is not None:
                self._drop(self._emergency)
            self._emergency = link
            self._log.info("emergency keys joined")
            return
        if self._console is not None:
            self._drop(self._console)
        self._console = link
        self._log.info("console joined", who=hello.who)
        self.send(self._welcome())
        for message in (*self._faults.values(), *self._standing.values()):
            self.send(message)

    def _drop(self, link: Link) -> None:
        notifier = self._links.pop(link, None)
        if notifier is not None:
            notifier.setEnabled(False)
            notifier.deleteLater()
        link.close()
        if link is self._emergency:
            self._emergency = None
        if link is self._console:
            self._console = None
            self._log.info("console left")
