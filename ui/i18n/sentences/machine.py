"""What the console says of disks, folders and processes; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

MACHINE_SENTENCES = (
    QT_TRANSLATE_NOOP(
        "words",
        "The log in {folder} cannot be written ({why}): make room there. The show goes on; "
        "what happens meanwhile is missing from its report.",
    ),
    QT_TRANSLATE_NOOP("words", "The drawn mouth comes out wrong, so it stays shut: another avatar may do better."),
    QT_TRANSLATE_NOOP("words", "The picture came out empty."),
    QT_TRANSLATE_NOOP("words", "The shared memory {name} cannot be opened ({why}): it is tried again."),
    QT_TRANSLATE_NOOP("words", "The shared memory {name} is too small ({size} bytes), so not a ring: restart playout."),
    QT_TRANSLATE_NOOP("words", "The shared memory {name} is cut off or damaged: restart playout."),
    QT_TRANSLATE_NOOP("words", "The disk that holds {folder} is nearly full: make room there."),
    QT_TRANSLATE_NOOP(
        "words", "The runtime folder {folder} cannot be written: make room there, or set XDG_RUNTIME_DIR."
    ),
)
