"""A stream and a recording for hours: `compere bench soak --seconds 14400`.

Flash and beep every two seconds lie on the same sample of the program. How far they are apart in what the server
got and in the file must not change in hours, nor may memory grow.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import av
import numpy as np
import psutil

from console.playout.sound.beep import PERIOD
from engine.ipc.messages.outputs import EncoderSettings, OutputState, StartRecording, StartStream
from engine.ipc.rings.samples import SAMPLE_RATE
from tests.console.outputs.program import MovingProgram
from tests.console.outputs.rtmp_server import RtmpServer
from tests.console.outputs.test_process import Running

from .rows import Row, at_least, at_most, figure

SKEW_MS = 40.0
FLAT_MS = 10.0
GROWN_MB = 20.0
INDEX_MB_A_MINUTE = 1.0
"""An MP4's index of its pictures and sounds lies in memory until the file is closed; a new file begins an empty one."""

WINDOW_S = 60.0
SETTLED_S = 120.0
"""By then everything is loaded and every queue has had its length: what grows afterwards grows for ever."""

STREAM = EncoderSettings(height=0, video_kbps=3000)
RECORDING = EncoderSettings(height=720, video_kbps=2000, keyframe_s=1.0)


def run(seconds: float) -> list[Row]:
    """1080p30 to a server and 720p30 into a file for so many seconds; then as long to look at it as a player does."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        program, server = MovingProgram(1920, 1080, 30).begin(), RtmpServer(home / "server").start()
        stream, recording = Running(home, "stream-1", program), Running(home, "recording", program)
        try:
            stream.link.send(StartStream(url=f"{server.url}/soak", encoder=STREAM))
            recording.link.send(StartRecording(folders=[folder], name="soak", encoder=RECORDING))
            for each in (stream, recording):
                each.wait_for(OutputState.ON_AIR)
            grown = _grown_mb((stream, recording), seconds)
            skipped = {each.name: _skipped(each) for each in (stream, recording)}
        finally:
            for each in (stream, recording):
                each.close()
            server.close()
            program.close()
        (pushed,) = server.recordings()
        rows = [*_rows("1080p30 at the server", pushed), *_rows("720p30 in the file", home / "soak.mp4")]
    for name, megabytes in grown.items():
        index_mb = INDEX_MB_A_MINUTE * seconds / 60 if name == recording.name else 0.0
        what = f"memory of {name} grown since the second minute" + (", its file's index in it" if index_mb else "")
        rows.append(at_most(what, megabytes, GROWN_MB + index_mb, "MB"))
        rows.append(figure(f"pictures that {name} left out, since this computer was slow", f"{skipped[name]}"))
    return rows


def _grown_mb(running: Sequence[Running], seconds: float) -> dict[str, float]:
    """Let them run; how much memory of its own each has more at the end than after it has settled."""
    settled: dict[str, float] = {}
    for each in running:
        each.recorded(min(SETTLED_S, seconds / 2))
        settled[each.name] = _own_mb(each)
    for each in running:
        each.recorded(seconds)
    return {each.name: _own_mb(each) - settled[each.name] for each in running}


def _own_mb(running: Running) -> float:
    return float(psutil.Process(running.process.pid).memory_full_info().uss) / 2**20


def _skipped(running: Running) -> int:
    status = running.status()
    return status.skipped if status is not None else 0


def _rows(where: str, file: Path) -> list[Row]:
    flashes, beeps, frames, length_s = flashes_and_beeps(file)
    skews = [(flash, 1000 * float(beeps[np.abs(beeps - flash).argmin()] - flash)) for flash in flashes]
    minutes: dict[int, list[float]] = {}
    for at, skew in skews:
        minutes.setdefault(int(at // WINDOW_S), []).append(skew)
    medians = [statistics.median(each) for each in minutes.values()]
    return [
        at_most(
            f"{where}: A/V skew, worst of {len(skews)} flashes", max(abs(skew) for _, skew in skews), SKEW_MS, "ms"
        ),
        at_most(
            f"{where}: the medians of {len(medians)} minutes lie within", max(medians) - min(medians), 2 * FLAT_MS, "ms"
        ),
        figure(f"{where}: median of the first and of the last minute", f"{medians[0]:+.1f}, {medians[-1]:+.1f} ms"),
        at_least(f"{where}: frames a second over {length_s / 60:.0f} minutes", frames / length_s, 29.9, "fps"),
    ]


def flashes_and_beeps(file: Path) -> tuple[list[float], Any, int, float]:
    """What a player sees and hears: when flashes and beeps begin, in seconds; frames; and the length in seconds.

    The first and the last flash are left out: their beeps may lie outside.
    """
    flashes: list[float] = []
    beeps: list[float] = []
    bright_before, quiet_from = False, float("-inf")
    frames, first_s, last_s = 0, 0.0, 0.0
    with av.open(str(file)) as container:
        for frame in container.decode():
            at = float(frame.time or 0.0)
            if isinstance(frame, av.VideoFrame):
                first_s = first_s if frames else at
                frames, last_s = frames + 1, at
                bright = bool(frame.to_ndarray(format="gray")[:, -40:].mean() > 180)
                if bright and not bright_before:
                    flashes.append(at)
                bright_before = bright
            elif isinstance(frame, av.AudioFrame):
                for loud in at + np.flatnonzero(np.abs(frame.to_ndarray()[0]) > 0.05) / SAMPLE_RATE:
                    if loud > quiet_from:
                        beeps.append(float(loud))
                        quiet_from = float(loud) + PERIOD / SAMPLE_RATE / 2
    return flashes[1:-1], np.array(beeps), frames, last_s - first_s
