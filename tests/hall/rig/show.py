"""The real application on the stage: started by its command, driven by real keys, watched through its log."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil

from tests.hall.rig.children import Child, HallError, ask, wait_until
from tests.hall.rig.stage import Stage

ROOT = Path(__file__).parents[3]


@functools.cache
def _prepared() -> Path:
    """Where the idle loops of an earlier run are, which take a minute or two: named by all that they depend on."""
    found = hashlib.sha256()
    sources = [file for folder in ("avatars", "engine/light") for file in sorted((ROOT / folder).rglob("*"))]
    for file in (*sources, ROOT / "engine" / "prepare.py", ROOT / "engine" / "files" / "idle_loop.py"):
        if file.is_file() and file.suffix != ".pyc":
            found.update(file.read_bytes())
    return Path(tempfile.gettempdir()) / f"compere-idle-{os.getuid()}-{found.hexdigest()[:16]}"


CHOOSER = "Say a sound file"
"""Title of the window that asks for one."""

SETTINGS = 'language = "en"\nmicrophone = "vmic"\nspeaker = "hall"\nscreen = "HALL"\navatar = "lin"\n'


@functools.cache
def _place_of(control: str, size: str) -> tuple[int, int]:
    """Where a control stands in a window of this size: always there, whatever the state."""
    found = ask(
        [sys.executable, "-m", "tests.hall.rig.where", control, size],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        within_s=60.0,
    )
    x, y = (int(part) for part in found.split())
    return x, y


class RunningShow:
    """`compere run` on a stage.

    Args:
        stage: a started stage.
        settings: text of the user's settings file.

    Attributes:
        home: the user's folders.
        console: the console's process.
    """

    def __init__(self, stage: Stage, settings: str = SETTINGS, *words: str) -> None:
        self.stage = stage
        self.home = stage.root / "home"
        self.command = [sys.executable, "-m", "console", "run", *words]
        config = self.home / "config"
        config.mkdir(parents=True, exist_ok=True)
        (config / "settings.toml").write_text(settings)
        if (prepared := _prepared()).is_dir():
            shutil.copytree(prepared, self.home / "cache", dirs_exist_ok=True)
        self._count = 0
        self.console: Child | None = None
        self.started_at = 0.0

    # -- starting and ending --------------------------------------------------------------------------------------

    def start(self) -> RunningShow:
        """Start the console, as the user's command does."""
        self._count += 1
        self.started_at = time.time()
        self.console = self.stage.run(
            f"console{self._count}",
            self.command,
            env={**self.stage.env, "COMPERE_HOME": str(self.home)},
        )
        return self

    def stop(self) -> None:
        """End all of it by `compere stop`."""
        child = self.stage.run(
            "stop",
            [sys.executable, "-m", "console", "stop"],
            env={**self.stage.env, "COMPERE_HOME": str(self.home)},
        )
        child.process.wait(20)
        if self.console is not None:
            self.console.stop()

    # -- what it says of itself -----------------------------------------------------------------------------------

    def lines(self) -> list[dict[str, Any]]:
        """The log of all its processes."""
        path = self.home / "log" / "compere.jsonl"
        rows = []
        with contextlib.suppress(FileNotFoundError):
            for line in path.read_text().splitlines():
                with contextlib.suppress(json.JSONDecodeError):
                    rows.append(json.loads(line))
        return rows

    def count(self, event: str, **fields: Any) -> int:
        """How many log lines say this."""
        wanted = {"event": event, **fields}
        return sum(all(row.get(key) == value for key, value in wanted.items()) for row in self.lines())

    def time_of(self, event: str, number: int = 1) -> float:
        """Wall clock of the n-th line that says this."""
        stamps = [row["timestamp"] for row in self.lines() if row.get("event") == event]
        return datetime.fromisoformat(stamps[number - 1]).timestamp()

    def usage(self) -> Callable[[], dict[str, float]]:
        """Begin to count; the answer, when called, is the CPU of each process since then, in percent of one core."""
        assert self.console is not None
        pids = {"console": self.console.pid, "playout": self.pid("playout"), "engine": self.pid("engine")}
        processes = {name: psutil.Process(pid) for name, pid in pids.items()}

        def used(process: psutil.Process) -> float:
            times = process.cpu_times()
            return float(times.user + times.system)

        begun, before = time.monotonic(), {name: used(process) for name, process in processes.items()}

        def figures() -> dict[str, float]:
            span = time.monotonic() - begun
            return {name: 100 * (used(process) - before[name]) / span for name, process in processes.items()}

        return figures

    def wait_for(self, event: str, *, times: int = 1, within_s: float = 20.0, **fields: Any) -> None:
        """Until the log has said this so many times."""
        try:
            wait_until(
                lambda: self.count(event, **fields) >= times,
                within_s=within_s,
                what=f"the log to say '{event}' {fields or ''} {times} times",
            )
        except HallError as error:
            tail = "\n".join(json.dumps(row) for row in self.lines()[-25:])
            raise HallError(f"{error}\n{tail}") from error

    def wait_until_key_acts(self, verb: str, *, after: int) -> None:
        """Until the emergency keys have been told that a key of `verb` acts on air, after so many words to them."""

        def acts() -> bool:
            told = [row for row in self.lines() if row.get("event") == "keys" and row.get("process") == "emergency"]
            return len(told) > after and told[-1]["state"] == "LIVE" and verb in told[-1]["verbs"]

        wait_until(acts, within_s=20.0, what=f"the emergency keys to know that {verb} acts")

    def pid(self, name: str) -> int:
        """The process number on the card of `playout` or `engine`."""
        return int((self.home / "run" / f"{name}.card").read_text().split()[0])

    # -- driving it -------------------------------------------------------------------------------------------------

    def wait_until_ready(self) -> RunningShow:
        """STANDBY, avatar loaded with its idle loop, devices open, window in front."""
        self.stage.x.wait_for_window("Compere program", within_s=30.0)
        self.wait_for("avatar ready")
        self.wait_for("sound line", line="microphone", condition="ok")
        self.wait_for("sound line", line="loudspeaker", condition="ok")
        avatars = len(list((ROOT / "avatars").glob("*/avatar.toml")))
        loops = self.home / "cache"
        wait_until(lambda: len(list(loops.rglob("*.idle"))) >= avatars, within_s=270, what="the idle loops")
        if not (prepared := _prepared()).is_dir():
            fresh = Path(tempfile.mkdtemp(prefix=f"{prepared.name}-", dir=prepared.parent))
            shutil.copytree(loops, fresh, dirs_exist_ok=True)
            with contextlib.suppress(OSError):  # another run was first
                fresh.rename(prepared)
            shutil.rmtree(fresh, ignore_errors=True)
        return self

    def focus(self) -> None:
        """Give the operator's window the keys."""
        for window in self.stage.windows():
            if "· Compere" in window.title:
                self.stage.x.focus(window.id)
                return
        raise HallError("the operator's window is not there")

    def go_live(self) -> RunningShow:
        """ARM and GO LIVE by the operator's keys."""
        self.focus()
        lives = self.count("air", air="live")
        armed = self.count("action", action="arm", accepted=True)
        for _ in range(5):  # ARM is refused while the window still shows a device that is opening
            self.stage.key("F2")
            with contextlib.suppress(HallError):
                self.wait_for("action", action="arm", accepted=True, times=armed + 1, within_s=2.0)
                break
        self.stage.keydown("ctrl+Return")
        try:
            self.wait_for("air", air="live", times=lives + 1)
        finally:
            self.stage.keyup("ctrl+Return")
        self.wait_for("took", action="live", times=1)
        return self

    def mirror_again(self) -> RunningShow:
        """LIVE in MIRROR, whatever a test that failed has left: nothing where it is so."""
        self.close_chooser()
        air = [row["air"] for row in self.lines() if row.get("event") == "air"][-1]
        modes = [row for row in self.lines() if row.get("event") == "action" and row["action"] == "mode"]
        if air != "live":
            self.focus()
            self.stage.key("BackSpace")
            self.wait_for("air", air="live", times=self.count("air", air="live") + 1)
        if modes and (modes[-1]["argument"], modes[-1]["accepted"]) != ("mirror", True):
            self.focus()
            self.stage.key("m")
            mirrors = sum(row["argument"] == "mirror" and row["accepted"] for row in modes)
            self.wait_for("action", action="mode", argument="mirror", accepted=True, times=mirrors + 1)
        return self

    def click(self, control: str) -> float:
        """Click on the control of this accessible name in the operator's window. Returns the wall clock of it."""
        window = next(window for window in self.stage.windows() if "· Compere" in window.title)
        words = ask(["xwininfo", "-id", str(window.id)], env=self.stage.env)
        place = dict(line.strip().split(":", 1) for line in words.splitlines() if ":" in line)
        x, y = _place_of(control, f"{int(place['Width'])}x{int(place['Height'])}")
        left, top = int(place["Absolute upper-left X"]), int(place["Absolute upper-left Y"])
        return self.stage.x.click(left + x, top + y)

    def say(self, sound: Path) -> None:
        """Let the avatar say a sound file, by mouse and keys as an operator does: again, where a key went astray."""
        turns = self.count("action", action="say", accepted=True)
        for tries_left in (2, 1, 0):
            self.open_chooser()
            self.stage.key("alt+n")  # the file's name
            ask(["xdotool", "type", "--delay", "12", str(sound)], env=self.stage.env, within_s=20.0)
            self.stage.key("Return")
            try:
                self.wait_for("action", action="say", accepted=True, times=turns + 1, within_s=8.0)
                return
            except HallError:
                if not tries_left:
                    raise

    def open_chooser(self) -> None:
        """Let SAY ask for a sound file: its button stands in another place than that of MIRROR."""
        modes = self.count("action", action="mode", argument="say", accepted=True)
        self.close_chooser()
        self.focus()
        self.stage.key("s")
        self.wait_for("action", action="mode", argument="say", accepted=True, times=modes + 1)
        self.click("Say a sound file")
        dialog = self.stage.x.wait_for_window(CHOOSER)
        self.stage.x.focus(dialog.id)

    def close_chooser(self) -> None:
        """Close what is left of it, and not by Escape: on air that is HOLD too."""
        for window in self.stage.windows():
            if window.title == CHOOSER:
                self.stage.x.close_window(window.id)

    def kill(self, name: str) -> float:
        """`kill -9` of `console`, `playout` or `engine`. Returns the wall clock of the kill."""
        if name == "console":
            assert self.console is not None
            pid = self.console.pid
        else:
            pid = self.pid(name)
        process = psutil.Process(pid)
        at = time.time()
        os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(psutil.Error):
            process.wait(5)
        return at


def write_report(path: Path, report: dict[str, Any]) -> None:
    """Figures as JSON, for whoever wants to look."""
    path.write_text(json.dumps(report, indent=1, default=str))
