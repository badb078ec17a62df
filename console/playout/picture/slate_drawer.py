"""Draws the slate beside whatever has a deadline: a picture of the user's is read in a thread, and may take a while."""

from __future__ import annotations

import threading
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from console.playout.picture.slate import draw_slate
from engine.ipc.messages.kinds import SlateCard
from engine.text import Text
from ui.display.fonts import load_fonts

DEADLINE_MS = 8000


class Drawn(NamedTuple):
    """A slate that is drawn.

    Attributes:
        image: as large as the program.
        sentence: what is not as it was asked, for the operator, or "".
    """

    image: QImage
    sentence: str


class SlateDrawer(QObject):
    """One slate at a time; the newest that was asked for is what counts.

    Args:
        width, height: of the program.

    Signals:
        drawn(object): a `Drawn`; emitted here.
    """

    drawn = Signal(object)
    _read = Signal(int, object)

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = (width, height)
        self._number = 0
        self._path = self._title = ""
        load_fonts()  # here, for a title may be drawn in a thread
        self._threads: list[threading.Thread] = []
        self._read.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._late = QTimer(self, singleShot=True, interval=DEADLINE_MS)
        self._late.timeout.connect(self._give_up)

    def draw(self, kind: SlateCard, path: str, title: str = "") -> None:
        """Draw a slate: at once, or as soon as its picture is read. Arguments as of `draw_slate`."""
        self._number += 1
        self._late.stop()
        if kind != SlateCard.PICTURE:
            self.drawn.emit(Drawn(*draw_slate(kind, path, *self._size, title)))
            return
        self._path, self._title = path, title
        self._late.start()
        self._threads = [each for each in self._threads if each.is_alive()]
        if len(self._threads) >= 4:  # they hang: one more would hang as well, and the deadline tells
            return
        # By hand: a disk may hang, and the tick must not.
        thread = threading.Thread(target=self._work, args=(self._number, kind, path, title), name="slate", daemon=True)
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """Nothing that is still being read counts any more."""
        self._number += 1
        self._late.stop()
        for thread in self._threads:
            thread.join(1.0)

    def _work(self, number: int, kind: SlateCard, path: str, title: str) -> None:
        found = Drawn(*draw_slate(kind, path, *self._size, title))
        self._read.emit(number, found)

    def _receive(self, number: int, found: Drawn) -> None:
        if number == self._number:
            self._late.stop()
            self.drawn.emit(found)

    def _give_up(self) -> None:
        self._number += 1
        image, _ = draw_slate(SlateCard.TITLE, "", *self._size, self._title)
        why = "it takes too long to be read"
        self.drawn.emit(
            Drawn(
                image,
                Text(
                    "The slate picture {path} cannot be shown ({why}): the title is shown instead.",
                    path=self._path,
                    why=why,
                ),
            )
        )
