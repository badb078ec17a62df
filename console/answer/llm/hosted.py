"""What every model that is asked over the network has: its client, made once and in a thread, and closed in the end."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from typing import Any

from console.answer.llm.dialect import Dialect
from console.answer.llm.prompt import messages, most_tokens
from console.answer.llm.protocol import Asked


class HostedModel(ABC):
    """A model behind the client of a library. Nothing is loaded and nobody is called before it is asked.

    Args:
        model: its name there; kept.
        mark: gives some random letters for each question.
    """

    source = ""
    plain = False

    def __init__(self, model: str, mark: Callable[[], str]) -> None:
        self.model = model
        self._mark = mark
        self._client: Any = None
        self._dialect = Dialect(model)

    def answer(self, asked: Asked) -> AsyncIterator[str]:
        """As `AnswerProvider.answer`."""
        return self.chat(messages(asked, self._mark()), most_tokens(asked))

    @abstractmethod
    def chat(self, told: list[dict[str, str]], most: int) -> AsyncIterator[str]:
        """As `Chatter.chat`."""

    async def aclose(self) -> None:
        """Close its connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def _connected(self) -> Any:
        """The client: loading its library takes up to a second."""
        if self._client is None:
            self._client = await asyncio.to_thread(self._made)
        return self._client

    @abstractmethod
    def _made(self) -> Any:
        """A fresh client. Raises AnswerError."""
