"""What is asked in a short-lived process of its own, because asking can crash or hang the one that asks.

    python -m console.doctor.probes sound|server|screens

prints one JSON object. PortAudio aborts on some broken sound set-ups, and Qt aborts where it cannot reach the
display: the doctor then sees an exit code and lives on.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.ipc.environment import child_environment
from engine.text import Text, sentence_of, to_wire

PROBE_TIMEOUT_S = 15.0
"""A sound server that is starting may take seconds; one that does not answer in this time will not."""

SERVER_TIMEOUT_S = 1.5
"""A sound server that is there answers within milliseconds."""

NO_CONNECTION = "could not connect to display"
"""How Qt says that it reaches no display."""


class ProbeError(Exception):
    """A probe gave no answer; the message is why, for the operator, without a full stop."""


def sound() -> dict[str, Any]:
    """What PortAudio sees: {'devices': [{name, host, inputs, outputs, rate}], 'input': name, 'output': name}.

    The default names are empty where there is no default.
    """
    try:
        import sounddevice
    except OSError as fault:
        return {"error": to_wire(Text("PortAudio cannot be loaded ({fault})", fault=fault))}
    hosts = [host["name"] for host in sounddevice.query_hostapis()]
    devices = sounddevice.query_devices()

    def default(place: int) -> str:
        index = sounddevice.default.device[place]
        return str(devices[index]["name"]) if 0 <= index < len(devices) else ""

    return {
        "devices": [
            {
                "name": device["name"],
                "host": hosts[device["hostapi"]],
                "inputs": device["max_input_channels"],
                "outputs": device["max_output_channels"],
                "rate": device["default_samplerate"],
            }
            for device in devices
        ],
        "input": default(0),
        "output": default(1),
    }


def server() -> dict[str, Any]:
    """The sound server of a Linux desktop.

    Gives {'name', 'sources': {key: words}, 'sinks': {key: words}, 'channels': {key: count}, 'source', 'sink'}, where
    'source' and 'sink' are the keys of the defaults. 'name' is empty where there is no server. A monitor (what a
    loudspeaker plays, offered as a microphone) is no source here.
    """
    try:
        import pulsectl

        with pulsectl.Pulse("compere-doctor", connect=False) as pulse:
            pulse.connect(timeout=SERVER_TIMEOUT_S)
            about = pulse.server_info()
            listed = pulse.source_list()
            sources = {source.name: source.description for source in listed}
            sinks = pulse.sink_list()
            return {
                "name": about.server_name,
                "sources": {key: words for key, words in sources.items() if not key.endswith(".monitor")},
                "sinks": {sink.name: sink.description for sink in sinks},
                "channels": {device.name: device.channel_count for device in (*listed, *sinks)},
                "source": about.default_source_name,
                "sink": about.default_sink_name,
            }
    except Exception as fault:  # pulsectl has no one error of its own for all that may be wrong
        return {"name": "", "error": str(fault)}


def screens() -> dict[str, Any]:
    """What Qt sees: {'screens': [{name, maker, model, serial, x, y, width, height, hertz, primary}]}."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    primary = application.primaryScreen()
    return {
        "screens": [
            {
                "name": screen.name(),
                "maker": screen.manufacturer(),
                "model": screen.model(),
                "serial": screen.serialNumber(),
                "x": screen.geometry().x(),
                "y": screen.geometry().y(),
                "width": round(screen.geometry().width() * screen.devicePixelRatio()),
                "height": round(screen.geometry().height() * screen.devicePixelRatio()),
                "hertz": round(screen.refreshRate(), 1),
                "primary": screen is primary or screen.name() == primary.name(),
            }
            for screen in application.screens()
        ]
    }


PROBES: Mapping[str, Callable[[], dict[str, Any]]] = {"sound": sound, "server": server, "screens": screens}


def run_probe(probe: str, timeout_s: float = PROBE_TIMEOUT_S) -> dict[str, Any]:
    """The answer of one of `PROBES`, from a process of its own.

    Raises ProbeError when it crashes, hangs, or says that it cannot tell.
    """
    command = [sys.executable, "-m", "console.doctor.probes", probe]
    try:
        child = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=timeout_s, env=child_environment()
        )
    except subprocess.TimeoutExpired:
        raise ProbeError(Text("no answer within {n} s", n=f"{timeout_s:.0f}")) from None
    except OSError as fault:
        raise ProbeError(Text("it could not be asked: {fault}", fault=fault.strerror)) from fault
    return read_answer(child.returncode, child.stdout, child.stderr)


def read_answer(code: int, output: str, complaints: str) -> dict[str, Any]:
    """The answer in what a probe's process left behind.

    Arguments:
        code: its exit code; negative is the signal that ended it.
        output: what it printed. The last line is the answer; libraries may chatter before it.
        complaints: its standard error.

    Raises ProbeError.
    """
    last = output.strip().splitlines()[-1:] or [""]
    try:
        answer = json.loads(last[0])
    except ValueError:
        answer = None
    if code == 0 and isinstance(answer, dict):
        if answer.get("error") and len(answer) == 1:
            raise ProbeError(sentence_of(answer["error"]))
        return answer
    said = [line.strip() for line in complaints.splitlines() if line.strip()]
    # Qt says why before it aborts, and then much that does not help; Python says why on its last line.
    reason = next((line for line in said if NO_CONNECTION in line), "")
    if reason:
        display = reason.partition(NO_CONNECTION)[2].rstrip(".").strip()
        raise ProbeError(Text("could not connect to display {name}", name=display))
    ending = said[-1].rstrip(".") if said else ""
    if code < 0:
        crashed = "it crashed with signal {n}: {last}" if ending else "it crashed with signal {n}"
        raise ProbeError(Text(crashed, n=-code, last=ending))
    raise ProbeError(
        Text("it ended with code {code}: {last}" if ending else "it ended with code {code}", code=code, last=ending)
    )


def main(arguments: Sequence[str]) -> int:
    """Answer the probe that `arguments` name."""
    if len(arguments) != 1 or arguments[0] not in PROBES:
        print(f"usage: python -m console.doctor.probes {'|'.join(PROBES)}", file=sys.stderr)
        return 2
    print(json.dumps(PROBES[arguments[0]]()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
