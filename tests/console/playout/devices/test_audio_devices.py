from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from unittest.mock import MagicMock

import numpy as np
import pytest
from numpy.typing import NDArray

from console.playout.devices import audio_devices as keeper_module
from console.playout.devices.audio_devices import AudioDevices
from console.playout.devices.loopback import LOOPED, is_loopback
from console.playout.devices.ports import BLOCK
from tests.fakes.soundsystem import Capture, Playback, SoundSystem, Watch


class Port:
    """Either end of the sound: remembers when it was called back."""

    def __init__(self) -> None:
        self.open = False
        self.last_s = 0.0
        self.heard_while_open = 0
        self.latency_s: float | None = None

    def callback(self, block: object, frames: int, times: object, status: object) -> None:
        self.last_s = keeper_module.time.monotonic()
        self.heard_while_open += self.open

    def begin(self, latency_s: float) -> None:
        self.latency_s = latency_s


class Desk:
    """A keeper at work, and what it said."""

    def __init__(self, system: SoundSystem) -> None:
        self.system = system
        self.microphone, self.loudspeaker = Port(), Port()
        self.said: list[tuple[str, str, str]] = []
        self.strayed = 0
        self.worlds = 0
        self.keeper = AudioDevices(
            self.microphone,  # type: ignore[arg-type]
            self.loudspeaker,  # type: ignore[arg-type]
            feed=lambda count: np.full(count, 0.25, np.float32),
            world_changed=self._note_world,
            condition_changed=lambda kind, condition, sentence: self.said.append((kind, condition, sentence)),
            strayed=self._note_stray,
            log=MagicMock(),
        )

    def _note_world(self) -> None:
        self.worlds += 1

    def _note_stray(self) -> None:
        self.strayed += 1

    def wait(self, kind: str, condition: str) -> None:
        self.system.until(lambda: self.keeper.condition(kind) == condition, f"the {kind} is {condition}")  # type: ignore[arg-type]

    @property
    def sentence(self) -> str:
        return self.said[-1][2]


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> SoundSystem:
    made = SoundSystem()
    monkeypatch.setitem(sys.modules, "sounddevice", made)  # type: ignore[arg-type]
    monkeypatch.setattr(Watch, "system", made, raising=False)
    monkeypatch.setattr(keeper_module, "PulseWatch", Watch)
    monkeypatch.setattr(Capture, "whole", made, raising=False)
    monkeypatch.setattr(keeper_module, "PulseCapture", Capture)
    monkeypatch.setattr(keeper_module, "PulsePlayback", Playback)
    monkeypatch.setattr(keeper_module, "_SILENT_S", 0.15)
    monkeypatch.setattr(keeper_module, "_GRACE_S", 0.3)
    monkeypatch.setattr(keeper_module, "_RETRY_S", 0.02)
    for name in ("PULSE_SOURCE", "PULSE_SINK"):
        monkeypatch.setenv(name, "")
    return made


@pytest.fixture
def desk(system: SoundSystem) -> Iterator[Desk]:
    made = Desk(system)
    yield made
    made.keeper.close()
    assert system.streams == [], "a stream was left open"


def test_nothing_chosen_is_nothing_open(desk: Desk, system: SoundSystem) -> None:
    assert desk.keeper.condition("microphone") == desk.keeper.condition("loudspeaker") == "none"
    assert desk.keeper.devices() == (system.world.sources, system.world.sinks)
    assert system.opened == 0


def test_the_chosen_devices_are_opened_by_name_in_blocks_of_ten_milliseconds(desk: Desk, system: SoundSystem) -> None:
    desk.keeper.choose("microphone", "desk")
    desk.wait("microphone", "ok")
    desk.keeper.choose("loudspeaker", "hall")
    desk.wait("loudspeaker", "ok")
    microphone, loudspeaker = system.streams
    assert microphone.device == "desk" and loudspeaker.device == "hall"
    for stream, channels in ((microphone, 1), (loudspeaker, 2)):
        assert stream.words["samplerate"] == 48_000 and stream.words["blocksize"] == BLOCK
        assert stream.words["channels"] == channels and stream.words["device"] == 1
    assert desk.loudspeaker.latency_s is not None and desk.loudspeaker.latency_s >= 0.02
    assert [(kind, condition) for kind, condition, _ in desk.said] == [
        ("microphone", "opening"),
        ("microphone", "ok"),
        ("loudspeaker", "opening"),
        ("loudspeaker", "ok"),
    ]


