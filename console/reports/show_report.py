"""The report at END: gathers a show's lines from the log, and writes its page and its lines where the user finds them.

Whatever the report says comes from the log, so that a console that died in the middle of a show costs it nothing.
"""

from __future__ import annotations

import contextlib
import json
import math
import re
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from console.jobs import ThreadJob
from console.show.core.state import ShowState
from console.show.report.log_row import Row
from console.show.report.report import last_show, summarise
from console.show.report.report_page import page
from console.show.state.console_state import ConsoleState
from console.show.state.output_view import OutputCondition, OutputsView
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import LOG_NAME
from engine.text import Text
from ui import theme
from ui.translate import said

EVERY_S = 5.0
"""The figures of a running show are logged this often: 2,000 lines in three hours."""
_PAUSE_S = 60.0
"""While a show is on, its figures alone come more often than this."""
_DISORDER_S = 2.0
"""Lines of several processes lie in the file by when they were written, not by their times."""
_WRITTEN_WITHIN_S = 10.0
AFTER_END_MS = 1500
"""What playout says of the last turn comes a moment after END."""
_AIR = (ShowState.LIVE, ShowState.HOLD)


class ReportError(Exception):
    """The report cannot be written; the message is one sentence for the operator."""


class Reporting(QObject):
    """Logs the figures of a running show, and writes its report at the end.

    Args:
        log: where to write events.
        logs: folder of the log.
        reports: where reports go; made when it is needed.
        name: says the show's name.
        rate: program frames a second.

    Signals:
        written(str): the page's file; emitted here.
        failed(str): a sentence; emitted here.
    """

    written = Signal(str)
    failed = Signal(object)

    def __init__(self, log: Logger, logs: Path, reports: Path, name: Callable[[], str], rate: int) -> None:
        super().__init__()
        self._log, self._logs, self._reports = log, logs, reports
        self._name, self._rate = name, rate
        self._logged_s = -EVERY_S
        self._job = self._new_job()
        self._soon = QTimer(self, singleShot=True, interval=AFTER_END_MS)
        self._soon.timeout.connect(self._begin)

    def second(self, now: float, console_state: ConsoleState) -> None:
        """Once a second (`now` is monotonic, in seconds)."""
        if console_state.state is not ShowState.LIVE or now - self._logged_s < EVERY_S:
            return
        self._logged_s = now
        health = console_state.health
        self._log.info(
            "figures",
            lip_p50_ms=_rounded(health.delay_p50_ms),
            lip_p95_ms=_rounded(health.delay_p95_ms),
            budget_ms=health.delay_budget_ms,
            skew_ms=_rounded(health.skew_ms),
            fps=_rounded(health.fps),
            late_frames=health.late_frames,
            outputs=_on_air(console_state.outputs),
        )

    def show_changed(self, before: ShowState, after: ShowState) -> None:
        """The show ended: its report is written a moment later."""
        if before in _AIR and after in (ShowState.STANDBY, ShowState.OFFLINE):
            self._soon.start()

    def close(self) -> None:
        """Writes at once what is still to be written."""
        if self._soon.isActive():
            self._soon.stop()
            self._job.settle(_WRITTEN_WITHIN_S)
            if self._job.busy:  # the report before takes long: this one is written beside it
                self._job = self._new_job()
            self._begin()
        self._job.settle(_WRITTEN_WITHIN_S)

    def _new_job(self) -> ThreadJob:
        return ThreadJob("report", self._log, self, daemon=False)

    def _begin(self) -> None:
        self._job.settle(_WRITTEN_WITHIN_S)
        if self._job.busy:
            self._soon.start()  # the one before is still being written
            return
        name, language = self._name(), theme.language()
        self._job.start(
            lambda stop: write_report(self._logs, self._reports, name, self._rate, language),
            self._emit_written,
            self._fail,
            expected=(ReportError,),
        )

    def _emit_written(self, file: Path) -> None:
        self._log.info("report written", file=str(file))
        self.written.emit(str(file))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ReportError):
            self._log.warning("report failed", reason=str(error))
            self.failed.emit(str(error))
        else:
            self.failed.emit(
                Text("The report could not be made ({fault}): the log has it all.", fault=type(error).__name__)
            )


