"""Keys by their place on the keyboard, whatever the layout makes of them.

A place is called by what an American keyboard prints there, unshifted: `M`, `1`, `;`. The key left of `2` is `1` on
every keyboard, with Shift or without, in Cyrillic, Greek or Arabic. Systems number the places; keys that print nothing
(`F2`, `Space`, `Return`) and the number block are known by Qt's name for them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

PLACES = "`1234567890-=QWERTYUIOP[]\\ASDFGHJKL;'ZXCVBNM,./"
"""All places of a keyboard that print something, by rows."""

_ROWS = ("1234567890-=", "QWERTYUIOP[]", "ASDFGHJKL;'", "ZXCVBNM,./")


def _numbered(firsts: tuple[int, ...], others: Mapping[int, str]) -> dict[int, str]:
    """The rows numbered on from their first numbers, and the places that stand apart."""
    found = dict(others)
    for first, row in zip(firsts, _ROWS, strict=True):
        found.update({first + number: place for number, place in enumerate(row)})
    return found


X11 = _numbered((10, 24, 38, 52), {49: "`", 51: "\\"})
"""Key codes of X11 and Wayland (evdev's, eight higher): xkb's `AE01`, `AD01`, `AC01`, `AB01` and on."""

WINDOWS = _numbered((0x02, 0x10, 0x1E, 0x2C), {0x29: "`", 0x2B: "\\"})
"""Scan codes of set 1."""

MAC = {
    **dict(zip((0, 1, 2, 3, 5, 4, 38, 40, 37, 41, 39), _ROWS[2], strict=True)),
    **dict(zip((6, 7, 8, 9, 11, 45, 46, 43, 47, 44), _ROWS[3], strict=True)),
    **dict(zip((12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 33, 30), _ROWS[1], strict=True)),
    **dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 27, 24), _ROWS[0], strict=True)),
    50: "`",
    42: "\\",
}
"""Carbon's kVK_ANSI_… codes, which no layout changes."""

_US_SHIFTED = dict(zip("!@#$%^&*()", "1234567890", strict=True))
"""Where the system tells no code: Shift and a digit, as on an American keyboard."""

_EXTENDED = 0x100
"""Windows sets this bit for the keys that later keyboards added: their codes repeat those of the number block."""


def place_of(event: QKeyEvent, system: str = sys.platform) -> str:
    """The place of a key, or "" when it has none or the system does not tell.

    Args:
        event: a press or a release.
        system: as `sys.platform`.
    """
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return ""
    if system == "darwin":
        code = event.nativeVirtualKey()
        if code == 0 and not event.spontaneous():
            return ""  # 0 is the key A, and also what an event has that no keyboard made
        return MAC.get(code, "")
    code = event.nativeScanCode()
    if system == "win32":
        return "" if code & _EXTENDED else WINDOWS.get(code, "")
    return X11.get(code, "")


def code_of(event: QKeyEvent, system: str = sys.platform) -> int:
    """A key with its modifiers as one number, as `QKeyCombination` has it: by place where there is one."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    place = place_of(event, system)
    if not place and modifiers & Qt.KeyboardModifier.ShiftModifier and not event.nativeScanCode():
        place = _US_SHIFTED.get(event.text(), "")
    return QKeyCombination(modifiers, Qt.Key(ord(place) if place else event.key())).toCombined()


def letter_code_of(event: QKeyEvent) -> int:
    """The same by what the layout makes of it: for a key that was bound by a letter no place is called by, as `Ö`."""
    if event.key() < 0x80 or event.key() >= Qt.Key.Key_Escape:
        return 0
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(modifiers, Qt.Key(event.key())).toCombined()


def finger_of(event: QKeyEvent) -> int:
    """A number for the key itself: the same at press and release, whatever modifiers and layout became meanwhile."""
    return event.nativeScanCode() or event.key()