def test_a_microphone_is_heard_only_when_its_stream_hangs_where_it_was_chosen(desk: Desk, system: SoundSystem) -> None:
    system.stray = "hall.monitor"
    desk.keeper.choose("microphone", "desk")
    system.until(lambda: desk.microphone.last_s > 0, "the stream runs")
    for _ in range(10):
        system.breathe()
    assert desk.microphone.heard_while_open == 0 and not desk.microphone.open
    assert desk.keeper.condition("microphone") == "opening"
    system.stray = ""
    system.hang()
    desk.wait("microphone", "ok")
    assert desk.microphone.open


def test_a_microphone_that_was_unplugged_is_shut_before_another_source_is_heard(
    desk: Desk, system: SoundSystem
) -> None:
    desk.keeper.choose("microphone", "desk")
    desk.wait("microphone", "ok")
    system.unplug("desk")
    assert not desk.microphone.open and desk.strayed == 1, "at the very moment, and not at the next look"
    heard = desk.microphone.heard_while_open
    desk.wait("microphone", "missing")
    assert "desk" in desk.sentence and desk.sentence.endswith("it comes back by itself.")
    for _ in range(20):
        system.breathe()
    assert desk.microphone.heard_while_open == heard
    assert system.streams == [], "it may not hang on a foreign source"
    system.plug("desk")
    desk.wait("microphone", "ok")
    assert desk.microphone.open and system.streams[0].device == "desk"


def test_what_is_not_plugged_in_is_missing_and_nothing_else_is_taken(desk: Desk, system: SoundSystem) -> None:
    desk.keeper.choose("microphone", "stage")
    desk.wait("microphone", "missing")
    assert "stage" in desk.sentence and "not plugged in" in desk.sentence
    assert system.opened == 0


def test_the_sentence_names_the_device_that_is_chosen_now(desk: Desk, system: SoundSystem) -> None:
    desk.keeper.choose("loudspeaker", "one")
    desk.wait("loudspeaker", "missing")
    desk.keeper.choose("loudspeaker", "other")
    system.until(lambda: "other" in desk.sentence, "the new one is named")
    assert [condition for _, condition, _ in desk.said] == ["missing", "missing"]


def test_another_choice_closes_the_old_stream_first(desk: Desk, system: SoundSystem) -> None:
    desk.keeper.choose("microphone", "desk")
    desk.wait("microphone", "ok")
    first = system.streams[0]
    desk.keeper.choose("microphone", "lectern")
    system.until(lambda: [s.device for s in system.streams] == ["lectern"], "the other is open")
    assert first.closed
    desk.wait("microphone", "ok")
    desk.keeper.choose("microphone", "")
    desk.wait("microphone", "none")
    assert system.streams == [] and not desk.microphone.open


def test_the_same_choice_again_disturbs_nothing(desk: Desk, system: SoundSystem) -> None:
    desk.keeper.choose("microphone", "desk")
    desk.wait("microphone", "ok")
    desk.keeper.choose("microphone", "desk")
    desk.keeper.choose("loudspeaker", "hall")
    desk.wait("loudspeaker", "ok")
    assert system.opened == 2


def test_a_stream_that_falls_silent_is_opened_again(desk: Desk, system: SoundSystem) -> None:
    desk.keeper.choose("loudspeaker", "hall")
    desk.wait("loudspeaker", "ok")
    first = system.streams[0]
    system.mute = True
    system.until(lambda: first.closed, "it is given up")
    system.mute = False
    system.until(lambda: system.opened == 2, "it is opened again")
    desk.wait("loudspeaker", "ok")


