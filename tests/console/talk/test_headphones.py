from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from console.talk.headphones import Headphones, HeadphonesError

FRAMES = 960


class Stream:
    """An output that asks for sound when the test says so."""

    def __init__(self, device: str, callback: Callable[..., None]) -> None:
        self.device, self._callback = device, callback
        self.closed = False

    def pull(self) -> np.ndarray:
        out = np.ones((FRAMES, 2), np.float32)
        self._callback(out, FRAMES, None, None)
        return out[:, 0]

    def close(self) -> None:
        self.closed = True


def headphones(chosen: str = "", hall: str = "hall", fault: str = "") -> tuple[Headphones, list[Stream]]:
    opened: list[Stream] = []

    def open_stream(device: str, callback: Callable[..., None]) -> Any:
        if fault:
            raise OSError(fault)
        opened.append(Stream(device, callback))
        return opened[-1]

    made = Headphones(lambda: chosen, lambda: hall, find=lambda key: key or "desk", open_stream=open_stream)
    return made, opened


def test_what_is_played_is_heard_whole_and_then_silence() -> None:
    async def listen() -> None:
        made, opened = headphones()
        await made.open()
        sound = np.arange(1, 2001, dtype=np.float32)
        made.play(sound[:700])
        made.play(sound[700:])
        waiting = asyncio.create_task(made.drain())
        heard = np.concatenate([opened[0].pull() for _ in range(4)])
        await waiting
        assert (heard[:2000] == sound).all() and not heard[2000:].any()
        assert opened[0].device == "desk"
        made.close()

    asyncio.run(listen())


@pytest.mark.parametrize("chosen", ["", "hall"])
def test_the_halls_loudspeaker_is_never_listened_on(chosen: str) -> None:
    made, opened = headphones(chosen, hall=chosen or "desk")
    with pytest.raises(HeadphonesError, match="heard in the hall"):
        asyncio.run(made.open())
    assert opened == []


def test_an_output_that_cannot_be_opened_is_one_sentence() -> None:
    made, _ = headphones(fault="Device unavailable")
    with pytest.raises(HeadphonesError, match=r"Device unavailable.*choose headphones in SETTINGS"):
        asyncio.run(made.open())
