"""The doctor's look at microphones, loudspeakers, the sound server and screens."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from console.doctor.finding import Finding, fail, ok, warn
from console.doctor.probes import ProbeError, run_probe
from console.show.state.channels_view import MIXED, MOST_CHANNELS
from engine.text import Text

Ask = Callable[[str], dict[str, Any]]

SERVER, MICROPHONE, LOUDSPEAKER, SCREENS = "Sound server", "Microphone", "Loudspeaker", "Screens"

HALL_LEAST = (1280, 720)
"""A hall's screen that is smaller than this shows less than the smallest program."""


def listed(names: Sequence[str]) -> str:
    """Names for a sentence: each once, in quotation marks, at most eight."""
    unique = list(dict.fromkeys(names))
    shown = ", ".join(f"“{name}”" for name in unique[:8])
    return shown if len(unique) <= 8 else f"{shown} … (+{len(unique) - 8})"


def server_findings(answer: Mapping[str, Any]) -> Iterator[Finding]:
    """What kind of sound server a Linux machine has, from the `server` probe."""
    name = str(answer.get("name", ""))
    if not name:
        yield warn(
            SERVER,
            "No PulseAudio or PipeWire answers: sound goes straight through ALSA, which one program can use at a time.",
            "Log in to a desktop session, or start PipeWire; then run `compere doctor` again.",
        )
        return
    kind = "PipeWire" if "pipewire" in name.lower() else "PulseAudio"
    yield ok(SERVER, f"{kind} ({name}).")


def device_names(devices: Mapping[str, Any], server: Mapping[str, Any], key: str) -> dict[str, str]:
    """The devices to choose from, key → words: the sound server's where there is one, else PortAudio's.

    Arguments:
        devices: answer of the `sound` probe.
        server: answer of the `server` probe; empty off Linux.
        key: 'inputs' or 'outputs'.
    """
    if server.get("name"):
        return dict(server["sources" if key == "inputs" else "sinks"])
    return {str(device["name"]): str(device["name"]) for device in devices.get("devices", ()) if device[key] > 0}


def channel_counts(devices: Mapping[str, Any], server: Mapping[str, Any], key: str) -> dict[str, int]:
    """How many channels each of `device_names` has, where that is known; arguments as there."""
    if server.get("name"):
        return dict(server.get("channels", {}))
    return {str(device["name"]): int(device[key]) for device in devices.get("devices", ()) if device[key] > 0}


