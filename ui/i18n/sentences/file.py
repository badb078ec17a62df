"""What is said of files that people bring: shows, tables, pictures and sounds; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

FILE_SENTENCES = (
    # Why a file cannot be read, in brackets behind what it is
    QT_TRANSLATE_NOOP("words", "there is no such file"),
    QT_TRANSLATE_NOOP("words", "it is a folder"),
    QT_TRANSLATE_NOOP("words", "it is no regular file"),
    QT_TRANSLATE_NOOP("words", "its name cannot be used"),
    QT_TRANSLATE_NOOP("words", "its disk does not answer"),
    QT_TRANSLATE_NOOP("words", "it lies outside {folder}"),
    QT_TRANSLATE_NOOP("words", "it is larger than {n}"),
    QT_TRANSLATE_NOOP("words", "nested too deep"),
    QT_TRANSLATE_NOOP("words", "a number in it is too large"),
    QT_TRANSLATE_NOOP("words", "it has more than {n} lines"),
    QT_TRANSLATE_NOOP("words", "it has more than {n} values"),
    QT_TRANSLATE_NOOP("words", "{path} cannot be used: {fault}."),
    # Sounds and pictures
    QT_TRANSLATE_NOOP("words", "its file {path} cannot be used"),
    QT_TRANSLATE_NOOP("words", "{file} cannot be tried ({fault})."),
    QT_TRANSLATE_NOOP("words", "{file} is no sound file that can be read ({fault})."),
    QT_TRANSLATE_NOOP("words", "{file} takes too much memory to be read: choose another file."),
    QT_TRANSLATE_NOOP("words", "{file} takes too long to be read: choose another file."),
    QT_TRANSLATE_NOOP("words", "The picture {path} cannot be shown ({fault})."),
    QT_TRANSLATE_NOOP("words", "it is no picture: save it as PNG or JPEG"),
    QT_TRANSLATE_NOOP("words", "it has too many parts: save it again as PNG or JPEG"),
    QT_TRANSLATE_NOOP("words", "it is damaged"),
    QT_TRANSLATE_NOOP("words", "it takes too long to be read"),
    QT_TRANSLATE_NOOP("words", "it has more than {n} million pixels"),
    # Shows and tables
    QT_TRANSLATE_NOOP(
        "words", "There is no room for {name}: it takes {n} MB, {left} MB must stay free, and {free} MB are free."
    ),
    QT_TRANSLATE_NOOP("words", "{path} is locked with a password: zip it again without one."),
    QT_TRANSLATE_NOOP("words", "{path} is packed in an unusual way: zip it again as the system does it."),
    QT_TRANSLATE_NOOP(
        "words",
        "The show {path} was refused: its preset {name} names the file “{file}”, which does not lie in the show.",
    ),
    QT_TRANSLATE_NOOP("words", "{path} is a link or no regular file: put the file itself there."),
    QT_TRANSLATE_NOOP("words", "The avatar {name} was refused: its {file} cannot be changed."),
    QT_TRANSLATE_NOOP("words", "The id {name} in line {n} is the name of another file: give the line another id."),
    QT_TRANSLATE_NOOP("words", "The file {path} in line {n} is refused: it does not lie in the show's folder."),
)
