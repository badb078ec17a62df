from __future__ import annotations

import secrets
import threading
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.ipc.rings import sound_ring
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.shared_memory import RingError, create_segment, release_segment
from engine.ipc.rings.sound_ring import SoundRing
from tests.fakes.children import line_of, program
from tests.fakes.sound_program import read, voice

Sound = NDArray[np.float32]
CAPACITY = 64


class Model:
    """The ring as one would write it with no memory to spare: every sample ever written."""

    def __init__(self, origin: int) -> None:
        self.origin = origin
        self.samples = np.zeros(0, np.float32)
        self.generation = 0

    @property
    def end(self) -> int:
        return self.origin + len(self.samples)

    @property
    def oldest(self) -> int:
        return max(self.origin, self.end - CAPACITY)

    def write(self, samples: Sound) -> None:
        self.samples = np.concatenate((self.samples, samples))

    def cut(self, at: int, fade: int) -> None:
        at = max(at, self.oldest)
        tail = self.samples[max(0, at - self.origin) :]
        ramp = min(fade, len(tail))
        tail[:ramp] *= np.linspace(1, 0, ramp, dtype=np.float32)
        tail[ramp:] = 0
        self.generation += 1

    def read(self, start: int, count: int) -> Sound:
        out = np.zeros(count, np.float32)
        for place in range(count):
            if self.oldest <= start + place < self.end:
                out[place] = self.samples[start + place - self.origin]
        return out


steps = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, CAPACITY)),
        st.tuples(st.just("cut"), st.integers(-20, 80), st.integers(0, 30)),
        st.tuples(st.just("read"), st.integers(-90, 20), st.integers(0, 100)),
    ),
    max_size=30,
)


@settings(deadline=None)
@given(origin=st.integers(0, 10**12), steps=steps)
def test_the_ring_is_a_timeline_of_which_the_newest_part_is_kept(
    origin: int, steps: list[tuple[str, int, int]]
) -> None:
    ring = SoundRing(f"compere-test-{secrets.token_hex(4)}", capacity=CAPACITY)
    reader = SoundRing.attach(ring.name)
    try:
        ring.start_at(origin)
        model = Model(origin)
        for what, *numbers in steps:
            if what == "write":
                samples = voice(model.end, numbers[0])
                assert ring.write(samples) == model.end
                model.write(samples)
            elif what == "cut":
                back, fade = numbers
                ring.cut(model.end - back, fade)
                model.cut(model.end - back, fade)
            else:
                ahead, count = numbers
                assert np.array_equal(reader.read(model.end + ahead, count), model.read(model.end + ahead, count))
            assert (reader.written, reader.oldest) == (model.end, model.oldest)
            assert reader.generation == model.generation
    finally:
        reader.close()
        ring.close()


def test_many_readers_in_other_processes_never_get_a_torn_read(name: str) -> None:
    with program("tests.fakes.sound_program", "write", name, "9600") as writer:
        assert line_of(writer) == "ready"
        with program("tests.fakes.sound_program", "read", name, "4000") as other:
            ring = SoundRing.attach(name)
            before = ring.written
            assert read(ring, 4000) == 0
            assert line_of(other) == "0"
            assert ring.written > before + 10 * ring.capacity, "the writer did not come round while we read"
            assert ring.generation > 0
            ring.close()


