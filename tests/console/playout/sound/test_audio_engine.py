from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import MagicMock

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from console.playout.devices import audio_devices as keeper_module
from console.playout.sound.audio_engine import AudioEngine
from console.playout.sound.clock import TimelineClock
from console.playout.sound.decode import SoundFileError
from console.playout.sound.sound_stream import SoundOpener
from engine.ipc.messages.core import TurnEnded, TurnStatus
from engine.ipc.messages.sound import SetLoudspeaker, SetMicrophone
from engine.ipc.rings.speech_ring import TurnDropped
from tests.console.playout.conftest import Bench, WholeSound
from tests.fakes.soundsystem import SoundSystem, Watch

SECOND = np.ones(48_000, np.float32)


class Decoder:
    """In the place of `SoundOpener.open`: each file takes until it is let through."""

    def __init__(self) -> None:
        self.gates: dict[str, threading.Event] = {}
        self.asked: list[str] = []
        self.waiting = threading.Semaphore(0)
        self.given: list[WholeSound] = []

    def gate(self, name: str) -> threading.Event:
        """Files of this name wait until it is set."""
        return self.gates.setdefault(name, threading.Event())

    def __call__(self, path: Path) -> WholeSound:
        self.asked.append(path.name)
        self.waiting.release()
        if path.name in self.gates:
            assert self.gates[path.name].wait(5)
        if path.name == "broken.wav":
            raise SoundFileError("broken.wav holds no sound: choose another file.")
        self.given.append(WholeSound(SECOND))
        return self.given[-1]


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> SoundSystem:
    made = SoundSystem()
    monkeypatch.setitem(sys.modules, "sounddevice", made)  # type: ignore[arg-type]
    monkeypatch.setattr(Watch, "system", made, raising=False)
    monkeypatch.setattr(keeper_module, "PulseWatch", Watch)
    for name in ("PULSE_SOURCE", "PULSE_SINK"):
        monkeypatch.setenv(name, "")
    return made


@pytest.fixture
def decoder(monkeypatch: pytest.MonkeyPatch) -> Decoder:
    made = Decoder()
    monkeypatch.setattr(SoundOpener, "open", lambda _, path: made(path))
    return made


@pytest.fixture
def desk(bench: Bench, system: SoundSystem, decoder: Decoder, qtbot: QtBot) -> Iterator[AudioEngine]:
    clock = TimelineClock(time.monotonic())
    made = AudioEngine(
        bench.ring, bench.speech, bench.phones, bench.ear, bench.echo, bench.program_sound, clock, 4800, 30, MagicMock()
    )
    made.source.mode = "say"
    made.set_air("live")
    yield made
    made.close()


def threads(name: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == name]


def decoded() -> None:
    """Wait until all decoding is done."""
    for thread in threads("decode"):
        thread.join(5)


def go_on(desk: AudioEngine, seconds: float) -> NDArray[np.float32]:
    """Let the timeline run that far ahead, and give what it laid for the hall."""
    before = desk.source.written
    desk.source.advance(time.monotonic() + seconds)
    return desk.source.hall(before, desk.source.written - before)


def test_a_file_is_spoken_as_a_turn(desk: AudioEngine) -> None:
    desk.say(5, Path("line.wav"))
    decoded()
    assert go_on(desk, 0.5).any()
    assert desk.status().turn == 5 and 0 < desk.status().turn_left_s < 1
    go_on(desk, 2.0)
    go_on(desk, 3.0)
    assert desk.ended() == [TurnEnded(turn=5, heard_s=1.0, whole_s=1.0, interrupted=False)]
    assert desk.ended() == [] and desk.status().turn == 0


