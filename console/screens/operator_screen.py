"""Which screen the operator's window truly stands on, followed all the time; and the way back to its own.

A window manager places the window after it was shown, a cable moves it, the operator drags it: so the place is asked
whenever something moved, and once a second. The window never stays on the hall's screen while another one is free.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.display.screens import ScreenIdentity, find_screen

_REST_MS = 300
"""A window that is being dragged is left alone until it has rested for so long."""
_CHECK_MS = 1000
_TRIES = 4
"""A window manager that puts the window back so often is fought no longer: the hall's picture gives way instead."""

Places = Mapping[ScreenIdentity, QRect]
"""The screens that are there, with their rectangles on the desktop."""


def standing_on(window: QRect, screens: Places, prefer: Sequence[str] = ()) -> ScreenIdentity | None:
    """The screen that shows the most of `window`; of mirrored ones the first of the keys `prefer`. None: no screen."""

    def shown(screen: ScreenIdentity) -> int:
        part = screens[screen].intersected(window)
        return part.width() * part.height()

    order = {key: number for number, key in reversed([*enumerate(prefer)])}
    found = min(screens, key=lambda s: (-shown(s), order.get(s.key, len(order))), default=None)
    return found if found is not None and shown(found) else None


class OwnScreen:
    """The operator's own screen: where the window is, and where it belongs.

    Attributes:
        own: key of the screen that the window stands on, "" before it was seen.
        home: key of the screen that it belongs to: the last one it rested on while the screens stayed as they were.
    """

    def __init__(self) -> None:
        self.own = ""
        self.home = ""
        self._away = False
        self._tries = 0
        self._seen: dict[ScreenIdentity, QRect] = {}

    def update(self, screens: Places, here: ScreenIdentity | None, taken: Sequence[str]) -> ScreenIdentity | None:
        """The window stands on `here` (None: on no screen that is there).

        Args:
            taken: keys of the screens that the hall or its key has.

        Returns:
            The screen that the window is to be brought to; None when it may stay.
        """
        seen = dict(screens)
        if seen != self._seen:  # where the window is after that was nobody's request
            self._seen, self._tries, self._away = seen, 0, bool(self.home)
        present = list(screens)
        others = [screen for key in taken if (screen := find_screen(key, present)) is not None]
        free = [s for s in present if not any(screens[s].intersects(screens[other]) for other in others)]
        home = find_screen(self.home, present) if self.home else None
        if here is None:
            return self._bring(home if home in free else next(iter(free or present), None))
        self.own = here.key
        if here not in free:
            self._away = self._away or (bool(self.home) and home is None)
            return self._bring(home if home in free else next(iter(free), None))
        if self.home and home is None:
            self._away = True  # its own screen is gone, and another one took the window in
            return None
        if self._away and home in free and home != here:
            return self._bring(home)
        self._away, self._tries = False, 0
        self.home = here.key
        return None

    def _bring(self, target: ScreenIdentity | None) -> ScreenIdentity | None:
        self._tries += target is not None
        if self._tries > _TRIES:
            return None
        return target


class OperatorScreen(QObject):
    """Watches the operator's window.

    Args:
        window: the operator's.
        taken: keys of the screens that are chosen for the hall and for its key now.

    Signals:
        changed(str): key of the screen that the window stands on; emitted here.
        returned(): the window had stood on the hall's screen, or away from its own, and was brought back; emitted here.
    """

    changed = Signal(str)
    returned = Signal()

    def __init__(self, window: QWidget, taken: Callable[[], Sequence[str]]) -> None:
        super().__init__(window)
        self._window, self._taken = window, taken
        self._own = OwnScreen()
        self._told = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.check)
        self._check = QTimer(self, interval=_CHECK_MS)
        self._check.timeout.connect(self._glance)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(lambda _screen: self._rest.start())
        application.screenRemoved.connect(lambda _screen: self._rest.start())
        application.primaryScreenChanged.connect(lambda _screen: self._rest.start())
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the window, on a screen that is not the hall's where there is one, and follow it from now on."""
        screens = _places()
        primary = ScreenIdentity.of(QGuiApplication.primaryScreen())
        target = self._own.update(screens, primary if primary in screens else None, self._taken())
        self._own.home = ""  # nothing was seen yet: the window manager has the last word
        self._put(target or primary)
        self._check.start()
        self._rest.start()

    def close(self) -> None:
        """Watch no longer."""
        self._rest.stop()
        self._check.stop()
        self._window.removeEventFilter(self)

    def check(self) -> None:
        """Ask where the window is; bring it back where it must not be. Called when something may have changed."""
        window = self._window
        if not window.isVisible() or window.isMinimized():
            return
        screens = _places()
        here = self._here(screens)
        target = self._own.update(screens, here, self._taken())
        if target is not None:
            self._put(target)
            self.returned.emit()
            self._rest.start()
        elif self._own.own and self._own.own != self._told:
            self._told = self._own.own
            self.changed.emit(self._told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What moves the window makes it be looked for, once it rests."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange, QEvent.Type.Show):
            self._rest.start()
        return False

    def _glance(self) -> None:
        if not self._rest.isActive():
            self.check()

    def _here(self, screens: Places) -> ScreenIdentity | None:
        handle = self._window.windowHandle()
        if QGuiApplication.platformName().startswith("wayland") and handle is not None:
            there = ScreenIdentity.of(handle.screen())  # no window knows its place there, but its screen
            return there if there in screens else None
        taken = [find_screen(key, list(screens)) for key in self._taken()]
        prefer = [self._own.home, *(screen.key for screen in screens if screen not in taken)]
        return standing_on(self._window.frameGeometry(), screens, prefer)

    def _put(self, target: ScreenIdentity) -> None:
        """Show the window maximized on this screen."""
        screen = next((s for s in QGuiApplication.screens() if ScreenIdentity.of(s) == target), None)
        if screen is None:
            return
        window = self._window
        if window.isVisible() and window.windowState() & (
            Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
        ):
            window.showNormal()  # a maximized window is moved by nobody
        window.setScreen(screen)
        window.setGeometry(_inside(screen, window))
        window.showMaximized()


def _inside(screen: QScreen, window: QWidget) -> QRect:
    room = screen.availableGeometry()
    place = QRect(0, 0, min(window.width(), room.width() - 40), min(window.height(), room.height() - 60))
    place.moveCenter(room.center())
    return place


def _places() -> dict[ScreenIdentity, QRect]:
    return {ScreenIdentity.of(screen): screen.geometry() for screen in QGuiApplication.screens()}
