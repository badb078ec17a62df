"""Questions out of an open microphone: what is heard, when, in which order, and what is left alone."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Coroutine, Iterator
from typing import Any
from unittest.mock import MagicMock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.stt import open_mic
from console.answer.stt.fallback import NOTHING
from console.answer.stt.open_mic import CROWDED, LOST, OpenMic, Recent
from console.answer.stt.protocol import RATE, Floats, STTError, Transcript
from console.answer.stt.vad import FRAME, PRE_ROLL, Ends
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.sound_ring import SoundRing


class LoudIsSpeech:
    """Finds speech by its level, frame by frame, as Silero would by its sound.

    Attributes:
        deaf: it answers no more.
    """

    def __init__(self) -> None:
        self.told: Callable[[int, Any], None] = lambda at, values: None
        self.failed: Callable[[str], None] = lambda sentence: None
        self.watched: list[bool] = []
        self.deaf = False
        self._at = 0
        self._rest: Floats = np.zeros(0, np.float32)

    def watch(self, told: Callable[[int, Any], None], failed: Callable[[str], None]) -> None:
        self.told, self.failed = told, failed
        self.watched.append(True)
        self._at, self._rest = 0, np.zeros(0, np.float32)

    def unwatch(self) -> None:
        self.watched.append(False)

    def search(self, at: int, samples: Floats) -> None:
        assert at == self._at + len(self._rest), "sound was lost on the way"
        self._rest = np.concatenate((self._rest, samples))
        whole = len(self._rest) // FRAME
        values = [float(np.abs(self._rest[n * FRAME : (n + 1) * FRAME]).mean() > 0.05) for n in range(whole)]
        begun, self._at, self._rest = self._at, self._at + whole * FRAME, self._rest[whole * FRAME :]
        if values and not self.deaf:
            self.told(begun, np.array(values))


class Clerk:
    """Writes down what it is given, and answers with its length in tenths of a second, when it may."""

    def __init__(self) -> None:
        self.given: list[Floats] = []
        self.cancelled = 0
        self.answers: list[str | STTError] = []
        self.gates: list[asyncio.Event] = []

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        number = len(self.given)
        self.given.append(samples)
        try:
            if number < len(self.gates):
                await self.gates[number].wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        answer = self.answers[number] if number < len(self.answers) else f"question {number}"
        if isinstance(answer, STTError):
            raise answer
        return Transcript(answer, language, len(samples) / RATE, "Clerk")


class Hall:
    """Hands-free ears with a microphone that the test speaks into."""

    def __init__(self) -> None:
        self.ring = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 8.0)
        self.finder, self.clerk = LoudIsSpeech(), Clerk()
        self.asked: list[tuple[str, float]] = []
        self.refused: list[str] = []
        self.states: list[str] = []
        self.shut = False
        self.now_s = 100.0
        self.push_to_talk = OpenMic(
            finder=self.finder,
            order=lambda: self.clerk,  # type: ignore[arg-type, return-value]
            language=lambda: "en",
            ends=lambda: Ends(pause_s=0.7),
            shut=lambda: self.shut,
            asked=lambda text, ended: self.asked.append((text, ended)),
            refused=self.refused.append,
            changed=lambda: self.states.append(self.push_to_talk.state),
            clock=lambda: self.now_s,
            log=MagicMock(),
        )

    async def sound(self, seconds: float, level: float = 0.0) -> None:
        """So much of it comes out of the microphone, as fast as it is taken."""
        left = round(seconds * SAMPLE_RATE)
        while left > 0:
            count = min(left, SAMPLE_RATE // 20)
            tone = level * np.sin(2 * np.pi * 300 * np.arange(count) / SAMPLE_RATE)
            self.ring.write(tone.astype(np.float32))
            left -= count
            self.now_s += count / SAMPLE_RATE
            await asyncio.sleep(0.004)


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    monkeypatch.setattr(open_mic, "_LOOK_S", 0.001)
    made = Hall()
    yield made
    made.ring.close()


def run(hall: Hall, scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def whole() -> None:
        hall.push_to_talk.begin(hall.ring)
        await asyncio.sleep(0.02)
        try:
            async with asyncio.timeout(20):
                await scenario()
        finally:
            hall.push_to_talk.stop()
            await asyncio.sleep(0.01)

    asyncio.run(whole())


async def until(condition: Callable[[], object]) -> None:
    while not condition():
        await asyncio.sleep(0.002)


def test_a_question_is_heard_with_its_first_syllable_and_without_the_pause(hall: Hall) -> None:
    async def scenario() -> None:
        await hall.sound(1.0)
        await hall.sound(1.5, 0.3)
        await hall.sound(1.2)
        await until(lambda: hall.asked)

    run(hall, scenario)
    (text, said_s), samples = hall.asked[0], hall.clerk.given[0]
    assert text == "question 0" and len(hall.asked) == 1 and hall.refused == []
    loud = np.flatnonzero(np.abs(samples) > 0.05)
    assert abs(loud[0] - PRE_ROLL) < 2 * FRAME
    assert 0.05 * RATE < len(samples) - loud[-1] < 0.35 * RATE
    assert said_s == pytest.approx(100.0 + 2.5, abs=0.15)
    assert hall.states == ["ready", "hearing", "reading", "ready", "off"]


def test_the_words_are_there_when_the_pause_is_over_and_are_looked_for_once(hall: Hall) -> None:
    async def scenario() -> None:
        await hall.sound(1.0, 0.3)
        await hall.sound(0.5)
        await until(lambda: hall.clerk.given)
        assert hall.asked == []
        await hall.sound(0.6)
        await until(lambda: hall.asked)

    run(hall, scenario)
    assert len(hall.clerk.given) == 1


def test_a_breath_in_the_middle_ends_nothing(hall: Hall) -> None:
    async def scenario() -> None:
        hall.clerk.gates = [asyncio.Event()]
        await hall.sound(0.8, 0.3)
        await hall.sound(0.4)
        await hall.sound(0.8, 0.3)
        await until(lambda: hall.clerk.cancelled)
        await hall.sound(1.0)
        await until(lambda: hall.asked)

    run(hall, scenario)
    assert [text for text, _ in hall.asked] == ["question 1"] and hall.clerk.cancelled == 1
    assert len(hall.clerk.given[1]) > 2.0 * RATE


def test_a_speaker_who_breathes_often_is_heard_to_the_end_and_sent_three_times_at_most(hall: Hall) -> None:
    async def scenario() -> None:
        for _ in range(5):
            await hall.sound(0.5, 0.3)
            await hall.sound(0.4)
        await hall.sound(0.8)
        await until(lambda: hall.asked)

    run(hall, scenario)
    assert [text for text, _ in hall.asked] == ["question 2"] and len(hall.clerk.given) == 3
    assert len(hall.clerk.given[2]) == pytest.approx((4.1 + 0.2) * RATE, abs=0.1 * RATE)


def test_questions_come_in_the_order_in_which_they_were_asked(hall: Hall) -> None:
    async def scenario() -> None:
        hall.clerk.gates = [asyncio.Event()]
        for _ in range(2):
            await hall.sound(0.6, 0.3)
            await hall.sound(1.2)
        await until(lambda: len(hall.clerk.given) == 2)
        assert hall.asked == []
        hall.clerk.gates[0].set()
        await until(lambda: len(hall.asked) == 2)

    run(hall, scenario)
    assert [text for text, _ in hall.asked] == ["question 0", "question 1"]


def test_more_questions_than_can_be_read_are_refused_and_nothing_piles_up(hall: Hall) -> None:
    async def scenario() -> None:
        hall.clerk.gates = [asyncio.Event() for _ in range(9)]
        for _ in range(6):
            await hall.sound(0.5, 0.3)
            await hall.sound(1.0)
        await until(lambda: len(hall.refused) == 2)
        for gate in hall.clerk.gates:
            gate.set()
        await until(lambda: len(hall.asked) == 4)

    run(hall, scenario)
    assert hall.refused == [CROWDED] * 2


def test_the_avatars_own_voice_is_no_question_and_cuts_off_one_that_it_talks_over(hall: Hall) -> None:
    async def scenario() -> None:
        await hall.sound(0.5, 0.3)  # somebody begins, or the avatar, of which nobody knows yet
        await until(lambda: hall.push_to_talk.state == "hearing")
        hall.shut = True
        await until(lambda: hall.push_to_talk.state == "ready")
        await hall.sound(3.0, 0.3)
        await hall.sound(0.1)
        hall.shut = False
        await hall.sound(0.3, 0.3)  # how it rings on in the hall
        await hall.sound(2.0)
        assert hall.asked == [] and hall.clerk.given == []
        await hall.sound(0.8, 0.3)
        await hall.sound(1.0)
        await until(lambda: hall.asked)

    run(hall, scenario)
    assert len(hall.asked) == 1


def test_an_interrupt_drops_what_is_spoken_and_what_is_read(hall: Hall) -> None:
    async def scenario() -> None:
        hall.clerk.gates = [asyncio.Event()]
        await hall.sound(0.6, 0.3)
        await hall.sound(1.0)
        await until(lambda: hall.push_to_talk.state == "reading")
        await hall.sound(0.6, 0.3)
        hall.push_to_talk.drop()
        await until(lambda: hall.clerk.cancelled == 1)
        assert hall.push_to_talk.state == "ready"
        await hall.sound(1.5)
        assert hall.asked == []
        await hall.sound(0.6, 0.3)
        await hall.sound(1.0)
        await until(lambda: hall.asked)

    run(hall, scenario)
    assert len(hall.asked) == 1 and hall.refused == []


def test_noise_without_words_bothers_nobody_and_a_fault_is_said(hall: Hall) -> None:
    async def scenario() -> None:
        hall.clerk.answers = [STTError(NOTHING), STTError("Groq cannot be reached."), "Where?"]
        for _ in range(3):
            await hall.sound(0.5, 0.3)
            await hall.sound(1.0)
        await until(lambda: hall.asked)

    run(hall, scenario)
    assert hall.refused == ["Groq cannot be reached."] and hall.asked[0][0] == "Where?"


def test_a_finder_that_falls_silent_is_said_once_and_is_used_again_when_it_is_back(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_mic, "_UNJUDGED", 3 * RATE)

    async def scenario() -> None:
        hall.finder.deaf = True
        await hall.sound(4.0)
        assert hall.refused == [LOST]
        await hall.sound(1.0)
        hall.finder.deaf = False
        await hall.sound(0.5)
        await hall.sound(0.8, 0.3)
        await hall.sound(1.0)
        await until(lambda: hall.asked)

    run(hall, scenario)
    assert hall.refused == [LOST] and len(hall.asked) == 1


def test_a_finder_that_dies_drops_the_question_that_is_spoken_and_says_why(hall: Hall) -> None:
    async def scenario() -> None:
        await hall.sound(0.6, 0.3)
        await until(lambda: hall.push_to_talk.state == "hearing")
        hall.finder.failed("The hearing process was lost and starts again (killed).")
        assert hall.push_to_talk.state == "ready"
        await hall.sound(1.5)
        assert hall.asked == []

    run(hall, scenario)
    assert hall.refused == ["The hearing process was lost and starts again (killed)."]


def test_a_microphone_that_cannot_be_read_any_more_is_said_and_may_be_begun_again(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> None:
        with monkeypatch.context() as broken:
            broken.setattr(hall.ring, "read", MagicMock(side_effect=RingError("It is broken.")))
            await hall.sound(0.1)
            await until(lambda: hall.push_to_talk.state == "off")
        hall.push_to_talk.begin(hall.ring)
        await asyncio.sleep(0.02)
        await hall.sound(0.6, 0.3)
        await hall.sound(1.0)
        await until(lambda: hall.asked)

    run(hall, scenario)
    assert hall.refused == [LOST] and len(hall.asked) == 1


def test_a_computer_that_slept_begins_again_and_hears_nothing_of_what_was(hall: Hall) -> None:
    async def scenario() -> None:
        await hall.sound(0.6, 0.3)
        await until(lambda: hall.push_to_talk.state == "hearing")
        hall.ring.write(np.full(3 * SAMPLE_RATE, 0.3, np.float32))
        await until(lambda: len(hall.finder.watched) == 2)
        await hall.sound(1.5)
        assert hall.asked == [] and hall.push_to_talk.state == "ready"

    run(hall, scenario)
    assert hall.finder.watched == [True, True, False]


def test_stopping_lets_go_of_the_finder_and_of_every_task(hall: Hall) -> None:
    async def scenario() -> None:
        hall.clerk.gates = [asyncio.Event()]
        await hall.sound(0.6, 0.3)
        await hall.sound(1.0)
        await until(lambda: hall.push_to_talk.state == "reading")
        hall.push_to_talk.stop()
        await until(lambda: len(asyncio.all_tasks()) == 1)
        hall.finder.told(0, np.ones(50))

    run(hall, scenario)
    assert hall.push_to_talk.state == "off" and hall.asked == [] and hall.finder.watched[-1] is False


@given(st.lists(st.integers(0, 50), max_size=12), st.integers(0, 300), st.integers(0, 100))
def test_the_newest_sound_is_kept_by_its_index(sizes: list[int], start: int, count: int) -> None:
    recent, at = Recent(100), 0
    for size in sizes:
        recent.add(np.arange(at, at + size, dtype=np.float32))
        at += size
    expected = [n for n in range(start, start + count) if max(0, at - 100) <= n < at]
    assert recent.read(start, start + count).tolist() == expected


def test_the_words_so_far_are_known_at_each_breath_and_gone_when_the_question_is(hall: Hall) -> None:
    seen: list[tuple[str, str]] = []

    async def scenario() -> None:
        await hall.sound(0.6)
        await hall.sound(1.0, 0.3)
        assert hall.push_to_talk.partial == "" and hall.push_to_talk.seconds > 0.8
        await hall.sound(0.4)  # a breath
        await until(lambda: hall.push_to_talk.partial)
        seen.append((hall.push_to_talk.state, hall.push_to_talk.partial))
        await hall.sound(1.0, 0.3)
        seen.append((hall.push_to_talk.state, hall.push_to_talk.partial))
        await hall.sound(1.2)
        await until(lambda: hall.asked)
        await until(lambda: hall.push_to_talk.state == "ready")

    run(hall, scenario)
    assert seen == [("hearing", "question 0"), ("hearing", "question 0")]
    assert hall.push_to_talk.partial == "" and hall.push_to_talk.seconds == 0.0
