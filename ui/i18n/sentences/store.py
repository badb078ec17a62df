"""What is said of prepared hosts, by console and engine; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

STORE_SENTENCES = (
    QT_TRANSLATE_NOOP("words", "{name} is drawn, not filmed: there is nothing to build."),
    QT_TRANSLATE_NOOP("words", "{name} is being built again already."),
    QT_TRANSLATE_NOOP("words", "The prepared hosts are being looked at: try again in a moment."),
    QT_TRANSLATE_NOOP("words", "There is nothing old to clear away."),
    QT_TRANSLATE_NOOP("words", "{n} old prepared hosts were deleted, {size}."),
    QT_TRANSLATE_NOOP(
        "words",
        "There is no small decoder in {path}: run `compere models distil`, or set the decoder to full.",
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "The small decoder was made for other weights: run `compere models distil`, or set the decoder to full.",
    ),
    QT_TRANSLATE_NOOP("words", "{file} is missing: run `compere models distil`, or set the decoder to full."),
    QT_TRANSLATE_NOOP("words", "building {name} again"),
    QT_TRANSLATE_NOOP("words", "{name} is built again"),
    QT_TRANSLATE_NOOP("words", "{name}: stopped"),
    QT_TRANSLATE_NOOP("words", "{name} was built by another version of Compere: build it again."),
    QT_TRANSLATE_NOOP("words", "What was prepared of {name} is damaged: build it again."),
    QT_TRANSLATE_NOOP("words", "{name} must be built again, and its clip {file} is gone: bring the avatar in again."),
)

STORE_WORDS = (
    QT_TRANSLATE_NOOP("words", "LOOK AT THE HOSTS"),
    QT_TRANSLATE_NOOP("words", "See what is prepared of each filmed host, and whether it can still be read"),
    QT_TRANSLATE_NOOP("words", "REBUILD"),
    QT_TRANSLATE_NOOP(
        "words", "Build a filmed host again from its clip, beside the show; goes on where it was stopped"
    ),
    QT_TRANSLATE_NOOP("words", "STOP REBUILDING"),
    QT_TRANSLATE_NOOP("words", "Stop building the host again; the next time goes on from there"),
    QT_TRANSLATE_NOOP("words", "CLEAR OLD HOSTS"),
    QT_TRANSLATE_NOOP("words", "Delete prepared hosts that nobody wants any more; the ones in use are never touched"),
)
"""Of the actions: what they are called, and what they do."""
