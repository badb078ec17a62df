"""Asks thinkers in tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import aclosing
from itertools import count
from typing import Any, TypeVar

from console.answer.drafting import draft
from console.answer.llm.compatible import CompatibleServer
from console.answer.llm.fallback import FallbackLLM, Limits
from console.answer.llm.groq import Groq
from console.answer.llm.protocol import AnswerProvider, Asked
from console.answer.secrets import ApiKey
from console.show.answers.events import ThinkingBroke, ThinkingFault
from console.show.answers.inbox import DeskInbox
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import Approval
from tests.fakes.answer_server import AnswerServer

KEY = ApiKey("gsk-very-secret", "a test")
Found = TypeVar("Found")


def run(work: Coroutine[Any, Any, Found]) -> Found:
    """Runs it in a loop of its own."""
    return asyncio.run(work)


def groq_at(server: AnswerServer, key: ApiKey | None = KEY) -> Groq:
    """Groq's client, at the test's server."""
    return Groq(key, "some-model", mark=lambda: "m4rk", base_url=server.root)


def server_at(server: AnswerServer) -> CompatibleServer:
    """OpenAI's client, at the test's server."""
    return CompatibleServer(server.base_url, "some-model", mark=lambda: "m4rk")


async def words_of(thinker: AnswerProvider, asked: Asked | None = None) -> list[str]:
    """All that it says."""
    words: Any = thinker.answer(asked or Asked("Where is it?"))
    async with aclosing(words):
        found = [text async for text in words]
    closing = getattr(thinker, "aclose", None)
    if closing is not None:
        await closing()
    return found


class Scripted:
    """A thinker that does what it was told: pieces of text, an exception, or a wait for ever (`None`)."""

    def __init__(self, name: str, *script: str | Exception | None) -> None:
        self.id = self.name = name
        self.leaves = self.source = ""
        self.plain = True  # unless a test says that it may write thoughts
        self.script = script
        self.asked: list[Asked] = []
        self.closed = 0

    async def warm(self) -> None:
        """Nothing to load."""

    async def answer(self, asked: Asked) -> AsyncIterator[str]:
        """The script."""
        self.asked.append(asked)
        try:
            for step in self.script:
                if step is None:
                    await asyncio.Event().wait()
                elif isinstance(step, Exception):
                    raise step
                else:
                    yield step
        finally:
            self.closed += 1


def chain_of(*thinkers: AnswerProvider, limits: Limits | None = None) -> FallbackLLM:
    """A chain that does not wait between its tries."""

    async def at_once(seconds: float) -> None:
        await asyncio.sleep(0)

    bounds = limits or Limits(first_s=5.0, whole_s=5.0)
    return FallbackLLM(thinkers, limits=bounds, sleep=at_once, spread=lambda: 0.5, mark=lambda: "m4rk")


def numbers() -> Callable[[], int]:
    """1, 2, 3 …"""
    counting = count(1)
    return lambda: next(counting)


async def draft_onto(
    desk: QuestionDesk,
    turn: int,
    asked: Asked,
    chain: FallbackLLM,
    *,
    changed: Callable[[], None] = lambda: None,
) -> list[str]:
    """Lays a whole draft on a desk whose voice is not there; `changed` is called after each event.

    Returns:
        a sentence for each thinker that failed.
    """
    inbox = DeskInbox(desk, may_speak=lambda: False)
    clauses = desk.policy.approval is Approval.AUTO
    failed: list[str] = []
    events = draft(turn, asked, chain, clauses=clauses, stays=lambda: inbox.receive(ThinkingBroke(turn)).stays)
    async with aclosing(events):
        async for event in events:
            if isinstance(event, ThinkingFault) and event.failed:
                failed.append(event.sentence)
            if not inbox.receive(event).accepted:
                break
            changed()
    return failed
