"""Hands-free: questions out of an open microphone, without a key.

The microphone goes on from playout's ear ring, at 16 kHz, to who finds speech in it; where a question begins and ends
is `vad.py`'s to say. While the speaker may have come to an end the words are looked for already, so that the pause that
ends a question costs no time of its own.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from console.answer.stt.echo.gate import Gate
from console.answer.stt.fallback import NOTHING, FallbackSTT
from console.answer.stt.protocol import LONGEST_S, RATE, EarSound, Floats, STTError, Transcript
from console.answer.stt.vad import FRAME, Began, Discarded, Ended, Endpointer, Ends, Paused, Resumed
from engine.ipc.logger import Logger
from engine.ipc.rings.samples import SAMPLE_RATE

LOST = "Hands-free listening has stopped: hold the key to ask, or type."
CROWDED = "More questions at once than can be heard: the newest was left out."

_LOOK_S = 0.03
_BLOCK = SAMPLE_RATE // 100
_BEHIND = 2 * SAMPLE_RATE
"""Further behind than this, the sound between is given up: the computer slept, or stood still."""
_LATE = SAMPLE_RATE // 10
"""How late it may be known that the avatar speaks: playout's report comes twenty times a second."""
_UNJUDGED = 10 * RATE
"""No word from the finder for this long: it has not started, or hangs."""
_KEPT = round((LONGEST_S + 4.0) * RATE)
_MOST = 4
"""Questions whose words are being found; a hall does not ask faster."""
_EARLY = 2
"""How often the words of one question are looked for before it is surely over: providers count requests."""
_AFTER = round(0.2 * RATE)
"""Kept after the last of speech: a soft end of a word is no speech to Silero."""


class SpeechFinder(Protocol):
    """Says how likely sound is speech, as `STTClient` does."""

    def watch(self, told: Callable[[int, NDArray[np.float64]], None], failed: Callable[[str], None]) -> None:
        """Sound follows, beginning again. `told` takes the index of the first sample, and the chance of each frame."""
        ...

    def unwatch(self) -> None:
        """No more of it."""
        ...

    def search(self, at: int, samples: Floats) -> None:
        """The next (n,) float32 at 16 kHz; its first sample has index `at`."""
        ...


