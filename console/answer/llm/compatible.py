"""Any server that speaks OpenAI's protocol: a cloud, a machine in the hall, or Ollama on this one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

from console.answer.connecting import proxy_shown
from console.answer.llm.chat import client_of, streamed
from console.answer.llm.hosted import HostedModel
from console.answer.llm.protocol import AnswerError
from console.answer.llm.waking import wake
from console.answer.secrets import ApiKey
from console.show.answers.addresses import host_of, is_here, server_address
from console.show.answers.leaving import HERE, NOTHING, through
from engine.text import Text

WAKE_S = 4.0
"""A question waits so long for a model that is being loaded; then another is asked, and it loads on."""


class CompatibleServer(HostedModel):
    """A model behind an address of the user's.

    Attributes:
        model: its name there.
        leaves: depends on whether the address is this machine's, and on the proxy; nothing while it cannot be asked.
    """

    id = "server"

    def __init__(self, base_url: str, model: str, *, mark: Callable[[], str], key: ApiKey | None = None) -> None:
        """Makes the thinker; nothing is loaded and nobody is called yet.

        Args:
            base_url: with its `/v1`; "" when there is none yet.
            model: its name there.
            mark: gives some random letters for each question.
            key: where the server wants one.
        """
        super().__init__(model, mark)
        self._base_url, self._key = server_address(base_url), key
        host = host_of(self._base_url)
        self.name = "Server on this machine" if is_here(self._base_url) else f"Server {host}"
        away: str = Text("The question, the persona, the facts that fit and what was said go to {name}.", name=host)
        asked = bool(self._base_url and model)
        away = through(away, proxy_shown(self._base_url)) if asked else NOTHING
        self.leaves = HERE if asked and is_here(self._base_url) else away

    async def warm(self) -> None:
        """Loads the client, which takes a second, and a model of this building's into the memory of its server."""
        if self._base_url and self.model:
            try:
                await self._connected()
            except AnswerError:
                return  # whoever asks reads why
            await wake(self._base_url, self.model)

    async def chat(self, told: list[dict[str, str]], most: int) -> AsyncIterator[str]:
        """As `Chatter.chat`."""
        if not self._base_url or not self.model:
            raise AnswerError("No server for answers is set: write its address and its model in the settings.")
        client = await self._connected()
        try:
            async with asyncio.timeout(WAKE_S):
                await wake(self._base_url, self.model)
        except TimeoutError:
            raise AnswerError(
                Text("{name} is still loading its model: ask again in a moment.", name=self.name)
            ) from None
        words = streamed(client, self.name, self.model, told, most, self._dialect)
        try:
            async for text in words:
                yield text
        finally:
            await words.aclose()  # type: ignore[attr-defined]

    def _made(self) -> Any:
        import openai

        key = self._key.reveal() if self._key else "none"  # the client wants one; servers without keys pass it over
        return client_of(openai.AsyncOpenAI, key, self._base_url, self.name)
