"""Streams and the recording in every fault that is known, beside a show on air: half of `compere bench outputs`."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av

from tests.console.outputs.gate import Gate
from tests.console.outputs.rtmp_server import RtmpServer
from tests.hall.rig.meter import Meter
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.scenarios import output_faults as scenarios
from tests.hall.scenarios import outputs as usual
from tests.hall.scenarios.failures import faults_seen, rest

from .rows import Row, at_most, figure, none_of

FROZEN_S = 60.0
KILLS = 20
AT_ONCE_S = 20.0

TRUE_S = 2.0
"""What OUTPUTS says must be true within this."""

BACK_S = 3.0
"""A stream must be on air again within this after the return of server, network or process."""

GAP_MS = 50.0
LOST_S = 1.0


def run() -> list[Row]:
    """Every fault, twenty kills of each process, and three destinations at once: about eight minutes."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_faults(Path(folder) / "a"), *_kills(Path(folder) / "b"), *_at_once(Path(folder) / "c")]


def _faults(folder: Path) -> list[Row]:
    with Stage() as stage, _server(stage, folder) as server:
        gate = Gate(server.port, scenarios.STREAM_KBPS / 2)
        show = RunningShow(stage, scenarios.settings(gate, server, folder / "films"))
        try:
            show.start().wait_until_ready().go_live()
            seen = scenarios.through_all(stage, show, server, gate, FROZEN_S)
        finally:
            show.stop()
            gate.close()
    rows = [at_most(f"{name}: OUTPUTS says so after", told, TRUE_S, "s") for name, told in seen.told_s.items()]
    rows += [at_most(f"{name}: on air again after its end", back, BACK_S, "s") for name, back in seen.back_s.items()]
    return [
        *rows,
        *_hall_rows("all these faults", seen.hall),
        at_most("the console's event loop stands still in all these faults, longest", seen.gap_ms, GAP_MS, "ms"),
        figure("likewise in half a minute before, with no stream (0: under 50)", f"{seen.quiet_gap_ms:.1f} ms"),
    ]


def _kills(folder: Path) -> list[Row]:
    with _both_on_air(folder) as (stage, show):
        found = scenarios.kill_again_and_again(stage, show, folder / "films", KILLS)
    what = f"kill -9 of stream and recording, {KILLS} times"
    return [
        at_most(f"{what}: both on air again, longest", max(found.back_s), BACK_S, "s"),
        figure(f"{what}: median", f"{statistics.median(found.back_s):.2f} s"),
        at_most(f"{what}: what was on air and cannot be played, worst of {len(found.lost_s)} files",
                max(found.lost_s), LOST_S, "s"),
        *_hall_rows(what, found.hall),
    ]  # fmt: skip


def _at_once(folder: Path) -> list[Row]:
    """Three destinations at the same time."""
    with Stage() as stage, _server(stage, folder) as server:
        words = usual.settings_for(server, folder / "films")
        words += "".join(f'stream_{number}_url = "{server.url}/other{number}"\n' for number in (2, 3))
        show = RunningShow(stage, words)
        try:
            show.start().wait_until_ready().go_live()
            show.click("Stream")
            for number in (1, 2, 3):
                show.wait_for("stream", number=number, state="on air", within_s=60.0)
            with Meter(stage) as meter:
                rest(1.0)
                begun = time.time()
                rest(AT_ONCE_S)
                ended = time.time()
                film = meter.stop()
        finally:
            show.stop()
        rates = [_rate(file) for file in server.recordings()]
    return [
        figure("three 720p streams at once: frames a second in the poorest of them", f"{min(rates):.2f}"),
        *_hall_rows("three streams at once", faults_seen(film, begun, ended)),
    ]


def _hall_rows(what: str, hall: dict[str, Any]) -> list[Row]:
    return [
        none_of(f"{what}: stills over 150 ms in the hall", hall["frozen_over_150_ms"], "all of it"),
        none_of(f"{what}: black or foreign pictures", hall["black"] + hall["foreign"], "all of it"),
        figure(f"{what}: the hall's longest still", f"{hall['longest_still_ms']:.0f} ms"),
        figure(f"{what}: the hall's picture changes a second", f"{hall['fps']:.2f}"),
    ]


def _rate(file: Path) -> float:
    """Pictures a second, of what arrived."""
    with av.open(str(file)) as container:
        times = [float(frame.time or 0.0) for frame in container.decode(video=0)]
    return (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else 0.0


@contextmanager
def _both_on_air(folder: Path) -> Iterator[tuple[Stage, RunningShow]]:
    with Stage() as stage, _server(stage, folder) as server:
        show = RunningShow(stage, usual.settings_for(server, folder / "films"))
        try:
            show.start().wait_until_ready().go_live()
            usual.start_both(show)
            yield stage, show
        finally:
            show.stop()


@contextmanager
def _server(stage: Stage, folder: Path) -> Iterator[RtmpServer]:
    folder.mkdir()
    server = RtmpServer(folder / "server", stage.env).start()
    try:
        yield server
    finally:
        server.close()
