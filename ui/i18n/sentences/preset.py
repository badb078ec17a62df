"""What the console says of a preset's fields; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

PRESET_SENTENCES = (
    QT_TRANSLATE_NOOP("words", "A preset needs a name: write one."),
    QT_TRANSLATE_NOOP("words", "That is longer than {limit} characters: make it shorter, or put it into a file."),
    QT_TRANSLATE_NOOP("words", "There is no file {path}: choose another one."),
    QT_TRANSLATE_NOOP("words", "There is no file {path}: bring it, or change its line."),
    QT_TRANSLATE_NOOP("words", "The slate is a picture: choose its file."),
    QT_TRANSLATE_NOOP("words", "It has {n} lines, and {limit} are the most."),
    QT_TRANSLATE_NOOP("words", "Its line {n} is longer than {limit} characters."),
    QT_TRANSLATE_NOOP("words", "Its line {n} has no words."),
    QT_TRANSLATE_NOOP("words", "The mode is SAY: write lines, or choose a sound file."),
    QT_TRANSLATE_NOOP("words", "There is nobody called {name} who could hear: press one of these."),
    QT_TRANSLATE_NOOP("words", "There is nobody called {name} who could answer: press one of these."),
    QT_TRANSLATE_NOOP("words", "The mode is ANSWER: press who answers."),
    QT_TRANSLATE_NOOP("words", "Only the facts answer: choose their file, or write some below."),
    QT_TRANSLATE_NOOP("words", "It is said when no hand comes: write it."),
)