def test_a_stream_whose_server_died_is_opened_again(desk: Desk, system: SoundSystem) -> None:
    desk.keeper.choose("microphone", "desk")
    desk.wait("microphone", "ok")
    first = system.streams[0]
    first.finish()
    system.until(lambda: first.closed and desk.microphone.open, "it is back")
    assert system.opened == 2


def test_the_end_of_a_stream_that_was_closed_says_nothing_of_the_next_one(desk: Desk, system: SoundSystem) -> None:
    desk.keeper.choose("microphone", "desk")
    desk.wait("microphone", "ok")
    first = system.streams[0]
    desk.keeper.choose("microphone", "lectern")
    system.until(lambda: [s.device for s in system.streams] == ["lectern"], "the other is open")
    desk.wait("microphone", "ok")
    first.words["finished_callback"]()  # PortAudio tells of it late
    for _ in range(20):
        system.breathe()
        threading.Event().wait(0.005)
    assert system.opened == 2 and desk.keeper.condition("microphone") == "ok"


def test_a_device_that_refuses_is_missing_with_its_reason_and_tried_again(desk: Desk, system: SoundSystem) -> None:
    system.refuse = "Device unavailable"
    desk.keeper.choose("loudspeaker", "hall")
    desk.wait("loudspeaker", "missing")
    assert "Device unavailable" in desk.sentence
    system.refuse = ""
    desk.wait("loudspeaker", "ok")


def test_a_new_device_is_told_at_once(desk: Desk, system: SoundSystem) -> None:
    before = desk.worlds
    system.change(sinks={"hall": "Hall", "foyer": "Foyer"})
    assert desk.worlds == before + 1
    assert desk.keeper.devices()[1] == {"hall": "Hall", "foyer": "Foyer"}


def test_closing_ends_the_thread_the_watch_and_the_streams(system: SoundSystem) -> None:
    desk = Desk(system)
    desk.keeper.choose("microphone", "desk")
    desk.wait("microphone", "ok")
    desk.keeper.close()
    assert system.streams == [] and system.watch is None
    assert not any(thread.name == "sound keeper" for thread in threading.enumerate())


def test_where_there_is_no_sound_server_devices_come_from_portaudio(
    system: SoundSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watch, "usable", staticmethod(lambda: False))
    desk = Desk(system)
    inputs, outputs = desk.keeper.devices()
    if sys.platform == "linux":
        assert set(inputs) == {"default", "pulse"} and set(outputs) == {"default", "Speakers"}
        desk.keeper.choose("loudspeaker", "Speakers")
        desk.wait("loudspeaker", "ok")
        assert system.streams[0].words["device"] == 2
        desk.keeper.choose("microphone", "Speakers")
        desk.wait("microphone", "missing")
    desk.keeper.close()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("hall.monitor", "Monitor of Hall"),
        ("stereo", "Stereo Mix (Realtek(R) Audio)"),
        ("BlackHole 2ch", "BlackHole 2ch (Core Audio)"),
        ("CABLE Output (VB-Audio Virtual Cable)", "CABLE Output (VB-Audio Virtual Cable)"),
        ("mix", "立體聲混音 (Realtek)"),
        ("told by the server only", "Null Output"),
    ],
)
def test_a_loopback_is_not_offered_as_a_microphone_and_refused_with_the_reason(
    desk: Desk, system: SoundSystem, key: str, words: str
) -> None:
    monitors = frozenset({key}) if key.startswith("told") else frozenset()
    system.change(sources={**system.world.sources, key: words}, monitors=monitors)
    assert list(desk.keeper.devices()[0]) == ["desk", "lectern"]
    desk.keeper.choose("microphone", key)
    desk.wait("microphone", "missing")
    assert system.opened == 0
    if key != "stereo" and key != "mix":  # a name alone, in a settings file, says no more than that
        assert desk.sentence == LOOPED


