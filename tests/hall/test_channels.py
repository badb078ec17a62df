"""A mixer is no headset: of an interface with eight channels the hall hears the MC's alone, and is heard on its own.

A real sound server, and a real playout.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.ipc.messages import core as m
from engine.ipc.messages.kinds import Air, FaceDrive, FaultKind, FeedMix, LineCondition, PatternCard
from engine.ipc.messages.sound import Feed, SetLoudspeaker, SetMicrophone
from engine.ipc.transport import Link, LinkError, call
from tests.hall.rig import speech
from tests.hall.rig.children import Nursery
from tests.hall.rig.interface import Interface, Sound, peak_dbfs, tone
from tests.hall.rig.soundserver import DECOY_HZ, RATE, SoundServer, write_wav

pytestmark = [pytest.mark.hall, pytest.mark.timeout(180)]

WAIT_S = 30.0
HUM_DBFS = -12.0
SILENT_S = 3.0
"""The MC says nothing at first: what the hall hears then is none of the MC's."""
SPOKEN_S = 6.0
HUM_MAY_BE_DBFS = -80.0


def highest(before: list[float], now: list[float]) -> list[float]:
    """The highest level of each channel so far."""
    return [max(pair) for pair in zip(before, now, strict=True)] if len(before) == len(now) else now


