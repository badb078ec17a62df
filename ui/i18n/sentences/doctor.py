"""What `compere doctor` finds; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

DOCTOR_SENTENCES = (
    QT_TRANSLATE_NOOP("words", "{why} It takes {version}."),
    # areas and levels
    QT_TRANSLATE_NOOP("words", "ok"),
    QT_TRANSLATE_NOOP("words", "WARN"),
    QT_TRANSLATE_NOOP("words", "FAIL"),
    QT_TRANSLATE_NOOP("words", "Python and Qt"),
    QT_TRANSLATE_NOOP("words", "System"),
    QT_TRANSLATE_NOOP("words", "Fonts"),
    QT_TRANSLATE_NOOP("words", "Sound server"),
    QT_TRANSLATE_NOOP("words", "Screens"),
    QT_TRANSLATE_NOOP("words", "Settings"),
    QT_TRANSLATE_NOOP("words", "Avatars"),
    QT_TRANSLATE_NOOP("words", "Presets"),
    QT_TRANSLATE_NOOP("words", "Graphics"),
    QT_TRANSLATE_NOOP("words", "Models"),
    QT_TRANSLATE_NOOP("words", "A show cannot run yet: see what is marked FAIL above ({n})."),
    QT_TRANSLATE_NOOP("words", "A show can run; have a look at what is marked WARN above ({n})."),
    QT_TRANSLATE_NOOP("words", "Ready for a show."),
    QT_TRANSLATE_NOOP("words", "This could not be examined ({fault})."),
    QT_TRANSLATE_NOOP("words", "The rest of the report holds; please report this line."),
    # machine
    QT_TRANSLATE_NOOP("words", "Python {version} is too old."),
    QT_TRANSLATE_NOOP("words", "Install Python 3.11 or newer and set up again with it."),
    QT_TRANSLATE_NOOP("words", "Python {version} lacks {names}."),
    QT_TRANSLATE_NOOP("words", "Run `python3 packaging/bootstrap.py run` once more."),
    QT_TRANSLATE_NOOP("words", "Qt {version} loses references on Python {other} and aborts within seconds."),
    QT_TRANSLATE_NOOP("words", "Run `python3 packaging/bootstrap.py run` once more. It takes 6.11."),
    QT_TRANSLATE_NOOP("words", "Nothing is missing."),
    QT_TRANSLATE_NOOP("words", "Then start Compere again."),
    QT_TRANSLATE_NOOP("words", "Missing: {items}."),
    QT_TRANSLATE_NOOP("words", "Qt's drawing"),
    QT_TRANSLATE_NOOP("words", "the keyboard"),
    QT_TRANSLATE_NOOP("words", "finding fonts"),
    QT_TRANSLATE_NOOP("words", "X windows"),
    QT_TRANSLATE_NOOP("words", "the keyboard under X"),
    QT_TRANSLATE_NOOP("words", "microphone and loudspeaker"),
    QT_TRANSLATE_NOOP("words", "watching the sound server"),
    QT_TRANSLATE_NOOP("words", "sound through PulseAudio or PipeWire"),
    QT_TRANSLATE_NOOP("words", "Run: {command}"),
    QT_TRANSLATE_NOOP("words", "Install the packages that have them."),
    QT_TRANSLATE_NOOP("words", "All libraries that Qt and PortAudio load are there."),
    QT_TRANSLATE_NOOP(
        "words",
        "No Chinese, Japanese or Korean font: Chinese and Japanese come in the plain one that Compere "
        "brings, Korean captions would be empty boxes.",
    ),
    QT_TRANSLATE_NOOP("words", "Install Noto Sans CJK."),
    QT_TRANSLATE_NOOP("words", "Chinese, Japanese and Korean captions can be drawn."),
    QT_TRANSLATE_NOOP("words", "{size} GB free at {path}."),
    QT_TRANSLATE_NOOP("words", "{size} MB free at {path}."),
    QT_TRANSLATE_NOOP("words", "Free 2 GB: the show's log needs room too."),
    QT_TRANSLATE_NOOP("words", "Free 2 GB: logs, reports and idle loops need room."),
    QT_TRANSLATE_NOOP(
        "words",
        "The Microsoft Visual C++ runtime is missing: install 'vc_redist.x64.exe' from {path} and run the "
        "same command again.",
    ),
    QT_TRANSLATE_NOOP("words", "Compere needs macOS 13 or newer; this is {version}."),
    # show
    QT_TRANSLATE_NOOP("words", "Mend the file, or choose again in the window: the old file is kept beside it."),
    QT_TRANSLATE_NOOP("words", "{path} is good."),
    QT_TRANSLATE_NOOP("words", "None yet; defaults are used until something is chosen ({path})."),
    QT_TRANSLATE_NOOP("words", "{n}: {names}."),
    QT_TRANSLATE_NOOP("words", "None that can be used in {path}."),
    QT_TRANSLATE_NOOP("words", "Install Compere again: two come with it."),
    QT_TRANSLATE_NOOP("words", "Mend the folder or take it away; the others are not touched by it."),
    QT_TRANSLATE_NOOP("words", "The settings name “{name}”, which is not there."),
    QT_TRANSLATE_NOOP("words", "Choose another in the window."),
    QT_TRANSLATE_NOOP("words", "Mend {path}, or take it away; the others are not touched by it."),
    QT_TRANSLATE_NOOP("words", "Preset {name} names {file}, which is not in {path}."),
    QT_TRANSLATE_NOOP("words", "Preset {name} names the avatar “{avatar}”, which is not there."),
    QT_TRANSLATE_NOOP("words", "{n} in {path}: {names}."),
    QT_TRANSLATE_NOOP("words", "None: the window's own choices make the show."),
    # sound and screens
    QT_TRANSLATE_NOOP(
        "words",
        "No PulseAudio or PipeWire answers: sound goes straight through ALSA, which one program can use at a time.",
    ),
    QT_TRANSLATE_NOOP("words", "Log in to a desktop session, or start PipeWire; then run `compere doctor` again."),
    QT_TRANSLATE_NOOP("words", "None is there."),
    QT_TRANSLATE_NOOP(
        "words",
        "Plug in the microphone or the mixer's USB cable; until then the bundled demo MC can stand in.",
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "Plug in the microphone or the mixer's USB cable, or choose another in the window. Compere takes no "
        "other by itself.",
    ),
    QT_TRANSLATE_NOOP("words", "Plug in the sound card that feeds the hall; until then nothing is heard."),
    QT_TRANSLATE_NOOP(
        "words",
        "Plug in the sound card that feeds the hall, or choose another in the window. Compere takes no other "
        "by itself.",
    ),
    QT_TRANSLATE_NOOP("words", "“{name}”, which the settings name, is missing. There are {names}."),
    QT_TRANSLATE_NOOP("words", "{names}; “{name}” is chosen."),
    QT_TRANSLATE_NOOP("words", "“{name}”, which the settings name, has {n} channels, and channel {channel} is chosen."),
    QT_TRANSLATE_NOOP(
        "words",
        "Connect the device that has it, or choose another channel in SETTINGS. Compere takes no other by itself.",
    ),
    QT_TRANSLATE_NOOP("words", "{names}; the system's own choice is “{name}”."),
    QT_TRANSLATE_NOOP("words", "{name} at {rate} Hz"),
    QT_TRANSLATE_NOOP("words", "{name} at {rate} Hz, the main one"),
    QT_TRANSLATE_NOOP("words", "{name} at {rate} Hz."),
    QT_TRANSLATE_NOOP("words", "{name} at {rate} Hz, the main one."),
    QT_TRANSLATE_NOOP("words", "Qt sees none."),
    QT_TRANSLATE_NOOP("words", "Connect a screen and log in to a desktop."),
    QT_TRANSLATE_NOOP("words", "There is only this one: the hall's picture needs a screen of its own."),
    QT_TRANSLATE_NOOP(
        "words",
        "Connect the projector as an extended, not a mirrored, display; or choose the window as the screen, "
        "to try things out.",
    ),
    QT_TRANSLATE_NOOP("words", "{what} is small for a hall."),
    QT_TRANSLATE_NOOP("words", "Set the projector's own resolution in the system's display settings."),
    QT_TRANSLATE_NOOP("words", "PortAudio gives no answer: {why}."),
    QT_TRANSLATE_NOOP(
        "words",
        "Run `python3 packaging/bootstrap.py run` once, which sees to the libraries; then restart the sound "
        "server or this computer.",
    ),
    QT_TRANSLATE_NOOP("words", "There is no display: this session has no desktop."),
    QT_TRANSLATE_NOOP("words", "Log in to a desktop on this machine; `compere rehearse` runs a show without one."),
    QT_TRANSLATE_NOOP("words", "Qt cannot open the display: {why}."),
    QT_TRANSLATE_NOOP(
        "words",
        "Log in to a desktop on this machine, and run `python3 packaging/bootstrap.py run` once, which sees "
        "to the libraries.",
    ),
    QT_TRANSLATE_NOOP("words", "it could not be asked: {fault}"),
    QT_TRANSLATE_NOOP("words", "could not connect to display"),
    QT_TRANSLATE_NOOP("words", "could not connect to display {name}"),
    QT_TRANSLATE_NOOP("words", "PortAudio cannot be loaded ({fault})"),
    QT_TRANSLATE_NOOP("words", "it crashed with signal {n}"),
    QT_TRANSLATE_NOOP("words", "it crashed with signal {n}: {last}"),
    # graphics and models
    QT_TRANSLATE_NOOP("words", "Run `compere models import` or `compere models fetch` again."),
)