class OpenMic:
    """Listens all the time; one per console.

    Args:
        finder: who finds speech.
        order: gives those who hear now.
        language: gives the language of questions, or "" to find it out.
        ends: gives when a question is over.
        shut: whether nothing is to be heard now: the avatar speaks, or a key is held to ask.
        asked: told of a question: its text, and when its last word was said on the clock.
        refused: told in one sentence why there is none.
        changed: told whenever `state` is another one.
        clock: monotonic seconds.
        log: where to write events.

    Attributes:
        state: `off`, `ready`, `hearing` or `reading` (the words of a question are being found).
        level: the loudest sample of the last look, 0 to 1.
        partial: the words so far of the question that is being spoken, where they are known.
    """

    def __init__(
        self,
        *,
        finder: SpeechFinder,
        order: Callable[[], FallbackSTT],
        language: Callable[[], str],
        ends: Callable[[], Ends],
        shut: Callable[[], bool],
        asked: Callable[[str, float], None],
        refused: Callable[[str], None],
        changed: Callable[[], None],
        clock: Callable[[], float],
        log: Logger,
    ) -> None:
        self._finder, self._order, self._language, self._ends, self._shut = finder, order, language, ends, shut
        self._asked, self._refused, self._changed, self._clock, self._log = asked, refused, changed, clock, log
        self._gate = Gate()
        self._endpointer = Endpointer()
        self._recent = Recent(_KEPT)
        self._judged = 0
        self._told_lost = False
        self._begun = 0
        self._early: asyncio.Task[Transcript] | None = None
        self._early_left = _EARLY
        self._numbers = itertools.count(1)
        self._reading: dict[int, asyncio.Task[None]] = {}
        self._task: asyncio.Task[None] | None = None
        self.state = "off"
        self.level = 0.0
        self.partial = ""

    @property
    def seconds(self) -> float:
        """Of the question that is being spoken."""
        return (self._recent.end - self._begun) / RATE if self._endpointer.hearing else 0.0

    def begin(self, ring: EarSound) -> None:
        """Listen to this microphone from now on."""
        self.stop()
        self._gate, self._told_lost = Gate(), False
        self._task = asyncio.get_running_loop().create_task(self._listen(ring), name="hands-free")
        self._task.add_done_callback(self._ended)
        self._show()

    def stop(self) -> None:
        """Listen no more; what is being asked is dropped."""
        self.drop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._finder.unwatch()
        self._show()

    def drop(self) -> None:
        """Whatever is being heard or read is wanted no more; nothing of it comes later."""
        self._leave()
        for task in self._reading.values():
            task.cancel()
        self._reading.clear()
        self._show()

    # -- inside -----------------------------------------------------------------------------------------------

    def _feed(self, at: int, values: NDArray[np.float64]) -> None:
        """How likely each frame is speech; the first begins at index `at`."""
        if self._task is None:
            return
        if at != self._judged:  # of another beginning, or the finder has begun again
            self._leave()
        self._told_lost = False
        self._endpointer.ends = self._ends()
        for number, chance in enumerate(values):
            for event in self._endpointer.feed(at + number * FRAME, float(chance)):
                match event:
                    case Began(at=begun):
                        self._begun, self._early_left, self.partial = begun, _EARLY, ""
                    case Paused(at=paused) if self._early_left:
                        self._early_left -= 1
                        self._early = self._transcribing(self._begun, paused + _AFTER)
                        self._early.add_done_callback(self._understand)
                    case Resumed() | Discarded():
                        self._forget_early()
                    case Ended():
                        self._over(event)
                    case _:
                        pass
        self._judged = at + len(values) * FRAME
        self._show()

    def _lose(self, sentence: str) -> None:
        """The finder has failed; it comes again by itself."""
        self._leave()
        self._show()
        self._refused(sentence)

    def _understand(self, early: asyncio.Task[Transcript]) -> None:
        """The words so far are there."""
        if early is self._early and not early.cancelled() and early.exception() is None:
            self.partial = early.result().text

    async def _listen(self, ring: EarSound) -> None:
        import soxr

        at, stream = -1, None
        while True:
            written = ring.written // _BLOCK * _BLOCK
            if stream is None or not 0 <= written - at <= _BEHIND:
                at, stream = written, soxr.ResampleStream(SAMPLE_RATE, RATE, 1, dtype="float32")
                self._leave()
                self._recent.begin()
                self._judged = 0
                self._finder.watch(self._feed, self._lose)
            self._update_speaker(written)
            if written > at:
                samples = self._gate.through(at, ring.read(at, written - at))
                at = written
                self.level = float(np.abs(samples).max(initial=0.0))
                fresh: Floats = stream.resample_chunk(samples)
                self._finder.search(self._recent.end, fresh)
                self._recent.add(fresh)
            if self._recent.end - self._judged > _UNJUDGED and not self._told_lost:
                self._told_lost = True
                self._leave()
                self._refused(LOST)
            await asyncio.sleep(_LOOK_S)

    def _update_speaker(self, now: int) -> None:
        if not self._shut():
            self._gate.ends(now)
        elif not self._gate.speaking:
            self._gate.begins(now - _LATE)
            self._leave()
            self._show()

    def _over(self, ended: Ended) -> None:
        work, self._early = self._early, None
        if work is None or ended.cut:
            if work is not None:
                work.cancel()
            work = self._transcribing(self._begun, min(ended.at, ended.speech + _AFTER))
        if len(self._reading) >= _MOST:
            work.cancel()
            self._refused(CROWDED)
            return
        said_s = self._clock() - (self._recent.end - ended.speech) / RATE
        number = next(self._numbers)
        before = self._reading[max(self._reading)] if self._reading else None
        task = asyncio.get_running_loop().create_task(self._deliver(number, work, said_s, before))
        self._reading[number] = task

    async def _deliver(
        self, number: int, work: asyncio.Task[Transcript], said_s: float, before: asyncio.Task[None] | None
    ) -> None:
        """Tell of a question when its words are there, after the one that was asked before it."""
        try:
            await asyncio.wait([work, *([before] if before is not None else [])])
            heard = await work
        except STTError as fault:
            self._log.info("nothing heard", number=number, why=str(fault))
            if str(fault) != NOTHING:  # a noise in the hall is nobody's business
                self._refused(str(fault))
        except Exception:  # whatever it was, the next question is heard
            self._log.exception("hearing failed")
            self._refused("The question could not be heard: ask again, or type it.")
        else:
            self._log.info("question heard", number=number, by=heard.by, seconds=round(heard.seconds, 2))
            self._asked(heard.text, said_s)
        finally:
            work.cancel()
            self._reading.pop(number, None)
            if not self._endpointer.hearing:
                self.partial = ""
            self._show()

    def _transcribing(self, start: int, end: int) -> asyncio.Task[Transcript]:
        samples = self._recent.read(start, end)
        task = asyncio.get_running_loop().create_task(self._order().transcribe(samples, self._language()))
        task.add_done_callback(_retrieve_fault)
        return task

    def _leave(self) -> None:
        """What is being spoken just now is no question."""
        self._endpointer.forget()
        self.partial = ""
        self._forget_early()

    def _forget_early(self) -> None:
        if self._early is not None:
            self._early.cancel()
            self._early = None

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._log.error("hands-free failed", exc_info=fault)
            if task is self._task:
                self.stop()  # so that it may be begun again
            self._refused(LOST)

    def _show(self) -> None:
        if self._task is None:
            state = "off"
        elif self._endpointer.hearing:
            state = "hearing"
        else:
            state = "reading" if self._reading else "ready"
        if state != self.state:
            self.state = state
            self._changed()


class Recent:
    """The newest sound, by its index.

    Args:
        capacity: samples that are kept.

    Attributes:
        end: the index behind the newest.
    """

    def __init__(self, capacity: int) -> None:
        self._samples: Floats = np.zeros(capacity, np.float32)
        self.end = 0

    def begin(self) -> None:
        """From index 0 again."""
        self._samples[:] = 0.0
        self.end = 0

    def add(self, samples: Floats) -> None:
        """The next (n,) float32; n at most the capacity."""
        self._samples[np.arange(self.end, self.end + len(samples)) % len(self._samples)] = samples
        self.end += len(samples)

    def read(self, start: int, end: int) -> Floats:
        """From index `start` to before `end`, of what is there."""
        first = max(start, 0, self.end - len(self._samples))
        return self._samples[np.arange(first, min(end, self.end)) % len(self._samples)]


def _retrieve_fault(task: asyncio.Task[Transcript]) -> None:
    """A fault of words that nobody wanted in the end is no news."""
    if not task.cancelled():
        task.exception()
