"""What a key is called in Qt's portable form, from its place on a US keyboard or from the system's own name for it."""

from __future__ import annotations

BY_PLACE: dict[int, str] = {
    1: "Esc", 14: "Backspace", 15: "Tab", 28: "Return", 57: "Space", 58: "CapsLock", 70: "ScrollLock",
    **dict(zip(range(2, 12), "1234567890", strict=True)),
    12: "-", 13: "=", 26: "[", 27: "]", 39: ";", 40: "'", 41: "`", 43: "\\", 51: ",", 52: ".", 53: "/",
    **dict(zip(range(16, 26), "QWERTYUIOP", strict=True)),
    **dict(zip(range(30, 39), "ASDFGHJKL", strict=True)),
    **dict(zip(range(44, 51), "ZXCVBNM", strict=True)),
    **{59 + n: f"F{n + 1}" for n in range(10)}, 87: "F11", 88: "F12",
    **{183 + n: f"F{n + 13}" for n in range(12)},
    96: "Enter", 99: "Print", 102: "Home", 103: "Up", 104: "PgUp", 105: "Left", 106: "Right", 107: "End",
    108: "Down", 109: "PgDown", 110: "Ins", 111: "Del", 119: "Pause", 127: "Menu",
}  # fmt: skip
"""Scan code of a PC keyboard, as Linux counts them (linux/input-event-codes.h), to the key of a US layout."""

_KEYSYMS = {
    "space": "Space", "Escape": "Esc", "BackSpace": "Backspace", "Tab": "Tab", "Return": "Return", "KP_Enter": "Enter",
    "Prior": "PgUp", "Next": "PgDown", "Page_Up": "PgUp", "Page_Down": "PgDown", "Delete": "Del", "Insert": "Ins",
    "Home": "Home", "End": "End", "Left": "Left", "Right": "Right", "Up": "Up", "Down": "Down", "Print": "Print",
    "Pause": "Pause", "Menu": "Menu",
}  # fmt: skip


def name_of_keysym(keysym: int, name: str | None) -> str:
    """The portable name of an X keysym (with X's own name for it), or "" when it is none that can be bound."""
    if name in _KEYSYMS:
        return _KEYSYMS[name]
    if name and name[0] == "F" and name[1:].isdigit():
        return name
    if 0x20 < keysym < 0x7F:  # Latin-1 keysyms are the letters themselves (X11 protocol, appendix A)
        return chr(keysym).upper()
    return ""


def combination(key: str, *, ctrl: bool, alt: bool, shift: bool, meta: bool) -> str:
    """A key with its modifiers in the order in which the key map writes them."""
    held = (("Ctrl", ctrl), ("Alt", alt), ("Shift", shift), ("Meta", meta))
    return "+".join((*(name for name, down in held if down), key))