def write_report(logs: Path, reports: Path, name: str, rate: int, language: str = "en") -> Path:
    """Writes the report of the newest show in the log: a page, and beside it the show's lines.

    Args:
        logs: folder of the log.
        reports: where the report goes; made when missing.
        name: of the show; may be "".
        rate: program frames a second.
        language: of the page, as `zh-Hant`; its words are in the language that the window speaks.

    Returns:
        the page's file.

    Raises:
        ReportError: no show is in the log, or the folder cannot be written.
    """
    lines = list(read_log(logs))
    rows = last_show([row for row, _ in lines])
    if not rows:
        raise ReportError("There is no show in the log: nothing was on air.")
    report = summarise(rows, name=name, rate=rate)
    begun, ended = rows[0].at, rows[-1].at
    kept = [text for row, text in lines if begun <= row.at <= ended]
    stem = time.strftime("%Y-%m-%d %H%M", time.localtime(report.begun)) + (f" {_plain(name)}" if _plain(name) else "")
    stem += " rehearsal" if report.rehearsal else ""
    try:
        reports.mkdir(parents=True, exist_ok=True)
        file = _free(reports, stem)
        file.with_suffix(".jsonl").write_text("".join(f"{text}\n" for text in kept), encoding="utf-8")
        file.write_text(page(report, said, language), encoding="utf-8")
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise ReportError(
            Text("The report cannot be written to {path} ({fault}): the log has it all.", path=reports, fault=why)
        ) from fault
    return file


def read_log(logs: Path) -> Iterator[tuple[Row, str]]:
    """The lines of the log, the older file first; a line that is none is left out.

    Within a show times differ by what the clock that nobody sets says, from the wall clock at its beginning: neither
    summer time nor a clock that is put right moves a line, or makes it last longer.
    """
    steady = _Steady()
    for path in (logs / LOG_NAME, (logs / LOG_NAME).with_suffix(".old.jsonl"))[::-1]:
        with contextlib.suppress(FileNotFoundError), path.open(encoding="utf-8", errors="replace") as file:
            for text in file:
                with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
                    fields = json.loads(text)
                    at = datetime.fromisoformat(fields["timestamp"]).timestamp()
                    at = steady.at(at, fields.get("monotonic_s"))
                    yield Row(at, str(fields["event"]), fields), text.rstrip("\n")


class _Steady:
    """Puts lines on one time line, however the wall clock was set between them."""

    def __init__(self) -> None:
        self._wall = self._first = self._last = 0.0

    def at(self, wall: float, monotonic_s: Any) -> float:
        """When a line was written, in seconds since the epoch.

        Args:
            wall: as its wall clock says.
            monotonic_s: as the clock that nobody sets says; anything but a number where the line does not tell.
        """
        if not isinstance(monotonic_s, (int, float)) or not math.isfinite(monotonic_s):
            return wall
        # Another start of the computer, or a pause in which no show was on: begin again.
        if not self._last - _DISORDER_S <= monotonic_s <= self._last + _PAUSE_S:
            self._wall, self._first = wall, monotonic_s
        self._last = monotonic_s
        return self._wall + monotonic_s - self._first


def _plain(name: str) -> str:
    """A name that every file system takes."""
    return " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", name).split()).strip(" .")[:80]


def _free(folder: Path, stem: str) -> Path:
    file, number = folder / f"{stem}.html", 2
    while file.exists():
        file = folder / f"{stem} ({number}).html"
        number += 1
    return file


def _on_air(outputs: OutputsView) -> dict[str, dict[str, object]]:
    """The streams and the recording that are on air, and how they go, for the lines of the log."""
    found: dict[str, dict[str, object]] = {
        f"stream-{each.number}": {"place": each.place, "kbps": round(each.kbps), "dropped": each.dropped + each.skipped}
        for each in outputs.streams
        if each.state is OutputCondition.ON_AIR
    }
    recording = outputs.recording
    if recording.state is OutputCondition.ON_AIR:
        found["recording"] = {"place": recording.file, "dropped": recording.dropped + recording.skipped}
    return found


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
