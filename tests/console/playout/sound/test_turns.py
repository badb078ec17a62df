"""Speech from the ring on the timeline: at once, without a click, counted exactly, and gone at a cut."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.playout.sound.source_timeline import FADE
from console.playout.sound.turns import SpokenTurn
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.speech_ring import TurnDropped
from tests.console.playout.conftest import DELAY, Bench

MS = SAMPLE_RATE // 1000


def worth(number: int) -> np.float32:
    """The value of a turn's samples: no fade of another turn comes across it."""
    return np.float32(1 / (number + 0.3717))


class Voice:
    """What the console does: writes turns into the ring."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.written = 0
        self.turn: SpokenTurn | None = None

    def begin(self, number: int, mode: str = "say") -> SpokenTurn:
        self.bench.source.mode = mode
        self.bench.speech.begin(number)
        self.written = 0
        self.turn = SpokenTurn(number, self.bench.speech, self.bench.phones)
        assert self.bench.source.say(self.turn)
        return self.turn

    def write(self, seconds: float, phones: list[tuple[int, int, int]] | None = None) -> None:
        assert self.turn is not None
        number = self.turn.number
        count = round(seconds * SAMPLE_RATE)
        if phones:
            self.bench.speech.write_phones(number, phones)
        assert self.bench.speech.write(number, np.full(count, worth(number))) == count
        self.written += count

    def end(self) -> None:
        assert self.turn is not None
        self.bench.speech.end(self.turn.number)

    def mark(self) -> None:
        assert self.turn is not None
        self.bench.speech.mark(self.turn.number)

    def drop(self) -> None:
        """INTERRUPT, as the sound desk does it."""
        assert self.turn is not None
        self.bench.speech.drop(self.turn.number)
        self.bench.source.interrupt(self.bench.heard, self.turn.number)


def laid(bench: Bench, since: int) -> np.ndarray:
    return bench.hall_sound(since, bench.ring.written)


def largest_step(sound: np.ndarray) -> float:
    return float(np.abs(np.diff(sound)).max())


def test_a_turn_sounds_as_soon_as_its_first_samples_are_there(bench: Bench) -> None:
    voice = Voice(bench)
    turn = voice.begin(1)
    bench.pass_time(0.2)
    assert turn.begun == -1
    voice.write(0.04)
    bench.pass_time(0.01)
    assert turn.begun == bench.heard + DELAY - 480
    assert (laid(bench, turn.begun) == worth(1)).all() and len(laid(bench, turn.begun)) == 480
    assert np.array_equal(laid(bench, turn.begun), bench.ring_sound(turn.begun, bench.ring.written))


def test_a_voice_in_time_is_heard_whole_and_without_a_gap(bench: Bench) -> None:
    voice = Voice(bench)
    turn = voice.begin(3)
    for _ in range(20):
        voice.write(0.05)
        bench.pass_time(0.04)
    voice.end()
    bench.pass_time(1.0)
    assert bench.source.ended_turns() == [(turn, SAMPLE_RATE)]
    assert (bench.hall_sound(turn.begun, turn.begun + SAMPLE_RATE) == worth(3)).all()
    assert turn.starved == 0 and not laid(bench, turn.end).any()
    assert bench.speech.free


def test_a_slow_voice_leaves_silence_that_is_counted_and_goes_on_without_a_click(bench: Bench) -> None:
    voice = Voice(bench)
    turn = voice.begin(4)
    voice.write(0.3)
    bench.pass_time(0.8)
    starved = turn.starved
    assert abs(starved - 0.5 * SAMPLE_RATE) <= 2 * 480
    voice.write(0.1)
    bench.pass_time(0.1)
    assert turn.end < bench.ring.written, "it waits until a few words are there"
    voice.write(0.4)
    bench.pass_time(0.2)
    voice.end()
    bench.pass_time(1.5)
    assert bench.source.ended_turns() == [(turn, round(0.8 * SAMPLE_RATE))]
    sound = bench.hall_sound(turn.begun, turn.end)
    assert largest_step(sound) < worth(4) / 100
    assert abs((sound == 0).sum() - turn.starved) < 480
    assert bench.source.ended_turns() == []


def test_silence_between_two_sentences_is_not_the_voices_fault(bench: Bench) -> None:
    voice = Voice(bench)
    turn = voice.begin(2)
    voice.write(0.2)
    voice.mark()
    bench.pass_time(1.0)
    assert turn.starved == 0 and not turn.spent and bench.source.turn is turn
    voice.write(0.2)
    bench.pass_time(0.05)
    voice.end()
    bench.pass_time(0.5)
    assert bench.source.ended_turns() == [(turn, round(0.4 * SAMPLE_RATE))]
    sound = bench.hall_sound(turn.begun, turn.end)
    assert (sound == worth(2)).sum() == 0.4 * SAMPLE_RATE, "no sentence is faded"


def test_what_was_heard_is_counted_to_the_sample_through_gaps(bench: Bench) -> None:
    voice = Voice(bench)
    turn = voice.begin(1)
    voice.write(0.3)
    voice.mark()
    bench.pass_time(1.0)
    voice.write(0.3)
    bench.pass_time(0.2)
    first = round(0.3 * SAMPLE_RATE)
    assert turn.heard(turn.begun - 5) == 0
    assert turn.heard(turn.begun + 7) == 7
    assert turn.heard(turn.begun + first + 9000) == first
    again = turn.end - (turn.there - turn.left - first)
    assert turn.heard(again + 11) == first + 11
    at = bench.heard
    voice.drop()
    ((ended, heard),) = bench.source.ended_turns()
    assert ended is turn and heard == first + at - again


def test_the_microphone_is_silent_while_a_voice_is_awaited(bench: Bench) -> None:
    for _ in range(100):
        bench.block()
    voice = Voice(bench)
    turn = voice.begin(1, mode="mirror")
    voice.write(0.1)
    voice.mark()
    for _ in range(100):
        bench.block()
    assert not bench.ring_sound(turn.end + 480, bench.heard).any()
    voice.end()
    for _ in range(60):
        bench.block()
    assert bench.ring_sound(bench.heard - 100, bench.heard).all()


def test_phones_lie_where_their_sound_is_heard(bench: Bench) -> None:
    voice = Voice(bench)
    turn = voice.begin(1)
    rows = [(n * 4800, n * 4800 + 4800, n + 1) for n in range(6)]
    voice.write(0.3, rows[:3])
    voice.mark()
    bench.pass_time(0.01)
    told = bench.phones.between(0, 10**9)
    assert told.tolist() == [[turn.begun + a, turn.begun + b, c] for a, b, c in rows[:3]], "ahead of their sound"
    bench.pass_time(1.0)
    voice.write(0.3, rows[3:])
    bench.pass_time(0.5)
    again = turn.end - 3 * 4800
    told = bench.phones.between(again - 100, 10**9)
    assert told.tolist() == [[again + a - 3 * 4800, again + b - 3 * 4800, c] for a, b, c in rows[3:]]


def test_phones_that_come_after_their_sound_lie_in_their_place(bench: Bench) -> None:
    voice = Voice(bench)
    turn = voice.begin(1)
    voice.write(0.5)
    bench.pass_time(0.1)
    bench.speech.write_phones(1, [(480, 960, 5)])
    bench.pass_time(0.01)
    assert bench.phones.between(0, 10**9).tolist() == [[turn.begun + 480, turn.begun + 960, 5]]


def test_a_cut_takes_back_the_phones_that_nobody_heard(bench: Bench) -> None:
    voice = Voice(bench)
    voice.begin(1)
    voice.write(1.0, [(n * 2400, n * 2400 + 2400, 14) for n in range(20)])
    bench.pass_time(0.5)
    at = bench.heard
    voice.drop()
    assert len(bench.phones.between(0, at)) and bench.phones.between(0, 10**9)[:, 1].max() <= at


def test_a_turn_whose_console_died_ends_with_what_was_there(bench: Bench) -> None:
    voice = Voice(bench)
    turn = voice.begin(1)
    voice.write(0.2)
    bench.pass_time(0.05)
    bench.speech.abandon()
    bench.pass_time(1.0)
    assert bench.source.ended_turns() == [(turn, round(0.2 * SAMPLE_RATE))]
    assert bench.source.turn is None


def test_a_turn_that_another_took_the_place_of_is_not_waited_for(bench: Bench) -> None:
    voice = Voice(bench)
    bench.speech.begin(1)
    bench.speech.abandon()
    lost = SpokenTurn(1, bench.speech, bench.phones)
    bench.speech.begin(2)
    bench.source.mode = "say"
    bench.source.say(lost)
    voice.turn = SpokenTurn(2, bench.speech, bench.phones)
    bench.source.say(voice.turn)
    voice.write(0.2)
    bench.pass_time(0.1)
    assert bench.source.ended_turns() == [(lost, 0)] and bench.source.turn is voice.turn


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["pass", "begin", "write", "write", "write", "late", "mark", "end", "cut", "cut"]),
        st.integers(1, 30),
    ),
    min_size=5,
    max_size=60,
)


@settings(deadline=None, max_examples=200)
@given(steps=STEPS)
def test_nothing_of_a_turn_is_heard_after_its_cut_however_it_is_written(steps: list[tuple[str, int]]) -> None:
    bench = Bench()
    bench.source.mode = "say"
    number = 0
    open_ = False
    cuts: list[tuple[int, int]] = []  # (turn, index from which nothing of it may sound, its fade included)
    voice = Voice(bench)
    try:
        for what, size in steps:
            if what == "pass":
                bench.pass_time(size * 0.01)
            elif what == "begin" and bench.speech.free:
                number += 1
                voice.begin(number)
                open_ = True
            elif what == "write" and open_:
                count = min(round(size * 480), bench.speech.room)
                voice.write(count / SAMPLE_RATE, [(voice.written, voice.written + count, number)])
            elif what in ("mark", "end") and open_:
                getattr(voice, what)()
                open_ = what == "mark"
            elif what == "cut" and number:
                voice.drop()
                cuts.append((number, bench.heard + FADE))
                open_ = False
            elif what == "late" and cuts:
                with pytest.raises(TurnDropped):
                    bench.speech.write(cuts[-1][0], np.full(size, worth(cuts[-1][0])))
                with pytest.raises(TurnDropped):
                    bench.speech.write_phones(cuts[-1][0], [(0, size, cuts[-1][0])])
            bench.pass_time(0.01)
            for turn, at in cuts:
                assert not (bench.phones.between(at, 10**9)[:, 2] == turn).any()
                for sound in (bench.hall_sound(at, bench.ring.written), bench.ring_sound(at, bench.ring.written)):
                    assert not (sound == worth(turn)).any()
                    assert number > turn or not sound.any()
    finally:
        bench.close()
