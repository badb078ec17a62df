"""What a stream and a recording cost the hall, and how soon a lost stream is back: `compere bench outputs`.

All modes in one go, by turns, so that a busy computer is busy for all of them.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from engine.ipc.messages.outputs import EncoderSettings, OutputState, StartStream
from tests.console.outputs.program import MovingProgram
from tests.console.outputs.rtmp_server import RtmpServer
from tests.console.outputs.test_process import Running
from tests.console.outputs.waiting import wait_until

from . import output_faults
from .hall import rehearse
from .rows import Row, at_least, at_most, figure
from .soak import flashes_and_beeps

ROUNDS = 3

BACK_S = 3.0
"""A stream must be on air again within this after its server's return."""

TRUE_S = 2.0
"""What OUTPUTS says must be true within this."""


def run(seconds: float = 30.0) -> list[Row]:
    """All of it: about twenty minutes."""
    return [*skew(), *faults(), *in_the_hall(seconds), *output_faults.run()]


def in_the_hall(seconds: float) -> list[Row]:
    """Frames of the hall on time, and the processors' load: without outputs, with a stream, with both."""
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder) / "server") as server:
        modes: dict[str, list[str]] = {
            "no output": [],
            "720p stream": ["--stream", server.url],
            "recording": ["--record", str(Path(folder) / "films")],
            "stream and recording": ["--stream", server.url, "--record", str(Path(folder) / "films")],
        }
        reports: dict[str, list[dict[str, Any]]] = {mode: [] for mode in modes}
        os.environ["COMPERE_STREAM_1_KEY"] = "bench"
        try:
            for _ in range(ROUNDS):
                for mode, words in modes.items():
                    reports[mode].append(rehearse(seconds, *words))
        finally:
            del os.environ["COMPERE_STREAM_1_KEY"]
    rows = []
    for mode, found in reports.items():
        on_time = [float(each["on_time_percent"]) for each in found]
        what = f"1080p30 in the hall with {mode}: frames on time"
        if mode == "no output":
            rows.append(figure(what, f"{statistics.median(on_time):.2f} %"))
        else:
            rows.append(at_least(f"{what}, median of {ROUNDS} by turns", statistics.median(on_time), 99.5, "%"))
        rows += [
            figure(f"with {mode}: {name}, CPU of one core", f"{_median(found, name):.0f} %")
            for name in ("stream-1", "recording")
            if name in found[0]["processes"]
        ]
    return rows


def faults() -> list[Row]:
    """The server goes and comes back: how soon it is told, and how soon the stream is on air again."""
    told: list[float] = []
    back: list[float] = []
    with tempfile.TemporaryDirectory() as folder, _streaming(Path(folder)) as (made, server, _program):
        for _ in range(ROUNDS):
            server.kill()
            told.append(_timed(lambda: _state(made) is OutputState.RECONNECTING))
            time.sleep(5.0)
            server.start()
            back.append(_timed(lambda: _state(made) is OutputState.ON_AIR))
            time.sleep(2.0)
    return [
        at_most(f"a stream whose server was killed: OUTPUTS says so, worst of {ROUNDS}", max(told), TRUE_S, "s"),
        at_most(f"on air again after the server's return, worst of {ROUNDS}", max(back), BACK_S, "s"),
    ]


def skew() -> list[Row]:
    """Flash and beep in what the server got: sound minus picture."""
    with tempfile.TemporaryDirectory() as folder:
        with _streaming(Path(folder)) as (made, server, _program):
            made.recorded(40.0)
        (file,) = server.recordings()
        flashes, beeps, _, _ = flashes_and_beeps(file)
    found = [1000 * float(beeps[np.abs(beeps - flash).argmin()] - flash) for flash in flashes]
    return [
        at_most(f"A/V skew in the stream, worst of {len(found)} flashes", max(map(abs, found)), 40, "ms"),
        figure("A/V skew in the stream, median", f"{statistics.median(found):+.1f} ms"),
    ]


@contextmanager
def _server(folder: Path) -> Iterator[RtmpServer]:
    made = RtmpServer(folder).start()
    try:
        yield made
    finally:
        made.close()


@contextmanager
def _streaming(folder: Path) -> Iterator[tuple[Running, RtmpServer, MovingProgram]]:
    """A stream that is on air, from a program without a hall."""
    program = MovingProgram(1280, 720, 30).begin()
    try:
        with _server(folder / "server") as server:
            made = Running(folder, "stream-1", program)
            try:
                made.link.send(StartStream(url=f"{server.url}/bench", encoder=EncoderSettings(video_kbps=2500)))
                made.wait_for(OutputState.ON_AIR)
                yield made, server, program
            finally:
                made.close()
    finally:
        program.close()


def _state(made: Running) -> OutputState | None:
    status = made.status()
    return status.state if status is not None else None


def _timed(condition: Callable[[], bool]) -> float:
    begun = time.monotonic()
    wait_until(condition, 60.0)
    return time.monotonic() - begun


def _median(reports: list[dict[str, Any]], name: str) -> float:
    return statistics.median(each["processes"][name]["cpu_percent"] for each in reports)
