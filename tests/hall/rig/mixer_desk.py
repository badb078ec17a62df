"""Fill and key for a vision mixer: real playout and engine on a stage, told by hand what a console tells them."""

from __future__ import annotations

import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.engine import Attach, DrawCutouts, Load
from engine.ipc.messages.kinds import Air
from engine.ipc.transport import Link, LinkError, call
from tests.hall.rig.children import Child, wait_until
from tests.hall.rig.stage import Stage
from tests.hall.rig.xserver import HALL, OPERATOR

W, H = 1920, 1080
LIN = Path(__file__).parents[3] / "avatars" / "lin"
FILL, KEY = OPERATOR.name, HALL.name
"""There is no operator's window here: both monitors are for the mixer."""

Kind = TypeVar("Kind", bound=Message)


class MixerDesk:
    """What the console does: it starts nothing, says what is chosen, and hears how it is."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.folder = stage.root / "run"
        self.children: dict[str, Child] = {}
        for name in ("console.playout.process", "engine.process"):
            words = ["--runtime", str(self.folder), "--log", str(stage.root / "applog")]
            env = {"PYTHONPATH": str(LIN.parents[1])}
            self.children[name] = stage.run(name, [sys.executable, "-m", name, *words], env=env)
        self.playout, self.engine = self._join("playout"), self._join("engine")
        self.welcome = self.hear(m.Welcome)

    def _join(self, name: str) -> Link:
        found: list[Link] = []

        def there() -> bool:
            try:
                found.append(call(self.folder, name, "console"))
            except LinkError:
                return False
            return True

        wait_until(there, within_s=30.0, what=f"{name} to answer", every_s=0.05)
        return found[0]

    def hear(self, kind: type[Kind], so: Callable[[Kind], bool] = lambda message: True) -> Kind:
        """The next message of this kind for which `so` holds."""
        deadline = time.monotonic() + 30.0
        while time.monotonic() < deadline:
            select.select([self.playout], [], [], 0.5)
            for message in self.playout.receive():
                if isinstance(message, kind) and so(message):
                    return message
            self.engine.receive()
        raise AssertionError(f"no {kind.__name__} came")

    def go_live(self, ground: m.SetGround, *, calibrate_s: float = 0.0) -> None:
        """Lin on this ground, on the air, from the engine.

        Args:
            calibrate_s: how long the engine is watched before, to fix the lip delay by it as ARM does; 0: not.
        """
        self.playout.send(m.SetScreen(key=FILL, windowed=False, avoid=""))
        self.playout.send(ground)
        ring = self.hear(m.Cutouts).ring
        w = self.welcome
        self.engine.send(Attach(sound=w.sound, pictures=w.pictures, rate=w.rate, phones=w.phones))
        self.engine.send(DrawCutouts(ring=ring))
        self.engine.send(Load(avatar=str(LIN), look_ahead_s=0.04))
        if calibrate_s:
            self.listen(calibrate_s)
            self.playout.send(m.SetDelay(samples=4800))
        self.playout.send(m.SetAir(air=Air.LIVE, fade_s=0.0))
        self.until(lambda status: status.picture == "live" and status.screen == "ok")

    def until(self, so: Callable[[m.PlayoutStatus], bool]) -> None:
        """Until playout says so of itself."""
        self.hear(m.PlayoutStatus, so)

    def listen(self, seconds: float) -> None:
        """So many seconds pass; what is said meanwhile is read and forgotten."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            select.select([self.playout], [], [], min(left, 0.5))
            self.playout.receive()
            self.engine.receive()

    def both(self) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
        """What the two monitors show at one moment: (1080, 1920, 3) BGR each, the left one first."""
        command = (
            f"ffmpeg -v error -f x11grab -draw_mouse 0 -video_size {2 * W}x{H} -i {self.stage.x.display}+0,0 "
            "-frames:v 1 -f rawvideo -pix_fmt bgr24 -"
        )
        raw = subprocess.run(command.split(), env=self.stage.env, capture_output=True, check=True, timeout=20).stdout
        shot = np.frombuffer(raw, np.uint8).reshape(H, 2 * W, 3).astype(int)
        return shot[:, :W], shot[:, W:]

    def close(self) -> None:
        self.playout.close()
        self.engine.close()
