"""Captions of the MC: which phrases the hall reads, and what a fault costs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any
from unittest.mock import MagicMock

import pytest

from console.answer.safety.checks import Safety, safety_of
from console.answer.stt import open_mic
from console.answer.stt.protocol import STTError
from console.show.core.enums import AnswerLanguage
from console.talk.live_captions import AGAIN_S, NOBODY, PHRASE, UNCHECKED, LiveCaptions
from tests.console.answer.stt.test_open_mic import Clerk, Hall, until


class Stage(Hall):
    """A stage whose MC the test speaks for."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.told: list[str] = []
        self.safety: Safety | None = Safety()
        self.others: list[Any] = []
        self.hears = True
        self.captions = LiveCaptions(
            finder=self.finder,
            order=lambda: MagicMock(transcribers=(*self.others, Ear(self.clerk)) if self.hears else ()),
            language=lambda: "en",
            speaking=lambda: self.shut,
            safety=lambda: self.safety,
            shown=self.shown.append,
            told=self.told.append,
            clock=lambda: self.now_s,
            log=MagicMock(),
        )


class Ear:
    """A transcriber that is a Clerk."""

    id, name, leaves = "ear", "Ear", ""

    def __init__(self, clerk: Clerk) -> None:
        self.transcribe = clerk.transcribe


class Deaf:
    id, name, leaves = "deaf", "Deaf", ""

    async def transcribe(self, samples: object, language: str) -> Any:
        raise STTError("Deaf cannot be reached.")


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(open_mic, "_LOOK_S", 0.001)
    made = Stage()
    yield made
    made.ring.close()


def run(stage: Stage, scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def whole() -> None:
        stage.captions.update(stage.ring)
        await asyncio.sleep(0.02)
        try:
            async with asyncio.timeout(20):
                await scenario()
        finally:
            stage.captions.update(None)
            await asyncio.sleep(0.01)

    asyncio.run(whole())
    assert not stage.captions.listening


def test_the_mc_is_read_phrase_by_phrase_soon_after_each_breath(stage: Stage) -> None:
    async def scenario() -> None:
        await stage.sound(0.5)
        for count in (1, 2):
            await stage.sound(1.2, 0.3)
            await stage.sound(PHRASE.pause_s + 0.15)
            await until(lambda count=count: len(stage.shown) == count)

    run(stage, scenario)
    assert len(stage.shown) == 2 and stage.told == []


def test_who_speaks_without_a_breath_is_read_after_some_seconds_all_the_same(stage: Stage) -> None:
    async def scenario() -> None:
        await stage.sound(0.5)
        await stage.sound(PHRASE.longest_s + 1.0, 0.3)
        await until(lambda: stage.shown)

    run(stage, scenario)


def test_the_avatars_own_lines_are_not_read_as_the_mcs(stage: Stage) -> None:
    async def scenario() -> None:
        await stage.sound(0.5)
        stage.shut = True
        await stage.sound(1.5, 0.3)
        await stage.sound(0.8)
        stage.shut = False
        await stage.sound(1.0)

    run(stage, scenario)
    assert stage.clerk.given == [] and stage.shown == []


def test_what_must_not_be_said_is_not_read_and_nothing_is_read_that_nobody_can_check(stage: Stage) -> None:
    stage.clerk.answers = ["Hello 王大明", "Good evening", "unchecked", "unchecked"]
    stage.safety = safety_of((), never_say="王大明", language=AnswerLanguage.ENGLISH, longest_s=30.0)

    async def scenario() -> None:
        await stage.sound(0.5)
        for phrases in (1, 2):
            await stage.sound(1.2, 0.3)
            await stage.sound(0.6)
            await until(lambda phrases=phrases: len(stage.clerk.given) >= phrases)
        await until(lambda: stage.shown)
        stage.safety = None
        for _ in range(2):
            await stage.sound(1.2, 0.3)
            await stage.sound(0.6)
        await until(lambda: stage.told)

    run(stage, scenario)
    assert stage.shown == ["Good evening"] and stage.told == [UNCHECKED]


def test_a_provider_that_is_down_stops_the_captions_with_one_sentence_and_is_tried_again_later(stage: Stage) -> None:
    stage.clerk.answers = [STTError("Ear cannot be reached.")] * 2

    async def fall() -> None:
        await stage.sound(0.5)
        await stage.sound(1.2, 0.3)
        await stage.sound(0.6)
        await until(lambda: stage.captions._failed)
        stage.captions.update(stage.ring)
        assert not stage.captions.listening
        stage.captions.update(stage.ring)
        assert not stage.captions.listening, "not again at once"
        stage.now_s += AGAIN_S
        stage.captions.update(stage.ring)
        assert stage.captions.listening
        await asyncio.sleep(0.02)

    async def scenario() -> None:
        await fall()
        await fall()  # the same fault is not said again
        await stage.sound(0.5)
        await stage.sound(1.2, 0.3)
        await stage.sound(0.6)
        await until(lambda: stage.shown)

    run(stage, scenario)
    assert stage.told == ["Ear cannot be reached. The captions of the MC have stopped; the show goes on."]


def test_who_is_passed_over_is_said_once_and_not_with_each_phrase(stage: Stage) -> None:
    stage.others = [Deaf()]

    async def scenario() -> None:
        await stage.sound(0.5)
        for count in (1, 2, 3):
            await stage.sound(1.2, 0.3)
            await stage.sound(0.6)
            await until(lambda count=count: len(stage.shown) == count)

    run(stage, scenario)
    assert stage.told == ["Deaf cannot be reached. Ear is asked."]


def test_without_a_microphone_or_a_command_nothing_listens(stage: Stage) -> None:
    stage.captions.update(None)
    stage.captions.drop()
    assert stage.finder.watched == [] and not stage.captions.listening


def test_with_nobody_who_hears_that_is_said_once_and_nothing_listens(stage: Stage) -> None:
    stage.hears = False
    for _ in range(3):
        stage.captions.update(stage.ring)
    assert stage.told == [NOBODY] and stage.finder.watched == []
