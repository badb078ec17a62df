"""A link to playout or the engine, inside the console's Qt loop."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from engine.ipc.messages.base import Message
from engine.ipc.transport import Link


class QtLink(QObject):
    """Turns a Link into signals.

    Signals:
        received(object): a Message; emitted here.
        lost(): the other side hung up or died; emitted here, once.
    """

    received = Signal(object)
    lost = Signal()

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._notifier = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._room = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Write, self)
        self._room.setEnabled(False)
        self._room.activated.connect(self._flush)
        self._over = False

    def send(self, message: Message) -> None:
        """Send without ever blocking; a dead peer is noticed here too."""
        self._link.send(message)
        self._sent()

    def close(self) -> None:
        """Hang up, without a `lost`."""
        if not self._over:
            self._hang_up()

    def _read(self) -> None:
        for message in self._link.receive():
            if self._over:
                return
            self.received.emit(message)
        if self._link.closed:
            self._end()

    def _flush(self) -> None:
        if not self._over:
            self._link.flush()
            self._sent()

    def _sent(self) -> None:
        if self._link.closed:
            self._end()
        elif self._link.waiting != self._room.isEnabled():  # what was more than the socket takes at once
            self._room.setEnabled(self._link.waiting)

    def _end(self) -> None:
        if not self._over:
            self._hang_up()
            self.lost.emit()

    def _hang_up(self) -> None:
        self._over = True
        self._notifier.setEnabled(False)
        self._room.setEnabled(False)
        self._link.close()
        self.deleteLater()