@pytest.mark.parametrize(
    "stop", [AudioEngine.interrupt, *(lambda d, air=air: d.set_air(air) for air in ("hold", "panic", "slate"))]
)
def test_a_turn_that_is_still_being_decoded_is_dropped_like_any_other(
    desk: AudioEngine, decoder: Decoder, stop: Callable[[AudioEngine], None]
) -> None:
    gate = decoder.gate("line.wav")
    desk.say(5, Path("line.wav"))
    assert decoder.waiting.acquire(timeout=5)
    assert desk.status().turn == 5
    stop(desk)
    assert desk.status().turn == 0
    gate.set()
    decoded()
    desk.set_air("live")
    assert not go_on(desk, 2.0).any()
    assert desk.ended() == [TurnEnded(turn=5, heard_s=0.0, whole_s=1.0, interrupted=True)]
    desk.say(6, Path("next.wav"))
    decoded()
    assert go_on(desk, 3.0).any(), "the next one is heard"


def test_a_file_that_cannot_be_played_ends_its_turn_with_a_sentence(desk: AudioEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.faulted) as fault:
        desk.say(5, Path("broken.wav"))
    decoded()
    assert fault.args == ["say", "broken.wav holds no sound: choose another file."]
    assert desk.ended() == [TurnEnded(turn=5, heard_s=0.0, whole_s=0.0, interrupted=True)]
    assert desk.status().turn == 0
    with qtbot.waitSignal(desk.cleared, check_params_cb=lambda kind: kind == "say"):
        desk.say(6, Path("good.wav"))
    decoded()


def test_the_newest_of_two_files_that_are_being_decoded_is_spoken(desk: AudioEngine, decoder: Decoder) -> None:
    slow = decoder.gate("slow.wav")
    desk.say(5, Path("slow.wav"))
    desk.say(6, Path("quick.wav"))
    slow.set()
    decoded()
    assert {heard.turn for heard in desk.ended()} == {5}
    go_on(desk, 0.1)
    assert desk.status().turn == 6


def test_a_turn_of_the_speech_ring_is_spoken_and_its_progress_told(desk: AudioEngine, bench: Bench) -> None:
    bench.speech.begin(5)
    desk.speak(5)
    assert desk.status().spoken == TurnStatus(turn=5, heard=0, there=0, starved_s=0.0, ended=False)
    bench.speech.write(5, SECOND)
    assert go_on(desk, 0.5).any()
    status = desk.status()
    assert status.turn == 5 and status.spoken is not None and status.spoken.there == 48_000
    bench.speech.end(5)
    go_on(desk, 2.0)
    go_on(desk, 3.0)
    assert desk.ended() == [TurnEnded(turn=5, heard_s=1.0, whole_s=1.0, interrupted=False)]
    assert desk.status().spoken is None


@pytest.mark.parametrize(
    "stop", [AudioEngine.interrupt, *(lambda d, air=air: d.set_air(air) for air in ("hold", "panic", "slate"))]
)
def test_a_dropped_turn_is_refused_at_the_ring_and_the_next_one_is_heard(
    desk: AudioEngine, bench: Bench, stop: Callable[[AudioEngine], None]
) -> None:
    bench.speech.begin(5)
    desk.speak(5)
    bench.speech.write(5, SECOND)
    go_on(desk, 0.2)
    stop(desk)
    with pytest.raises(TurnDropped):
        bench.speech.write(5, SECOND)
    (heard,) = desk.ended()
    assert heard.turn == 5 and heard.interrupted and heard.heard_s < 0.2
    desk.set_air("live")
    desk.speak(5)
    assert not go_on(desk, 0.5).any()
    assert desk.ended() == [TurnEnded(turn=5, heard_s=0.0, whole_s=0.0, interrupted=True)]
    bench.speech.begin(6)
    desk.speak(6)
    bench.speech.write(6, SECOND)
    assert go_on(desk, 0.5).any()


def test_an_interrupt_before_a_turn_was_asked_for_leaves_it_alone(desk: AudioEngine, bench: Bench) -> None:
    bench.speech.begin(6)
    bench.speech.write(6, SECOND)
    desk.interrupt()
    desk.speak(6)
    assert go_on(desk, 0.5).any()


def test_a_voice_that_was_late_is_told_with_what_was_heard(desk: AudioEngine, bench: Bench) -> None:
    bench.speech.begin(5)
    desk.speak(5)
    bench.speech.write(5, SECOND)
    for ahead in (0.5, 1.5, 2.0):
        go_on(desk, ahead)
    bench.speech.end(5)
    go_on(desk, 2.5)
    go_on(desk, 3.5)
    (heard,) = desk.ended()
    assert heard.heard_s == 1.0 and not heard.interrupted and 0.8 < heard.starved_s < 1.2


