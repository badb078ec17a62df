from __future__ import annotations

import secrets
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.rings.speech_ring import SpeechRing, SpeechState, TurnDropped

CAPACITY = 64


def name() -> str:
    return f"compere-test-{secrets.token_hex(4)}"


def voice(turn: int, start: int, count: int) -> np.ndarray:
    """Samples that say which turn's they are, and which."""
    return (turn * 1000 + np.arange(start, start + count)).astype(np.float32)


@pytest.fixture
def ring() -> Iterator[SpeechRing]:
    made = SpeechRing(name(), capacity=CAPACITY)
    yield made
    made.close()


steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["write", "late", "read", "note"]), st.integers(0, 2 * CAPACITY)),
        st.tuples(st.sampled_from(["begin", "mark", "end", "drop", "abandon"]), st.just(0)),
    ),
    max_size=60,
)


@settings(deadline=None, max_examples=150)
@given(steps=steps)
def test_a_reader_gets_each_sample_of_its_turn_once_and_nothing_of_a_dropped_one(steps: list[tuple[str, int]]) -> None:
    reader = SpeechRing(name(), capacity=CAPACITY)
    writer = SpeechRing.attach(reader.name)
    turn = written = taken = noted = mark = 0
    ended, reading = True, False
    try:
        for what, count in steps:
            live = turn > reader.fence and not ended
            if what == "begin":
                free = turn <= reader.fence or (ended and (taken == written))
                assert writer.free == free
                if not free:
                    with pytest.raises(ValueError, match="cannot begin"):
                        writer.begin(turn + 1)
                    continue
                turn += 1
                writer.begin(turn)
                written = taken = noted = mark = 0
                ended = reading = False
            elif what == "write" and live:
                done = writer.write(turn, voice(turn, written, count))
                assert done == min(count, CAPACITY - (written - taken))
                written += done
            elif what == "late" or (what in ("write", "mark", "end", "note") and not live):
                old = turn - count % 2 - 1 if what == "late" else turn
                for refused in (
                    lambda old=old: writer.write(old, voice(old, 0, 1)),
                    lambda old=old: writer.write_phones(old, [(0, 1, 2)]),
                    lambda old=old: writer.mark(old),
                    lambda old=old: writer.end(old),
                ):
                    with pytest.raises(TurnDropped):
                        refused()
            elif what == "note":
                writer.write_phones(turn, [(noted, noted + 1, turn)])
                noted += 1
            elif what == "mark":
                writer.mark(turn)
                mark = written
            elif what == "end":
                writer.end(turn)
                ended = True
            elif what == "abandon" and turn:
                if not reading:
                    written = taken = mark = 0
                writer.abandon()
                ended = True
            elif what == "drop":
                reader.drop(turn)
                assert reader.state_of(turn) is None and reader.read(turn, 0, 1) is None
                assert len(reader.phones(turn, 0, 1)) == 0
            elif what == "read" and turn > reader.fence:
                assert reader.state_of(turn - 1) is None and reader.read(turn - 1, 0, 1) is None
                assert reader.state_of(turn) == SpeechState(written, mark, ended, noted)
                count = min(count, written - taken)
                sound = reader.read(turn, taken, count)
                assert np.array_equal(sound, voice(turn, taken, count))  # type: ignore[arg-type]
                assert reader.phones(turn, 0, noted).tolist() == [[n, n + 1, turn] for n in range(noted)]
                taken += count
                reader.release(turn, taken, noted)
                reading = True
    finally:
        writer.close()
        reader.close()


def test_a_number_that_was_fenced_off_before_it_began_is_refused(ring: SpeechRing) -> None:
    ring.drop(5)
    with pytest.raises(TurnDropped):
        ring.begin(5)
    ring.begin(6)
    assert ring.write(6, voice(6, 0, 10)) == 10


def test_what_a_console_that_died_left_unread_makes_room_for_the_next_one(ring: SpeechRing) -> None:
    ring.begin(1)
    ring.write(1, voice(1, 0, 10))
    assert not ring.free
    ring.abandon()
    assert ring.free
    ring.begin(2)


def test_what_is_being_read_of_a_console_that_died_is_read_to_its_end(ring: SpeechRing) -> None:
    ring.begin(1)
    ring.write(1, voice(1, 0, 10))
    ring.release(1, 4, 0)
    ring.abandon()
    state = ring.state_of(1)
    assert state is not None and state.ended and state.written == 10 and not ring.free
    ring.release(1, 10, 0)
    assert ring.free


def test_a_writer_that_died_while_it_began_a_turn_is_got_over(ring: SpeechRing) -> None:
    ring._words[8] = 7
    ring.begin(3)
    ring.write(3, voice(3, 0, 5))
    assert ring.state_of(3) == SpeechState(5, 0, False, 0)


def test_another_segment_is_refused_in_a_sentence() -> None:
    sound = SoundRing.create(name(), 0.1)
    try:
        with pytest.raises(RingError, match="not a speech ring"):
            SpeechRing.attach(sound.name)
    finally:
        sound.close()
