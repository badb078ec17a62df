"""What the keyboard prints at each place, so that the window names keys as the operator's own keyboard does."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from ui.key_places import WINDOWS, X11, place_of

READ_EVERY_MS = 2000
"""How often it is asked whether another layout is on: it is switched outside of this window."""

_CORE_KEYBOARD = 0x100
_DEAD = {0xFE50: "`", 0xFE51: "´", 0xFE52: "^", 0xFE53: "~", 0xFE57: "¨", 0xFE5A: "ˇ", 0xFE5B: "¸"}
"""Keysyms that put an accent on the next letter, and what is printed on them."""

Legends = Mapping[str, str]


def legend(place: str, plain: str, shifted: str) -> str:
    """What to call a place: what it prints, capital; a digit where it has one, whether it takes Shift or not.

    Args:
        place: as `ui.key_places` calls it.
        plain, shifted: what the layout makes of it without and with Shift; "" for nothing.
    """
    for each in (plain, shifted):
        if place.isdigit() and each.isascii() and each.isdigit():
            return each
    if len(plain) != 1 or not plain.isprintable() or plain.isspace():
        return ""
    return plain.upper() if len(plain.upper()) == 1 else plain


def read_x11() -> Legends:
    """Of the X server's layout that is on now; empty when it cannot be read."""
    try:
        x11, xkb = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libxkbcommon.so.0")
    except OSError:
        return {}
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XkbKeycodeToKeysym.restype = ctypes.c_ulong
    xkb.xkb_keysym_to_utf32.restype = ctypes.c_uint32
    display = x11.XOpenDisplay(None)
    if not display:
        return {}
    try:
        state = (ctypes.c_ubyte * 64)()  # an XkbStateRec; its first byte is the group that is on
        x11.XkbGetState(ctypes.c_void_p(display), _CORE_KEYBOARD, state)

        def character(code: int, level: int) -> str:
            found = x11.XkbKeycodeToKeysym(ctypes.c_void_p(display), ctypes.c_ubyte(code), int(state[0]), level)
            point = xkb.xkb_keysym_to_utf32(ctypes.c_uint32(found))
            return chr(point) if point else _DEAD.get(found, "")

        return {place: legend(place, character(code, 0), character(code, 1)) for code, place in X11.items()}
    finally:
        x11.XCloseDisplay(ctypes.c_void_p(display))


def read_windows(user32: Any = None) -> Legends:
    """Of the layout that the foreground thread has on Windows.

    Args:
        user32: the library, for tests.
    """
    library = user32 if user32 is not None else ctypes.windll.user32  # type: ignore[attr-defined]
    layout = library.GetKeyboardLayout(0)
    found = {}
    for code, place in WINDOWS.items():
        virtual = library.MapVirtualKeyExW(code, 3, layout)  # MAPVK_VSC_TO_VK_EX
        if place.isdigit() and 0x30 <= virtual <= 0x39:
            found[place] = chr(virtual)  # the digit keys are called by their digit, also where it takes Shift
            continue
        character = library.MapVirtualKeyExW(virtual, 2, layout) & 0xFFFF  # MAPVK_VK_TO_CHAR; the top bit: an accent
        found[place] = legend(place, chr(character) if character else "", "")
    return found


def _reader() -> Callable[[], Legends] | None:
    """Who can say what the keyboard prints; None where nobody can, and it is learned as keys are pressed."""
    if QGuiApplication.platformName() == "xcb":
        return read_x11
    if sys.platform == "win32" and QGuiApplication.platformName() == "windows":
        return read_windows
    return None


class KeyLegends(QObject):
    """Follows the keyboard's layout.

    Signals:
        changed(): a place prints something else than before.

    Attributes:
        printed: place → what is printed there, for those that differ from an American keyboard.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, reader: Callable[[], Legends] | None = None) -> None:
        """Reads the layout for the first time.

        Args:
            reader: says what is printed where; the system's own when left out.
        """
        super().__init__(parent)
        self.printed: Legends = {}
        self._reader = reader or _reader()
        self._timer = QTimer(self, interval=READ_EVERY_MS)
        self._timer.timeout.connect(self.read)
        if self._reader is not None:
            self.read()

    def listen(self) -> None:
        """Follows from now on."""
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        if self._reader is not None:
            self._timer.start()

    def stop(self) -> None:
        """Follows no more."""
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def read(self) -> None:
        """Asks the system now."""
        if self._reader is not None:
            self._use(self._reader())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learns from the keys that are pressed; keeps none."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QWindow) and event.type() == QEvent.Type.KeyPress:
            self.learn(event)
        return False

    def learn(self, event: QKeyEvent) -> None:
        """A key was pressed: what it printed is printed on it."""
        place = place_of(event)
        if not place or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return
        found = legend(place, event.text(), "")
        if not found or place.isdigit() or found == self.printed.get(place, place):
            return
        if self._reader is not None:
            self.read()
        else:
            self._use({**self.printed, place: found})

    def _use(self, legends: Legends) -> None:
        printed = {place: each for place, each in legends.items() if each and each != place}
        if printed != self.printed:
            self.printed = printed
            self.changed.emit()
