"""The console's end: what is started, refused, said and shown. The processes are played by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from console.answer.secrets import ApiKey
from console.outputs import supervised_output
from console.outputs.controller import OutputsController, recording_name
from console.outputs.supervised_output import SHORT_LIFE_S, SupervisedOutput
from console.settings.file import Settings
from console.show.core.alarms import AlarmKind
from console.show.core.state import Show, ShowState
from console.show.effects import outputs as effects
from console.show.state.output_view import OutputCondition, RecordingView, StreamView
from console.show.state.settings import Options
from console.state_presenter import StatePresenter
from engine.ipc.logger import Logger
from engine.ipc.messages.base import Message
from engine.ipc.messages.outputs import (
    AttachProgram,
    MarkChapter,
    OutputState,
    OutputStatus,
    RetryNow,
    StartRecording,
    StartStream,
)
from engine.text import Text
from tests.console.conftest import welcome
from tests.console.dispatched import dispatch_of

ADDRESS = "rtmp://host/live"


class PlayedProcess(QObject):
    """A supervised process of which the test is the child."""

    joined = Signal()
    received = Signal(object)
    lost = Signal(object)
    made: list[PlayedProcess] = []

    def __init__(
        self, name: str, module: str, runtime: Path, logs: Path, arguments: Callable[[], Sequence[str]], log: Logger,
        *, hung_s: float,
    ) -> None:  # fmt: skip
        super().__init__()
        self.name, self.arguments = name, arguments
        self.sent: list[Message] = []
        self.began = self.restarted = False
        self.left: bool | None = None
        self.pids = {name: 1}
        PlayedProcess.made.append(self)

    def begin(self) -> None:
        self.began = True

    def send(self, message: Message) -> None:
        self.sent.append(message)

    def restart(self) -> None:
        self.restarted = True

    def leave(self, stopping: bool = False) -> None:
        self.left = stopping

    def end(self, grace_s: float = 1.5) -> None:
        self.left = True


@dataclass
class Desk:
    controller: OutputsController
    presenter: StatePresenter
    options: list[Options]
    keys: dict[str, ApiKey] = field(default_factory=dict)
    now_s: float = 0.0

    @property
    def processes(self) -> list[PlayedProcess]:
        return PlayedProcess.made

    def stream(self, number: int = 1) -> StreamView:
        return self.presenter.console_state.outputs.streams[number - 1]

    @property
    def recording(self) -> RecordingView:
        return self.presenter.console_state.outputs.recording

    def ask(self, effect: object) -> str:
        """Why it is refused, or "" after it was carried out."""
        dispatch = dispatch_of(self.controller)
        refusal = dispatch.validate(effect)  # type: ignore[arg-type]
        if not refusal:
            dispatch.execute(effect)  # type: ignore[arg-type]
        return refusal

    def alarms(self) -> list[tuple[AlarmKind, str]]:
        return [(each.kind, each.sentence) for each in self.presenter.console_state.alarm_list]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(supervised_output, "SupervisedProcess", PlayedProcess)
    PlayedProcess.made.clear()
    options = [Options(stream_1_url=ADDRESS)]
    keys = {"stream_1": ApiKey("secret-1", "the system's keyring")}
    presenter = StatePresenter(Show(0.0), Settings(), [])
    controller = OutputsController(
        lambda: options[0],
        lambda: "Gala: 2026 / final?",
        keys.get,
        presenter,
        tmp_path / "recordings",
        tmp_path / "run",
        tmp_path / "log",
        MagicMock(),
        lambda: datetime(2026, 11, 29, 20, 15, 0),
    )
    made = Desk(controller, presenter, options, keys)
    controller.use_playout(welcome())
    yield made
    PlayedProcess.made.clear()


def test_a_stream_is_pushed_to_its_address_with_its_key(desk: Desk) -> None:
    assert desk.ask(effects.StartStreaming(1)) == ""
    (process,) = desk.processes
    assert (process.name, process.began) == ("stream-1", True)
    assert "secret" not in " ".join(process.arguments())
    process.joined.emit()
    attach, start = process.sent
    assert attach == AttachProgram(program="pgm-1", sound="", rate=30)
    assert isinstance(start, StartStream)
    assert (start.url, start.attempt, start.encoder.height) == (f"{ADDRESS}/secret-1", 0, 720)
    assert desk.stream().state is OutputCondition.CONNECTING
    process.received.emit(OutputStatus(state=OutputState.ON_AIR, place="host/live", kbps=4500.0, frames=100))
    assert desk.stream().state is OutputCondition.ON_AIR
    assert desk.stream().kbps == 4500.0
    assert desk.presenter.console_state.log[0].endswith("stream 1 on air: host/live")


def test_started_twice_it_is_one_stream(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    desk.ask(effects.StartStreaming(0))
    assert len(desk.processes) == 1


@pytest.mark.parametrize(
    ("options", "number", "sentence"),
    [
        (Options(), 0, "There is no stream with an address"),
        (Options(stream_1_url=ADDRESS), 2, "Stream 2 has no address"),
        (Options(stream_2_url=ADDRESS), 2, "Stream 2 has no key"),
        (Options(stream_2_url=ADDRESS), 0, "Stream 2 has no key"),
        (Options(stream_2_url="rtmp://host/live/key"), 2, ""),
    ],
)
def test_what_is_not_set_up_is_refused_with_the_way_to_mend_it(
    desk: Desk, options: Options, number: int, sentence: str
) -> None:
    desk.options[0] = options
    refusal = desk.ask(effects.StartStreaming(number))
    assert refusal.startswith(sentence) and bool(refusal) is bool(sentence)
    assert bool(desk.processes) is not bool(sentence)


def test_without_a_program_nothing_starts(desk: Desk) -> None:
    desk.controller.use_playout(None)
    assert desk.ask(effects.StartStreaming(1)) == "Playout is not running."
    assert desk.ask(effects.RecordProgram()) == "Playout is not running."


def test_a_lost_server_is_an_alarm_until_it_is_back(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    (process,) = desk.processes
    process.joined.emit()
    why = Text("The server {host} refuses the connection: is it running?", host="host")
    process.received.emit(
        OutputStatus(state=OutputState.RECONNECTING, place="host/live", sentence=why, attempt=3, retry_s=4.0)
    )
    assert desk.alarms() == [(AlarmKind.STREAM, f"stream 1 lost: {why}")]
    assert (desk.stream().attempt, desk.stream().retry_s, desk.stream().sentence) == (3, 4.0, why)
    assert desk.ask(effects.RetryStreaming(0)) == ""
    assert isinstance(process.sent[-1], RetryNow)
    process.received.emit(OutputStatus(state=OutputState.ON_AIR, place="host/live"))
    assert desk.alarms() == []
    assert desk.ask(effects.RetryStreaming(0)) == "No stream is waiting."


def test_a_process_that_dies_is_shown_as_lost_and_told_again_what_to_do(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    (process,) = desk.processes
    process.joined.emit()
    process.received.emit(OutputStatus(state=OutputState.ON_AIR, place="host/live"))
    process.sent.clear()
    process.lost.emit(Text("it did not answer for {n} s and was killed", n="3.0"))
    assert desk.stream().state is OutputCondition.RECONNECTING
    assert desk.stream().place == "host/live"
    process.joined.emit()
    start = process.sent[-1]
    assert isinstance(start, StartStream) and start.attempt == 1


def test_what_the_server_did_is_still_said_when_the_process_ends_for_it(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    (process,) = desk.processes
    process.joined.emit()
    process.received.emit(OutputStatus(state=OutputState.ON_AIR, place="host/live"))
    nothing = Text("The server takes nothing any more.")
    process.received.emit(OutputStatus(state=OutputState.RECONNECTING, place="host/live", sentence=nothing))
    process.lost.emit(Text("it ended with code {code}: {last}", code=4, last="no words"))
    assert desk.stream().sentence == nothing
    assert desk.alarms() == [(AlarmKind.STREAM, f"stream 1 lost: {nothing}")]


def test_one_that_dies_at_once_tries_no_graphics_card_the_next_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("console.outputs.supervised_output.time.monotonic", lambda: now[0])
    desk.ask(effects.StartStreaming(1))
    (process,) = desk.processes
    stream = desk.controller._streams[1]
    stream._clock = lambda: now[0]
    process.joined.emit()
    assert isinstance(process.sent[-1], StartStream) and not process.sent[-1].encoder.software
    now[0] += SHORT_LIFE_S + 1
    process.lost.emit("its link broke")
    process.joined.emit()
    assert not process.sent[-1].encoder.software
    now[0] += 0.5
    process.lost.emit(Text("it ended with code {code}: {last}", code=-11, last="no words"))
    process.joined.emit()
    assert process.sent[-1].encoder.software


def test_a_stream_that_gave_up_begins_again_on_retry(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    (process,) = desk.processes
    process.received.emit(OutputStatus(state=OutputState.FAILED, sentence=Text("No encoder.")))
    assert desk.ask(effects.RetryStreaming(1)) == ""
    assert process.restarted


def test_a_key_that_was_mended_is_used_on_retry(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    (process,) = desk.processes
    process.joined.emit()
    process.received.emit(OutputStatus(state=OutputState.RECONNECTING, sentence=Text("Is the key right?")))
    desk.keys["stream_1"] = ApiKey("mended", "the system's keyring")
    assert desk.ask(effects.RetryStreaming(1)) == ""
    assert process.restarted
    process.joined.emit()
    assert process.sent[-1].url == f"{ADDRESS}/mended"


def test_an_address_that_was_emptied_while_it_is_on_air_holds_until_it_is_stopped(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    (process,) = desk.processes
    process.joined.emit()
    desk.options[0] = Options()
    process.lost.emit("its link broke")
    process.joined.emit()
    assert process.sent[-1].url == f"{ADDRESS}/secret-1"


def test_a_stream_that_cannot_be_used_keeps_no_other_from_starting(desk: Desk) -> None:
    desk.options[0] = Options(stream_1_url=ADDRESS, stream_2_url="srt://host:9000?nonsense=1")
    assert desk.ask(effects.StartStreaming(0)) == ""
    assert [process.name for process in desk.processes] == ["stream-1"]
    assert "SRT knows no nonsense here" in " ".join(desk.presenter.console_state.log)
    assert "SRT knows no nonsense here" in desk.ask(effects.StartStreaming(2))


def test_stop_ends_it_and_takes_its_alarm_back(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    (process,) = desk.processes
    process.received.emit(OutputStatus(state=OutputState.RECONNECTING, sentence=Text("Gone.")))
    assert desk.ask(effects.StopStreaming(0)) == ""
    assert process.left is True
    assert (desk.stream().state, desk.stream().wanted) == (OutputCondition.OFF, False)
    assert desk.alarms() == []
    assert any(line.endswith("stream 1 stopped") for line in desk.presenter.console_state.log[:2])
    assert desk.ask(effects.StopStreaming(0)) == ""  # once more does no more


def test_a_recording_is_named_after_time_and_show_and_knows_its_second_folder(desk: Desk, tmp_path: Path) -> None:
    desk.options[0] = Options(record_folder_2="/media/second", record_minutes=30, record_size="1080")
    assert desk.ask(effects.RecordProgram()) == ""
    (process,) = desk.processes
    process.joined.emit()
    start = process.sent[-1]
    assert isinstance(start, StartRecording)
    assert start.folders == [str(tmp_path / "recordings"), "/media/second"]
    assert start.name == "2026-11-29 20.15.00 Gala 2026 final"
    assert (start.minutes, start.encoder.height, start.encoder.keyframe_s) == (30, 1080, 1.0)
    process.received.emit(
        OutputStatus(state=OutputState.ON_AIR, place="/r/a.mp4", sent_s=12.0, free_bytes=10**12, left_s=3600.0)
    )
    assert (desk.recording.file, desk.recording.recorded_s) == ("/r/a.mp4", 12.0)
    assert (desk.recording.free_gb, desk.recording.left_s) == (1000.0, 3600.0)
    desk.ask(effects.StopRecording())
    assert process.left is True
    assert desk.recording.file == "/r/a.mp4"


def test_what_is_put_on_is_a_chapter_of_the_recording_and_of_the_one_that_is_started_again(desk: Desk) -> None:
    desk.controller.mark_chapter("Welcome")  # nothing is recorded yet
    assert desk.ask(effects.RecordProgram()) == ""
    (process,) = desk.processes
    process.joined.emit()
    assert process.sent[-1] == MarkChapter(title="Welcome")
    desk.controller.mark_chapter("Awards")
    assert process.sent[-1] == MarkChapter(title="Awards")
    process.lost.emit("killed")
    process.joined.emit()
    assert process.sent[-1] == MarkChapter(title="Awards")


def test_a_slow_server_is_in_the_log_when_it_begins_and_ends(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    log = MagicMock()
    monkeypatch.setattr(desk.controller, "_log", log)
    assert desk.ask(effects.StartStreaming(1)) == ""
    (process,) = desk.processes
    for queue_ms in (10.0, 600.0, 700.0, 50.0):
        process.received.emit(OutputStatus(state=OutputState.ON_AIR, place="host/live", queue_ms=queue_ms, dropped=5))
    told = [call.kwargs["on"] for call in log.info.call_args_list if call.args == ("stream congestion",)]
    assert told == [True, False]


@pytest.mark.parametrize("output", ["stream", "recording"])
def test_a_computer_that_is_too_slow_is_an_alarm_and_stands_at_the_output(desk: Desk, output: str) -> None:
    clock = [0.0]
    desk.controller._clock = lambda: clock[0]
    effect = effects.StartStreaming(1) if output == "stream" else effects.RecordProgram()
    assert desk.ask(effect) == ""
    (process,) = desk.processes

    def go_on(seconds: int, missing: int) -> None:
        for _ in range(seconds):
            clock[0] += 1.0
            counts[0], counts[1] = counts[0] + 30 - missing, counts[1] + missing
            frames, skipped = counts
            process.received.emit(OutputStatus(state=OutputState.ON_AIR, place="p", frames=frames, skipped=skipped))

    counts = [0, 0]
    go_on(15, 9)
    shown = desk.stream() if output == "stream" else desk.recording
    assert "too slow for it: 30 % of the pictures are missing" in shown.sentence
    kind = AlarmKind.STREAM if output == "stream" else AlarmKind.RECORDING
    assert [alarm for alarm, _ in desk.alarms()] == [kind]
    go_on(15, 0)
    assert desk.alarms() == []
    if output == "stream":
        assert desk.stream().dropped_percent > 0.0, "what is missing is missing, whoever was slow"


def test_a_platform_gets_no_more_sound_than_it_takes(desk: Desk) -> None:
    desk.options[0] = Options(stream_1_url="rtmps://live-api-s.facebook.com/rtmp")
    assert desk.ask(effects.StartStreaming(1)) == ""
    (process,) = desk.processes
    process.joined.emit()
    (start,) = [message for message in process.sent if isinstance(message, StartStream)]
    assert start.encoder.audio_kbps == 128


def test_a_folder_of_recordings_that_is_not_there_is_shown_until_another_is_set(desk: Desk, tmp_path: Path) -> None:
    desk.options[0] = Options(record_folder=str(tmp_path / "unplugged"))
    desk.controller.use_settings()
    assert desk.recording.folder_missing
    desk.options[0] = Options(record_folder=str(tmp_path))
    desk.controller.use_settings()
    assert not desk.recording.folder_missing


def test_a_full_disk_is_an_alarm_while_the_recording_goes_on(desk: Desk) -> None:
    desk.ask(effects.RecordProgram())
    (process,) = desk.processes
    full = Text("The disk of the recording is full: it goes on in {folder}.", folder="/media/second")
    process.received.emit(OutputStatus(state=OutputState.ON_AIR, place="/r/b.mp4", sentence=full))
    assert desk.alarms() == [(AlarmKind.RECORDING, full)]


def test_the_recording_begins_and_ends_with_the_show_where_that_is_set(desk: Desk) -> None:
    desk.controller.show_changed(ShowState.ARMED, ShowState.LIVE)
    assert not desk.processes
    desk.options[0] = Options(record_with_show=True)
    desk.controller.show_changed(ShowState.ARMED, ShowState.LIVE)
    (process,) = desk.processes
    desk.controller.show_changed(ShowState.LIVE, ShowState.HOLD)
    desk.controller.show_changed(ShowState.HOLD, ShowState.PANIC)
    desk.controller.show_changed(ShowState.PANIC, ShowState.HOLD)
    desk.controller.show_changed(ShowState.HOLD, ShowState.LIVE)
    assert process.left is None and len(desk.processes) == 1
    desk.controller.show_changed(ShowState.LIVE, ShowState.STANDBY)
    assert process.left is True


def test_a_playout_that_is_lost_and_back_is_told_to_what_runs(desk: Desk) -> None:
    desk.ask(effects.RecordProgram())
    (process,) = desk.processes
    process.joined.emit()
    process.sent.clear()
    desk.controller.use_playout(None)
    desk.controller.use_playout(welcome(run="2"))
    assert process.sent == [
        AttachProgram(program="", sound="", rate=30),
        AttachProgram(program="pgm-2", sound="", rate=30),
    ]


def test_an_output_that_was_left_goes_on_with_its_program_until_the_playout_is_known(desk: Desk) -> None:
    fresh = SupervisedOutput("recording", Path("run"), Path("log"), desk.controller._recording_start, MagicMock())
    fresh.start()
    (process,) = desk.processes
    process.joined.emit()
    assert [type(message) for message in process.sent] == [StartRecording]
    fresh.use_program(AttachProgram(program="pgm-2", sound="out-2", rate=30))
    assert process.sent[-1] == AttachProgram(program="pgm-2", sound="out-2", rate=30)


def test_a_console_that_goes_leaves_them_and_one_that_ends_closes_them(desk: Desk) -> None:
    desk.ask(effects.StartStreaming(1))
    desk.ask(effects.RecordProgram())
    stream, recording = desk.processes
    desk.controller.leave()
    assert (stream.left, recording.left) == (False, False)
    desk.ask(effects.RecordProgram())
    desk.controller.end()
    assert desk.processes[-1].left is True


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("Gala", "2026-11-29 20.15.00 Gala"),
        ("", "2026-11-29 20.15.00"),
        ('a/b\\c:d*e?f"g<h>i|j\n', "2026-11-29 20.15.00 a b c d e f g h i j"),
        ("春節晚會 2026", "2026-11-29 20.15.00 春節晚會 2026"),
        ("x" * 200, "2026-11-29 20.15.00 " + "x" * 60),
        ("...", "2026-11-29 20.15.00"),
    ],
)
def test_a_file_s_name_is_one_that_every_file_system_takes(show: str, expected: str) -> None:
    assert recording_name(datetime(2026, 11, 29, 20, 15), show) == expected
