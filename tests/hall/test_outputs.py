"""The stream and the recording on the running application, with a real server, seen from the hall."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.console.outputs.rtmp_server import RtmpServer
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.scenarios import outputs as scenarios

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]


@dataclass
class Hall:
    stage: Stage
    show: RunningShow
    server: RtmpServer
    films: Path


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """LIVE, with the stream and the recording on air."""
    folder = tmp_path_factory.mktemp("outputs")
    with Stage() as stage:
        server = RtmpServer(folder / "server", stage.env).start()
        show = RunningShow(stage, scenarios.settings_for(server, folder / "films")).start().wait_until_ready().go_live()
        try:
            scenarios.start_both(show)
            yield Hall(stage, show, server, folder / "films")
        finally:
            show.stop()
            server.close()


def test_a_server_that_dies_costs_the_hall_nothing_and_the_stream_comes_back(hall: Hall) -> None:
    figures = scenarios.kill_server(hall.stage, hall.show, hall.server)
    assert (figures["black"], figures["foreign"]) == (0, 0)
    assert figures["longest_still_ms"] < 400


def test_processes_that_are_killed_cost_the_hall_nothing_and_every_file_can_be_played(hall: Hall) -> None:
    figures = scenarios.kill_outputs(hall.stage, hall.show)
    assert (figures["black"], figures["foreign"]) == (0, 0)
    assert figures["longest_still_ms"] < 400
    first, *_ = sorted(hall.films.glob("*.mp4"), key=lambda file: file.stat().st_mtime)
    assert scenarios.frames_in(first) > 0


def test_a_killed_console_leaves_both_running_and_the_next_one_takes_them_up(hall: Hall) -> None:
    taken, films = len(hall.server.recordings()), len(list(hall.films.glob("*.mp4")))
    pids = [hall.show.pid(name) for name in ("stream-1", "recording")]
    rejoined = hall.show.count("rejoined", state="LIVE")
    adopted = hall.show.count("adopted", child="recording")
    on_air = hall.show.count("recording", state="on air")
    hall.show.kill("console")
    hall.show.start()
    hall.show.wait_for("rejoined", state="LIVE", times=rejoined + 1, within_s=60.0)
    hall.show.wait_for("adopted", child="recording", times=adopted + 1, within_s=30.0)
    hall.show.wait_for("recording", state="on air", times=on_air + 1, within_s=30.0)
    assert [hall.show.pid(name) for name in ("stream-1", "recording")] == pids
    time.sleep(1.0)  # a file or a connection begun anew would be there by now
    assert (len(hall.server.recordings()), len(list(hall.films.glob("*.mp4")))) == (taken, films)


def test_no_key_is_in_the_log_or_in_the_list_of_processes(hall: Hall) -> None:
    written = "".join(file.read_text(errors="replace") for file in (hall.show.home / "log").iterdir() if file.is_file())
    assert "127.0.0.1/live" in written
    assert "/live/hall" not in written
