"""Push to ask: from a key that is held to a question in words.

The bare microphone lies in playout's ear ring. At the press it is read from a little earlier, so that a first syllable
is kept; at the release a little longer, since a finger lets go with the last word.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import numpy as np

from console.answer.hear.contract import LONGEST_S, RATE, Floats, HearError
from console.answer.hear.order import HearOrder
from console.answer.hear.vad import PRE_ROLL, TAIL
from engine.link.rings import SAMPLE_RATE, SoundRing

_STEP = SAMPLE_RATE // RATE
_LOOK_S = 0.02


class Ears:
    """Hears one question at a time; one per console.

    Args:
        order: gives those who hear now.
        language: gives the language of questions, or "" to find it out.
        asked: told of a question: its text, and when its last word was said on the clock.
        refused: told in one sentence why there is none.
        changed: told whenever `state` is another one.
        clock: monotonic seconds.
        log: a structlog logger.

    Attributes:
        state: `off` (no microphone), `ready`, `hearing` or `reading` (the words are being found).
    """

    def __init__(
        self,
        *,
        order: Callable[[], HearOrder],
        language: Callable[[], str],
        asked: Callable[[str, float], None],
        refused: Callable[[str], None],
        changed: Callable[[], None],
        clock: Callable[[], float],
        log: Any,
    ) -> None:
        self._order, self._language, self._asked, self._refused = order, language, asked, refused
        self._changed, self._clock, self._log = changed, clock, log
        self._ring: SoundRing | None = None
        self._from = 0
        self._down_at = 0.0
        self._task: asyncio.Task[None] | None = None
        self._released: asyncio.Event | None = None
        self.state = "off"

    def use(self, ring: SoundRing | None) -> None:
        """Another playout's microphone, or none."""
        self.drop()
        if self._ring is not None:
            self._ring.close()
        self._ring = ring
        self._go("off" if ring is None else "ready")

    def press(self) -> None:
        """The key is down: somebody asks."""
        if self._ring is None or self._task is not None:
            return
        self._from = max(self._ring.oldest, self._ring.written - PRE_ROLL * _STEP)
        self._down_at = self._clock()
        self._released = asyncio.Event()
        self._task = asyncio.get_running_loop().create_task(self._hear(self._ring, self._released), name="hear")
        self._task.add_done_callback(self._done)
        self._go("hearing")

    def release(self) -> None:
        """The key is up: the question is over."""
        if self._released is not None:
            self._released.set()

    def drop(self) -> None:
        """Nobody wants this question any more."""
        if self._task is not None:
            self._task.cancel()

    async def _hear(self, ring: SoundRing, released: asyncio.Event) -> None:
        pieces: list[Floats] = []
        at = self._from
        order = self._order()
        warming = asyncio.get_running_loop().create_task(_warm(order))  # while the question is being asked
        ended: float | None = None
        end = at + round(LONGEST_S * SAMPLE_RATE)
        while at < end:
            fresh = min(ring.written, end) - at
            if fresh > 0:
                pieces.append(ring.read(at, fresh))
                at += fresh
            if ended is None and released.is_set():
                ended = self._clock()
                end = min(end, ring.written + TAIL * _STEP)
            elif ended is not None and self._clock() - ended > 4 * TAIL / RATE:
                break  # the microphone has gone meanwhile
            else:
                await asyncio.sleep(_LOOK_S)
        ended = self._clock() if ended is None else ended
        self._go("reading")
        samples = await asyncio.to_thread(_at_16_khz, np.concatenate([np.zeros(0, np.float32), *pieces]))
        try:
            await warming
            heard = await order.transcribe(samples, self._language())
        except HearError as fault:
            self._log.info("nothing heard", why=str(fault), seconds=round(len(samples) / RATE, 2))
            self._refused(str(fault))
            return
        self._log.info("question heard", by=heard.by, seconds=round(heard.seconds, 2))
        self._asked(heard.text, ended)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._task = self._released = None
        self._go("off" if self._ring is None else "ready")
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._log.error("hearing failed", exc_info=fault)
            self._refused("The question could not be heard: ask again, or type it.")

    def _go(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self._changed()


async def _warm(order: HearOrder) -> None:
    await asyncio.to_thread(_at_16_khz, np.zeros(_STEP, np.float32))
    await order.warm()


def _at_16_khz(samples: Floats) -> Floats:
    import soxr

    found: Floats = soxr.resample(samples, SAMPLE_RATE, RATE).astype(np.float32)
    return found
