"""What the console says of who is on air, who comes next and who is heard; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SHOW_SENTENCES = (
    QT_TRANSLATE_NOOP("words", "There is no avatar {name}: choose another one in EDIT."),
    # Lines of the log: `console/show/report/log_lines.py`
    QT_TRANSLATE_NOOP("words", "{words} ({source})"),
    QT_TRANSLATE_NOOP("words", "{words} ({source}) refused: {reason}"),
    QT_TRANSLATE_NOOP("words", "{before} → {after} by {words} ({source})"),
    QT_TRANSLATE_NOOP("words", "{words}: nothing to be done"),
    QT_TRANSLATE_NOOP("words", "rehearsal: {words}"),
    # What is put together
    QT_TRANSLATE_NOOP("words", "{words} ({found})"),
    QT_TRANSLATE_NOOP("words", ", "),
    # Who is on air, who comes next and who is heard
    QT_TRANSLATE_NOOP("words", "The show is on air: END it, then bring in another one."),
    QT_TRANSLATE_NOOP("words", "{name} is being loaded: wait a moment, then GO LIVE."),
    QT_TRANSLATE_NOOP("words", "{name} is on air: TAKE another preset first."),
    QT_TRANSLATE_NOOP("words", "GO LIVE puts on {words}"),
    QT_TRANSLATE_NOOP("words", "{name} names it: it is opened at GO LIVE."),
    QT_TRANSLATE_NOOP("words", "{name} names it: plug it in, or choose another one in EDIT."),
    QT_TRANSLATE_NOOP("words", "{name}, not tried yet"),
    QT_TRANSLATE_NOOP("words", "{name} is missing"),
    QT_TRANSLATE_NOOP("words", "there is no avatar {name}"),
    QT_TRANSLATE_NOOP("words", "Choose another avatar for NEXT."),
    QT_TRANSLATE_NOOP(
        "words",
        "Nobody can hear questions: enter a key for Groq, or choose a Whisper model in SETTINGS; or type the question.",
    ),
    QT_TRANSLATE_NOOP("words", "Nobody can answer: enter a key for Groq in SETTINGS, or give the preset facts."),
    QT_TRANSLATE_NOOP("words", "Questions"),
    QT_TRANSLATE_NOOP("words", "{name} cannot answer"),
    QT_TRANSLATE_NOOP("words", "still looking"),
    QT_TRANSLATE_NOOP("words", "The files that it answers by are being read: it is judged again at once."),
    QT_TRANSLATE_NOOP("words", "typed only"),
    QT_TRANSLATE_NOOP("words", "{name}: typed only"),
    QT_TRANSLATE_NOOP("words", "{n} presets answer"),
    QT_TRANSLATE_NOOP("words", "none to be asked"),
    QT_TRANSLATE_NOOP("words", "MC NOT HEARD: {reason}."),
    QT_TRANSLATE_NOOP("words", "the show is in HOLD"),
    QT_TRANSLATE_NOOP("words", "the microphone is muted"),
    QT_TRANSLATE_NOOP("words", "the host is in SAY"),
    QT_TRANSLATE_NOOP("words", "the host is in ANSWER"),
    QT_TRANSLATE_NOOP("words", "the avatar's voice is muted"),
    QT_TRANSLATE_NOOP("words", "the hall's loudspeaker is not there"),
    QT_TRANSLATE_NOOP(
        "words", "The preset's words that must not be said are being read: this is checked when they are there."
    ),
)
