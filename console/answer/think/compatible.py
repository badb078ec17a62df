"""Any server that speaks OpenAI's protocol: a cloud, a machine in the hall, or Ollama on this one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import urlsplit

from console.answer.secrets import Secret
from console.answer.think.chat import streamed, time_limits
from console.answer.think.prompt import messages, most_tokens
from console.answer.think.thinker import Asked, ThinkError

OLLAMA = "http://127.0.0.1:11434/v1"
"""Where Ollama listens on this machine, as it comes."""

_HERE = ("localhost", "127.0.0.1", "::1", "")


class CompatibleServer:
    """A model behind an address of the user's.

    Attributes:
        model: its name there.
        leaves: depends on whether the address is this machine's.
    """

    id = "server"
    source = ""
    plain = False

    def __init__(self, base_url: str, model: str, *, mark: Callable[[], str], key: Secret | None = None) -> None:
        """Makes the thinker; nothing is loaded and nobody is called yet.

        Args:
            base_url: with its `/v1`; "" when there is none yet.
            model: its name there.
            mark: gives some random letters for each question.
            key: where the server wants one.
        """
        self.model = model
        self._base_url, self._key, self._mark = base_url.rstrip("/"), key, mark
        host = urlsplit(self._base_url).hostname or ""
        self.name = f"Server {host}" if host not in _HERE else "Server on this machine"
        here = "Nothing leaves this machine: the server runs on it."
        away = f"The question, the persona, the facts that fit and what was said go to {host}."
        self.leaves = here if host in _HERE else away
        self._client: Any = None

    async def warm(self) -> None:
        """Loads the client: it takes a second, which the first answer need not wait for."""
        if self._base_url:
            await self._connected()

    def answer(self, asked: Asked) -> AsyncIterator[str]:
        """As `Thinker.answer`."""
        return self.chat(messages(asked, self._mark()), most_tokens(asked))

    async def chat(self, told: list[dict[str, str]], most: int) -> AsyncIterator[str]:
        """As `Chatter.chat`."""
        if not self._base_url or not self.model:
            raise ThinkError("No server for answers is set: write its address and its model in the settings.")
        client = await self._connected()
        words = streamed(client, self.name, self.model, told, most)
        try:
            async for text in words:
                yield text
        finally:
            await words.aclose()  # type: ignore[attr-defined]

    async def aclose(self) -> None:
        """Closes its connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def _connected(self) -> Any:
        if self._client is None:
            self._client = await asyncio.to_thread(self._made)
        return self._client

    def _made(self) -> Any:
        import openai

        key = self._key.reveal() if self._key else "none"  # the client wants one; servers without keys pass it over
        return openai.AsyncOpenAI(api_key=key, base_url=self._base_url, timeout=time_limits(), max_retries=0)
