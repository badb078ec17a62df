"""The digits of the upper row, whatever Shift makes of them: `Shift+1` is `!` on one keyboard and `1` on another."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_X11 = {code: digit for digit, code in zip("1234567890", range(10, 20), strict=True)}
"""Hardware codes of evdev's upper row, as X11 and Wayland tell them (xkb's `AE01` to `AE10`)."""

_WINDOWS = {0x30 + int(digit): digit for digit in "0123456789"}
"""Virtual key codes, which Shift does not change."""

_MAC = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), "1234567890", strict=True))
"""kVK_ANSI_1 … kVK_ANSI_0 of Carbon's HIToolbox."""

_US = dict(zip("!@#$%^&*()", "1234567890", strict=True))
"""Where the system tells no code: as on an American keyboard."""


def digit_of(event: QKeyEvent, system: str = sys.platform) -> str:
    """The digit on a key of the upper row that is pressed with Shift, or ""."""
    if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return ""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return ""
    if system == "win32":
        found = _WINDOWS.get(event.nativeVirtualKey(), "")
    elif system == "darwin":
        found = _MAC.get(event.nativeVirtualKey(), "") if event.nativeVirtualKey() else ""
    else:
        found = _X11.get(event.nativeScanCode(), "")
    if found or event.nativeScanCode() or event.nativeVirtualKey():
        return found
    return _US.get(event.text(), "")
