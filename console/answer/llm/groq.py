"""Groq, by its own client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

from console.answer.connecting import proxy_shown
from console.answer.llm.chat import client_of, streamed
from console.answer.llm.hosted import HostedModel
from console.answer.llm.protocol import AnswerError
from console.answer.secrets import GROQ, ApiKey, no_key
from console.show.answers.addresses import host_of, server_address
from console.show.answers.leaving import NO_KEY, through
from engine.text import Text

ADDRESS = "https://api.groq.com"
"""Said to the client each time: left to itself it goes where the environment's GROQ_BASE_URL says."""


LEAVES = Text("The question, the persona, the facts that fit and what was said go to {name}.", name="Groq's servers")
LEAVES_TO = "The question, the persona, the facts that fit and what was said go to {name}."


def groq_address(written: str) -> str:
    """Where Groq is asked: a proxy for it that somebody named, or Groq itself."""
    return server_address(written, "") or ADDRESS


class Groq(HostedModel):
    """A model in Groq's cloud.

    Attributes:
        model: its name there; free text, since names come and go.
        leaves: nothing without a key, for then nobody is asked.
    """

    id = "groq"
    name = "Groq"

    def __init__(self, key: ApiKey | None, model: str, *, mark: Callable[[], str], base_url: str = "") -> None:
        """Makes the thinker; nothing is loaded and nobody is called yet.

        Args:
            key: for Groq's API; None when there is none.
            model: its name at Groq.
            mark: gives some random letters for each question.
            base_url: of a proxy; "" is Groq's own.
        """
        super().__init__(model, mark)
        self._key, self._base_url = key, base_url
        away = LEAVES if groq_address(base_url) == ADDRESS else Text(LEAVES_TO, name=host_of(groq_address(base_url)))
        self.leaves = through(away, proxy_shown(groq_address(base_url))) if key is not None else NO_KEY

    async def warm(self) -> None:
        """Loads the client: it takes half a second, which the first answer need not wait for."""
        if self._key is not None:
            try:
                await self._connected()
            except AnswerError:
                return  # whoever asks reads why

    async def chat(self, told: list[dict[str, str]], most: int) -> AsyncIterator[str]:
        """As `Chatter.chat`."""
        if self._key is None:
            raise AnswerError(no_key(GROQ))
        client = await self._connected()
        words = streamed(client, self.name, self.model, told, most, self._dialect)
        try:
            async for text in words:
                yield text
        finally:
            await words.aclose()  # type: ignore[attr-defined]

    def _made(self) -> Any:
        import groq

        assert self._key is not None
        return client_of(groq.AsyncGroq, self._key.reveal(), groq_address(self._base_url), self.name)