def with_channels(names: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    """The same names; a mixer's or an interface's says how many channels it has."""
    return {
        key: f"{words} · {counts[key]} ch" if MIXED < counts.get(key, 0) <= MOST_CHANNELS else words
        for key, words in names.items()
    }


def audio_findings(
    devices: Mapping[str, Any],
    server: Mapping[str, Any],
    microphone: str = "",
    speaker: str = "",
    channels: Sequence[int] = (),
) -> Iterator[Finding]:
    """The microphones and loudspeakers, and whether the chosen ones are there.

    Arguments:
        devices, server: as for `device_names`.
        microphone, speaker: keys that the settings name; empty is nothing chosen.
        channels: of the microphone, that the settings name.
    """
    inputs, outputs = (channel_counts(devices, server, key) for key in ("inputs", "outputs"))
    yield _line_finding(
        MICROPHONE,
        with_channels(device_names(devices, server, "inputs"), inputs),
        microphone,
        str(server["source"] if server.get("name") else devices.get("input", "")),
        "Plug in the microphone or the mixer's USB cable; until then the bundled demo MC can stand in.",
        "Plug in the microphone or the mixer's USB cable, or choose another in the window. Compere takes no other by "
        "itself.",
    )
    there, highest = inputs.get(microphone, 0), max(channels, default=0)
    if there and highest > there:
        key = "“{name}”, which the settings name, has {n} channels, and channel {channel} is chosen."
        cure = (
            "Connect the device that has it, or choose another channel in SETTINGS. Compere takes no other by itself."
        )
        yield warn(MICROPHONE, Text(key, name=microphone, n=there, channel=highest), cure)
    yield _line_finding(
        LOUDSPEAKER,
        with_channels(device_names(devices, server, "outputs"), outputs),
        speaker,
        str(server["sink"] if server.get("name") else devices.get("output", "")),
        "Plug in the sound card that feeds the hall; until then nothing is heard.",
        "Plug in the sound card that feeds the hall, or choose another in the window. Compere takes no other by "
        "itself.",
    )


def _line_finding(
    area: str, names: Mapping[str, str], chosen: str, default: str, plug_in: str, plug_or_choose: str
) -> Finding:
    if not names:
        return warn(area, "None is there.", plug_in)
    there = listed(list(names.values()))
    if chosen and chosen not in names:
        return warn(
            area,
            Text("“{name}”, which the settings name, is missing. There are {names}.", name=chosen, names=there),
            plug_or_choose,
        )
    if chosen:
        return ok(area, Text("{names}; “{name}” is chosen.", names=there, name=names[chosen]))
    if default in names and len(names) > 1:
        return ok(area, Text("{names}; the system's own choice is “{name}”.", names=there, name=names[default]))
    return ok(area, f"{there}.")


def screen_name(screen: Mapping[str, Any], stop: str = "") -> Text:
    """One screen in words: its model and connector, size, rate, and whether it is the main one; then a full stop."""
    model = " ".join(str(screen[key]) for key in ("maker", "model") if screen.get(key))
    name = f"{model} ({screen['name']})" if model and model != screen["name"] else str(screen["name"])
    key = "{name} at {rate} Hz, the main one" if screen["primary"] else "{name} at {rate} Hz"
    name = f"{name} {screen['width']}×{screen['height']}"
    return Text(f"{key}{stop}", name=name, rate=f"{screen['hertz']:g}")


def screen_findings(answer: Mapping[str, Any]) -> Iterator[Finding]:
    """The screens, from the `screens` probe."""
    screens = list(answer.get("screens", ()))
    for screen in screens:
        yield ok(SCREENS, screen_name(screen, "."))
    if not screens:
        yield fail(SCREENS, "Qt sees none.", "Connect a screen and log in to a desktop.")
    elif len(screens) == 1:
        yield warn(
            SCREENS,
            "There is only this one: the hall's picture needs a screen of its own.",
            "Connect the projector as an extended, not a mirrored, display; or choose the window as the screen, to "
            "try things out.",
        )
    else:
        small = [
            screen
            for screen in screens
            if not screen["primary"] and (screen["width"] < HALL_LEAST[0] or screen["height"] < HALL_LEAST[1])
        ]
        for screen in small:
            yield warn(
                SCREENS,
                Text("{what} is small for a hall.", what=screen_name(screen)),
                "Set the projector's own resolution in the system's display settings.",
            )


def examine_sound(
    microphone: str = "", speaker: str = "", question: Ask = run_probe, channels: Sequence[int] = ()
) -> Iterator[Finding]:
    """Sound server, microphones and loudspeakers, asked for in processes of their own."""
    server: dict[str, Any] = {}
    if sys.platform.startswith("linux"):
        try:
            server = question("server")
        except ProbeError as fault:
            server = {"name": "", "error": str(fault)}
        yield from server_findings(server)
    try:
        devices = question("sound")
    except ProbeError as fault:
        yield fail(
            LOUDSPEAKER,
            Text("PortAudio gives no answer: {why}.", why=fault),
            "Run `python3 packaging/bootstrap.py run` once, which sees to the libraries; then restart the sound "
            "server or this computer.",
        )
        return
    yield from audio_findings(devices, server, microphone, speaker, channels)


def no_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether there can be no screen: a Linux session without a desktop, and no platform of Qt's that needs none."""
    named = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or environment.get("QT_QPA_PLATFORM")
    return platform.startswith("linux") and not named


def examine_screens(question: Ask = run_probe) -> Iterator[Finding]:
    """The screens, asked for in a process of its own: Qt aborts where it cannot reach the display."""
    if no_display(os.environ, sys.platform):
        yield fail(
            SCREENS,
            "There is no display: this session has no desktop.",
            "Log in to a desktop on this machine; `compere rehearse` runs a show without one.",
        )
        return
    try:
        answer = question("screens")
    except ProbeError as fault:
        yield fail(
            SCREENS,
            Text("Qt cannot open the display: {why}.", why=fault),
            "Log in to a desktop on this machine, and run `python3 packaging/bootstrap.py run` once, which sees to "
            "the libraries.",
        )
        return
    yield from screen_findings(answer)