def test_a_file_stands_in_for_the_microphone_openly(desk: AudioEngine, system: SoundSystem) -> None:
    desk.source.mode = "mirror"
    desk.choose_microphone(SetMicrophone(key="desk", file="mc.wav", gain_db=6.0))
    decoded()
    assert desk.status().mic == "file" and len(threads("file microphone")) == 1
    assert desk.source.gain == pytest.approx(1.995, abs=0.01)
    assert not system.streams, "the microphone is shut meanwhile"
    system.until(lambda: desk.status().mic_peak_db == 0, "the file is heard")
    desk.choose_microphone(SetMicrophone(key="desk"))
    system.until(lambda: desk.status().mic == "ok", "the microphone is back")
    assert threads("file microphone") == []


def test_a_file_chosen_twice_in_haste_is_fed_once(desk: AudioEngine, decoder: Decoder) -> None:
    gate = decoder.gate("mc.wav")
    for _ in range(3):
        desk.choose_microphone(SetMicrophone(key="", file="mc.wav", loop=True))
        desk.choose_microphone(SetMicrophone(key=""))
    desk.choose_microphone(SetMicrophone(key="", file="mc.wav", loop=True))
    for _ in range(4):
        assert decoder.waiting.acquire(timeout=5)
    gate.set()
    decoded()
    assert len(threads("file microphone")) == 1


def test_a_file_that_was_decoded_after_the_end_is_not_fed(bench: Bench, system: SoundSystem, decoder: Decoder) -> None:
    clock = TimelineClock(time.monotonic())
    desk = AudioEngine(
        bench.ring, bench.speech, bench.phones, bench.ear, bench.echo, bench.program_sound, clock, 4800, 30, MagicMock()
    )
    gate = decoder.gate("mc.wav")
    desk.choose_microphone(SetMicrophone(key="", file="mc.wav"))
    assert decoder.waiting.acquire(timeout=5)
    desk.close()
    gate.set()
    decoded()
    assert threads("file microphone") == [] and threads("sound keeper") == []


def test_the_hall_hears_only_what_is_live_and_not_muted(desk: AudioEngine, system: SoundSystem) -> None:
    desk.choose_loudspeaker(SetLoudspeaker(key="hall"))
    system.until(lambda: desk.status().speaker == "ok", "the loudspeaker is open")
    assert desk.effective_at() is not None and desk.heard_at(0) is not None
    for air, muted in (("hold", True), ("live", False), ("panic", True), ("live", False), ("slate", True)):
        desk.set_air(air)
        assert desk._loudspeaker.muted is muted
    desk.set_air("live")
    desk.set_mutes(microphone=True, avatar=True)
    assert desk._loudspeaker.muted and desk.source.mic_muted
    desk.choose_loudspeaker(SetLoudspeaker(key=""))
    system.until(lambda: desk.status().speaker == "none", "the loudspeaker is shut")
    assert desk.effective_at() is None and desk.heard_at(0) is None


def test_a_microphone_that_is_gone_is_a_fault_until_it_is_back(
    desk: AudioEngine, system: SoundSystem, qtbot: QtBot
) -> None:
    desk.choose_microphone(SetMicrophone(key="desk"))
    system.until(lambda: desk.status().mic == "ok", "the microphone is open")
    with qtbot.waitSignal(desk.faulted) as fault:
        system.unplug("desk")
        system.until(lambda: desk.status().mic == "missing", "it is missing")
    assert fault.args is not None and fault.args[0] == "microphone" and "desk" in fault.args[1]
    assert desk.status().mic_peak_db == -120
    with qtbot.waitSignal(desk.cleared):
        system.plug("desk")
        system.until(lambda: desk.status().mic == "ok", "it is back")


