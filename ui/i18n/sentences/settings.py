"""What the console says of settings of hearing, voices and the engine; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SETTINGS_SENTENCES = (
    QT_TRANSLATE_NOOP(
        "words", "A processor cannot hear in half precision: choose int8 or float32, or the graphics card."
    ),
    QT_TRANSLATE_NOOP("words", "There is no key for Groq: enter one in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "No server that hears is set: write its address and its model in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "Whisper on this machine"),
)
