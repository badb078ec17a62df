"""The console's sentences about screens and sound devices; see `ui.i18n.sentences.catalogue`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

DEVICE_SENTENCES = (
    QT_TRANSLATE_NOOP(
        "words",
        "{screen} shows the same as this window's screen (mirrored): set the computer's displays to extend, not to "
        "duplicate; the program comes by itself.",
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "This window is on the hall's screen, and no other is there: connect the operator's screen, or choose the "
        "window.",
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "The hall's screen is gone, or mirrored: plug it in, or set the computer's displays to extend, not to "
        "duplicate; the program comes back by itself.",
    ),
    QT_TRANSLATE_NOOP(
        "words", "That is the only screen for the operator's window: connect another one, or choose the window."
    ),
    QT_TRANSLATE_NOOP("words", "{name} (this window goes to another)"),
    QT_TRANSLATE_NOOP("words", "The window is back on its own screen: the other one is the hall's."),
    QT_TRANSLATE_NOOP("words", "cannot be used"),
    QT_TRANSLATE_NOOP("words", "no key"),
    QT_TRANSLATE_NOOP("words", "No screen is chosen for the key: choose one in EDIT, SETTINGS, DEVICES."),
    QT_TRANSLATE_NOOP("words", "The key's screen is gone: plug it in again; the key comes back by itself."),
    QT_TRANSLATE_NOOP(
        "words", "The key's screen is the operator's own: choose another one in EDIT, SETTINGS, DEVICES."
    ),
    QT_TRANSLATE_NOOP(
        "words", "The key's screen is the hall's, which has the fill: choose another one in EDIT, SETTINGS, DEVICES."
    ),
    QT_TRANSLATE_NOOP("words", "{name} cannot be keyed"),
    QT_TRANSLATE_NOOP("words", "its host {name} cannot be keyed"),
    QT_TRANSLATE_NOOP(
        "words",
        "{name} is filmed, and a filmed host's ground cannot be taken away: choose a drawn host, or the ground AS "
        "DRAWN in EDIT, SETTINGS, DEVICES.",
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "What is chosen as the microphone gives back what this computer plays (a loopback), and would feed the hall's "
        "sound to the hall: choose the MC's microphone.",
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "Feedback: what the hall plays came back into the microphone, so the hall does not hear the MC any more. "
        "Turn the microphone or the loudspeakers down, or choose another microphone; then press THROUGH.",
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "The microphone {name} has {n} channels, and channel {channel} is chosen: connect the device that has it, or "
        "choose another channel in SETTINGS.",
    ),
    QT_TRANSLATE_NOOP("words", "The microphone {name} has {n} channels: there is no channel {channel}."),
    QT_TRANSLATE_NOOP("words", "Choose the microphone first, then its channels."),
    QT_TRANSLATE_NOOP("words", "Name channels by their numbers, 1 to {limit}, as 3, or 1 + 2 for both."),
    QT_TRANSLATE_NOOP("words", "{name} · channel {channel}"),
    QT_TRANSLATE_NOOP("words", "{name} · channels {channels}"),
    QT_TRANSLATE_NOOP("words", "no channel {channel}"),
    QT_TRANSLATE_NOOP("words", "The device has {n} channels: choose another in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "all {n} channels"),
    QT_TRANSLATE_NOOP("words", "They are mixed: choose the MC's channel in SETTINGS."),
    QT_TRANSLATE_NOOP("words", "the sound server does not tell its channels apart"),
    QT_TRANSLATE_NOOP("words", "this computer has no room for another open file"),
    QT_TRANSLATE_NOOP(
        "words",
        "The loudspeaker {name} has {n} channels, and channel {channel} is chosen: connect the device that has it, or "
        "choose another channel in SETTINGS.",
    ),
    QT_TRANSLATE_NOOP("words", "The loudspeaker {name} has {n} channels: there is no channel {channel}."),
    QT_TRANSLATE_NOOP("words", "Choose the loudspeaker first, then its channels."),
    QT_TRANSLATE_NOOP("words", "The hall is on channel {channel}: choose another one for the feed."),
)
