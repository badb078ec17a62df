"""Push to ask: what of the microphone becomes a question."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Iterator
from unittest.mock import MagicMock

import numpy as np
import pytest

from console.answer.stt.protocol import RATE, Floats, Partial, STTError, Transcript
from console.answer.stt.push_to_talk import PushToTalk
from console.answer.stt.vad import PRE_ROLL, TAIL
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.sound_ring import SoundRing


class Clerk:
    """Writes down what it is given to hear."""

    def __init__(self) -> None:
        self.given: list[Floats] = []
        self.fault = ""
        self.patience = asyncio.Event()
        self.patience.set()

    async def warm(self) -> None:
        pass

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        self.given.append(samples)
        await self.patience.wait()
        if self.fault:
            raise STTError(self.fault)
        return Transcript("Where is it?", language, len(samples) / RATE, "Clerk")

    def listen(self, language: str, partial: Partial) -> Jotter:
        self.jotter = Jotter(self, language, partial)
        return self.jotter


class Jotter:
    """Keeps what is said, and knows some words at each pause."""

    def __init__(self, clerk: Clerk, language: str, partial: Partial) -> None:
        self.clerk, self.language, self.partial = clerk, language, partial
        self.pieces: list[Floats] = []
        self.pauses: list[float] = []
        self.dropped = False

    def add(self, samples: Floats) -> None:
        self.pieces.append(samples)

    def paused(self) -> None:
        self.pauses.append(sum(map(len, self.pieces)) / RATE)
        self.partial(f"words {len(self.pauses)}")

    async def finish(self) -> Transcript:
        return await self.clerk.transcribe(np.concatenate(self.pieces), self.language)

    def drop(self) -> None:
        self.dropped = True


class Desk:
    """Ears with a microphone that the test speaks into."""

    def __init__(self) -> None:
        self.ring = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 4.0)
        self.clerk = Clerk()
        self.asked: list[str] = []
        self.refused: list[str] = []
        self.states: list[str] = []
        self.push_to_talk = PushToTalk(
            order=lambda: self.clerk,  # type: ignore[arg-type, return-value]
            language=lambda: "",
            asked=lambda text, ended: self.asked.append(text),
            refused=self.refused.append,
            changed=lambda: self.states.append(self.push_to_talk.state),
            clock=time.monotonic,
            log=MagicMock(),
        )
        self.attached = SoundRing.attach(self.ring.name)
        self.push_to_talk.use(self.attached)

    def speak(self, seconds: float, level: float) -> None:
        self.ring.write(np.full(round(seconds * SAMPLE_RATE), level, np.float32))


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.push_to_talk.use(None)
    made.attached.close()
    made.ring.close()


async def until(condition: object) -> None:
    async with asyncio.timeout(5):
        while not condition():  # type: ignore[operator]
            await asyncio.sleep(0.005)


def test_a_question_begins_a_little_before_the_press_and_ends_a_little_after_the_release(desk: Desk) -> None:
    async def whole() -> None:
        desk.speak(1.0, 0.1)
        desk.push_to_talk.press()
        desk.push_to_talk.press()  # a key that is down already
        desk.speak(0.5, 0.2)
        await asyncio.sleep(0.05)
        desk.push_to_talk.release()
        await asyncio.sleep(0.05)
        desk.speak(0.5, 0.3)
        await until(lambda: desk.asked)

    asyncio.run(whole())
    assert desk.asked == ["Where is it?"] and desk.refused == [] and len(desk.clerk.given) == 1
    samples = desk.clerk.given[0]
    assert abs(len(samples) - (PRE_ROLL + RATE // 2 + TAIL)) <= 2
    for at, level in ((PRE_ROLL // 2, 0.1), (PRE_ROLL + RATE // 4, 0.2), (len(samples) - TAIL // 2, 0.3)):
        assert samples[at] == pytest.approx(level, abs=0.01)
    assert desk.states == ["ready", "hearing", "reading", "ready"]


def test_an_interrupt_drops_the_question_wherever_it_is(desk: Desk) -> None:
    async def whole() -> None:
        desk.speak(1.0, 0.1)
        desk.push_to_talk.press()
        await until(lambda: desk.push_to_talk.state == "hearing")
        desk.push_to_talk.drop()
        await until(lambda: desk.push_to_talk.state == "ready")
        desk.clerk.patience.clear()
        desk.push_to_talk.press()
        desk.speak(1.0, 0.1)
        desk.push_to_talk.release()
        desk.speak(1.0, 0.1)
        await until(lambda: desk.clerk.given)
        desk.push_to_talk.drop()
        await until(lambda: desk.push_to_talk.state == "ready")

    asyncio.run(whole())
    assert desk.asked == [] and desk.refused == []


def test_a_microphone_that_goes_away_ends_the_question_and_a_fault_is_said(desk: Desk) -> None:
    async def whole() -> None:
        desk.clerk.fault = "Nobody hears."
        desk.speak(1.0, 0.1)
        desk.push_to_talk.press()
        desk.push_to_talk.release()  # and nothing more ever comes
        await until(lambda: desk.refused)
        desk.push_to_talk.use(None)
        await until(lambda: desk.push_to_talk.state == "off")
        desk.push_to_talk.press()

    asyncio.run(whole())
    assert desk.refused == ["Nobody hears."] and desk.push_to_talk.state == "off"


def test_what_is_understood_so_far_and_how_loud_it_is_can_be_seen_while_the_key_is_held(desk: Desk) -> None:
    seen: list[tuple[str, float]] = []

    async def whole() -> None:
        desk.speak(1.0, 0.001)
        desk.push_to_talk.press()
        for level in (0.3, 0.001, 0.3, 0.001):
            desk.speak(0.4, level)
            await until(lambda level=level: desk.push_to_talk.level == pytest.approx(level, abs=1e-4))
            seen.append((desk.push_to_talk.partial, desk.push_to_talk.seconds))
        desk.push_to_talk.release()
        desk.speak(0.5, 0.001)
        await until(lambda: desk.asked)

    asyncio.run(whole())
    assert [words for words, _ in seen] == ["", "words 1", "words 1", "words 2"]
    assert all(seconds >= 0.0 for _, seconds in seen) and seen[-1][1] > seen[0][1]
    assert len(desk.clerk.jotter.pauses) == 2 and desk.clerk.jotter.dropped
    assert desk.push_to_talk.partial == "" and desk.push_to_talk.level == 0.0 and desk.push_to_talk.seconds == 0.0


def test_a_hum_that_never_ends_is_no_pause(desk: Desk) -> None:
    async def whole() -> None:
        desk.speak(0.5, 0.2)
        desk.push_to_talk.press()
        for _ in range(6):
            desk.speak(0.3, 0.2)
            await asyncio.sleep(0.03)
        desk.push_to_talk.drop()
        await until(lambda: desk.push_to_talk.state == "ready")

    asyncio.run(whole())
    assert desk.clerk.jotter.pauses == [] and desk.clerk.jotter.dropped and desk.asked == []