def test_the_figures_for_the_report_are_there(desk: AudioEngine) -> None:
    figures = desk.figures()["sound"]
    assert figures["delay_ms"] == 100 and figures["underflows"] == 0 and figures["microphone"] == "none"


def test_every_file_is_let_go_whatever_became_of_it(desk: AudioEngine, decoder: Decoder) -> None:
    desk.say(5, Path("heard.wav"))
    decoded()
    go_on(desk, 2.0)
    go_on(desk, 3.0)
    desk.ended()
    desk.say(6, Path("interrupted.wav"))
    decoded()
    go_on(desk, 3.1)
    desk.interrupt()
    desk.ended()
    gate = decoder.gate("never.wav")
    desk.say(7, Path("never.wav"))
    assert decoder.waiting.acquire(timeout=5)
    desk.interrupt()
    gate.set()
    decoded()
    desk.set_air("live")
    desk.say(8, Path("at the end.wav"))
    decoded()
    desk.close()
    assert [each.closed for each in decoder.given] == [1, 1, 1, 1]


def test_a_file_that_ends_before_its_end_says_why(desk: AudioEngine, decoder: Decoder, qtbot: QtBot) -> None:
    desk.say(5, Path("long.wav"))
    decoded()
    decoder.given[0].fault = "long.wav is longer than an hour: cut it into shorter lines."
    go_on(desk, 2.0)
    go_on(desk, 3.0)
    with qtbot.waitSignal(desk.faulted) as fault:
        desk.ended()
    assert fault.args == ["say", "long.wav is longer than an hour: cut it into shorter lines."]


def test_feedback_is_cut_from_the_hall_and_let_through_again_by_the_operator(
    desk: AudioEngine, system: SoundSystem, qtbot: QtBot
) -> None:
    """The hall gives the microphone back all that it hears: what the loudspeaker is given, 60 ms later."""
    cleared: list[str] = []
    desk.cleared.connect(cleared.append)
    desk.source.mode = "mirror"
    desk.set_through(True)
    noise = np.random.default_rng(1).standard_normal(24_000).astype(np.float32) * np.float32(0.1)
    with qtbot.waitSignal(desk.faulted, timeout=20_000) as fault:
        echo = threading.Thread(target=_loop, args=(desk, noise, lambda: desk.source.cut_off), daemon=True)
        echo.start()
    echo.join(5)
    assert fault.args[0] == "feedback" and "THROUGH" in fault.args[1]
    assert not desk.source.hall(desk.source.written - 4800, 4800).any(), "the hall hears nothing of it"
    desk.set_through(True)
    assert not desk.source.cut_off and "feedback" in cleared


def _loop(desk: AudioEngine, begins_with: NDArray[np.float32], over: Callable[[], bool]) -> None:
    """A microphone before loudspeakers that play at once what they get, on a clock of its own that runs faster."""
    begun, given = time.monotonic(), 0
    while not over() and given < 20 * 48_000:
        now = begun + given / 48_000
        at = round(desk._clock.position(now)) - 480 - 2880
        heard = desk.source.hall(at, 480)
        block = begins_with[given : given + 480]
        desk._microphone.write(heard + np.pad(block, (0, 480 - len(block))), now)
        desk.source.advance(now)
        given += 480
        time.sleep(0.003)


def test_the_halls_delay_is_the_echos_too_and_no_fault_of_sound_and_picture(
    desk: AudioEngine, system: SoundSystem
) -> None:
    desk.choose_loudspeaker(SetLoudspeaker(key="hall"))
    system.until(lambda: desk.status().speaker == "ok", "the loudspeaker is open")
    before, lag = desk.heard_at(48_000), desk._overheard.lag
    streams = desk._program.lag
    desk.choose_loudspeaker(SetLoudspeaker(key="hall", delay=4800))
    system.until(lambda: desk._loudspeaker._delayed == 4800, "it is later")
    after = desk.heard_at(48_000)
    assert before is not None and after == pytest.approx(before, abs=0.02)
    assert desk._overheard.lag == lag + 4800, "a canceller finds the hall's sound where it is"
    assert desk._program.lag == streams, "streams and the recording do not move"
