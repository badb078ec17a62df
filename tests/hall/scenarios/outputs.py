"""A stream and a recording beside the hall, and what becomes of them when something dies."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import av

from tests.console.outputs.rtmp_server import RtmpServer
from tests.hall.rig.children import wait_until
from tests.hall.rig.meter import Meter
from tests.hall.rig.show import SETTINGS, RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.scenarios.failures import SETTLE_S, faults_seen, rest


def settings_for(server: RtmpServer, films: Path) -> str:
    """One stream to `server`, and recordings in `films`, as small as a computer without a card likes them."""
    words = {"stream_1_url": f"{server.url}/hall", "record_folder": str(films), "record_size": "720"}
    lines = [f'{name} = "{value}"\n' for name, value in words.items()]
    return SETTINGS + "".join(lines) + "stream_kbps = 1500\nrecord_kbps = 3000\n"


def start_both(show: RunningShow) -> None:
    """By the operator's mouse, and until both are on air."""
    show.click("Stream")
    show.click("Record")
    wait_on_air(show, 1)


def wait_on_air(show: RunningShow, times: int) -> None:
    """Until server and disk have taken the program for the n-th time."""
    show.wait_for("stream", state="on air", number=1, times=times, within_s=60.0)
    show.wait_for("recording", state="on air", times=times, within_s=60.0)


def kill_outputs(stage: Stage, show: RunningShow) -> dict[str, Any]:
    """`kill -9` of both processes: the hall must not notice, and both must be back."""
    before = _on_air(show)
    with Meter(stage) as meter:
        rest(SETTLE_S)
        begun = time.time()
        rest(2.0)
        for name in ("stream-1", "recording"):
            os.kill(show.pid(name), signal.SIGKILL)
        wait_until(lambda: _on_air(show) >= before + 2, within_s=60.0, what="stream and recording to be back")
        rest(2.0)
        ended = time.time()
        film = meter.stop()
    return faults_seen(film, begun, ended)


def kill_server(stage: Stage, show: RunningShow, server: RtmpServer) -> dict[str, Any]:
    """The server dies and comes back: the hall must not notice, and the stream must be back by itself."""
    before = show.count("stream", state="on air", number=1)
    lost = show.count("stream", state="reconnecting", number=1)
    with Meter(stage) as meter:
        rest(SETTLE_S)
        begun = time.time()
        rest(1.0)
        server.kill()
        show.wait_for("stream", state="reconnecting", number=1, times=lost + 1)
        rest(2.0)
        server.start()
        show.wait_for("stream", state="on air", number=1, times=before + 1, within_s=60.0)
        rest(1.0)
        ended = time.time()
        film = meter.stop()
    return faults_seen(film, begun, ended)


def frames_in(film: Path) -> int:
    """Pictures that can be decoded of a file."""
    with av.open(str(film)) as container:
        return sum(1 for _ in container.decode(video=0))


def _on_air(show: RunningShow) -> int:
    return show.count("stream", state="on air", number=1) + show.count("recording", state="on air")
