"""Screens by identity, and the hall window kept on its own screen or hidden.

A screen is known by maker, model and serial; where those are empty, by connector; then by size. Never by index:
indexes change with every cable.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from ui.display.hall import HallWindow

_SETTLE_MS = 350
"""A display that comes back changes its mode several times; measured: 350 ms is enough."""
_CHECK_MS = 1000


@dataclass(frozen=True)
class ScreenIdentity:
    """What is known of a screen: enough to find it again.

    Attributes:
        maker, model, serial: from the display itself; often empty on virtual or cheap ones.
        connector: the socket it hangs on.
        size: width x height in its own pixels.
    """

    maker: str
    model: str
    serial: str
    connector: str
    size: str

    @classmethod
    def of(cls, screen: QScreen) -> ScreenIdentity:
        """The identity of a screen that is there."""
        pixels = screen.size() * screen.devicePixelRatio()
        return cls(
            screen.manufacturer().strip(),
            screen.model().strip(),
            screen.serialNumber().strip(),
            screen.name(),
            f"{pixels.width()}x{pixels.height()}",
        )

    @classmethod
    def from_key(cls, key: str) -> ScreenIdentity:
        """Read what `key` wrote. A bare word is taken as a connector, so that `--screen HDMI-1` works."""
        parts = key.split("|")
        if len(parts) == 5:
            return cls(*parts)
        return cls("", "", "", key.strip(), "")

    @property
    def key(self) -> str:
        """One string, for settings and messages."""
        return "|".join((self.maker, self.model, self.serial, self.connector, self.size))

    @property
    def words(self) -> str:
        """For the operator: `Epson EB-L1070U · 1920x1080`."""
        name = " ".join(part for part in (self.maker, self.model) if part)
        return " · ".join(part for part in (name or self.connector, self.size) if part)


def find_screen(
    key: str, present: list[ScreenIdentity], avoid: str = "", *, exact: bool = False
) -> ScreenIdentity | None:
    """Which of the `present` screens `key` means, or None when it is not there.

    The screen `avoid` (a key: the operator's own) is never the answer. `exact`: nor is one that is only like it.
    """
    wanted = ScreenIdentity.from_key(key)
    free = [screen for screen in present if screen.key != avoid]
    if exact:
        return next((screen for screen in free if screen == wanted), None)
    if wanted.serial:
        named = [s for s in free if (s.maker, s.model, s.serial) == (wanted.maker, wanted.model, wanted.serial)]
        if named:
            return next((s for s in named if s.connector == wanted.connector), named[0])
    if wanted.connector:
        for screen in free:
            same_make = not (wanted.model and screen.model) or wanted.model == screen.model
            if screen.connector == wanted.connector and same_make:
                return screen
    if wanted.size and (wanted.model or not wanted.connector):
        same = [s for s in free if s.size == wanted.size and s.model == wanted.model]
        if len(same) == 1:
            return same[0]
    return None


class HallScreenGuard(QObject):
    """Keeps the hall window on its screen, or hidden: never on the operator's.

    Unplugging makes Qt move the window onto the console within 20 ms; a fast flap tells nothing but a changed
    screen. So three things are watched: removed screens, the window's own screen, and once a second the truth.
    A screen that shows a part of the operator's (they are mirrored) is the operator's.

    Signals:
        condition_changed(str): `ok`, `missing`, `none` or `windowed`; emitted here.
        screens_changed(): a screen came, went, or has another place or size; emitted here.
    """

    condition_changed = Signal(str)
    screens_changed = Signal()

    def __init__(self, window: HallWindow) -> None:
        super().__init__(window)
        self._window = window
        self._key = ""
        self._avoid = ""
        self._windowed = False
        self._on_air = False
        self._watched: QWindow | None = None
        self.condition = "none"
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._place)
        self._check = QTimer(self, interval=_CHECK_MS)
        self._check.timeout.connect(self._verify)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._screen_removed)
        application.screenAdded.connect(self._screen_added)
        for screen in application.screens():
            screen.geometryChanged.connect(self._screen_reformed)
        self._check.start()

    def choose(self, key: str, *, avoid: str = "", windowed: bool = False) -> None:
        """Show the hall window on the screen `key`; an empty key hides it. `avoid` is the operator's screen."""
        if (key, avoid, windowed) == (self._key, self._avoid, self._windowed) and self.condition in ("ok", "windowed"):
            return
        self._key, self._avoid, self._windowed = key, avoid, windowed
        self._place()

    def hold_on_air(self, on: bool) -> None:
        """On air the hall's picture stands, even where the operator's window has come onto the hall's screen."""
        if on is not self._on_air:
            self._on_air = on
            self._verify()

    def place_again(self) -> None:
        """The operator's one key for a lost window."""
        self._window.hide()
        self._place()

    @property
    def screen_key(self) -> str:
        """The chosen screen."""
        return self._key

    def present(self) -> list[ScreenIdentity]:
        """The screens there are now."""
        return [ScreenIdentity.of(screen) for screen in QGuiApplication.screens()]

    # -- inside -----------------------------------------------------------------------------------------------

    def _target(self) -> QScreen | None:
        if not self._key:
            return None
        screens = {ScreenIdentity.of(screen): screen for screen in QGuiApplication.screens()}
        present = list(screens)
        own = find_screen(self._avoid, present) if self._avoid else None
        found = find_screen(self._key, present, own.key if own is not None else self._avoid)
        if found is None:
            shared = own is not None and self._on_air and own == find_screen(self._key, present, exact=True)
            return screens[own] if shared and own is not None else None
        if own is not None and not self._on_air and screens[found].geometry().intersects(screens[own].geometry()):
            return None
        return screens[found]

    def _place(self) -> None:
        if self._windowed:
            self._window.show_windowed()
            self._set_condition("windowed")
            return
        target = self._target()
        if target is None:
            self._window.hide()
            self._set_condition("missing" if self._key else "none")
            return
        self._window.show_on(target)
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            handle.screenChanged.connect(self._window_moved)
            self._watched = handle
        self._set_condition("ok")

    def _screen_removed(self, _screen: QScreen) -> None:
        if not self._windowed and self._window.isVisible() and not self._at_home():
            self._hide()
        self.screens_changed.emit()

    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screen_reformed)
        self._settle.start()
        self.screens_changed.emit()

    def _screen_reformed(self, _place: QRect) -> None:
        """Another resolution, another arrangement, or mirrored from now on."""
        self._verify()
        self._settle.start()
        self.screens_changed.emit()

    def _window_moved(self, _screen: QScreen) -> None:
        if not self._windowed and self._window.isVisible() and not self._at_home():
            self._hide()
            self._settle.start()

    def _verify(self) -> None:
        if self._windowed or not self._key:
            return
        if self._window.isVisible() and not self._at_home():
            self._hide()
            self._settle.start()
        elif not self._window.isVisible() and self._target() is not None and not self._settle.isActive():
            self._settle.start()

    def _at_home(self) -> bool:
        target = self._target()
        return target is not None and self._window.geometry() == target.geometry()

    def _hide(self) -> None:
        self._window.hide()
        self._set_condition("missing")

    def _set_condition(self, condition: str) -> None:
        if condition != self.condition:
            self.condition = condition
            self.condition_changed.emit(condition)
