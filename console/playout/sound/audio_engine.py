"""The sound side of playout, put together: ports, keeper, source timeline, and what the operator reads of them."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from console.playout.devices.audio_devices import AudioDevices, Kind
from console.playout.devices.feed import FeedSound
from console.playout.devices.file_microphone import FileMicrophone
from console.playout.devices.ports import LoudspeakerPort, MicrophonePort
from console.playout.sound.clock import TimelineClock
from console.playout.sound.decode import SoundFileError
from console.playout.sound.echo_reference import EchoReference
from console.playout.sound.feedback_guard import FeedbackGuard
from console.playout.sound.program_sound import ProgramSound
from console.playout.sound.sound_stream import SoundOpener, SoundSource
from console.playout.sound.source_timeline import FADE, SourceTimeline
from console.playout.sound.turns import FileTurn, SpokenTurn, Turn
from engine.ipc.logger import Logger
from engine.ipc.messages.core import SoundStatus, TurnEnded, TurnStatus
from engine.ipc.messages.kinds import Air, FaceDrive, FaultKind, LineCondition
from engine.ipc.messages.sound import SetLoudspeaker, SetMicrophone
from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.rings.speech_ring import SpeechRing
from engine.text import Text

_BEGIN = SAMPLE_RATE // 2
"""A file is spoken as soon as so many of its samples are there."""


class AudioEngine(QObject):
    """Microphone and voices to timeline to loudspeaker.

    Args:
        ring, speech, phones, ear, echo: the sound, speech, phone and ear rings, made by playout, and the one beside the
            ear's with what the hall hears.
        program: the ring of the program's sound, for streams and recordings.
        clock: the timeline's.
        delay: D, the lip delay in samples.
        rate: program frames a second.
        log: where to write events.

    Signals:
        world_changed(): devices came or went; emitted from the keeper's threads.
        faulted(FaultKind, str): kind and sentence of a fault; emitted from any thread.
        cleared(FaultKind): the fault of this kind is over; emitted from any thread.
    """

    world_changed = Signal()
    faulted = Signal(object, object)
    cleared = Signal(object)

    def __init__(
        self,
        ring: SoundRing,
        speech: SpeechRing,
        phones: PhonemeRing,
        ear: SoundRing,
        echo: SoundRing,
        program: SoundRing,
        clock: TimelineClock,
        delay: int,
        rate: int,
        log: Logger,
    ) -> None:
        super().__init__()
        self._log = log
        self._clock = clock
        self._speech, self._phones = speech, phones
        self.source = SourceTimeline(ring, phones, ear, clock.position, delay)
        self.source.begin(time.monotonic())
        self._microphone = MicrophonePort(self.source)
        self._half_frame = SAMPLE_RATE // (2 * rate)
        self._loudspeaker = LoudspeakerPort(self.source, clock, self._half_frame)
        self._feed_sound = FeedSound(self.source.mix)
        self._overheard = EchoReference(echo, self.source.hall, clock.position, self._half_frame)
        self.source.overheard = self._overheard
        self._program = ProgramSound(program, self.source.hall, clock.position, self._half_frame)
        self._air = Air.SLATE
        self._avatar_muted = False
        self._request = SetMicrophone(key="")
        self._speaker = ""
        self._file: FileMicrophone | None = None
        self._effective_s: float | None = None
        self._fetching = 0
        self._newest_turn = 0
        self._unheard: deque[TurnEnded] = deque()
        self._file_lock = threading.Lock()
        self._opener = SoundOpener()
        self._guard = FeedbackGuard(ear, echo, self._looped, self._shift, self._feedback, log)
        self._keeper = AudioDevices(
            self._microphone,
            self._loudspeaker,
            feed=lambda count: self._feed_sound.block(self._loudspeaker.undelayed, count),
            world_changed=self.world_changed.emit,
            condition_changed=self._condition_changed,
            strayed=self._strayed,
            log=log,
        )

    @property
    def newest_turn(self) -> int:
        """The highest number of a turn that was asked for."""
        return self._newest_turn

    def advance(self, now_s: float) -> None:
        """Lay what is due on the timeline, and write what was heard: called every few milliseconds."""
        self.source.advance(now_s)
        self._program.advance(now_s)

    # -- requests -------------------------------------------------------------------------------------------------

    def choose_microphone(self, request: SetMicrophone) -> None:
        """Listen to a device, or to a file that stands in for one."""
        self.source.gain = 10.0 ** (request.gain_db / 20.0)
        if msgspec.structs.replace(request, gain_db=self._request.gain_db) == self._request:
            return
        self._reopen()
        with self._file_lock:
            self._request = request
            if self._file is not None:
                self._file.close()
                self._file = None
        self._keeper.choose("microphone", "" if request.file else request.key, tuple(request.channels))
        self.cleared.emit(FaultKind.MICROPHONE_FILE)
        if request.file:
            # By hand: a file may take long to begin, and nothing here waits.
            threading.Thread(target=self._feed, args=(request,), name="decode", daemon=True).start()

    def choose_loudspeaker(self, request: SetLoudspeaker) -> None:
        """Play to a device from now on, and to these channels of it."""
        if request.key != self._speaker:
            self._speaker = request.key
            self._reopen()
        self._loudspeaker.gain = 10.0 ** (request.gain_db / 20.0)
        self._loudspeaker.delay = request.delay
        self._place_hall()
        feed = request.feed
        sound = self._feed_sound
        sound.mix, sound.delay, sound.gain = feed.mix, feed.delay, 10.0 ** (feed.gain_db / 20.0)
        self._keeper.choose("loudspeaker", request.key, tuple(request.channels), tuple(feed.channels))

    def set_mutes(self, *, microphone: bool, avatar: bool) -> None:
        """The operator's mutes."""
        self.source.mic_muted = microphone
        self._avatar_muted = avatar
        self._gate()

    def set_air(self, air: Air) -> None:
        """The hall hears only what is live."""
        self._effective_s = self._loudspeaker.heard_at(self._loudspeaker.out_index() + FADE)
        self._air = air
        self._gate()
        if air != Air.LIVE:
            self._reopen()
            self._drop_turns()

    def set_through(self, through: bool) -> None:
        """The hall hears the microphone through Compere, or not. Said again, it is let through again after feedback."""
        self.source.through = through
        self._reopen()

    def set_lips_late(self, samples: int) -> None:
        """How much later than their own time the driver's lips move, in samples: the sound waits for them."""
        self._loudspeaker.lag = self._program.lag = self._half_frame + samples
        self._place_hall()

    def set_beeping(self, on: bool) -> None:
        """Let the hall hear the lip-sync test."""
        self._loudspeaker.beeping = self._program.beeping = on

    def say(self, number: int, path: Path) -> None:
        """Speak a sound file as turn `number`."""
        self._fetching = number
        self._newest_turn = max(self._newest_turn, number)
        # By hand: as above.
        threading.Thread(target=self._fetch, args=(number, path), name="decode", daemon=True).start()

    def speak(self, number: int) -> None:
        """Speak turn `number` from the speech ring, after what is being said."""
        self._newest_turn = max(self._newest_turn, number)
        if not self.source.say(SpokenTurn(number, self._speech, self._phones)):
            self._unheard.append(TurnEnded(turn=number, heard_s=0.0, whole_s=0.0, interrupted=True))

    def refuse(self, number: int) -> None:
        """Say nothing of turn `number`, now or later: whoever asks for it does not know yet what has happened."""
        self._newest_turn = max(self._newest_turn, number)
        self._speech.drop(self._newest_turn)
        self.source.fence(self._newest_turn)
        self._unheard.append(TurnEnded(turn=number, heard_s=0.0, whole_s=0.0, interrupted=True))

    def interrupt(self) -> None:
        """Drop the turn, and what of it the hall has not heard yet."""
        self._effective_s = self._loudspeaker.heard_at(self._loudspeaker.out_index() + FADE)
        self._drop_turns()

    # -- facts --------------------------------------------------------------------------------------------------

    def devices(self) -> tuple[dict[str, str], dict[str, str]]:
        """Microphones and loudspeakers: key → words."""
        return self._keeper.devices()

    def channels(self, kind: Kind) -> dict[str, int]:
        """How many channels each device of a kind has."""
        return self._keeper.channels(kind)

    def heard_at(self, pts: int) -> float | None:
        """When the hall hears sample `pts` (monotonic seconds), or None without a loudspeaker.

        The delay that the hall was given does not count: who asks wants to know whether sound and picture are together.
        """
        if self._keeper.condition("loudspeaker") != "ok":
            return None
        return self._loudspeaker.heard_at(pts - self._loudspeaker.delay)

    def effective_at(self) -> float | None:
        """When the newest command was heard in the hall, its fade included; None without a loudspeaker."""
        return self._effective_s if self._keeper.condition("loudspeaker") == "ok" else None

    def ended(self) -> list[TurnEnded]:
        """Turns that ended since the last call, those among them that were never heard at all."""
        unheard = [self._unheard.popleft() for _ in range(len(self._unheard))]
        ended = self.source.ended_turns()
        for turn, _ in ended:
            self._let_go(turn)
        return unheard + [
            TurnEnded(
                turn=turn.number,
                heard_s=heard / SAMPLE_RATE,
                whole_s=turn.there / SAMPLE_RATE,
                interrupted=heard < turn.there or not turn.ended,
                starved_s=turn.starved / SAMPLE_RATE,
            )
            for turn, heard in ended
        ]

    def status(self) -> SoundStatus:
        """What the operator's meters show."""
        turn = self.source.turn
        microphone = self._keeper.condition("microphone")
        mic_db, hall_db = self._microphone.peak.read_db(), self._loudspeaker.peak.read_db()
        return SoundStatus(
            mic=LineCondition.FILE if self._file is not None else microphone,
            speaker=self._keeper.condition("loudspeaker"),
            mic_peak_db=mic_db if microphone == LineCondition.OK or self._file is not None else -120.0,
            avatar_peak_db=hall_db if turn is not None else -120.0,
            hall_peak_db=hall_db,
            mic_clips=self._microphone.peak.clips,
            turn=turn.number if turn else self._fetching,
            turn_left_s=turn.left / SAMPLE_RATE if turn else 0.0,
            drift_ppm=(self.source.drift.ratio - 1.0) * 1e6,
            mic_lufs=self._microphone.loudness.read_lufs(),
            hall_lufs=self._loudspeaker.loudness.read_lufs(),
            spoken=self._spoken(turn) if turn else None,
            mic_channels_db=self._keeper.channel_levels(),
        )

    def figures(self) -> dict[str, Any]:
        """For the report."""
        return {
            "sound": {
                "underflows": self._loudspeaker.underflows,
                "loudspeaker_resyncs": self._loudspeaker.resyncs,
                "microphone_resyncs": self.source.resyncs,
                "loudspeaker_latency_ms": self._loudspeaker.latency_s * 1e3,
                "microphone_drift_ppm": (self.source.drift.ratio - 1.0) * 1e6,
                "loudspeaker_clock_ppm": self._clock.ppm,
                "microphone": self._keeper.condition("microphone"),
                "loudspeaker": self._keeper.condition("loudspeaker"),
                "delay_ms": self.source.delay / 48,
            }
        }

    def close(self) -> None:
        """Close streams and threads."""
        self._guard.close()
        with self._file_lock:
            self._request = SetMicrophone(key="")
            if self._file is not None:
                self._file.close()
        self.source.interrupt(self._loudspeaker.out_index(), self._newest_turn)
        for turn, _ in self.source.ended_turns():
            self._let_go(turn)
        self._opener.close()
        self._keeper.close()

    # -- inside -------------------------------------------------------------------------------------------------

    def _looped(self) -> bool:
        """What the microphone brings goes to the hall now, and might come back from there."""
        source = self.source
        through = source.through and not source.cut_off and not source.mic_muted
        return through and source.mode == FaceDrive.MIRROR and source.turn is None and not self._loudspeaker.muted

    def _shift(self) -> int:
        return self._overheard.place(self.source.shift_hall())

    def _feedback(self, gain: float) -> None:
        self.source.cut_through(self._loudspeaker.out_index())
        self._log.warning("feedback", gain_db=round(20 * math.log10(gain), 1) if gain > 0 else None)
        self.faulted.emit(
            FaultKind.FEEDBACK,
            "Feedback: what the hall plays came back into the microphone, so the hall does not hear the MC any more. "
            "Turn the microphone or the loudspeakers down, or choose another microphone; then press THROUGH.",
        )

    def _reopen(self) -> None:
        """Let the microphone through again: the operator has done something about the feedback."""
        if self.source.cut_off:
            self.source.cut_off = False
            self.cleared.emit(FaultKind.FEEDBACK)

    def _place_hall(self) -> None:
        """What the hall hears, it hears when its loudspeakers play it."""
        self._overheard.lag = self._loudspeaker.lag + self._loudspeaker.delay

    def _gate(self) -> None:
        muted = self._air != Air.LIVE or self._avatar_muted
        self._loudspeaker.muted = self._overheard.silent = self._program.gate.muted = self._feed_sound.gate.muted = (
            muted
        )

    def warm(self) -> None:
        """Start what the first sound file would have to wait for."""
        self._opener.warm()

    def _feed(self, request: SetMicrophone) -> None:
        opened = partial(self._opener.open, Path(request.file))
        try:
            sound = self._begun(Path(request.file))
        except SoundFileError as error:
            self.faulted.emit(FaultKind.MICROPHONE_FILE, str(error))
            return
        with self._file_lock:
            if request is self._request:  # nobody chose another one meanwhile, nor this one again
                self._file = FileMicrophone(self._microphone, opened, request.loop, sound)
                return
        sound.close()

    def _fetch(self, number: int, path: Path) -> None:
        sound: SoundSource | None = None
        try:
            sound = self._begun(path)
        except SoundFileError as error:
            self.faulted.emit(FaultKind.SAY, str(error))
        else:
            self.cleared.emit(FaultKind.SAY)
        wanted = self._fetching == number and sound is not None  # not interrupted meanwhile
        if sound is not None and not (wanted and self.source.say(FileTurn(number, sound))):
            sound.close()
            wanted = False
        if not wanted:
            whole = max(sound.told, sound.received) if sound is not None else 0
            self._unheard.append(TurnEnded(turn=number, heard_s=0.0, whole_s=whole / SAMPLE_RATE, interrupted=True))
        if self._fetching == number:
            self._fetching = 0

    def _begun(self, path: Path) -> SoundSource:
        """A sound file of which enough is there to begin. Raises SoundFileError."""
        try:
            sound = self._opener.open(path)
        except OSError as error:
            raise SoundFileError(
                Text("{file} cannot be tried ({fault}).", file=path.name, fault=error.strerror)
            ) from error
        try:
            sound.wait(_BEGIN)
        except SoundFileError:
            sound.close()
            raise
        return sound

    def _let_go(self, turn: Turn) -> None:
        if isinstance(turn, FileTurn) and turn.fault:
            self.faulted.emit(FaultKind.SAY, turn.fault)
        turn.close()

    def _spoken(self, turn: Turn) -> TurnStatus:
        return TurnStatus(
            turn=turn.number,
            heard=turn.heard(self._loudspeaker.out_index()),
            there=turn.there,
            starved_s=turn.starved / SAMPLE_RATE,
            ended=turn.ended,
        )

    def _drop_turns(self) -> None:
        """What is said, what waits, and what is still being decoded."""
        self._fetching = 0
        self._speech.drop(self._newest_turn)
        self.source.interrupt(self._loudspeaker.out_index(), self._newest_turn)

    def _condition_changed(self, kind: Kind, condition: LineCondition, sentence: str) -> None:
        self._log.info("sound line", line=kind, condition=condition)
        if condition == LineCondition.MISSING:
            self.faulted.emit(FaultKind(kind), sentence)
        else:
            self.cleared.emit(FaultKind(kind))

    def _strayed(self) -> None:
        self.source.silence(self._loudspeaker.out_index())
