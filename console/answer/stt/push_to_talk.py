"""Push to ask: from a key that is held to a question in words.

The bare microphone lies in playout's ear ring. At the press it is read from a little earlier, so that a first syllable
is kept; at the release a little longer, since a finger lets go with the last word.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import numpy as np

from console.answer.stt.fallback import FallbackSTT
from console.answer.stt.protocol import LONGEST_S, RATE, EarSound, Floats, STTError
from console.answer.stt.vad import PRE_ROLL, TAIL
from engine.ipc.logger import Logger
from engine.ipc.rings.samples import SAMPLE_RATE

_STEP = SAMPLE_RATE // RATE
_LOOK_S = 0.02
_LAST_LOOK_S = 0.004
"""Between looks at the microphone: while somebody speaks, and once the key is up and the hall waits."""
_PAUSE = round(0.25 * SAMPLE_RATE)
_QUIET = 0.12
"""Softer than this part of the loudest that was said (RMS) is a pause, in which the words so far may be looked for."""


class PushToTalk:
    """Hears one question at a time; one per console.

    Args:
        order: gives those who hear now.
        language: gives the language of questions, or "" to find it out.
        asked: told of a question: its text, and when its last word was said on the clock.
        refused: told in one sentence why there is none.
        changed: told whenever `state` is another one.
        clock: monotonic seconds.
        log: where to write events.

    Attributes:
        state: `off` (no microphone), `ready`, `hearing` or `reading` (the words are being found).
        partial: the words so far, where whoever hears knows them.
        level: the loudest sample of the last look, 0 to 1.
    """

    def __init__(
        self,
        *,
        order: Callable[[], FallbackSTT],
        language: Callable[[], str],
        asked: Callable[[str, float], None],
        refused: Callable[[str], None],
        changed: Callable[[], None],
        clock: Callable[[], float],
        log: Logger,
    ) -> None:
        self._order, self._language, self._asked, self._refused = order, language, asked, refused
        self._changed, self._clock, self._log = changed, clock, log
        self._ring: EarSound | None = None
        self._from = 0
        self._down_at = 0.0
        self._task: asyncio.Task[None] | None = None
        self._released: asyncio.Event | None = None
        self.state = "off"
        self.partial = ""
        self.level = 0.0

    @property
    def seconds(self) -> float:
        """Of the question that is being asked."""
        return self._clock() - self._down_at if self.state == "hearing" else 0.0

    def use(self, ring: EarSound | None) -> None:
        """Another microphone, or none; the one before is its owner's to close."""
        self.drop()
        self._ring = ring
        self._go("off" if ring is None else "ready")

    def press(self) -> None:
        """The key is down: somebody asks."""
        if self._ring is None or self._task is not None:
            return
        self._from = max(self._ring.oldest, self._ring.written - PRE_ROLL * _STEP)
        self._down_at = self._clock()
        self._released = asyncio.Event()
        self._task = asyncio.get_running_loop().create_task(self._transcribe(self._ring, self._released), name="hear")
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

    async def _transcribe(self, ring: EarSound, released: asyncio.Event) -> None:
        at = self._from
        order = self._order()
        question = order.listen(self._language(), self._understand)
        warming = asyncio.get_running_loop().create_task(order.warm())  # while the question is being asked
        try:
            stream = await asyncio.to_thread(_resampler)
            pause = _Pause()
            heard_s = 0.0
            ended: float | None = None
            end = at + round(LONGEST_S * SAMPLE_RATE)
            while at < end:
                fresh = min(ring.written, end) - at
                if fresh > 0:
                    piece = ring.read(at, fresh)
                    at += fresh
                    heard_s += fresh / SAMPLE_RATE
                    self.level = float(np.abs(piece).max(initial=0.0))
                    question.add(stream.resample_chunk(piece))
                    if pause.begins(piece):
                        question.paused()
                if ended is None and released.is_set():
                    ended = self._clock()
                    end = min(end, ring.written + TAIL * _STEP)
                elif ended is not None and self._clock() - ended > 4 * TAIL / RATE:
                    break  # the microphone has gone meanwhile
                elif ended is None:
                    await _either(released, _LOOK_S)
                else:
                    await asyncio.sleep(_LAST_LOOK_S)
            ended = self._clock() if ended is None else ended
            self._go("reading")
            question.add(stream.resample_chunk(np.zeros(0, np.float32), last=True))
            await warming
            heard = await question.finish()
        except STTError as fault:
            self._log.info("nothing heard", why=str(fault), seconds=round(heard_s, 2))
            self._refused(str(fault))
            return
        finally:
            warming.cancel()
            question.drop()
        self._log.info("question heard", by=heard.by, seconds=round(heard.seconds, 2))
        self._asked(heard.text, ended)

    def _understand(self, text: str) -> None:
        self.partial = text

    def _done(self, task: asyncio.Task[None]) -> None:
        self._task = self._released = None
        self.partial, self.level = "", 0.0
        self._go("off" if self._ring is None else "ready")
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._log.error("hearing failed", exc_info=fault)
            self._refused("The question could not be heard: ask again, or type it.")

    def _go(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self._changed()


async def _either(happened: asyncio.Event, longest_s: float) -> None:
    """Wait for this, and no longer than so many seconds."""
    try:
        await asyncio.wait_for(happened.wait(), longest_s)
    except TimeoutError:
        return


class _Pause:
    """Finds pauses by their level alone: a pause in the words, not a proof of silence."""

    def __init__(self) -> None:
        self._loudest = 0.0
        self._quiet = 0
        self._spoken = False

    def begins(self, piece: Floats) -> bool:
        """Whether a pause has become long enough with these samples (n,)."""
        level = float(np.sqrt(np.mean(piece**2)))
        self._loudest = max(self._loudest, level)
        if level > _QUIET * self._loudest:
            self._spoken, self._quiet = True, 0
            return False
        self._quiet += len(piece)
        if not self._spoken or self._quiet < _PAUSE:
            return False
        self._spoken = False
        return True


def _resampler() -> Any:
    import soxr

    return soxr.ResampleStream(SAMPLE_RATE, RATE, 1, dtype="float32")
