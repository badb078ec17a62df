"""The slate window under the hall window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage

from console.playout.picture.slate_drawer import Drawn, SlateDrawer
from engine.ipc.messages.kinds import SlateCard
from ui.display.hall import HallWindow
from ui.display.screens import HallScreenGuard


class BackupSlate(QObject):
    """The slate window under the hall window: what the hall sees while playout is starting again.

    On a ground for a vision mixer it is that ground alone, and there is one beneath the key too, which is black: the
    mixer's picture goes on without the host.

    Owned by the console, so that it is there when playout is not.
    """

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._window = HallWindow("Compere slate", on_top=False)
        self._slates = SlateDrawer(width, height)
        self._slates.drawn.connect(self._show_slate)
        self._plain = False
        self._guard = HallScreenGuard(self._window)
        self._guard.condition_changed.connect(lambda _condition: self._window.lower())
        self._key_window = HallWindow("Compere key slate", on_top=False)
        self._key_window.show_picture(_plain(width, height, "#000000"))
        self._key_guard = HallScreenGuard(self._key_window)
        self._key_guard.condition_changed.connect(lambda _condition: self._key_window.lower())
        self._size = (width, height)
        self._drawn: object = None
        self.draw(SlateCard.TITLE, "", "")

    def draw(self, kind: SlateCard, path: str, title: str, plain: str = "") -> None:
        """Show this slate, with the show's title where it is one; or one colour, `#rrggbb`, in its place."""
        wanted = (kind, path, title, plain)
        if self._drawn == wanted:
            return
        self._drawn = wanted
        self._plain = bool(plain)
        if plain:
            self._window.show_picture(_plain(*self._size, plain))
        else:
            self._slates.draw(kind, path, title)

    def choose(self, key: str, avoid: str, key_screen: str = "") -> None:
        """Lie on the screen `key`, beneath the program, and on that of the key, if there is one."""
        self._guard.choose(key, avoid=avoid)
        self._key_guard.choose(key_screen, avoid=avoid)

    def hold_on_air(self, on: bool) -> None:
        """On air the hall's picture stands, wherever the operator's window is."""
        self._guard.hold_on_air(on)
        self._key_guard.hold_on_air(on)

    def close(self) -> None:
        """Take the windows away."""
        self._slates.close()
        self._window.close()
        self._key_window.close()

    def _show_slate(self, found: Drawn) -> None:
        if not self._plain:  # else it was asked for before, and was read only now
            self._window.show_picture(found.image)


def _plain(width: int, height: int, colour: str) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image
