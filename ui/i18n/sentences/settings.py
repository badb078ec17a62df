"""What the console says of settings of hearing, voices and the engine; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SETTINGS_SENTENCES = (
    QT_TRANSLATE_NOOP(
        "words", "A processor cannot hear in half precision: choose int8 or float32, or the graphics card."
    ),
    QT_TRANSLATE_NOOP("words", "Whisper runs on the processor (cpu) or on a graphics card (cuda)."),
    QT_TRANSLATE_NOOP("words", "Whisper calculates in int8, int8_float16, float16 or float32."),
    QT_TRANSLATE_NOOP("words", "The engine's card is auto, cpu, or one as cuda:0."),
    QT_TRANSLATE_NOOP("words", "The decoder is full, or small, which is approximate."),
    QT_TRANSLATE_NOOP("words", "The engine calculates in auto, fp16, bf16 or fp32."),
    QT_TRANSLATE_NOOP("words", "The second engine is auto, on or off."),
    QT_TRANSLATE_NOOP("words", "There is no key for Groq: enter one in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "No server that hears is set: write its address and its model in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "Whisper on this machine"),
)
