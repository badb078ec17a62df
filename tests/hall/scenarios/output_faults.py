"""A stream whose server or network fails in each way that is known, beside a show on air and seen from the hall."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import av

from tests.console.outputs.gate import Gate, Way
from tests.console.outputs.rtmp_server import RtmpServer
from tests.hall.rig.children import wait_until
from tests.hall.rig.meter import Meter
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.scenarios.failures import SETTLE_S, faults_seen, rest
from tests.hall.scenarios.outputs import settings_for

NOWHERE = "rtmp://no-such-host.invalid/live/key"

STREAM_KBPS = 1500


@dataclass
class Seen:
    """What was seen of the faults.

    Attributes:
        told_s: fault → seconds until OUTPUTS said so.
        back_s: fault → seconds from its end until the stream was on air again.
        hall: what a hall would complain of meanwhile; see `faults_seen`.
        quiet_gap_ms, gap_ms: how long the console's event loop stood still at the most, in half a minute before, and
            during the faults.
    """

    told_s: dict[str, float] = field(default_factory=dict)
    back_s: dict[str, float] = field(default_factory=dict)
    hall: dict[str, Any] = field(default_factory=dict)
    quiet_gap_ms: float = 0.0
    gap_ms: float = 0.0


def settings(gate: Gate, server: RtmpServer, films: Path) -> str:
    """Stream 1 goes through the gate; 2 where nobody may push; 3 to a name that nobody knows."""
    usual = settings_for(server, films).replace(f"{server.url}/hall", f"rtmp://127.0.0.1:{gate.port}/live/hall")
    return usual + f'stream_2_url = "{server.closed_url}/wrong"\nstream_3_url = "{NOWHERE}"\n'


def through_all(stage: Stage, show: RunningShow, server: RtmpServer, gate: Gate, frozen_s: float) -> Seen:
    """Start the streams and do all of it to the first one. The show must be LIVE.

    Args:
        frozen_s: how long the server is stopped (SIGSTOP).
    """
    seen = Seen()
    rest(12.0)  # what the start has cost is written down by then
    begun = time.time()
    rest(30.0)  # of quiet, by which the console's own gaps are known
    seen.quiet_gap_ms = _gap_ms(show, begun)
    with Meter(stage) as meter:
        rest(SETTLE_S)
        begun = time.time()
        clicked = show.click("Stream")
        show.wait_for("stream", number=1, state="on air", within_s=30.0)
        for number, name in ((2, "wrong key"), (3, "a name that does not resolve")):
            show.wait_for("stream", number=number, state="reconnecting", within_s=30.0)
            seen.told_s[name] = _times(show, "stream", number=number, state="reconnecting")[0] - clicked

        def through(name: str, fail: Callable[[], object], mend: Callable[[], object], lasts_s: float = 5.0) -> None:
            lost = _times(show, "stream", number=1, state="reconnecting")
            at = time.time()
            fail()
            show.wait_for("stream", number=1, state="reconnecting", times=len(lost) + 1, within_s=30.0)
            seen.told_s[name] = _times(show, "stream", number=1, state="reconnecting")[len(lost)] - at
            rest(max(0.0, at + lasts_s - time.time()))
            on_air = len(_times(show, "stream", number=1, state="on air"))
            mended = time.time()
            mend()
            show.wait_for("stream", number=1, state="on air", times=on_air + 1, within_s=60.0)
            seen.back_s[name] = _times(show, "stream", number=1, state="on air")[on_air] - mended
            rest(2.0)

        def way(wanted: Way) -> Callable[[], None]:
            return lambda: gate.set_way(wanted)

        through("server killed", server.kill, server.start)
        through("connections refused", way(Way.REFUSING), way(Way.OPEN))
        through("closed in the handshake", way(Way.HANGS_UP), way(Way.OPEN))
        through("silent after accept", way(Way.SILENT), way(Way.OPEN), 12.0)
        through(f"server stopped for {frozen_s:.0f} s", server.freeze, server.thaw, frozen_s)
        at, held = time.time(), len(_times(show, "stream", number=1, state="reconnecting"))
        slow, free = (len(_times(show, "stream congestion", number=1, on=on)) for on in (True, False))
        gate.set_way(Way.SLOW)
        show.wait_for("stream congestion", number=1, on=True, times=slow + 1, within_s=30.0)
        seen.told_s["half of the bit rate"] = _times(show, "stream congestion", number=1, on=True)[slow] - at
        rest(10.0)
        gate.set_way(Way.OPEN)
        show.wait_for("stream congestion", number=1, on=False, times=free + 1, within_s=30.0)
        assert len(_times(show, "stream", number=1, state="reconnecting")) == held, "a slow way is no lost stream"
        ended = time.time()
        rest(1.0)
        film = meter.stop()
    seen.hall = faults_seen(film, begun, ended)
    rest(10.0)  # until the console has written its last gap
    seen.gap_ms = _gap_ms(show, begun)
    return seen


@dataclass
class Killed:
    """What became of processes that were killed again and again.

    Attributes:
        back_s: from each kill until the stream and the recording were on air again.
        lost_s: of each file of a killed recording: what was on air and cannot be played.
        hall: what a hall would complain of meanwhile.
    """

    back_s: list[float]
    lost_s: list[float]
    hall: dict[str, Any]


def kill_again_and_again(stage: Stage, show: RunningShow, films: Path, times: int) -> Killed:
    """`kill -9` of stream and recording, both on air, so many times."""
    kills: list[float] = []
    before = {name: len(_times(show, name, state="on air")) for name in ("stream", "recording")}
    with Meter(stage) as meter:
        rest(SETTLE_S)
        begun = time.time()
        for number in range(1, times + 1):
            rest(3.0)
            kills.append(time.time())
            for name in ("stream-1", "recording"):
                os.kill(show.pid(name), signal.SIGKILL)
            for name, were in before.items():
                show.wait_for(name, state="on air", times=were + number, within_s=60.0)
        ended = time.time()
        rest(1.0)
        film = meter.stop()
    back = [
        max(_times(show, name, state="on air")[were + number] for name, were in before.items()) - kill
        for number, kill in enumerate(kills)
    ]
    began = _times(show, "recording", state="on air")[before["recording"] - 1 :]
    files = sorted(films.glob("*.mp4"), key=lambda file: file.stat().st_mtime)[-times - 1 : -1]
    wait_until(lambda: all(file.exists() for file in files), within_s=5.0, what="the files")
    lost = [kill - on_air - _plays_s(file) for file, on_air, kill in zip(files, began, kills, strict=False)]
    return Killed(back, lost, faults_seen(film, begun, ended))


def _plays_s(file: Path) -> float:
    """Seconds of pictures that can be decoded."""
    with av.open(str(file)) as container:
        times = [float(frame.time or 0.0) for frame in container.decode(video=0)]
    return times[-1] - times[0] if times else 0.0


def _times(show: RunningShow, event: str, **fields: Any) -> list[float]:
    """Wall clock of each log line that says this."""
    wanted = {"event": event, **fields}
    rows = [row for row in show.lines() if all(row.get(key) == value for key, value in wanted.items())]
    return [datetime.fromisoformat(row["timestamp"]).timestamp() for row in rows]


def _gap_ms(show: RunningShow, since: float) -> float:
    """The longest that the console's event loop stood still, as far as it was worth writing down."""
    rows = [row for row in show.lines() if row.get("event") == "event loop late"]
    return max(
        (row["longest_ms"] for row in rows if datetime.fromisoformat(row["timestamp"]).timestamp() > since), default=0.0
    )
