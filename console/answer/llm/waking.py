"""Ollama's models are loaded when they are first wanted, which takes longer than a hall waits, and loading is given up
when whoever wanted it goes. So a model is woken beforehand, by a request that nothing takes back, and kept awake.

What is sent is the model's name, and nothing else. Servers that are not Ollama have their models in memory, or load
them with the first question; they are left alone.
"""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

from console.answer.connecting import ConnectingError, http_client
from console.show.answers.addresses import host_of, is_near

LOAD_S = 180.0
"""The longest that a model may take: 40 GB from a slow disk."""

AWAKE_S = 240.0
"""So long a model that was woken or asked is taken to be awake: Ollama itself forgets one after five minutes."""

KEEP = "15m"
"""How long Ollama is asked to keep it. It is asked again long before."""

_under_way: dict[tuple[str, str], asyncio.Task[bool]] = {}
_woken: dict[tuple[str, str], tuple[asyncio.AbstractEventLoop, float]] = {}
# Both are the process's: a model is loaded once, whoever asks for it, and an answer that is given up goes without it.


async def wake(address: str, model: str) -> bool:
    """Have a model in memory; whoever waits for it may be cancelled, and it loads on. Never raises.

    Args:
        address: of a server in this building; others are left alone.
        model: its name there.

    Returns:
        whether it is awake, as far as anybody can know; True for a server that wakes by itself.
    """
    if not model or not host_of(address) or not is_near(address):
        return True
    loop, place = asyncio.get_running_loop(), (address, model)
    known = _woken.get(place)
    if known is not None and known[0] is loop and loop.time() - known[1] < AWAKE_S:
        return True
    task = _under_way.get(place)
    if task is None or task.done() or task.get_loop() is not loop:
        task = loop.create_task(_wake(address, model), name="wake a model")
        _under_way[place] = task
    return await asyncio.shield(task)


async def _wake(address: str, model: str) -> bool:
    parts = urlsplit(address)
    origin = f"{parts.scheme}://{parts.netloc}"
    try:
        client = await asyncio.to_thread(http_client, origin, model, read_s=LOAD_S)
    except ConnectingError:
        return True
    async with client:
        if await _is_ollama(client, origin):
            try:
                answer = await client.post(f"{origin}/api/generate", json={"model": model, "keep_alive": KEEP})
            except _unanswered():  # it went away meanwhile; who asks it will read why
                return False
            if answer.status_code != 200:
                return True
    loop = asyncio.get_running_loop()
    _woken[(address, model)] = (loop, loop.time())
    return True


async def _is_ollama(client: Any, origin: str) -> bool:
    try:
        async with asyncio.timeout(2.0):
            answer = await client.get(f"{origin}/api/version")
            return answer.status_code == 200 and isinstance(answer.json().get("version"), str)
    except _unanswered():  # something else than Ollama, or nobody
        return False


def _unanswered() -> tuple[type[Exception], ...]:
    """How the client says that no answer came."""
    import httpx  # loaded by now, by the client

    return (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, AttributeError)  # a page, or JSON of another form