@pytest.mark.parametrize("words", ["Desk microphone", "USB Audio Device", "Mikrofon (Monitoring)", "Cable lavalier"])
def test_a_microphone_is_no_loopback(words: str) -> None:
    assert not is_loopback(words, words)


@pytest.mark.parametrize(
    "words", ["Mixage stéréo (Realtek)", "Mezcla estéreo", "Missaggio stereo", "Mixagem estéreo", "Стерео микшер"]
)
def test_a_loopback_is_known_by_its_name_in_other_languages(words: str) -> None:
    assert is_loopback(words, words)


def test_a_sound_service_that_is_gone_is_called_so_and_no_plug_is_blamed(desk: Desk, system: SoundSystem) -> None:
    system.refuse = "Illegal combination of I/O devices [PaErrorCode -9993]"
    system.change(alive=False)
    desk.keeper.choose("loudspeaker", "hall")
    desk.wait("loudspeaker", "missing")
    assert "sound service is gone" in desk.sentence
    assert "PaErrorCode" not in desk.sentence and "Plug" not in desk.sentence


# -- a mixer is no headset


INTERFACE = {"desk": tuple(f"aux{number}" for number in range(8)), "lectern": ("front-left", "front-right")}


@pytest.fixture
def heard(desk: Desk, system: SoundSystem) -> Iterator[list[float]]:
    """What the microphone's port gets: of eight channels each says its own number, in hundredths."""
    system.change(positions=INTERFACE)
    blocks: list[float] = []
    told = desk.microphone.callback

    def callback(block: NDArray[np.float32], frames: int, times: object, status: object) -> None:
        assert block.shape == (BLOCK, 1)
        blocks.append(round(float(block[0, 0]) * 100, 1))
        told(block, frames, times, status)

    desk.microphone.callback = callback  # type: ignore[method-assign, assignment]
    yield blocks


@pytest.mark.parametrize(("channels", "hundredths"), [((3,), 3.0), ((1, 2), 3.0), ((8,), 8.0), ((), 4.5)])
def test_of_a_device_of_many_channels_those_that_were_chosen_are_heard(
    desk: Desk, system: SoundSystem, heard: list[float], channels: tuple[int, ...], hundredths: float
) -> None:
    desk.keeper.choose("microphone", "desk", channels)
    desk.wait("microphone", "ok")
    assert set(heard) == {hundredths}
    assert len(desk.keeper.channel_levels()) == 8
    assert [stream.device for stream in system.streams] == ["desk"]


def test_another_channel_is_opened_at_once_and_the_same_one_again_disturbs_nothing(
    desk: Desk, system: SoundSystem, heard: list[float]
) -> None:
    desk.keeper.choose("microphone", "desk", (3,))
    desk.wait("microphone", "ok")
    desk.keeper.choose("microphone", "desk", (3,))
    desk.keeper.choose("microphone", "desk", (4,))
    system.until(lambda: heard[-1] == 4.0, "the fourth is heard")
    assert system.opened == 2 and set(heard) == {3.0, 4.0}


def test_a_stereo_device_is_mixed_by_the_system_as_it_ever_was_until_a_channel_of_it_is_chosen(
    desk: Desk, system: SoundSystem, heard: list[float]
) -> None:
    desk.keeper.choose("microphone", "lectern")
    desk.wait("microphone", "ok")
    assert system.streams[0].words["channels"] == 1 and desk.keeper.channel_levels() == []
    desk.keeper.choose("microphone", "lectern", (2,))
    system.until(lambda: heard[-1] == 2.0, "the second is heard")


def test_a_channel_that_the_device_does_not_have_is_missing_and_no_other_is_heard(
    desk: Desk, system: SoundSystem, heard: list[float]
) -> None:
    desk.keeper.choose("microphone", "lectern", (3,))
    desk.wait("microphone", "missing")
    assert desk.sentence == (
        "The microphone lectern has 2 channels, and channel 3 is chosen: connect the device that has it, or choose "
        "another channel in SETTINGS."
    )
    assert heard == [] and system.opened == 0
    system.change(positions=INTERFACE | {"lectern": INTERFACE["desk"]})
    desk.wait("microphone", "ok")
    assert set(heard) == {3.0}


