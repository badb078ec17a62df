"""`compere stop`: ends the console, playout and the engine, whoever started them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import psutil

from console import paths
from console.command_line.language import say
from console.processes.restore_point import RestorePoint
from console.processes.supervision import EMERGENCY_KEYS, ENGINE, OUTPUT, OUTPUT_NAMES, PLAYOUT, runs
from engine.failover import UNDERSTUDY
from engine.ipc.messages.core import Stop
from engine.ipc.transport import LinkError, call, read_card
from engine.text import Text

_GRACE_S = 3.0
_OUTPUT_GRACE_S = 12.0
"""A recording may take so long to close its file on a slow disk."""


def stop_all() -> int:
    """Ask each process to stop, kill what does not. Returns 0."""
    ended: list[str] = []
    for runtime in paths.runtime_folders():
        _stop_in(runtime, ended)
    RestorePoint(paths.data_folder()).clear()  # it was ended on purpose: nothing to come back to
    print(say(Text("Ended: {parts}.", parts=", ".join(map(say, ended))) if ended else "Compere is not running."))
    return 0


def _stop_in(runtime: Path, ended: list[str]) -> None:
    console = _console_pid(runtime)
    if console is not None:
        console.terminate()
        _wait_or_kill(console)
        ended.append("console")
    outputs = ((name, OUTPUT) for name in OUTPUT_NAMES)
    children = (("emergency", EMERGENCY_KEYS), *outputs, ("engine", ENGINE), (UNDERSTUDY, ENGINE), ("playout", PLAYOUT))
    for name, module in children:
        card = read_card(runtime, name)
        if card is None:
            continue
        if not runs(card[0], module):
            continue
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(card[0])
            with contextlib.suppress(LinkError):
                call(runtime, name, "stop").send(Stop())
            _wait_or_kill(process, _OUTPUT_GRACE_S if module == OUTPUT else _GRACE_S)
            ended.append(name)


def _console_pid(runtime: Path) -> psutil.Process | None:
    """Who holds the console's lock, when it is a console and not a stranger with the number of a dead one."""
    try:
        process = psutil.Process(int((runtime / "console.lock").read_text().splitlines()[0]))
        words = process.cmdline()
        return process if any(word == "console" or Path(word).stem == "compere" for word in words) else None
    except (OSError, ValueError, OverflowError, IndexError, psutil.Error):
        return None


def _wait_or_kill(process: psutil.Process, grace_s: float = _GRACE_S) -> None:
    with contextlib.suppress(psutil.Error):
        try:
            process.wait(grace_s)
        except psutil.TimeoutExpired:
            process.kill()
