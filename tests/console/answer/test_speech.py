"""The console's end of the speech ring, with a playout of the test's own that takes what it is told to."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Iterator

import numpy as np
import pytest

from console.answer.speech import SpeechError, SpeechLine, SpeechWriter
from console.answer.tts.protocol import Phone, Spoken, Word
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Interrupt, SpeakTurn, TurnEnded, TurnStatus
from engine.ipc.rings.phonetics import Sounding
from engine.ipc.rings.speech_ring import SpeechRing, TurnDropped

SECOND = 48_000


class Playout:
    """A speech ring of two seconds, its reader, and what was sent to it."""

    def __init__(self) -> None:
        self.ring = SpeechRing.create(f"compere-test-{secrets.token_hex(4)}", 2.0)
        self.sent: list[Message] = []
        self.taken = 0
        self.pauses = 0
        self.line = SpeechLine(self.sent.append, self.pause)
        self.line.use(self.ring.name)
        self.meanwhile: Callable[[], object] = lambda: None

    async def pause(self) -> None:
        self.pauses += 1
        assert self.pauses < 1000, "nobody makes room"
        self.meanwhile()
        await asyncio.sleep(0)

    def take(self, count: int = 10**9) -> np.ndarray:
        """Read on."""
        turn = self.ring.turn
        state = self.ring.state_of(turn)
        assert state is not None
        count = min(count, state.written - self.taken)
        out = self.ring.read(turn, self.taken, count)
        assert out is not None
        self.taken += count
        self.ring.release(turn, self.taken, state.phones)
        return out

    def drop(self) -> None:
        """INTERRUPT."""
        self.ring.drop(self.ring.turn)


@pytest.fixture
def playout() -> Iterator[Playout]:
    made = Playout()
    yield made
    made.line.close()
    made.ring.close()


def run(work: Awaitable[None]) -> None:
    async def whole() -> None:
        async with asyncio.timeout(10):
            await work

    asyncio.run(whole())


def sound(seconds: float, value: float = 0.5) -> Spoken:
    return Spoken(np.full(round(seconds * SECOND), value, np.float32))


def test_sentences_arrive_as_one_stream_with_their_phones_and_marks(playout: Playout) -> None:
    async def speak() -> None:
        writer = await playout.line.begin(7)
        assert playout.sent == [SpeakTurn(turn=7)]
        writer.begin_sentence("My.")
        await writer.write(Spoken(sound(0.2).samples, (Phone(0.0, 0.1, "m"), Phone(0.1, 0.2, "aɪ"))))
        writer.end_sentence()
        state = playout.ring.state_of(7)
        assert state is not None and state.mark == state.written == 9600 and not state.ended
        writer.begin_sentence("Bee.")
        await writer.write(Spoken(sound(0.3).samples, (Phone(0.05, 0.1, "ˈb"),)))
        writer.end_sentence()
        writer.end()
        state = playout.ring.state_of(7)
        assert state is not None and state.mark == state.written == 24_000 and state.ended
        rows = playout.ring.phones(7, 0, state.phones).tolist()
        assert rows == [
            [0, 4800, Sounding.B],
            [4800, 7440, Sounding.A],
            [7440, 9600, Sounding.I],
            [12_000, 14_400, Sounding.B],
        ]

    run(speak())


def test_a_voice_that_is_faster_than_speech_waits_for_room(playout: Playout) -> None:
    async def speak() -> None:
        writer = await playout.line.begin(1)
        whole = np.arange(5 * SECOND, dtype=np.float32)
        read: list[np.ndarray] = []
        playout.meanwhile = lambda: read.append(playout.take(SECOND // 4))
        await writer.write(Spoken(whole))
        writer.end()
        read.append(playout.take())
        assert playout.pauses >= 12 and np.array_equal(np.concatenate(read), whole)

    run(speak())


def test_the_next_turn_waits_until_this_one_was_taken_to_its_end(playout: Playout) -> None:
    async def speak() -> None:
        first = await playout.line.begin(1)
        await first.write(sound(1.0))
        first.end()
        left = iter((SECOND // 2, SECOND // 2))
        playout.meanwhile = lambda: playout.take(next(left))
        await playout.line.begin(2)
        assert playout.pauses == 2 and playout.ring.turn == 2
        assert playout.sent == [SpeakTurn(turn=1), SpeakTurn(turn=2)]

    run(speak())


def test_late_samples_of_an_interrupted_turn_are_refused(playout: Playout) -> None:
    async def speak() -> None:
        writer = await playout.line.begin(1)
        await writer.write(sound(0.5))
        assert not writer.dropped
        playout.drop()
        assert writer.dropped
        with pytest.raises(TurnDropped):
            await writer.write(sound(0.1))
        writer.end_sentence()
        writer.end()
        writer.cancel()
        assert not any(isinstance(message, Interrupt) for message in playout.sent), "it is dropped already"
        with pytest.raises(TurnDropped):
            await playout.line.begin(1)
        await playout.line.begin(2)

    run(speak())


def test_a_writer_that_waits_for_room_hears_of_the_interrupt(playout: Playout) -> None:
    async def speak() -> None:
        writer = await playout.line.begin(1)
        playout.meanwhile = playout.drop
        with pytest.raises(TurnDropped):
            await writer.write(sound(3.0))

    run(speak())


def test_a_turn_that_is_cancelled_is_dropped_in_the_hall_and_nothing_is_written_after(playout: Playout) -> None:
    async def speak() -> None:
        writer = await playout.line.begin(1)
        await writer.write(sound(0.5))
        writer.cancel()
        assert playout.sent[-1] == Interrupt(asked_ns=0)
        with pytest.raises(TurnDropped):
            await writer.write(sound(0.1))

    run(speak())


async def two_sentences(playout: Playout) -> SpeechWriter:
    writer = await playout.line.begin(1)
    writer.begin_sentence("Good evening.")
    await writer.write(Spoken(sound(1.0).samples, (), (Word(0.0, 0.4, 0, 4), Word(0.4, 0.9, 5, 12))))
    writer.begin_sentence("Welcome.")
    await writer.write(sound(0.5))
    writer.end_sentence()
    writer.end()
    return writer


def test_what_was_heard_follows_what_playout_says(playout: Playout) -> None:
    async def speak() -> None:
        writer = await two_sentences(playout)
        assert writer.heard().text == ""
        playout.line.update_status(None)
        playout.line.update_status(TurnStatus(turn=99, heard=5, there=5, starved_s=0.0, ended=True))
        playout.line.update_status(TurnStatus(turn=1, heard=20_000, there=72_000, starved_s=0.1, ended=True))
        heard = writer.heard()
        assert (heard.text, heard.whole, heard.starved_s, heard.final) == ("Good", 0, 0.1, False)
        waiting = asyncio.create_task(writer.spoken())
        await asyncio.sleep(0)
        assert not waiting.done()
        playout.line.end_turn(TurnEnded(turn=1, heard_s=1.5, whole_s=1.5, interrupted=False, starved_s=0.2))
        heard = await waiting
        assert (heard.text, heard.whole, heard.samples) == ("Good evening. Welcome.", 2, 72_000)
        assert heard.starved_s == 0.2 and heard.final and writer.dropped

    run(speak())


def test_of_an_interrupted_turn_only_what_was_heard_is_known_as_heard(playout: Playout) -> None:
    async def speak() -> None:
        writer = await two_sentences(playout)
        playout.line.end_turn(TurnEnded(turn=1, heard_s=1.0, whole_s=1.5, interrupted=True))
        heard = await writer.spoken()
        assert (heard.text, heard.whole) == ("Good evening.", 1)

    run(speak())


def test_a_playout_that_is_lost_ends_what_was_spoken_and_refuses_what_comes(playout: Playout) -> None:
    async def speak() -> None:
        writer = await two_sentences(playout)
        playout.line.update_status(TurnStatus(turn=1, heard=50_000, there=72_000, starved_s=0.0, ended=True))
        playout.line.lose()
        heard = await writer.spoken()
        assert heard.final and heard.whole == 1
        with pytest.raises(TurnDropped):
            await writer.write(sound(0.1))
        with pytest.raises(SpeechError, match="cannot speak now"):
            await playout.line.begin(2)
        with pytest.raises(SpeechError, match="gone"):
            playout.line.use(f"compere-test-{secrets.token_hex(4)}")

    run(speak())


def test_a_new_console_speaks_in_the_place_of_one_that_died(playout: Playout) -> None:
    async def speak() -> None:
        await (await playout.line.begin(1)).write(sound(0.5))
        again = SpeechLine(playout.sent.append, playout.pause)
        again.use(playout.ring.name)
        await (await again.begin(2)).write(sound(0.5, 0.25))
        assert set(playout.take().tolist()) == {0.25}
        again.close()

    run(speak())


def test_a_phone_with_impossible_times_is_passed_over(playout: Playout) -> None:
    async def speak() -> None:
        writer = await playout.line.begin(1)
        await writer.write(Spoken(sound(0.1).samples, (Phone(float("nan"), 1.0, "p"), Phone(0.0, float("inf"), "p"))))
        state = playout.ring.state_of(1)
        assert state is not None and state.phones == 0 and state.written == 4800

    run(speak())


def test_of_a_sentence_whose_voice_broke_off_no_more_is_heard_than_was_spoken(playout: Playout) -> None:
    async def speak() -> None:
        writer = await playout.line.begin(1)
        writer.begin_sentence("Good evening.")
        await writer.write(Spoken(sound(0.4).samples, (), (Word(0.0, 0.4, 0, 4),)))
        writer.end()  # the voice is gone
        playout.line.end_turn(TurnEnded(turn=1, heard_s=0.4, whole_s=0.4, interrupted=False))
        heard = await writer.spoken()
        assert (heard.text, heard.whole) == ("Good", 0)

    run(speak())
