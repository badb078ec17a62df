"""The stage: two monitors, a microphone and a loudspeaker, all virtual, all private, all gone afterwards.

    with Stage() as stage:
        subprocess.Popen(["compere"], env=stage.env)

By hand: `python -m tests.hall.rig.stage` builds one, prints its environment, and waits for Ctrl-C.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tests.hall.rig.children import Child, HallError, Nursery, wait_until
from tests.hall.rig.soundserver import ASOUNDRC, Playing, SoundServer
from tests.hall.rig.xserver import USUAL, Layout, Window, XServer

# What would lead a child to the user's own desktop, sound server or Qt plugins.
_FOREIGN = (
    "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER",
    "PULSE_SERVER", "PULSE_SINK", "PULSE_SOURCE", "PULSE_COOKIE", "PIPEWIRE_REMOTE", "ALSA_CONFIG_PATH",
    "QT_QPA_PLATFORM", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "QT_PLUGIN_PATH",
    "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS",
)  # fmt: skip


# In the environment of all that runs on a stage, also of what has left its process group.
MARK = "COMPERE_HALL_STAGE"


def marked(root: Path) -> list[int]:
    """Pids of all live processes that were started on the stage with this folder, or by one of those."""
    wanted = f"{MARK}={root}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # A process that has ended but is not yet reaped has an empty environment.
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:
            continue  # it has just ended, or is another user's
    return found


class Stage:
    """Everything a show needs around the application.

    Attributes:
        root: the temporary folder that holds all of it; `root / "logs"` has a log for each process.
        env: the environment to start the application with.
        x: the X server. The methods used most are here as well.
        sound: the sound server.
    """

    def __init__(self, *, env: Mapping[str, str] | None = None, layout: Layout = USUAL) -> None:
        """
        Args:
            env: environment to start from; this process's own by default.
            layout: how the monitors lie.
        """
        self.root = Path(tempfile.mkdtemp(prefix="compere-hall-"))
        self.root.chmod(0o700)
        base = {key: value for key, value in (os.environ if env is None else env).items() if key not in _FOREIGN}
        base[MARK] = str(self.root)
        for name in ("config", "data", "cache", "state"):
            base[f"XDG_{name.upper()}_HOME"] = str(self._folder(name))
        runtime = self._folder("run")
        runtime.chmod(0o700)
        base["XDG_RUNTIME_DIR"] = str(runtime)
        self._nursery = Nursery(self.root / "logs")
        self.x = XServer(self._nursery, self.root, base, layout)
        self.sound = SoundServer(self._nursery, self._folder("sound"), base)
        self.env: dict[str, str] = {}

    def _folder(self, name: str) -> Path:
        folder = self.root / name
        folder.mkdir()
        return folder

    def start(self) -> Self:
        """Build the stage; when a part fails, what was already built is taken down again.

        Raises:
            HallError: with the log of the part that failed.
        """
        try:
            asoundrc = self.root / "config" / "alsa" / "asoundrc"
            asoundrc.parent.mkdir()
            asoundrc.write_text(ASOUNDRC)
            self.x.start()
            self.sound.start()
        except BaseException:
            self.close()
            raise
        self.env = {**self.sound.env, "DISPLAY": self.x.display, "QT_QPA_PLATFORM": "xcb"}
        return self

    def close(self) -> None:
        """End every process started on the stage, however it has detached itself, and remove its folder."""
        try:
            self._nursery.close()
            # The application's processes outlive its window by design: those too belong to the stage.
            for pid in self.strays():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            wait_until(lambda: not self.strays(), within_s=5, what="the last processes of the stage to end")
        finally:
            shutil.rmtree(self.root, ignore_errors=True)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def strays(self) -> list[int]:
        """Pids that run on this stage but are no children of it, such as what an ended application left behind."""
        own = set(self.pids)
        return [pid for pid in marked(self.root) if pid not in own]

    @property
    def pids(self) -> list[int]:
        """Of all processes that the stage has started and that still run."""
        return [child.pid for child in self._nursery.children if child.alive]

    def run(self, name: str, command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> Child:
        """Start a program on the stage. It ends with the stage at the latest.

        Args:
            name: what errors and its log call it.
            command: program and arguments.
            env: additions to `stage.env`.
        """
        return self._nursery.start(name, command, env={**self.env, **(env or {})})

    # Monitors

    def remove_hall_monitor(self) -> float:
        """Pull the hall's plug. Returns the wall-clock time (s)."""
        return self.x.remove_hall_monitor()

    def return_hall_monitor(self) -> float:
        """Plug it in again. Returns the wall-clock time (s)."""
        return self.x.return_hall_monitor()

    def flap(self, times: int, *, every_s: float = 0.1) -> float:
        """A loose plug. Returns the wall-clock time (s) of the last return."""
        return self.x.flap(times, every_s=every_s)

    # Sound

    def play_to_mic(self, sound: Path | NDArray[np.float32], wait: bool = False) -> Playing:
        """Speak into the microphone: a wav, flac or ogg file, or (samples,) float32 at 48 kHz."""
        return self.sound.play(sound, wait=wait)

    def unload_microphone(self) -> float:
        """Pull the microphone's plug. Returns the wall-clock time (s)."""
        return self.sound.unload_microphone()

    def load_microphone(self) -> float:
        """Plug it in again. Returns the wall-clock time (s)."""
        return self.sound.load_microphone()

    def kill_sound_server(self) -> float:
        """As a crash would. Returns the wall-clock time (s)."""
        return self.sound.kill()

    def start_sound_server(self) -> None:
        """Start it again, with the same sinks, sources and address."""
        self.sound.start()

    # Keys and pictures

    def key(self, name: str, window: int | None = None) -> float:
        """Press and release a key. Returns the wall-clock time (s) of the press."""
        return self.x.key(name, window)

    def keydown(self, name: str) -> float:
        """Press a key and hold it. Returns the wall-clock time (s)."""
        return self.x.keydown(name)

    def keyup(self, name: str) -> float:
        """Release it. Returns the wall-clock time (s)."""
        return self.x.keyup(name)

    def windows(self) -> list[Window]:
        """Visible top-level windows, the topmost first."""
        return self.x.windows()

    def top_window_at(self, x: int, y: int) -> Window | None:
        """The window one sees at a place of the X screen (the hall begins at x = 1920)."""
        return self.x.top_window_at(x, y)

    def screenshot(self, monitor: str = "HALL") -> NDArray[np.uint8]:
        """What a monitor shows: (1080, 1920, 3) uint8, BGR."""
        return self.x.screenshot(monitor)


def main(words: Sequence[str]) -> int:
    """Build a stage and hold it until Ctrl-C; with words, run them as a command on it and end with it."""
    over = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        over.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    try:
        with Stage() as stage:
            if words:
                child = stage.run("command", words)
                while child.alive and not over.wait(0.1):
                    pass
                sys.stdout.write(child.log.read_text(errors="replace"))
                return child.returncode or 0
            own = {key: value for key, value in stage.env.items() if os.environ.get(key) != value}
            for key in sorted(own):
                print(f"export {key}={own[key]}")
            print(f"# logs: {stage.root / 'logs'}   end with Ctrl-C", flush=True)
            over.wait()
    except HallError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
