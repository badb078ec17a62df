"""The outside meter: films the hall's monitor and records microphone and loudspeaker, knowing nothing of the app.

    with Meter(stage) as meter:
        stage.play_to_mic(SYLLABLES, wait=True)
        report = measure(meter.stop())

Four ffmpeg processes, each with timestamps of the wall clock: a close-up of the mouth (grey, 120 a second), the
whole monitor (coarse, 60 a second), the sink behind the microphone and the sink of the loudspeaker. Each on its own,
so that a dead sound server ends neither film; an ear listens again as soon as there is something to listen to.

Measured against an independent witness (test_meter_selftest): see README.md.
"""

from __future__ import annotations

import contextlib
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.hall.rig.children import Child, HallError, wait_until
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import HALL_HEIGHT, HALL_WIDTH, RATE, Recording, Sound, read_hall, read_mouth, read_sound
from tests.hall.rig.xserver import MONITORS

START_WITHIN_S = 10.0

# A null sink hands over a block at the moment its first sample is due, so the timestamps of a monitor say when a
# sample leaves the loudspeaker. A real microphone hands over a block when its *last* sample is due: the virtual one
# gives everything one block too early, and a sound has "entered the microphone" that much before its timestamp.
USUAL_BLOCK_S = 0.010

FINE = 120, 60
"""Film frames a second of the close-up and of the whole monitor, where figures are wanted: half a core of filming."""

COARSE = 60, 20
"""Where it is asked what happens and not how soon: on two slow cores FINE takes from the show what it needs."""

usual_rates = FINE
"""Of a meter that is not told; the tests set it to COARSE."""


@dataclass(frozen=True)
class Box:
    """A part of a monitor, in its pixels."""

    x: int
    y: int
    width: int
    height: int


#: The mouth of a presenter in the middle of a 1920 x 1080 picture, with room to sway, and nothing but skin around.
MOUTH = Box(888, 484, 144, 112)


class Meter:
    """Film and sound of one show.

    Attributes:
        folder: where the recordings lie until `close`.
        pids: of its processes, to measure what they cost.
    """

    def __init__(
        self,
        stage: Stage,
        *,
        monitor: str = "HALL",
        mouth: Box = MOUTH,
        mouth_rate: int | None = None,
        hall_rate: int | None = None,
    ) -> None:
        """
        Args:
            stage: a started stage.
            monitor: "HALL", or "OP" to watch that nothing covers the operator's.
            mouth: what the close-up shows.
            mouth_rate, hall_rate: film frames a second; those of `usual_rates` where not given.
        """
        self._stage = stage
        self._at = MONITORS[monitor]
        self._mouth = mouth
        self._rates = mouth_rate or usual_rates[0], hall_rate or usual_rates[1]
        self._holder = tempfile.TemporaryDirectory(prefix="meter-", dir=stage.root)
        self.folder = Path(self._holder.name)
        self._films: list[Child] = []
        self._ears: dict[str, list[tuple[Child, Path]]] = {"micfeed": [], "hall": []}
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._keep_listening, name="meter-ears", daemon=True)

    @property
    def pids(self) -> list[int]:
        children = self._films + [turns[-1][0] for turns in self._ears.values() if turns]
        return [child.pid for child in children if child.alive]

    def start(self) -> Self:
        """Begin to record; return when all four have written something.

        Raises:
            HallError: one of them could not begin; its log is in the message.
        """
        mouth_rate, hall_rate = self._rates
        close_up = self._film("mouth", mouth_rate, self._mouth, "format=gray")
        whole = Box(0, 0, self._at.width, self._at.height)
        # Left-out pixels instead of smoothing: a quarter of the work, and the tiles are averages anyway.
        scaled = f"scale={HALL_WIDTH}:{HALL_HEIGHT}:flags=neighbor,format=rgb24"
        hall = self._film("hall", hall_rate, whole, scaled)
        ears = [self._listen(sink) for sink in self._ears]
        for child, path in (close_up, hall, *ears):
            wait_until(
                lambda path=path: path.exists() and path.stat().st_size > 4096,  # type: ignore[misc]
                within_s=START_WITHIN_S,
                what=f"{child.name} to record",
                child=child,
            )
        self._watcher.start()
        return self

    def stop(self) -> Recording:
        """End the recording and read it.

        Raises:
            HallError: a film broke off before its end.
        """
        try:
            block_s = self._stage.sound.block_s("micfeed")
        except HallError:
            block_s = USUAL_BLOCK_S  # the sound server is gone
        broken = [child for child in self._films if not child.alive]
        self._end()
        if broken:
            raise HallError(f"{broken[0].name} broke off\n{broken[0].log_tail()}")
        return Recording(
            microphone=self._sound("micfeed", -block_s),
            loudspeaker=self._sound("hall", 0.0),
            mouth=read_mouth(self.folder / "mouth.nut"),
            hall=read_hall(self.folder / "hall.nut"),
        )

    def close(self) -> None:
        """End all its processes and remove the recordings."""
        self._end()
        self._holder.cleanup()

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _end(self) -> None:
        self._over.set()
        if self._watcher.is_alive():
            self._watcher.join()
        for child in self._films + [child for turns in self._ears.values() for child, _ in turns]:
            child.stop()

    def _ffmpeg(self, name: str, source: str, sink: str, path: Path) -> Child:
        command = f"ffmpeg -v error -nostdin -copyts {source} {sink} -flush_packets 1 -f nut -y"
        return self._stage.run(f"meter-{name}", [*command.split(), path])

    def _film(self, name: str, rate: int, box: Box, filters: str) -> tuple[Child, Path]:
        path = self.folder / f"{name}.nut"
        child = self._ffmpeg(
            name,
            f"-f x11grab -draw_mouse 0 -framerate {rate} -video_size {box.width}x{box.height} "
            f"-i {self._stage.x.display}+{self._at.x + box.x},{self._at.y + box.y}",
            # -enc_time_base -1 keeps microseconds; otherwise times are rounded to whole film frames.
            f"-vf {filters} -fps_mode passthrough -enc_time_base -1 -c:v ffvhuff -threads 1",
            path,
        )
        self._films.append(child)
        return child, path

    def _listen(self, sink: str) -> tuple[Child, Path]:
        turns = self._ears[sink]
        path = self.folder / f"{sink}-{len(turns)}.nut"
        child = self._ffmpeg(
            sink,
            f"-f pulse -sample_rate {RATE} -channels 1 -fragment_size {RATE // 100 * 2} -i {sink}.monitor",
            "-c:a pcm_s16le",
            path,
        )
        turns.append((child, path))
        return child, path

    def _keep_listening(self) -> None:
        """The watcher's thread: where the sound server went away, listen again once it answers."""
        while not self._over.wait(0.1):
            for sink, turns in self._ears.items():
                if not turns[-1][0].alive:
                    with contextlib.suppress(HallError):
                        if f"{sink}.monitor" in self._stage.sound.sources():
                            self._listen(sink)

    def _sound(self, sink: str, shift_s: float) -> Sound:
        return read_sound([path for _, path in self._ears[sink] if path.exists()], shift_s=shift_s)
