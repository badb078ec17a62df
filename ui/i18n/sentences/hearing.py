"""What the console says of hearing; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

HEARING_SENTENCES = (
    # Processes with a model
    QT_TRANSLATE_NOOP("words", "The {name} process does not start: the log says why."),
    QT_TRANSLATE_NOOP("words", "The {name} process was lost and starts again ({why})."),
    QT_TRANSLATE_NOOP("words", "The {name} was ended with Compere."),
    QT_TRANSLATE_NOOP("words", "hearing"),
    # Whisper on this machine
    QT_TRANSLATE_NOOP("words", "No Whisper model is chosen: choose its folder in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "No Whisper model is loaded: choose its folder in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "There is no folder {folder}: copy the Whisper model there, or choose another."),
    QT_TRANSLATE_NOOP("words", "{folder} is not a folder: choose the folder in which the Whisper model lies."),
    QT_TRANSLATE_NOOP("words", "The folder {folder} cannot be read ({fault}): choose another."),
    QT_TRANSLATE_NOOP(
        "words", "There is no model.bin in {folder}: choose the folder of a Whisper model for CTranslate2."
    ),
    QT_TRANSLATE_NOOP(
        "words", "The Whisper model in {folder} is not made for CTranslate2: convert it, or choose another."
    ),
    QT_TRANSLATE_NOOP("words", "The Whisper model in {folder} lacks {name}: copy it again."),
    QT_TRANSLATE_NOOP("words", "Whisper is not installed ({fault}): install Compere again."),
    QT_TRANSLATE_NOOP("words", "The Whisper model {folder} cannot be loaded ({fault}): choose another."),
    QT_TRANSLATE_NOOP("words", "The Whisper model {folder} did not load within {limit} s: choose a smaller one."),
    QT_TRANSLATE_NOOP("words", "Whisper gave no text for {limit} s and was ended: ask again."),
    QT_TRANSLATE_NOOP("words", "Whisper could not hear this ({fault}): ask again."),
    QT_TRANSLATE_NOOP("words", "Whisper does not know the language {language}: choose another."),
    QT_TRANSLATE_NOOP("words", "This Whisper model knows English only: choose one without “.en” in its name."),
    QT_TRANSLATE_NOOP("words", "The question is longer than {limit} s: ask a shorter one."),
    QT_TRANSLATE_NOOP("words", "Hearing failed inside Compere: ask again."),
    QT_TRANSLATE_NOOP("words", "Hearing failed inside Compere ({fault}: {detail}): ask again."),
    # Hands-free
    QT_TRANSLATE_NOOP("words", "The search for speech failed inside Compere ({fault}: {detail})."),
    QT_TRANSLATE_NOOP("words", "The search for speech is not installed ({fault}): install Compere again."),
    QT_TRANSLATE_NOOP("words", "Hands-free listening has stopped: hold the key to ask, or type."),
    QT_TRANSLATE_NOOP("words", "More questions at once than can be heard: the newest was left out."),
    QT_TRANSLATE_NOOP(
        "words", "Echo cancellation is not installed: run `python3 packaging/bootstrap.py run --echo`, or leave it off."
    ),
    QT_TRANSLATE_NOOP("words", "Echo cancellation failed inside Compere ({fault}): choose gate in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "echo"),
    QT_TRANSLATE_NOOP("words", "there is no {name} in its hear: it takes {list}"),
    # Captions of the MC, and in a second language
    QT_TRANSLATE_NOOP("words", "{why} The captions of the MC have stopped; the show goes on."),
    QT_TRANSLATE_NOOP(
        "words", "The captions of the MC wait: nothing can check their words now, see the preset's alarm."
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "Nobody can hear the MC for the captions: enter a key for Groq in SETTINGS, or choose a Whisper folder.",
    ),
    QT_TRANSLATE_NOOP("words", "{why} The captions go on in the first language only."),
    QT_TRANSLATE_NOOP("words", "A translated caption is not shown: {why}"),
    QT_TRANSLATE_NOOP("words", "{name} sent no translation of a caption."),
    QT_TRANSLATE_NOOP("words", "Nobody can translate the captions: name groq or server in the preset's think."),
)
