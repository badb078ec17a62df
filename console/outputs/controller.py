"""Streams and the recording in the running console: started and stopped by the operator, and shown as they are."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from console.answer.secrets import STREAM_KEYS, ApiKey, environment_key, kind_of
from console.dispatch import Dispatch
from console.outputs.encoding_pace import EncodingPace
from console.outputs.streams.stream_address import StreamAddressError, stream_address
from console.outputs.supervised_output import SupervisedOutput
from console.show.actions.outputs import NO_SUCH_STREAM
from console.show.core.alarms import AlarmKind
from console.show.core.state import OFF_AIR, ShowState
from console.show.effects import outputs as effects
from console.show.state.output_settings import STREAMS
from console.show.state.output_view import OutputCondition, OutputsView, RecordingView, StreamView
from console.show.state.platforms import audio_kbps
from console.show.state.settings import Options
from console.state_presenter import StatePresenter
from engine.files.disk_probe import DISKS
from engine.ipc.logger import Logger
from engine.ipc.messages import core as m
from engine.ipc.messages.outputs import (
    AttachProgram,
    EncoderSettings,
    OutputState,
    OutputStatus,
    StartRecording,
    StartStream,
)
from engine.text import Text

_TOO_SLOW = (
    "This computer is too slow for it: {percent} % of the pictures are missing. Stop another output, or choose a "
    "smaller size in STANDBY."
)

CONGESTED_MS = 400.0
"""So much program waits for the server: it takes less than is sent."""

_STREAM_AUDIO_KBPS = 160
_RECORD_AUDIO_KBPS = 256
_STREAM_KEYFRAME_S = 2.0
"""What YouTube, Twitch, Facebook and Bilibili ask for."""
_RECORD_KEYFRAME_S = 1.0

_NAME_BYTES = 150
"""Of a show's name in UTF-8: most file systems take 255 for all of a file's name."""

_NOT_IN_NAMES = '<>:"/\\|?*'


class OutputsController(QObject):
    """All outputs beside the hall.

    Args:
        options: the settings as they are now.
        show_name: names recordings.
        key_of: the key of `stream_1` …, or None.
        presenter: alarms and notes.
        recordings: the folder for recordings where the settings name none.
        runtime, logs: folders of this run.
        log: where to write events.
        now: the time of day, for the names of files.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        options: Callable[[], Options],
        show_name: Callable[[], str],
        key_of: Callable[[str], ApiKey | None],
        presenter: StatePresenter,
        recordings: Path,
        runtime: Path,
        logs: Path,
        log: Logger,
        now: Callable[[], datetime] = datetime.now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._options, self._show_name, self._key_of = options, show_name, key_of
        self._presenter, self._recordings, self._log, self._now = presenter, recordings, log, now
        self._clock = clock
        self._shown = presenter.console_state.claim(OutputsView)
        self._streams = {
            number: SupervisedOutput(f"stream-{number}", runtime, logs, partial(self._stream_start, number), log)
            for number in range(1, STREAMS + 1)
        }
        self._recording = SupervisedOutput("recording", runtime, logs, self._recording_start, log)
        self._told: dict[str, OutputState] = {}
        self._congested: dict[int, bool] = {}
        self._paces: dict[str, EncodingPace] = {}
        self._folder_missing = False
        self._program: AttachProgram | None = None
        for number, stream in self._streams.items():
            stream.changed.connect(partial(self._stream_changed, number))
        self._recording.changed.connect(self._recording_changed)
        self.use_settings()

    # -- life -----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Go on with what a console before this one has left running."""
        for output in self._every:
            if output.left_running:
                output.start()

    def end(self) -> None:
        """The console ends: all of them close at the same time."""
        for wait in [output.end() for output in self._every]:
            wait()

    def leave(self) -> None:
        """The console goes, and they go on."""
        for output in self._every:
            output.leave()

    def use_playout(self, welcome: m.Welcome | None) -> None:
        """The playout that runs now; None while there is none: outputs go on with the last picture, and silence."""
        self._program = None
        if welcome is not None:
            self._program = AttachProgram(program=welcome.program, sound=welcome.heard, rate=welcome.rate)
        for output in self._every:
            output.use_program(self._program or AttachProgram(program="", sound="", rate=30))

    def use_settings(self) -> None:
        """Settings or keys were changed: they hold when an output starts the next time."""
        self._look_at_folder()
        self.show()

    def mark_chapter(self, title: str) -> None:
        """A preset was put on, or a question is answered: the recording has a chapter there."""
        self._recording.mark_chapter(title)

    def show_changed(self, before: ShowState, after: ShowState) -> None:
        """The recording begins and ends with the show, where that is set."""
        if not self._options().record_with_show:
            return
        if after is ShowState.LIVE and before in OFF_AIR and not self._recording.wanted:
            self._recording.start()
        elif after in OFF_AIR and before not in OFF_AIR and self._recording.wanted:
            self._recording.stop()

    def register(self, dispatch: Dispatch) -> None:
        """Take over streams and the recording."""
        dispatch.register(effects.StartStreaming, self._start_stream, validate=self._refusal_to_start)
        dispatch.register(effects.StopStreaming, lambda effect: self._each(effect.number, SupervisedOutput.stop))
        dispatch.register(
            effects.RetryStreaming,
            lambda effect: self._each(effect.number, SupervisedOutput.retry),
            validate=self._refusal_to_retry,
        )
        dispatch.register(effects.RecordProgram, lambda effect: self._recording.start(), validate=self._no_program)
        dispatch.register(effects.StopRecording, lambda effect: self._stop_recording())

    @property
    def pids(self) -> dict[str, int]:
        """The processes that run now, by name."""
        return {name: pid for output in self._every for name, pid in output.pids.items()}

    # -- what the operator asks ---------------------------------------------------------------------------------

    def _no_program(self, effect: object) -> str:
        return "" if self._program is not None else "Playout is not running."

    def _refusal_to_start(self, effect: effects.StartStreaming) -> str:
        if self._program is None:
            return self._no_program(effect)
        if effect.number > STREAMS:
            return Text(NO_SUCH_STREAM, most=STREAMS)
        numbers = self._set_up if effect.number == 0 else [effect.number]
        if not numbers:
            return "There is no stream with an address: EDIT, SETTINGS, Streams."
        refusals = [self._refusal_of(number) for number in numbers]
        return "" if "" in refusals else refusals[0]

    def _refusal_of(self, number: int) -> str:
        address = self._address(number)
        if not address:
            return Text("Stream {number} has no address: EDIT, SETTINGS, Streams.", number=number)
        try:
            there = stream_address(address, self._key(number))
        except StreamAddressError as fault:
            return str(fault)
        if not there.has_key:
            return Text(
                "Stream {number} has no key, and its address has none either: EDIT, SETTINGS, Streams.", number=number
            )
        return ""

    def _refusal_to_retry(self, effect: effects.RetryStreaming) -> str:
        waits = (OutputState.RECONNECTING, OutputState.FAILED)
        asked = [self._streams[number] for number in self._numbers(effect.number)]
        return "" if any(stream.status.state in waits for stream in asked) else "No stream is waiting."

    def _start_stream(self, effect: effects.StartStreaming) -> None:
        for number in self._set_up if effect.number == 0 else [effect.number]:
            if refusal := self._refusal_of(number):
                self._presenter.add_log_line(refusal)
                self._presenter.refuse(refusal)
            else:
                self._streams[number].start()

    def _stop_recording(self) -> None:
        if self._recording.wanted:
            self._recording.stop()

    def _each(self, number: int, do: Callable[[SupervisedOutput], None]) -> None:
        for each in self._numbers(number):
            if self._streams[each].wanted:
                do(self._streams[each])

    def _numbers(self, number: int) -> list[int]:
        return [each for each in self._streams if number in (0, each)]

    # -- what their processes are told ----------------------------------------------------------------------------

    def _stream_start(self, number: int) -> StartStream:
        options = self._options()
        url = stream_address(self._address(number), self._key(number)).url
        encoder = EncoderSettings(
            height=_height(options.stream_size),
            video_kbps=options.stream_kbps,
            audio_kbps=audio_kbps(self._address(number), _STREAM_AUDIO_KBPS),
            keyframe_s=_STREAM_KEYFRAME_S,
            adapts=options.stream_adapts,
        )
        return StartStream(url=url, encoder=encoder)

    def _recording_start(self) -> StartRecording:
        options = self._options()
        folders = [options.record_folder or str(self._recordings), options.record_folder_2]
        encoder = EncoderSettings(
            height=_height(options.record_size),
            video_kbps=options.record_kbps,
            audio_kbps=_RECORD_AUDIO_KBPS,
            keyframe_s=_RECORD_KEYFRAME_S,
        )
        return StartRecording(
            folders=[folder for folder in folders if folder],
            name=recording_name(self._now(), self._show_name()),
            encoder=encoder,
            minutes=options.record_minutes,
        )

    # -- what they say ------------------------------------------------------------------------------------------

    def _stream_changed(self, number: int) -> None:
        stream, name = self._streams[number], f"stream-{number}"
        status, before = stream.status, self._told.get(name, OutputState.OFF)
        self._told[name] = status.state
        subject = str(number)
        pace = self._judge_pace(name, status)
        if status.state != before:
            self._log.info("stream", number=number, state=status.state, place=status.place, reason=status.sentence)
            if status.state is OutputState.ON_AIR:
                self._presenter.add_log_line(Text("stream {number} on air: {place}", number=number, place=status.place))
            elif status.state is OutputState.OFF:
                self._presenter.add_log_line(Text("stream {number} stopped", number=number))
        congested = status.queue_ms > CONGESTED_MS
        if congested is not self._congested.get(number, False):
            self._congested[number] = congested
            self._log.info("stream congestion", number=number, on=congested, dropped=status.dropped)
        if status.state in (OutputState.RECONNECTING, OutputState.FAILED):
            if status.sentence:
                self._presenter.alarm(
                    AlarmKind.STREAM,
                    Text("stream {number} lost: {why}", number=number, why=status.sentence),
                    subject,
                )
        elif pace:
            self._presenter.alarm(AlarmKind.STREAM, pace, subject)
        else:
            self._presenter.clear(AlarmKind.STREAM, subject)
        self.show()

    def _recording_changed(self) -> None:
        status, before = self._recording.status, self._told.get("recording", OutputState.OFF)
        self._told["recording"] = status.state
        if status.state != before:
            self._look_at_folder()
            self._log.info("recording", state=status.state, file=status.place, reason=status.sentence)
            if status.state is OutputState.ON_AIR:
                self._presenter.add_log_line(Text("recording: {path}", path=status.place), path=status.place)
            elif status.state is OutputState.OFF and status.place:
                self._presenter.add_log_line(Text("recording closed: {path}", path=status.place), path=status.place)
        if sentence := status.sentence or self._judge_pace("recording", status):
            self._presenter.alarm(AlarmKind.RECORDING, sentence)
        else:
            self._presenter.clear(AlarmKind.RECORDING)
        self.show()

    def _judge_pace(self, name: str, status: OutputStatus) -> str:
        """A sentence where this computer is too slow for it, or ""."""
        if status.state is not OutputState.ON_AIR:
            self._paces.pop(name, None)
            return ""
        pace = self._paces.setdefault(name, EncodingPace())
        pace.update(status.frames, status.skipped, self._clock())
        return self._too_slow(name)

    def _too_slow(self, name: str) -> str:
        pace = self._paces.get(name)
        if pace is None or not pace.too_slow:
            return ""
        return Text(_TOO_SLOW, percent=f"{pace.missing_percent:.0f}")

    def show(self) -> None:
        """Write all of it into the console's state."""
        streams = tuple(self._stream_view(number) for number in self._streams)
        self._shown.publish(OutputsView(streams=streams, recording=self._recording_view()))

    # -- inside -----------------------------------------------------------------------------------------------------

    @property
    def _every(self) -> list[SupervisedOutput]:
        return [*self._streams.values(), self._recording]

    @property
    def _set_up(self) -> list[int]:
        return [number for number in self._streams if self._address(number)]

    def _address(self, number: int) -> str:
        return str(getattr(self._options(), f"stream_{number}_url"))

    def _key(self, number: int) -> str:
        key = self._found_key(number)
        return key.reveal() if key is not None else ""

    def _found_key(self, number: int) -> ApiKey | None:
        owner = STREAM_KEYS[number]
        return self._key_of(owner.id) or environment_key(owner, os.environ)

    def _stream_view(self, number: int) -> StreamView:
        stream, key = self._streams[number], self._found_key(number)
        status = stream.status
        lost = status.dropped + status.skipped
        seen = status.frames + lost
        return StreamView(
            number=number,
            set_up=bool(self._address(number)),
            wanted=stream.wanted,
            key=kind_of(key),
            state=OutputCondition(status.state),
            place=status.place or _shown_address(self._address(number)),
            sentence=status.sentence or self._too_slow(f"stream-{number}"),
            attempt=status.attempt,
            retry_s=status.retry_s,
            on_air_s=status.on_air_s,
            kbps=status.kbps,
            congested=status.queue_ms > CONGESTED_MS,
            dropped=status.dropped,
            dropped_percent=100.0 * lost / seen if seen else 0.0,
            skipped=status.skipped,
            reconnects=status.reconnects,
            encoder=status.encoder,
        )

    def _look_at_folder(self) -> None:
        """Whether the folder of recordings is there, asked when it may be another one, or after a recording."""
        folder = self._options().record_folder
        wanted = bool(folder) and not self._recording.wanted
        self._folder_missing = wanted and not DISKS.ask(Path(folder), Path.is_dir, True)

    def _recording_view(self) -> RecordingView:
        status: OutputStatus = self._recording.status
        return RecordingView(
            wanted=self._recording.wanted,
            state=OutputCondition(status.state),
            file=status.place,
            sentence=status.sentence or self._too_slow("recording"),
            folder_missing=self._folder_missing,
            recorded_s=status.sent_s,
            free_gb=status.free_bytes / 1e9 if status.free_bytes >= 0 else None,
            left_s=status.left_s if status.left_s >= 0 else None,
            dropped=status.dropped,
            skipped=status.skipped,
        )


def recording_name(now: datetime, show: str) -> str:
    """A file's name without its end: the time, and the show's name as far as every file system takes it."""
    words = "".join(" " if each in _NOT_IN_NAMES or not each.isprintable() else each for each in show)
    short = " ".join(words.split())[:60].encode(errors="ignore")[:_NAME_BYTES].decode(errors="ignore")
    return f"{now:%Y-%m-%d %H.%M.%S} {short}".strip(" .")


def _height(size: str) -> int:
    return 0 if size == "program" else int(size)


def _shown_address(address: str) -> str:
    try:
        return stream_address(address).shown
    except StreamAddressError:
        return ""