class Overtaken(SoundRing):
    """A reader who loses the processor in the middle of each copy: `meanwhile` happens then, once."""

    meanwhile = staticmethod(lambda: None)

    def _copy(self, start: int, count: int) -> Sound:
        out = super()._copy(start, count)[: count // 2].copy()
        now, self.meanwhile = self.meanwhile, lambda: None
        now()
        return np.concatenate((out, super()._copy(start, count)[count // 2 :]))


def test_a_reader_who_is_overtaken_gets_silence_and_not_the_newer_sound(name: str) -> None:
    ring = SoundRing(name, capacity=1000)
    ring.write(voice(0, 1000))
    late = Overtaken.attach(name)
    late.meanwhile = lambda: ring.write(voice(1000, 700))  # type: ignore[method-assign]
    heard = late.read(0, 1000)
    assert np.array_equal(heard[700:], voice(700, 300))
    assert not heard[:700].any()
    late.close()
    ring.close()


def test_a_reader_in_the_middle_of_a_cut_reads_again(name: str) -> None:
    ring = SoundRing(name, capacity=1000)
    ring.write(voice(0, 1000))
    reader = Overtaken.attach(name)
    reader.meanwhile = lambda: ring.cut(250, 0)  # type: ignore[method-assign]
    heard = reader.read(0, 1000)
    assert np.array_equal(heard[:250], voice(0, 250)) and not heard[250:].any()
    reader.close()
    ring.close()


class SlowCut(SoundRing):
    """A writer who loses the processor in the middle of a cut, until `go`."""

    def __init__(self, name: str, *, capacity: int | None) -> None:
        super().__init__(name, capacity=capacity)
        self.cutting, self.go = threading.Event(), threading.Event()

    def _put(self, start: int, samples: Sound) -> None:
        if self.written > start:
            self.cutting.set()
            assert self.go.wait(5)
        super()._put(start, samples)


def test_a_reader_waits_for_a_cut_that_is_under_way(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = SlowCut(name, capacity=1000)
    ring.write(voice(0, 100))
    cutter = threading.Thread(target=ring.cut, args=(50, 0))
    cutter.start()
    assert ring.cutting.wait(5)

    def sleep(_seconds: float) -> None:
        ring.go.set()
        cutter.join()

    monkeypatch.setattr(sound_ring, "time", SimpleNamespace(sleep=sleep))
    reader = SoundRing.attach(name)
    heard = reader.read(0, 100)
    assert np.array_equal(heard[:50], voice(0, 50)) and not heard[50:].any()
    reader.close()
    ring.close()


def test_a_writer_that_died_in_the_middle_of_a_cut_gives_an_error_and_not_an_endless_wait(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dying(SoundRing):
        def _put(self, start: int, samples: Sound) -> None:
            raise SystemExit

    ring = Dying(name, capacity=1000)
    ring._words[3] = 100  # as if written
    with pytest.raises(SystemExit):
        ring.cut(50, 0)
    waits: list[float] = []
    monkeypatch.setattr(sound_ring, "time", SimpleNamespace(sleep=waits.append))
    reader = SoundRing.attach(name)
    with pytest.raises(RingError, match="restart playout"):
        reader.read(0, 100)
    assert 0.02 <= sum(waits) <= 0.2
    reader.close()
    ring.close()


def test_a_late_reader_goes_on_at_the_oldest(name: str) -> None:
    ring = SoundRing(name, capacity=1000)
    reader = SoundRing.attach(name)
    for _ in range(10):
        ring.write(voice(ring.written, 350))
    assert reader.oldest == 2500
    assert not reader.read(0, 1000).any()
    assert np.array_equal(reader.read(reader.oldest, 1000), voice(2500, 1000))
    reader.close()
    ring.close()


def test_a_cut_is_a_new_generation_and_says_from_where(name: str) -> None:
    ring = SoundRing(name, capacity=1000)
    reader = SoundRing.attach(name)
    ring.write(np.ones(600, np.float32))
    assert reader.generation == 0
    ring.cut(200, 100)
    assert (reader.generation, reader.cut_at, reader.written) == (1, 200, 600)
    after = reader.read(0, 600)
    assert (after[:200] == 1).all() and not after[300:].any()
    assert (np.diff(after[200:300]) < 0).all()
    ring.cut(10_000, 100)
    assert (reader.generation, reader.cut_at) == (2, 10_000)
    assert np.array_equal(reader.read(0, 600), after)
    reader.close()
    ring.close()


def test_what_the_program_shows_is_known_to_all(name: str) -> None:
    ring = SoundRing(name, capacity=100)
    reader = SoundRing.attach(name)
    ring.playing = 77
    assert reader.playing == 77
    reader.close()
    ring.close()


def test_more_than_the_ring_holds_is_refused(name: str) -> None:
    ring = SoundRing(name, capacity=100)
    with pytest.raises(ValueError, match="does not fit"):
        ring.write(np.zeros(101, np.float32))
    assert ring.written == 0
    ring.close()


def test_another_segment_is_no_sound_ring(name: str) -> None:
    pictures = PictureRing.create(name, 8, 8, slots=2)
    with pytest.raises(RingError, match="not a sound ring"):
        SoundRing.attach(name)
    pictures.close()


def test_a_segment_that_is_too_small_is_no_ring(name: str) -> None:
    memory = create_segment(name, 8)
    for ring in (SoundRing, PictureRing):
        with pytest.raises(RingError, match="not a"):
            ring.attach(name)
    release_segment(memory, unlink=True)
