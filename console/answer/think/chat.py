"""One streamed chat with a server that speaks OpenAI's protocol, and its faults in plain words.

OpenAI's and Groq's clients are made by one generator and have the same faces and the same names of faults; they are
told apart here by nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from console.answer.think.thinker import Apart, CutShortError, ThinkError

CONNECT_S = 2.0
READ_S = 10.0
"""The longest silence between two pieces; the chain's own limits are shorter or equal."""

MOST_CHARACTERS = 4000
"""More is no answer for a hall: the stream is cut."""

CUT = "{name}'s answer was cut at the most words it may have: what was not finished is left out."

_FINAL = '。！？.!?…」』”")）'

_THOUGHTS = ("reasoning_content", "reasoning")
"""Where servers put a model's thoughts when they send them apart from its answer."""


def time_limits() -> Any:
    """httpx's time-outs for a live answer."""
    import httpx

    return httpx.Timeout(READ_S, connect=CONNECT_S)


async def streamed(client: Any, name: str, model: str, told: list[dict[str, str]], most: int) -> AsyncIterator[str]:
    """Asks, and gives the words as they come.

    Args:
        client: `AsyncOpenAI` or `AsyncGroq`.
        name: as the operator reads it.
        model: its name on the server.
        told: the conversation.
        most: tokens of the answer at most.

    Raises:
        CutShortError: the answer was stopped in the middle by its bound, after all of it was given.
        ThinkError: with one sentence.
    """
    events, length, last, finish, apart = 0, 0, "", None, False
    try:
        stream = await client.chat.completions.create(model=model, messages=told, stream=True, max_tokens=most)
        try:
            async for event in stream:
                events += 1
                if not event.choices:
                    continue
                choice = event.choices[0]
                finish = choice.finish_reason or finish
                apart = apart or any(getattr(choice.delta, name, None) for name in _THOUGHTS)
                text = choice.delta.content or ""
                if text:
                    length += len(text)
                    last = text.rstrip()[-1:] or last
                    yield Apart(text) if apart else text
                    if length > MOST_CHARACTERS:
                        raise ThinkError(f"{name} went on without end: its answer was cut.")
        finally:
            await stream.close()
    except (ThinkError, asyncio.CancelledError, GeneratorExit):
        raise
    except Exception as fault:
        raise fault_of(fault, name, begun=length > 0) from fault
    if not events:
        raise ThinkError(f"{name} sent something that is no answer: look at its address.")  # a log-in page of a hotel
    if not length:
        raise ThinkError(f"{name} sent an empty answer.", again=True)
    if finish == "length":
        raise CutShortError(CUT.format(name=name))
    if finish is None and last not in _FINAL:
        raise ThinkError(f"{name} broke off in the middle of its answer.", again=True)


def fault_of(fault: Exception, name: str, *, begun: bool = False) -> ThinkError:
    """A client's fault as one sentence; `begun` when some of the answer was there."""
    status = getattr(fault, "status_code", None)
    kinds = {kind.__name__ for kind in type(fault).__mro__}
    if isinstance(status, int):
        return _status(status, fault, name)
    if kinds & {"APITimeoutError", "TimeoutException", "TimeoutError"}:
        if any(type(each).__name__ == "ConnectTimeout" for each in _causes(fault)):
            return ThinkError(f"{name} cannot be reached: look at the network.")
        return ThinkError(f"{name} does not answer in time.")
    if kinds & {"RemoteProtocolError", "ReadError"}:
        return ThinkError(f"{name} broke off in the middle of its answer.", again=True)
    if kinds & {"APIConnectionError", "TransportError", "OSError"}:
        if begun:
            return ThinkError(f"{name} broke off in the middle of its answer.", again=True)
        causes = {type(each).__name__ for each in _causes(fault)}
        if causes & {"ReadError", "RemoteProtocolError", "WriteError", "ConnectionResetError"} - {"ConnectError"}:
            return ThinkError(f"{name} closed the connection before it answered.", again=True)
        return ThinkError(f"{name} cannot be reached: look at the network.", again=True)
    if "APIError" in kinds and getattr(fault, "body", None):
        return ThinkError(f"{name} reported a fault in the middle of its answer.", again=True)
    return ThinkError(f"{name} sent something that is no answer: look at its address.")


def _status(status: int, fault: Exception, name: str) -> ThinkError:
    if status in (401, 403):
        return ThinkError(f"{name} refused the key: set another one.")
    if status == 404:
        return ThinkError(f"{name} does not know the model or the address: look at both.")
    if status == 429:
        return ThinkError(f"{name} has had too many requests: wait, or use another.", again=True, after_s=_after(fault))
    if status >= 500:
        return ThinkError(f"{name} has a fault of its own ({status}).", again=True, after_s=_after(fault))
    return ThinkError(f"{name} refused the question ({status}).")


def _after(fault: Exception) -> float | None:
    """Seconds that the server asks to be left alone; None when it does not say."""
    headers = getattr(getattr(fault, "response", None), "headers", {})
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:
        return None


def _causes(fault: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    each: BaseException | None = fault
    while each is not None and len(found) < 10:
        found.append(each)
        each = each.__cause__ or each.__context__
    return found
