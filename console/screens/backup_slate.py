"""The slate window under the hall window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.playout.picture.slate_drawer import SlateDrawer
from engine.ipc.messages.kinds import SlateCard
from ui.display.hall import HallWindow
from ui.display.screens import HallScreenGuard


class BackupSlate(QObject):
    """The slate window under the hall window: what the hall sees while playout is starting again.

    Owned by the console, so that it is there when playout is not.
    """

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._window = HallWindow("Compere slate", on_top=False)
        self._slates = SlateDrawer(width, height)
        self._slates.drawn.connect(lambda found: self._window.show_picture(found.image))
        self._guard = HallScreenGuard(self._window)
        self._guard.condition_changed.connect(lambda _condition: self._window.lower())
        self._drawn: object = None
        self.draw(SlateCard.TITLE, "", "")

    def draw(self, kind: SlateCard, path: str, title: str) -> None:
        """Show this slate, with the show's title where it is one."""
        if self._drawn != (kind, path, title):
            self._drawn = (kind, path, title)
            self._slates.draw(kind, path, title)

    def choose(self, key: str, avoid: str) -> None:
        """Lie on the screen `key`, beneath the program."""
        self._guard.choose(key, avoid=avoid)

    def hold_on_air(self, on: bool) -> None:
        """On air the hall's picture stands, wherever the operator's window is."""
        self._guard.hold_on_air(on)

    def close(self) -> None:
        """Take the window away."""
        self._slates.close()
        self._window.close()