def test_a_device_that_comes_back_is_heard_on_the_same_channel(
    desk: Desk, system: SoundSystem, heard: list[float]
) -> None:
    desk.keeper.choose("microphone", "desk", (3,))
    desk.wait("microphone", "ok")
    system.unplug("desk")
    desk.wait("microphone", "missing")
    system.plug("desk")
    desk.wait("microphone", "ok")
    assert set(heard) == {3.0}


def test_a_device_whose_channels_become_others_is_opened_again(
    desk: Desk, system: SoundSystem, heard: list[float]
) -> None:
    desk.keeper.choose("microphone", "desk", (3,))
    desk.wait("microphone", "ok")
    first = system.streams[0]
    system.change(positions=INTERFACE | {"desk": INTERFACE["desk"][:4]})
    system.until(lambda: first.closed, "the old stream is given up")
    desk.wait("microphone", "ok")
    assert set(heard) == {3.0}


def test_where_there_is_no_sound_server_the_whole_device_is_opened_for_a_channel_of_it(
    system: SoundSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watch, "usable", staticmethod(lambda: False))
    desk = Desk(system)
    if sys.platform == "linux":
        assert desk.keeper.channels("microphone") == {"default": 2, "pulse": 32}
        desk.keeper.choose("microphone", "pulse", (3,))
        desk.wait("microphone", "ok")
        assert system.streams[0].words["channels"] == 32
        desk.keeper.choose("microphone", "default", (3,))
        desk.wait("microphone", "missing")
        assert "has 2 channels" in desk.sentence
        desk.keeper.choose("microphone", "pulse")
        desk.wait("microphone", "ok")
        assert system.streams[0].words["channels"] == 1, "what a device claims is not mixed unasked"
    desk.keeper.close()


def test_the_hall_is_played_on_its_channels_and_the_feed_on_its_own(desk: Desk, system: SoundSystem) -> None:
    def callback(block: NDArray[np.float32], frames: int, times: object, status: object) -> None:
        desk.loudspeaker.last_s = keeper_module.time.monotonic()
        block[:] = 0.5

    desk.loudspeaker.callback = callback  # type: ignore[method-assign, assignment]
    system.change(sink_positions={"hall": INTERFACE["desk"]})
    desk.keeper.choose("loudspeaker", "hall", (3, 4), (6,))
    desk.wait("loudspeaker", "ok")
    stream = system.streams[0]
    assert isinstance(stream, Playback) and desk.loudspeaker.latency_s == stream.latency_s
    assert stream.played[0].tolist() == [0.0, 0.0, 0.5, 0.5, 0.0, 0.25, 0.0, 0.0]
    desk.keeper.choose("loudspeaker", "hall", (), (6,))
    system.until(lambda: system.streams and system.streams[0] is not stream, "it is opened again")
    desk.wait("loudspeaker", "ok")
    system.breathe()
    assert isinstance(system.streams[0], Playback)
    assert system.streams[0].played[0].tolist() == [0.5, 0.5, 0.0, 0.0, 0.0, 0.25, 0.0, 0.0]
    desk.keeper.choose("loudspeaker", "hall")
    system.until(lambda: system.streams and not isinstance(system.streams[0], Playback), "the system maps it again")
    assert system.streams[0].words["channels"] == 2


def test_a_channel_that_the_halls_device_does_not_have_is_missing(desk: Desk, system: SoundSystem) -> None:
    system.change(sink_positions={"hall": ("front-left", "front-right")})
    desk.keeper.choose("loudspeaker", "hall", (1,), (3,))
    desk.wait("loudspeaker", "missing")
    assert desk.sentence.startswith("The loudspeaker hall has 2 channels, and channel 3 is chosen")
    assert system.opened == 0
