"""The playout process: everything with a deadline, in one process away from the operator's window.

Microphone in, sound ring, loudspeaker out; picture ring, program, hall window. It outlives the console and the
engine: with neither it goes on with the idle loop and the sound it has.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import secrets
import signal
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from console.playout.control_server import ControlServer
from console.playout.emergency_fence import EMERGENCY_FADE_S, EmergencyFence
from console.playout.hall_output import HallOutput
from console.playout.picture.compositor import Composed, Compositor, image_over
from console.playout.picture.idle import IdlePlayer
from console.playout.picture.slate import draw_slate
from console.playout.picture.slate_drawer import Drawn, SlateDrawer
from console.playout.picture.test_pattern import Pattern, Place
from console.playout.request_timing import RequestTiming
from console.playout.sound.audio_engine import AudioEngine
from console.playout.sound.clock import ProgramClock, TimelineClock
from console.playout.telemetry import Telemetry, Tick, percentiles
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import catch_crashes, open_log
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import (
    Caption,
    Cutouts,
    Device,
    Interrupt,
    Measure,
    Measured,
    PlaceAgain,
    PlayoutStatus,
    Say,
    SetAir,
    SetCaptions,
    SetDelay,
    SetGround,
    SetIdle,
    SetMode,
    SetMutes,
    SetPa,
    SetPattern,
    SetScreen,
    SetSlate,
    SpeakTurn,
    Stop,
    Welcome,
    World,
)
from engine.ipc.messages.emergency import EmergencyCall, EmergencyTaken
from engine.ipc.messages.kinds import Air, EmergencyVerb, FaultKind, SlateCard
from engine.ipc.messages.sound import SetLoudspeaker, SetMicrophone
from engine.ipc.orphan import OrphanWatch
from engine.ipc.priority import come_first
from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.shared_memory import sweep_segments
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.rings.speech_ring import SpeechRing

_STATUS_MS = 50
_PUMP_S = 0.010
_MARGIN_S = 0.008
"""Calibration keeps this much between the slowest 1 % of pictures and their tick."""
_LONGEST_DELAY_S = 0.5

ALONE_FOR_S = 180.0
"""With the slate on and no console for so long, playout ends by itself. From GO LIVE to END it never does."""


class Playout(QObject):
    """Puts the rooms of playout together and walks through the ticks.

    Args:
        runtime: folder with the sockets.
        rate: program frames a second.
        width, height: program size in pixels.
        delay: lip delay in samples to begin with.
        log: where to write events.
    """

    def __init__(self, runtime: Path, rate: int, width: int, height: int, delay: int, log: Logger) -> None:
        super().__init__()
        self._log = log
        self._size = (width, height)
        run = f"compere-{os.getpid()}-{secrets.token_hex(3)}"
        self._sound_ring = SoundRing.create(f"{run}-snd")
        self._speech = SpeechRing.create(f"{run}-spk")
        self._phones = PhonemeRing.create(f"{run}-phn")
        self._ear = SoundRing.create(f"{run}-ear")
        self._echo = SoundRing.create(f"{run}-ech")
        self._heard = SoundRing.create(f"{run}-out")
        self._pictures = PictureRing.create(f"{run}-pic", width, height)
        self._program = PictureRing.create(f"{run}-pgm", width, height, slots=5)
        self._canvases = [image_over(self._program, slot) for slot in range(self._program.slots)]

        self._clock = TimelineClock(time.monotonic())
        self._audio = AudioEngine(
            self._sound_ring, self._speech, self._phones, self._ear, self._echo, self._heard,
            self._clock, delay, rate, log,
        )  # fmt: skip
        self._ticks = ProgramClock(rate, self._clock.position(time.monotonic()))
        self._telemetry = Telemetry(rate)
        self._idle = IdlePlayer()
        self._slate, _ = draw_slate(SlateCard.TITLE, "", width, height)
        self._slates = SlateDrawer(width, height)
        self._slates.drawn.connect(self._update_slate)
        self._pattern = Pattern(width, height)
        self._compositor = Compositor(self._pictures, rate, self._idle, self._slate)
        self._slate_request = SetSlate(kind=SlateCard.TITLE)
        self._air, self._rehearsal = Air.SLATE, False
        self._show, self._fence = b"", EmergencyFence(after=time.monotonic_ns())  # numbers above those of any before
        self._newest: tuple[Composed, Tick] | None = None
        self._pending: tuple[int, int, Composed] | None = None

        self._hall = HallOutput(f"{run}-cut", width, height, self._compositor, log)
        self._hall.drawn.connect(self._record_shown)
        self._control = ControlServer(runtime, self._welcome, self._obey, log)
        self._asked = RequestTiming(self._control.send)
        self._alone = OrphanWatch(ALONE_FOR_S, time.monotonic)
        self._hall.screens_changed.connect(self._send_world)
        self._audio.world_changed.connect(self._send_world, Qt.ConnectionType.QueuedConnection)
        self._audio.faulted.connect(self._control.fault, Qt.ConnectionType.QueuedConnection)
        self._audio.cleared.connect(self._control.cleared, Qt.ConnectionType.QueuedConnection)

        self._tick_timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._tick_timer.timeout.connect(self._tick)
        self._status_timer = QTimer(self, interval=_STATUS_MS)
        self._status_timer.timeout.connect(self._send_status)
        self._pumping = True
        # By hand: a loop in real time.
        self._pump_thread = threading.Thread(target=self._pump, name="timeline", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._pump_thread.start()
        self._audio.warm()
        self._status_timer.start()
        self._tick_timer.start(0)

    def close(self) -> None:
        """End in order: no callback outlives the ring it writes."""
        self._tick_timer.stop()
        self._status_timer.stop()
        self._pumping = False
        self._pump_thread.join(timeout=1.0)
        self._audio.close()
        self._slates.close()
        self._control.close()
        self._hall.close()
        sounds = (self._sound_ring, self._speech, self._phones, self._ear, self._echo, self._heard)
        for ring in (*sounds, self._pictures, self._program):
            ring.close()

    # -- deadlines ------------------------------------------------------------------------------------------------

    def _pump(self) -> None:
        while self._pumping:
            now = time.monotonic()
            try:
                self._audio.advance(now)
                self._sound_ring.playing = round(self._clock.position(now))
            except Exception:
                self._log.exception("the timeline stumbled")
            time.sleep(_PUMP_S)

    def _tick(self) -> None:
        now = time.monotonic()
        missed = self._ticks.missed
        frame = self._ticks.serve(self._clock.position(now))
        if frame is not None:
            if self._ticks.missed > missed and self._compositor.aired:
                self._telemetry.record_missed(self._ticks.missed - missed)
            try:
                self._show_frame(frame)
            except Exception:  # one picture less, and the next one has its time
                self._log.exception("a picture was not shown")
        wait_s = self._clock.when(self._ticks.pts) - time.monotonic()
        self._tick_timer.start(max(0, int(wait_s * 1000)))

    def _show_frame(self, frame: int) -> None:
        pts = frame * SAMPLE_RATE // self._ticks.rate
        source = self._audio.source
        pixels = self._program.begin(time.monotonic_ns())
        target = self._canvases[self._program.drawing]
        pattern = self._pattern.picture(pts)
        self._compositor.slate = pattern or self._slate
        composed = self._compositor.compose(pts, source.generation, pixels, target)
        slot = self._program.publish(pts, frame, time.monotonic_ns())
        if self._pending is not None and self._compositor.aired:
            self._telemetry.record_missed(1)  # the window system never took the one before
        self._pending = (frame, pts, composed)
        if not self._hall.show(self._canvases[slot], composed, pts, pattern):
            self._record_shown()

    def _record_shown(self) -> None:
        """The picture was handed to the window system: note when, and what belongs to it."""
        if self._pending is None:
            return
        (frame, pts, composed), self._pending = self._pending, None
        drawn = time.monotonic()
        source = self._audio.source
        arrived = source.arrivals.when(pts) if composed.info is not None else None
        heard = self._audio.heard_at(pts)
        due = self._clock.when(pts)
        tick = Tick(
            frame,
            pts,
            due,
            drawn,
            composed.picture,
            composed.late,
            drawn - arrived if arrived is not None else None,
            heard - drawn - 0.5 / self._ticks.rate if heard is not None else None,
            due - composed.info.done_ns / 1e9 if composed.info is not None else None,
        )
        self._telemetry.record(tick)
        self._newest = (composed, tick)
        self._asked.drawn(composed, drawn, settled=self._compositor.settled, effective_s=self._audio.effective_at)

    # -- commands ---------------------------------------------------------------------------------------------------

    def _obey(self, message: Message) -> None:
        match message:
            case SetScreen():
                self._hall.choose(message)
            case SetGround():
                if sentence := self._hall.use_ground(message):
                    self._control.fault(FaultKind.GROUND, sentence)
                else:
                    self._control.cleared(FaultKind.GROUND)
                self._control.send(Cutouts(ring=self._hall.cutouts))
            case SetMicrophone():
                self._audio.choose_microphone(message)
            case SetLoudspeaker():
                self._audio.choose_loudspeaker(message)
            case SetMode(mode=mode):
                self._audio.source.mode = mode
            case SetPa(through=through):
                self._audio.set_through(through)
            case SetMutes(microphone=microphone, avatar=avatar):
                self._audio.set_mutes(microphone=microphone, avatar=avatar)
            case SetDelay():
                self._calibrate_delay(message.samples, message.lips_late)
            case SetAir():
                self._set_air(message)
            case EmergencyCall():
                self._answer_emergency(message)
            case SetSlate():
                self._set_slate(message)
            case SetPattern():
                self._show_pattern(message)
            case PlaceAgain():
                self._hall.place_again()
            case SetIdle(path=path, cutouts=cutouts):
                if sentence := self._idle.load(path) or self._hall.idle.load(cutouts):
                    self._control.fault(FaultKind.IDLE, sentence)
            case Say(turn=turn) | SpeakTurn(turn=turn) if not self._fence.followed:
                self._log.warning("turn refused: an emergency key was pressed", turn=turn, number=self._fence.number)
                self._audio.refuse(turn)
            case Say(turn=turn, path=path):
                self._audio.say(turn, Path(path))
            case SpeakTurn(turn=turn):
                self._audio.speak(turn)
            case SetCaptions():
                self._compositor.captions.use(message)
            case Caption(turn=turn):
                if not 0 < turn <= self._speech.fence:
                    self._compositor.captions.show(message, self._ticks.pts)
            case Interrupt(asked_ns=asked_ns):
                self._audio.interrupt()
                self._compositor.captions.end(self._ticks.pts)
                if asked_ns:  # the operator's own: how long it took is told
                    self._asked.add("interrupt", asked_ns / 1e9, self._audio.source.generation)
            case Measure(on=on):
                if on:
                    self._telemetry.keep()
                else:
                    report = self._telemetry.report() | self._audio.figures()
                    self._control.send(Measured(report=report))
            case Stop():
                QApplication.quit()
            case _:
                pass

    def _set_air(self, request: SetAir) -> None:
        self._show = request.show
        let_through = self._fence.lets_through(request.emergency)
        if self._fence.followed:
            for kind in ("interrupt", "emergency"):
                self._control.send_until_followed(kind, None)
        if let_through:
            self._change_air(request)
        else:
            self._log.warning("air refused: an emergency key was pressed", air=request.air, number=self._fence.number)

    def _change_air(self, request: SetAir) -> None:
        if (request.air, request.rehearsal) == (self._air, self._rehearsal):
            return
        self._air, self._rehearsal = request.air, request.rehearsal
        self._pattern.clear()
        self._compositor.captions.end(self._ticks.pts)
        self._audio.set_beeping(False)
        self._compositor.set_air(request.air, request.fade_s, rehearsal=request.rehearsal)
        self._audio.set_air(request.air)
        self._hall.hold_on_air(request.air != Air.SLATE)
        self._asked.add(request.air, request.asked_ns / 1e9 if request.asked_ns else time.monotonic())
        self._log.info("air", air=request.air)

    def _answer_emergency(self, call: EmergencyCall) -> None:
        """The console hangs, and one of its keys was pressed."""
        self._log.warning("emergency key", verb=call.verb, air=self._air)
        if call.verb == EmergencyVerb.INTERRUPT and self._air == Air.LIVE:
            self._obey(Interrupt(asked_ns=call.asked_ns))
            taken = EmergencyTaken(verb=call.verb, number=self._fence.interrupt(), asked_ns=call.asked_ns)
            self._control.send_until_followed("interrupt", taken)
        elif air := self._fence.apply(call.verb, self._air):
            fade_s, rehearsal = EMERGENCY_FADE_S[air], self._rehearsal
            self._change_air(SetAir(air=air, fade_s=fade_s, asked_ns=call.asked_ns, rehearsal=rehearsal))
            taken = EmergencyTaken(verb=call.verb, number=self._fence.number, asked_ns=call.asked_ns)
            self._control.send_until_followed("emergency", taken)

    def _calibrate_delay(self, samples: int, lips_late: int) -> None:
        """Calibrate: as short as asked, or as the engine's slowest 1 % needs."""
        source = self._audio.source
        if self._air != Air.SLATE:
            if samples != source.delay:
                self._control.fault(FaultKind.DELAY, "The lip delay is fixed while the show is on air: END first.")
            return
        self._audio.set_lips_late(lips_late)
        lead = self._telemetry.lead_needed()
        if lead is not None:
            needed = source.delay + round((lead + _MARGIN_S) * SAMPLE_RATE)
            samples = max(samples, min(needed, round(_LONGEST_DELAY_S * SAMPLE_RATE)))
        if samples != source.delay:
            source.delay = samples
            self._log.info("lip delay", ms=samples / 48, shortfall_ms=None if lead is None else lead * 1e3)

    def _set_slate(self, request: SetSlate) -> None:
        if request == self._slate_request:
            return
        self._slate_request = request
        self._slates.draw(request.kind, request.path, request.title)

    def _update_slate(self, found: Drawn) -> None:
        self._slate = found.image
        if found.sentence:
            self._control.fault(FaultKind.SLATE, found.sentence)
        else:
            self._control.cleared(FaultKind.SLATE)

    def _show_pattern(self, request: SetPattern) -> None:
        if self._air != Air.SLATE:
            self._log.warning("pattern refused", kind=request.kind, air=self._air)
            return
        number, name = self._hall.number_and_name()
        form = request.form.format(size=f"{self._size[0]}×{self._size[1]}", rate=self._ticks.rate)
        place = Place(number, name, form, request.screen.format(number=number))
        self._pattern.show(request.kind, place, round(self._clock.position(time.monotonic())))
        self._audio.set_beeping(self._pattern.beeping)
        self._log.info("pattern", kind=self._pattern.kind)

    # -- reports ------------------------------------------------------------------------------------------------------

    def _welcome(self) -> Welcome:
        return Welcome(
            pid=os.getpid(),
            sound=self._sound_ring.name,
            pictures=self._pictures.name,
            program=self._program.name,
            heard=self._heard.name,
            rate=self._ticks.rate,
            width=self._size[0],
            height=self._size[1],
            air=self._air,
            delay=self._audio.source.delay,
            show=self._show,
            world=self._world(),
            speech=self._speech.name,
            phones=self._phones.name,
            ear=self._ear.name,
            echo=self._echo.name,
            turn=self._audio.newest_turn,
            cutouts=self._hall.cutouts,
        )

    def _world(self) -> World:
        microphones, loudspeakers = self._audio.devices()
        inputs, outputs = self._audio.channels("microphone"), self._audio.channels("loudspeaker")
        return World(
            microphones=[Device(key, words, inputs.get(key, 0)) for key, words in microphones.items()],
            loudspeakers=[Device(key, words, outputs.get(key, 0)) for key, words in loudspeakers.items()],
            screens=self._hall.screens(),
        )

    def _send_world(self) -> None:
        self._control.send(self._world())

    def _send_status(self) -> None:
        if self._alone.over(self._control.attended or self._air != Air.SLATE):
            self._log.warning("alone", for_s=ALONE_FOR_S)
            QApplication.quit()
        for message in self._audio.ended():
            self._control.send(message)
        if self._newest is None:
            return
        _, tick = self._newest
        recent = self._telemetry.recent(10.0)
        lips = [t.lip_s * 1e3 for t in recent if t.lip_s is not None]
        lip_p50, lip_p95 = percentiles(lips, 50, 95)
        self._control.send_newest(
            PlayoutStatus(
                frame=tick.frame,
                pts=tick.pts,
                drawn_ns=int(tick.drawn_s * 1e9),
                fps=self._telemetry.fps(),
                late=self._telemetry.late,
                ticks=self._telemetry.ticks,
                picture=tick.picture,
                lip_p50_ms=lip_p50,
                lip_p95_ms=lip_p95,
                skew_ms=tick.skew_s * 1e3 if tick.skew_s is not None else None,
                screen=self._hall.guard.condition,
                key_screen=self._hall.key_condition,
                pattern=self._pattern.kind,
                generation=self._audio.source.generation,
                delay=self._audio.source.delay,
                sound=self._audio.status(),
            )
        )


def _allow_files() -> None:
    """As many open files as this user may have: many callers must not take the last one from a sound line."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run playout until the console stops it."""
    parser = argparse.ArgumentParser(prog="python -m console.playout.process")
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--rate", type=int, default=30)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--delay", type=int, default=SAMPLE_RATE // 10)
    chosen = parser.parse_args(arguments)
    catch_crashes()
    sys.setswitchinterval(0.002)
    priority = come_first()
    log = open_log(chosen.log, "playout")
    application = QApplication(["compere-playout"])
    application.setQuitOnLastWindowClosed(False)
    _allow_files()
    if swept := sweep_segments():
        log.info("left by a killed playout", segments=swept)
    width, height = (int(part) for part in chosen.size.split("x"))
    playout = Playout(chosen.runtime, chosen.rate, width, height, chosen.delay, log)
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    playout.start()
    log.info("started", rate=chosen.rate, size=chosen.size, priority=priority)
    gc.collect()
    gc.freeze()
    try:
        return application.exec()
    finally:
        playout.close()
        log.info("ended")


if __name__ == "__main__":
    raise SystemExit(main())
