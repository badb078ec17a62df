"""What the console says of lines, captions, keys and providers; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_ALL = (
    # Actions
    QT_TRANSLATE_NOOP("words", "SAY LINE"),
    QT_TRANSLATE_NOOP("words", "Speak a prepared line of the preset that is on"),
    QT_TRANSLATE_NOOP("words", "SAY TEXT"),
    QT_TRANSLATE_NOOP("words", "Speak what was typed"),
    QT_TRANSLATE_NOOP("words", "TYPE A LINE"),
    QT_TRANSLATE_NOOP("words", "Write a line: Enter says it, Esc leaves"),
    QT_TRANSLATE_NOOP("words", "LISTEN"),
    QT_TRANSLATE_NOOP("words", "Hear it on your own headphones; the hall hears nothing"),
    QT_TRANSLATE_NOOP("words", "PRONOUNCE"),
    QT_TRANSLATE_NOOP("words", "Say how a name is spoken in this show"),
    QT_TRANSLATE_NOOP("words", "KEEP KEY"),
    QT_TRANSLATE_NOOP("words", "Keep a provider's key in the system's keyring"),
    QT_TRANSLATE_NOOP("words", "FORGET KEY"),
    QT_TRANSLATE_NOOP("words", "Take a provider's key out of the system's keyring"),
    QT_TRANSLATE_NOOP("words", "TEST"),
    QT_TRANSLATE_NOOP("words", "Ask a provider for one word: does it answer, how fast, and if not, why"),
    QT_TRANSLATE_NOOP("words", "No text was named."),
    QT_TRANSLATE_NOOP("words", "No provider was named."),
    QT_TRANSLATE_NOOP("words", "Say which line: 1 to {n}."),
    QT_TRANSLATE_NOOP("words", "That is too long: {n} characters are the most."),
    QT_TRANSLATE_NOOP("words", "Say what you want to hear."),
    QT_TRANSLATE_NOOP("words", "Say which name, and how it is said."),
    QT_TRANSLATE_NOOP("words", "Enter the key in the window: it is not taken from anywhere else."),
    # Lines
    QT_TRANSLATE_NOOP("words", "No preset is on: TAKE one, then its lines can be said."),
    QT_TRANSLATE_NOOP("words", "{name} has no line {n}: write it in EDIT."),
    QT_TRANSLATE_NOOP("words", "{n} lines are waiting to be said already: INTERRUPT stops them."),
    QT_TRANSLATE_NOOP("words", "The line failed inside Compere ({fault}): report it."),
    QT_TRANSLATE_NOOP("words", "{name} is not there"),
    QT_TRANSLATE_NOOP("words", "it has {n} lines, and {limit} are the most"),
    QT_TRANSLATE_NOOP("words", "its line {n} is longer than {limit} characters"),
    QT_TRANSLATE_NOOP("words", "its line {n} has no words"),
    QT_TRANSLATE_NOOP("words", "its mode is say, so write lines, or name the sound file in say"),
    QT_TRANSLATE_NOOP("words", "The voice cannot keep up: choose another one."),
    QT_TRANSLATE_NOOP("words", "the pace of the voice"),
    # Listening
    QT_TRANSLATE_NOOP("words", "That cannot be heard ({fault}): report it."),
    QT_TRANSLATE_NOOP(
        "words",
        "That would be heard in the hall: choose headphones in SETTINGS that are not the hall's loudspeaker.",
    ),
    QT_TRANSLATE_NOOP("words", "Your own output cannot be opened ({fault}): choose headphones in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "The headphones {name} are not there: plug them in, or choose others."),
    QT_TRANSLATE_NOOP("words", "This system has no output to listen on."),
    # Preflight
    QT_TRANSLATE_NOOP("words", "Lines"),
    QT_TRANSLATE_NOOP("words", "none to say"),
    QT_TRANSLATE_NOOP("words", "{n} ready"),
    QT_TRANSLATE_NOOP("words", "{n} of {limit} ready"),
    QT_TRANSLATE_NOOP(
        "words",
        "They are being made; a line that is not ready is spoken all the same, if its voice is there.",
    ),
    # Providers
    QT_TRANSLATE_NOOP(
        "words",
        "All who would answer are switched off: switch one on in SETTINGS, or name others in think.",
    ),
    QT_TRANSLATE_NOOP("words", "There is no provider {name}: it is one of {list}."),
    QT_TRANSLATE_NOOP("words", "{name} needs no key."),
    QT_TRANSLATE_NOOP("words", "The key is kept."),
    QT_TRANSLATE_NOOP("words", "The key is taken out."),
    QT_TRANSLATE_NOOP("words", "{name} gave no sound."),
    QT_TRANSLATE_NOOP("words", "No server is set: write its address and its model."),
    QT_TRANSLATE_NOOP(
        "words",
        "The question, as sound or as text, the persona, the facts that fit and what was said go to Groq; "
        "with its voices the text to be spoken too.",
    ),
)

SAY_SENTENCES = tuple(str(each) for each in _ALL)
