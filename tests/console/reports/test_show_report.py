"""The report at END, from a real log file."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from console.reports import show_report
from console.reports.show_report import EVERY_S, ReportError, Reporting, read_log, write_report
from console.show.core.state import ShowState
from console.show.state.output_view import OutputCondition, OutputsView, RecordingView, StreamView
from engine.ipc.logging_setup import LOG_NAME
from tests.console.test_preflight_controller import Log
from tests.ui.console_states import console_state

EIGHT = 1_777_000_000.0


def line(at: float, event: str, **fields: Any) -> str:
    stamp = datetime.fromtimestamp(EIGHT + at).isoformat()
    return json.dumps({"timestamp": stamp, "event": event, "process": "console", "level": "info", **fields})


def moved(at: float, action: str, before: str, after: str) -> str:
    return line(at, "action", action=action, accepted=True, source="key", argument="", before=before, after=after)


SHOW = [
    line(-3, "window shown"),
    moved(-1, "arm", "STANDBY", "ARMED"),
    moved(0, "live", "ARMED", "LIVE"),
    line(5, "figures", lip_p50_ms=60.0, lip_p95_ms=70.0, late_frames=0),
    line(6, "air", process="playout", air="live"),
    moved(65, "end", "LIVE", "STANDBY"),
    line(70, "something later"),
]


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    folder = tmp_path / "log"
    folder.mkdir()
    (folder / LOG_NAME).write_text("\n".join(SHOW) + "\n", encoding="utf-8")
    return folder


def test_the_report_is_a_page_and_the_lines_of_the_show(logs: Path, tmp_path: Path) -> None:
    file = write_report(logs, tmp_path / "out", "Spring: Gala/2026", 30)
    assert file.suffix == ".html" and file.name.endswith("Spring Gala 2026.html")
    assert "1:05" in file.read_text(encoding="utf-8")
    kept = [json.loads(text)["event"] for text in file.with_suffix(".jsonl").read_text().splitlines()]
    assert kept == ["action", "action", "figures", "air", "action"]


def test_a_second_report_takes_no_other_one_s_place(logs: Path, tmp_path: Path) -> None:
    files = {write_report(logs, tmp_path, "Gala", 30) for _ in range(3)}
    assert len(files) == 3 and all(file.is_file() for file in files)


def test_a_torn_line_is_left_out(logs: Path) -> None:
    path = logs / LOG_NAME
    path.write_text(path.read_text() + '{"timestamp": "2026-\n\n[1]\n{"event": 3}\n' + line(80, "whole") + "\n")
    assert [row.event for row, _ in read_log(logs)][-1] == "whole"


def test_a_show_whose_log_was_turned_over_is_whole(logs: Path, tmp_path: Path) -> None:
    (logs / LOG_NAME).with_suffix(".old.jsonl").write_text("\n".join(SHOW[:4]) + "\n")
    (logs / LOG_NAME).write_text("\n".join(SHOW[4:]) + "\n")
    assert "1:05" in write_report(logs, tmp_path, "", 30).read_text(encoding="utf-8")


def test_no_show_and_no_room_are_said_in_a_sentence(logs: Path, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no show"):
        write_report(tmp_path / "nowhere", tmp_path, "", 30)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReportError, match="cannot be written"):
        write_report(logs, tmp_path / "file" / "deeper", "", 30)


@pytest.fixture
def reporting(logs: Path, tmp_path: Path) -> Reporting:
    return Reporting(Log(), logs, tmp_path / "out", lambda: "Gala", 30)


def test_the_report_is_written_after_the_end_and_said(reporting: Reporting, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reporting.written, timeout=10_000) as said:
        reporting.show_changed(ShowState.LIVE, ShowState.STANDBY)
        reporting._soon.setInterval(0)
        reporting._soon.start()
    assert Path(said.args[0]).is_file()
    reporting.close()


def test_a_console_that_quits_right_after_the_end_writes_it_first(reporting: Reporting, tmp_path: Path) -> None:
    reporting.show_changed(ShowState.HOLD, ShowState.STANDBY)
    reporting.close()
    assert len(list((tmp_path / "out").glob("*.html"))) == 1


def test_a_report_at_the_end_of_the_console_waits_for_no_slow_one_before_it(
    reporting: Reporting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show_report, "_WRITTEN_WITHIN_S", 0.5)
    go_on = threading.Event()
    reporting._job.start(lambda stop: go_on.wait(30), lambda result: None)
    reporting.show_changed(ShowState.LIVE, ShowState.STANDBY)
    reporting.close()
    go_on.set()
    written = wait_for(lambda: list((tmp_path / "out").glob("*.html")))
    assert len(written) == 1


def wait_for(found: Callable[[], list[Path]]) -> list[Path]:
    """What is found in the end; a thread of its own writes it."""
    for _ in range(2000):
        if here := found():
            return here
        threading.Event().wait(0.005)
    return []


@pytest.mark.parametrize(
    ("before", "after"),
    [(ShowState.ARMED, ShowState.STANDBY), (ShowState.LIVE, ShowState.HOLD), (ShowState.PANIC, ShowState.STANDBY)],
)
def test_nothing_is_written_before_the_end(
    reporting: Reporting, tmp_path: Path, before: ShowState, after: ShowState
) -> None:
    reporting.show_changed(before, after)
    reporting.close()
    assert not (tmp_path / "out").exists()


def test_the_figures_are_logged_now_and_then_and_only_on_air(logs: Path, tmp_path: Path) -> None:
    log = Log()
    reporting = Reporting(log, logs, tmp_path, lambda: "", 30)
    for second in range(20):
        reporting.second(float(second), console_state(ShowState.LIVE))
    assert len(log.lines) == 20 / EVERY_S
    assert log.lines[0][1]["lip_p95_ms"] == 78.0
    assert log.lines[0][1]["outputs"] == {}
    reporting.second(100.0, console_state(ShowState.HOLD))
    assert len(log.lines) == 20 / EVERY_S


def test_the_streams_and_the_recording_that_are_on_air_are_among_the_figures(logs: Path, tmp_path: Path) -> None:
    log, live = Log(), console_state(ShowState.LIVE)
    on_air = StreamView(1, place="a.example/live", state=OutputCondition.ON_AIR, kbps=4444.4, dropped=3)
    lost = StreamView(2, place="b.example/live", state=OutputCondition.RECONNECTING)
    recording = RecordingView(state=OutputCondition.ON_AIR, file="/films/show.mp4")
    live.outputs = OutputsView((on_air, lost), recording)
    Reporting(log, logs, tmp_path, lambda: "", 30).second(0.0, live)
    assert log.lines[0][1]["outputs"] == {
        "stream-1": {"place": "a.example/live", "kbps": 4444, "dropped": 3},
        "recording": {"place": "/films/show.mp4", "dropped": 0},
    }


@pytest.mark.parametrize("step_s", [-8 * 3600.0, -3600.0, 0.0, 3600.0])
def test_a_clock_that_is_set_in_the_middle_of_a_show_moves_nothing(tmp_path: Path, step_s: float) -> None:
    folder = tmp_path / "log"
    folder.mkdir()
    lines = []
    for text in SHOW:
        fields = json.loads(text)
        at = datetime.fromisoformat(fields["timestamp"]).timestamp() - EIGHT
        stepped = at + step_s if at >= 6 else at
        stamp = datetime.fromtimestamp(EIGHT + stepped).astimezone().isoformat()
        lines.append(json.dumps(fields | {"timestamp": stamp, "monotonic_s": 500.0 + at}))
    (folder / LOG_NAME).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [row.at - EIGHT for row, _ in read_log(folder)] == pytest.approx([-3, -1, 0, 5, 6, 65, 70])
    file = write_report(folder, tmp_path / "out", "Gala", 30)
    assert "1:05" in file.read_text(encoding="utf-8")
    assert len(file.with_suffix(".jsonl").read_text().splitlines()) == 5


def test_another_start_of_the_computer_begins_by_its_own_clock(tmp_path: Path) -> None:
    rows = [(0.0, 9_000.0), (10.0, 9_010.0), (500.0, 20.0), (510.0, 30.0)]
    text = [json.dumps(json.loads(line(at, "x")) | {"monotonic_s": up_s}) for at, up_s in rows]
    (tmp_path / LOG_NAME).write_text("\n".join(text) + "\n", encoding="utf-8")
    assert [row.at - EIGHT for row, _ in read_log(tmp_path)] == pytest.approx([0, 10, 500, 510])


def test_the_report_says_by_which_clock_its_times_are_and_that_summer_time_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        night = datetime.fromisoformat("2026-10-25T02:30:00+02:00").timestamp()
        folder = tmp_path / "log"
        folder.mkdir()

        def at(seconds: float, before: str, after: str) -> str:
            moment = datetime.fromtimestamp(night + seconds).astimezone()
            fields = {"event": "action", "accepted": True, "action": after, "before": before, "after": after}
            return json.dumps(fields | {"timestamp": moment.isoformat(), "monotonic_s": 1_000.0 + seconds})

        rows = [
            at(0, "ARMED", "LIVE"),
            *(at(s, "LIVE", "LIVE") for s in range(30, 3600, 30)),
            at(3600, "LIVE", "STANDBY"),
        ]
        (folder / LOG_NAME).write_text("\n".join(rows) + "\n", encoding="utf-8")
        page = write_report(folder, tmp_path / "out", "Gala", 30).read_text(encoding="utf-8")
        assert "02:30:00 to 02:30:00 · UTC+02:00, then UTC+01:00" in page and "1:00:00" in page
    finally:
        monkeypatch.undo()
        time.tzset()