class Playout:
    """A real playout on the sound server, and what it says; the hall's picture is drawn on no screen."""

    def __init__(self, home: Path, env: dict[str, str]) -> None:
        self.folder = home / "run"
        self.channels: list[float] = []
        self.condition = self.speaker = LineCondition.NONE
        self.ended = 0
        self.faults: list[str] = []
        self.world = m.World(microphones=[], loudspeakers=[], screens=[])
        command = [sys.executable, "-m", "console.playout.process", "--runtime", str(self.folder)]
        command += ["--log", str(home / "log"), "--size", "320x180"]
        self.process = subprocess.Popen(
            command, env=env | {"QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.link = self._join()

    def _join(self) -> Link:
        until = time.monotonic() + WAIT_S
        while True:
            try:
                return call(self.folder, "playout", "console")
            except LinkError:
                assert time.monotonic() < until and self.process.poll() is None, "playout did not start"
                time.sleep(0.02)

    def listen(self, until: Callable[[], object], what: str) -> None:
        """Take what playout says until a condition holds."""
        end = time.monotonic() + WAIT_S
        while not until():
            assert time.monotonic() < end, f"it never came to be that {what}: {self.condition}, {self.faults}"
            select.select([self.link], [], [], 0.2)
            for message in self.link.receive():
                match message:
                    case m.PlayoutStatus(sound=sound):
                        self.condition, self.speaker = sound.mic, sound.speaker
                        self.channels = highest(self.channels, sound.mic_channels_db)
                    case m.TurnEnded(turn=turn):
                        self.ended = turn
                    case m.World():
                        self.world = message
                    case m.Welcome(world=world):
                        self.world = world
                    case m.Fault(kind=FaultKind.MICROPHONE | FaultKind.LOUDSPEAKER, sentence=sentence):
                        self.faults.append(sentence)

    def hear(self, *channels: int) -> None:
        """Open the interface on these channels, and the hall's loudspeaker, and go live."""
        self.link.send(SetMicrophone(key="interface", channels=channels))
        self.link.send(SetLoudspeaker(key="hall"))
        self.link.send(m.SetAir(air=Air.LIVE, fade_s=0.0))

    def play_out(self, hall: tuple[int, ...], feed: Feed | None = None, delay_ms: float = 0.0) -> None:
        """The hall's sound on these channels of the interface, and a feed beside it."""
        self.link.send(
            SetLoudspeaker(
                key="interfaceout",
                channels=hall,
                delay=round(delay_ms * 48),
                feed=feed if feed is not None else Feed(),
            )
        )
        self.link.send(m.SetAir(air=Air.LIVE, fade_s=0.0))
        self.listen(lambda: self.speaker == LineCondition.OK, "the interface plays")

    def close(self) -> None:
        self.link.send(m.Stop())
        self.link.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    home = tmp_path / "sound"
    home.mkdir(mode=0o700)
    nursery = Nursery(tmp_path / "logs")
    try:
        made = SoundServer(nursery, home, {key: value for key, value in os.environ.items() if key != "DISPLAY"})
        made.start()
        yield made
    finally:
        nursery.close()


@pytest.fixture
def interface(server: SoundServer, tmp_path: Path) -> Iterator[Interface]:
    nursery = Nursery(tmp_path / "interface")
    yield Interface(server, nursery, tmp_path / "sound")
    nursery.close()


@pytest.fixture
def playout(interface: Interface, tmp_path: Path) -> Iterator[Playout]:
    interface.plug()
    made = Playout(tmp_path, interface.env)
    yield made
    made.close()


def on_stage(channels: int = 8) -> Sound:
    """A hum on channels 1 and 2 all the time; on channel 3 the MC, who says nothing at first."""
    sound = np.zeros((round((SILENT_S + SPOKEN_S) * RATE), channels), np.float32)
    sound[:, 0] = sound[:, 1] = tone(DECOY_HZ, SILENT_S + SPOKEN_S, HUM_DBFS)
    sound[round(SILENT_S * RATE) :, 2] = speech.lasting(speech.load(speech.SPEECH), SPOKEN_S)
    return sound


def heard_in_the_hall(interface: Interface, playout: Playout) -> tuple[float, float]:
    """Peaks in the hall in dBFS: while the MC says nothing, and while the MC speaks."""
    recorder = interface.record("hall.monitor", 1)
    begun = recorder.samples
    playing = interface.play(on_stage())
    playout.channels = []
    whole = begun + round((SILENT_S + SPOKEN_S + 1.0) * RATE)
    playout.listen(lambda: recorder.samples >= whole, "all was recorded")
    playing.stop()
    sound = recorder.stop()[begun:, 0]
    hum_only = sound[round(1.0 * RATE) : round((SILENT_S - 0.5) * RATE)]
    spoken = sound[round((SILENT_S + 0.5) * RATE) :]
    return peak_dbfs(hum_only), peak_dbfs(spoken)


def test_the_hall_hears_the_mc_on_channel_3_and_not_the_hum_on_1_and_2(interface: Interface, playout: Playout) -> None:
    playout.hear(3)
    playout.listen(lambda: playout.condition == LineCondition.OK, "channel 3 is open")
    device = next(each for each in playout.world.microphones if each.key == "interface")
    assert device.channels == 8
    hum, mc = heard_in_the_hall(interface, playout)
    print({"hum_dbfs": hum, "mc_dbfs": mc, "levels": playout.channels})
    assert hum <= HUM_MAY_BE_DBFS
    assert mc > -20.0
    assert playout.channels[:2] == pytest.approx([HUM_DBFS, HUM_DBFS], abs=0.5), "the picker shows where the hum is"
    assert playout.channels[2] > -20.0 and max(playout.channels[3:]) == -120.0


def test_with_no_channel_chosen_all_are_mixed_and_the_hum_is_heard(interface: Interface, playout: Playout) -> None:
    playout.hear()
    playout.listen(lambda: playout.condition == LineCondition.OK, "the interface is open")
    hum, _ = heard_in_the_hall(interface, playout)
    assert hum == pytest.approx(HUM_DBFS - 12.0, abs=1.0), "two of eight"


def test_pulled_out_it_is_missing_and_back_it_is_on_the_same_channel(interface: Interface, playout: Playout) -> None:
    playout.hear(3)
    playout.listen(lambda: playout.condition == LineCondition.OK, "channel 3 is open")
    interface.unplug()
    playout.listen(lambda: playout.condition == LineCondition.MISSING, "it is missing")
    interface.plug()
    playout.listen(lambda: playout.condition == LineCondition.OK, "it is back")
    hum, mc = heard_in_the_hall(interface, playout)
    assert hum <= HUM_MAY_BE_DBFS and mc > -20.0


def test_back_with_fewer_channels_it_is_missing_with_the_reason(interface: Interface, playout: Playout) -> None:
    playout.hear(3)
    playout.listen(lambda: playout.condition == LineCondition.OK, "channel 3 is open")
    interface.unplug()
    playout.listen(lambda: playout.condition == LineCondition.MISSING, "it is missing")
    interface.plug(2)
    playout.listen(lambda: any("has 2 channels, and channel 3" in words for words in playout.faults), "it says so")
    assert playout.condition == LineCondition.MISSING


# -- the other way: out of the interface


def line(tmp_path: Path) -> Path:
    """What the host says: noise that is like itself at no other time, for half a second."""
    noise = np.random.default_rng(5).normal(0.0, 0.05, RATE // 2).astype(np.float32)
    write_wav(tmp_path / "line.wav", noise)
    return tmp_path / "line.wav"


def said(interface: Interface, playout: Playout, sound: Path, turn: int = 1) -> Sound:
    """(samples, 8) float32: what each channel of the interface plays while the host says a line."""
    playout.link.send(m.SetMode(mode=FaceDrive.SAY))
    recorder = interface.record("interfaceout.monitor", interface.channels)
    playout.link.send(m.Say(turn=turn, path=str(sound)))
    playout.listen(lambda: playout.ended == turn, "it is said")
    whole = recorder.samples + RATE // 2
    playout.listen(lambda: recorder.samples >= whole, "its end was recorded")
    return recorder.stop()


def later_ms(first: Sound, second: Sound) -> float:
    """By how much the second is the first, later."""
    size = 2 * len(first)
    found = np.fft.irfft(np.fft.rfft(second, size) * np.conj(np.fft.rfft(first, size)), size)
    place = int(np.argmax(found))
    return (place if place < len(first) else place - size) / RATE * 1e3


def test_the_hall_is_played_on_3_and_4_and_a_feed_on_5_and_6_later_and_softer(
    interface: Interface, playout: Playout, tmp_path: Path
) -> None:
    playout.play_out((3, 4), Feed((5, 6), FeedMix.BOTH, -6.0, 80 * 48))
    sound = said(interface, playout, line(tmp_path))
    levels = [round(peak_dbfs(sound[:, channel]), 1) for channel in range(8)]
    delay = later_ms(sound[:, 2], sound[:, 4])
    print({"levels_dbfs": levels, "feed_later_ms": delay})
    assert levels[0] == levels[1] == levels[6] == levels[7] == -120.0
    assert levels[2] == levels[3] > -30.0
    assert levels[4] == levels[5] == pytest.approx(levels[2] - 6.0, abs=0.2)
    assert delay == pytest.approx(80.0, abs=0.1)


def test_the_halls_own_delay_keeps_the_hall_behind_its_feed(
    interface: Interface, playout: Playout, tmp_path: Path
) -> None:
    playout.play_out((3, 4), Feed((5,)), delay_ms=120.0)
    sound = said(interface, playout, line(tmp_path))
    assert later_ms(sound[:, 4], sound[:, 2]) == pytest.approx(120.0, abs=0.1)


@pytest.mark.parametrize(("mix", "host", "mc"), [(FeedMix.BOTH, 1, 1), (FeedMix.HOST, 1, 0), (FeedMix.MC, 0, 1)])
def test_each_mix_carries_its_own(
    interface: Interface, playout: Playout, tmp_path: Path, mix: FeedMix, host: bool, mc: bool
) -> None:
    playout.link.send(SetMicrophone(key="interface", channels=(3,)))
    playout.link.send(m.SetPa(through=False))  # the hall hears the MC from its own mixer; a feed does not
    playout.play_out((3, 4), Feed((5,), mix))
    playout.listen(lambda: playout.condition == LineCondition.OK, "channel 3 is open")
    recorder = interface.record("interfaceout.monitor", interface.channels)
    playing = interface.play(on_stage())
    whole = recorder.samples + round((SILENT_S + SPOKEN_S / 2) * RATE)
    playout.listen(lambda: recorder.samples >= whole, "the MC was recorded")
    playing.stop()
    mirrored = recorder.stop()
    spoken = said(interface, playout, line(tmp_path))
    said_at = np.flatnonzero(spoken[:, 2])  # of the MC, what was on its way is still heard before the line
    spoken = spoken[said_at[0] : said_at[-1]]
    assert (peak_dbfs(mirrored[:, 4]) > -30.0) == mc
    assert peak_dbfs(mirrored[:, 2]) < -80.0, "PA direct: the hall hears no MC from here"
    assert (peak_dbfs(spoken[:, 4]) > -30.0) == host
    assert peak_dbfs(spoken[:, 2]) > -30.0


def test_a_channel_that_the_loudspeakers_device_does_not_have_is_missing(playout: Playout) -> None:
    playout.link.send(SetLoudspeaker(key="hall", channels=(3,)))
    playout.listen(lambda: any("hall has 2 channels, and channel 3" in words for words in playout.faults), "it says so")
    assert playout.speaker != LineCondition.OK


def beeps(interface: Interface, playout: Playout, source: str, channels: int, column: int) -> float:
    """How long after its picture a beep is heard, in milliseconds, on a clock that all calls share."""
    playout.link.send(m.SetAir(air=Air.SLATE, fade_s=0.0))
    playout.link.send(m.SetPattern(PatternCard.BEEP))
    recorder = interface.record(source, channels)
    least, drawn = float("inf"), float("-inf")
    end = time.monotonic() + 7.0
    while time.monotonic() < end:
        select.select([playout.link], [], [], 0.005)
        least = min(least, time.monotonic() - recorder.samples / RATE)
        for message in playout.link.receive():
            if isinstance(message, m.PlayoutStatus):
                drawn = max(drawn, message.pts / RATE - message.drawn_ns / 1e9)
    sound = recorder.stop()[:, column]
    loud = np.flatnonzero(np.abs(sound) > 0.05)
    onsets = loud[np.flatnonzero(np.diff(loud, prepend=-RATE) > RATE // 2)]
    indexes = least + onsets / RATE + drawn
    return float(np.median((indexes + 1.0) % 2.0 - 1.0)) * 1e3


def test_on_channels_of_its_own_the_hall_hears_as_early_as_in_the_systems_stereo(
    interface: Interface, playout: Playout
) -> None:
    playout.link.send(SetLoudspeaker(key="hall"))
    playout.listen(lambda: playout.speaker == LineCondition.OK, "the loudspeaker plays")
    stereo = beeps(interface, playout, "hall.monitor", 1, 0)
    playout.play_out((3, 4))
    own = beeps(interface, playout, "interfaceout.monitor", 8, 2)
    print({"stereo_ms": stereo, "own_channels_ms": own})
    assert own == pytest.approx(stereo, abs=20.0), "the clock of this test is good to some milliseconds"


def test_after_the_sound_server_died_both_ways_are_on_the_same_channels(
    server: SoundServer, interface: Interface, playout: Playout
) -> None:
    playout.link.send(SetMicrophone(key="interface", channels=(3,)))
    playout.play_out((3, 4))
    playout.listen(lambda: playout.condition == LineCondition.OK, "channel 3 is open")
    server.kill()
    playout.listen(lambda: playout.condition == playout.speaker == LineCondition.MISSING, "both are missing")
    server.start()
    interface.load()
    interface.plug()
    playout.listen(lambda: playout.condition == playout.speaker == LineCondition.OK, "both are back")
    recorder = interface.record("interfaceout.monitor", interface.channels)
    begun = recorder.samples
    playing = interface.play(on_stage())
    whole = begun + round((SILENT_S + SPOKEN_S / 2) * RATE)
    playout.listen(lambda: recorder.samples >= whole, "the MC was recorded")
    playing.stop()
    sound = recorder.stop()[begun:]
    assert peak_dbfs(sound[: round((SILENT_S - 0.5) * RATE)]) <= HUM_MAY_BE_DBFS
    assert peak_dbfs(sound[:, 2]) > -20.0 and not sound[:, (0, 1, 4, 5, 6, 7)].any()
