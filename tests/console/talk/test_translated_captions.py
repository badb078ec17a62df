"""The second language at work: when it is asked for, what is kept, and how often a fault is said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import msgspec

from console.answer.safety.checks import Safety
from console.show.core.enums import AnswerLanguage, CaptionLanguage
from console.show.rundown.preset import Preset
from console.talk.translated_captions import AT_ONCE, KEPT, TranslatedCaptions

GALA = Preset(name="Gala", avatar="lin", captions=True, captions_second=CaptionLanguage.ENGLISH)
OFF = msgspec.structs.replace(GALA, captions_second=CaptionLanguage.NONE)


class Interpreter:
    """A thinker that translates what it knows, when it may."""

    name = "Interpreter"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.lines: dict[str, str] = {}
        self.may = asyncio.Event()
        self.may.set()
        self.fault: Exception | None = None

    async def chat(self, told: list[dict[str, str]], most: int) -> Any:
        text = told[1]["content"].split(">", 1)[1].rsplit("<", 1)[0].strip()
        self.asked.append(text)
        await self.may.wait()
        if self.fault is not None:
            raise self.fault
        yield self.lines.get(text, f"line {len(self.asked)}")


class Room:
    def __init__(self) -> None:
        self.interpreter = Interpreter()
        self.said: list[str] = []
        self.config: Any = SimpleNamespace(chain=SimpleNamespace(thinkers=(self.interpreter,)), safety=Safety())
        self.lines = TranslatedCaptions(lambda: self.config, self.said.append, MagicMock(), lambda: "m4rk")
        self.lines.use(GALA)

    async def settled(self) -> None:
        while self.lines._tasks:
            await asyncio.sleep(0.002)


def run(scenario: Callable[[Room], Coroutine[Any, Any, None]]) -> Room:
    async def whole() -> Room:
        room = Room()
        async with asyncio.timeout(10):
            await scenario(room)
        room.lines.close()
        await asyncio.sleep(0)
        return room

    return asyncio.run(whole())


def test_a_sentence_is_translated_once_however_often_it_is_wanted() -> None:
    async def scenario(room: Room) -> None:
        for _ in range(5):
            room.lines.request("晚宴七點開始。")
        assert room.lines.coming("晚宴七點開始。") and room.lines.of("晚宴七點開始。") == ""
        await room.settled()
        room.lines.request("晚宴七點開始。")
        assert room.lines.of("晚宴七點開始。") == "line 1" and not room.lines.coming("晚宴七點開始。")

    assert run(scenario).interpreter.asked == ["晚宴七點開始。"]


def test_nothing_is_asked_without_a_second_language_or_of_what_is_in_it_already() -> None:
    async def scenario(room: Room) -> None:
        room.lines.request("Dinner begins at seven.")
        room.lines.request("   ")
        room.lines.use(OFF)
        room.lines.request("晚宴七點開始。")
        room.lines.use(msgspec.structs.replace(GALA, captions=False))
        room.lines.request("晚宴七點開始。")
        room.lines.use(GALA)
        room.config = None
        room.lines.request("晚宴七點開始。")
        await room.settled()

    assert run(scenario).interpreter.asked == []


def test_mandarin_is_translated_into_the_other_mandarin_and_not_into_its_own() -> None:
    async def scenario(room: Room) -> None:
        preset = msgspec.structs.replace(
            GALA, language=AnswerLanguage.MANDARIN_TW, captions_second=CaptionLanguage.MANDARIN_CN
        )
        room.interpreter.lines["晚宴七點開始。"] = "晚宴七点开始。"
        room.lines.use(preset)
        room.lines.request("晚宴七點開始。")
        await room.settled()
        assert room.lines.of("晚宴七點開始。") == "晚宴七点开始。"
        room.lines.use(msgspec.structs.replace(preset, captions_second=CaptionLanguage.MANDARIN_TW))
        assert room.lines.of("晚宴七點開始。") == "", "nothing of another language stays"
        room.lines.request("晚宴七點開始。")
        await room.settled()

    assert len(run(scenario).interpreter.asked) == 1


def test_a_fault_is_said_once_until_somebody_translates_again() -> None:
    from console.answer.llm.protocol import AnswerError

    async def scenario(room: Room) -> None:
        room.interpreter.fault = AnswerError("Interpreter cannot be reached: look at the network.")
        for text in ("一", "二", "三"):
            room.lines.request(text)
            await room.settled()
        room.interpreter.fault = None
        room.lines.request("四")
        await room.settled()
        room.interpreter.fault = AnswerError("Interpreter cannot be reached: look at the network.")
        room.lines.request("五")
        await room.settled()

    said = run(scenario).said
    assert len(said) == 2
    assert said[0].startswith("Interpreter cannot be reached") and said[0].endswith("in the first language only.")


def test_too_many_at_once_leave_some_out_and_only_so_many_are_kept() -> None:
    async def scenario(room: Room) -> None:
        room.interpreter.may.clear()
        for number in range(AT_ONCE + 3):
            room.lines.request(f"第{number}")
        room.interpreter.may.set()
        await room.settled()
        assert len(room.interpreter.asked) == AT_ONCE
        for number in range(KEPT + 10):
            room.lines.request(f"又{number}")
            await room.settled()
        assert room.lines.of("第0") == "" and room.lines.of(f"又{KEPT + 9}")
        assert len(room.lines._lines) == KEPT

    run(scenario)
