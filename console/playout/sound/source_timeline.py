"""The source timeline: the one place that writes the sound ring.

A count of samples at 48 kHz since playout started. At each moment the newest sample written is D, the lip
delay, ahead of what the program shows: the microphone's blocks land there, a turn's speech is laid there, and
silence fills what neither brings. The hall's own sound is kept beside it, sample for sample: the same, except
where the microphone goes to the PA directly.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from console.playout.sound.clock import Envelope
from console.playout.sound.drift import DriftCorrector
from console.playout.sound.echo_reference import EchoReference
from console.playout.sound.feedback_trial import SHIFT, SHIFT_LENGTH, SHIFT_RAMP
from console.playout.sound.turns import Turn
from engine.ipc.messages.kinds import FaceDrive, FeedMix
from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.samples import SAMPLE_RATE, clean
from engine.ipc.rings.sound_ring import SoundRing

FADE = SAMPLE_RATE // 100
"""10 ms: an interrupted word ends without a click."""
_ASTRAY = round(0.025 * SAMPLE_RATE)
"""A microphone that is this far off its place for a whole second is put back at once: a resample would take minutes."""
_TOO_MUCH = round(0.060 * SAMPLE_RATE)
"""Being late makes a block arrive late, never early: one this early belongs to a stall that silence has covered."""
_SETTLE_S = 0.5
_WINDOW_S = 1.0
_PATIENCE = round(0.050 * SAMPLE_RATE)
"""How late a block may be before silence takes its place."""
_KEEP = 8 * SAMPLE_RATE

Sound = NDArray[np.float32]
Clock = Callable[[float], float]


class Arrivals:
    """When which sample of the microphone arrived, to know the true lip delay of each picture."""

    _KEPT = 1024

    def __init__(self) -> None:
        self._ends = np.zeros(self._KEPT, np.int64)
        self._times = np.zeros(self._KEPT, np.float64)
        self._count = 0

    def record(self, end: int, at_s: float) -> None:
        """Samples up to index `end` arrived at monotonic time `at_s`."""
        self._ends[self._count % self._KEPT] = end
        self._times[self._count % self._KEPT] = at_s
        self._count += 1

    def when(self, index: int) -> float | None:
        """When the callback came that brought sample `index`, or None when no microphone brought it."""
        kept = min(self._count, self._KEPT)
        if kept == 0:
            return None
        order = np.arange(self._count - kept, self._count) % self._KEPT
        ends = self._ends[order]
        place = int(np.searchsorted(ends, index, side="right"))
        if place >= kept or ends[place] - index > SAMPLE_RATE // 5:
            return None
        return float(self._times[order[place]])


class SourceTimeline:
    """Lays microphone, turns and silence onto the sound ring, D ahead of the program.

    Args:
        ring: the sound ring, made by playout.
        phones: the phone ring beside it.
        ear: gets the microphone as it comes, whatever the mode, for those who listen to questions. Its index is its
            own: samples since the start.
        clock: index heard at a monotonic time (seconds).
        delay: D, the lip delay in samples.

    Attributes:
        mode: `mirror` (the microphone drives) or `say` (turns only).
        through: the hall hears the microphone through Compere.
        cut_off: and yet it does not, since feedback was found (`cut_through`).
        overheard: is told of each block of the microphone, or None.
    """

    def __init__(self, ring: SoundRing, phones: PhonemeRing, ear: SoundRing, clock: Clock, delay: int) -> None:
        self._ring = ring
        self._phones = phones
        self._ear = ear
        self._clock = clock
        self._delay = delay
        self._lock = RLock()
        self._hall: Sound = np.zeros(_KEEP, np.float32)
        self._spoken = np.zeros(_KEEP, np.bool_)
        self._turns: list[Turn] = []
        self._ended: list[tuple[Turn, int]] = []
        self._fence = 0
        self._shifted_at = -2 * SHIFT_LENGTH
        self._last_mic_s = -1.0
        self._placing = True
        self._settled = False
        self._envelope = Envelope()
        self.drift = DriftCorrector()
        self.arrivals = Arrivals()
        self.resyncs = 0
        self.mode = FaceDrive.MIRROR
        self.through = True
        self.cut_off = False
        self.mic_muted = False
        self.gain = 1.0
        self.overheard: EchoReference | None = None

    # -- what the rest of playout may ask ---------------------------------------------------------------------

    @property
    def written(self) -> int:
        """The index after the newest sample."""
        return self._ring.written

    @property
    def delay(self) -> int:
        """D, in samples."""
        return self._delay

    @delay.setter
    def delay(self, samples: int) -> None:
        with self._lock:
            self._delay = samples
            self._last_mic_s = -1.0  # the microphone is placed again: a resample would take a minute to get there

    @property
    def generation(self) -> int:
        """The ring's generation: pictures of an older one belong to a dropped turn."""
        return self._ring.generation

    @property
    def turn(self) -> Turn | None:
        """The turn that is being laid or still heard, if any."""
        with self._lock:
            return self._turns[0] if self._turns else None

    def hall(self, start: int, count: int) -> Sound:
        """What the hall shall hear at `start`, (count,) float32; zeros where nothing was laid."""
        with self._lock:
            out = np.zeros(count, np.float32)
            first = max(start, self._ring.written - _KEEP)
            last = min(start + count, self._ring.written)
            if last > first:
                out[first - start : last - start] = np.take(self._hall, np.arange(first, last), mode="wrap")
            return out

    def mix(self, mix: FeedMix, start: int, count: int) -> Sound:
        """What a feed shall hear at `start`, (count,) float32, however the PA is: the host, the MC, or both."""
        with self._lock:
            out = np.zeros(count, np.float32)
            first = max(start, self._ring.written - _KEEP)
            last = min(start + count, self._ring.written)
            if last > first:
                spoken = np.take(self._spoken, np.arange(first, last), mode="wrap")
                wanted = spoken if mix is FeedMix.HOST else ~spoken if mix is FeedMix.MC else True
                out[first - start : last - start] = np.where(wanted, self._ring.read(first, last - first), 0.0)
            return out

    # -- the writers ------------------------------------------------------------------------------------------

    def begin(self, now_s: float) -> None:
        """Start the timeline D ahead of the program."""
        with self._lock:
            self._ring.start_at(round(self._clock(now_s)))
            self._lay(np.zeros(self._delay, np.float32), audible=False)

    def from_microphone(self, block: Sound, now_s: float) -> None:
        """A callback brought `block` (n,) float32, which ends at monotonic time `now_s`."""
        block = clean(clean(block) * np.float32(0.0 if self.mic_muted else self.gain))
        self._ear.write(block[-self._ear.capacity :])
        if self.overheard is not None:
            self.overheard.record(len(block), now_s)
        with self._lock:
            if self.mode != FaceDrive.MIRROR or self._turns:
                self._last_mic_s = -1.0
                return
            due = self._clock(now_s) + self._delay
            if self._last_mic_s < 0:
                self._placing = True
                self._settled = False
                self._envelope.forget()
                self.drift.forget()
            self._last_mic_s = now_s
            resampled = self.drift.resample(block)
            ahead = self._ring.written + len(resampled) - due
            if self._placing or ahead > _TOO_MUCH:
                self._place(ahead, resampled)
            else:
                resampled = self._steer(ahead, resampled, now_s)
                self._lay_microphone(resampled)
            self.arrivals.record(self._ring.written, now_s)

    def advance(self, now_s: float) -> None:
        """Lay the turn, or silence where the microphone brings nothing, up to D ahead of `now_s`."""
        with self._lock:
            due = round(self._clock(now_s)) + self._delay
            while (missing := due - self._ring.written) > 0 and (turn := self._to_lay()) is not None:
                piece = turn.read(missing, self._ring.written)
                if not len(piece):
                    break
                self._lay(piece, audible=True, spoken=True)
            self._retire(now_s)
            patience = 0 if self._last_mic_s < 0 or self.mode != FaceDrive.MIRROR else _PATIENCE
            missing = due - patience - self._ring.written
            if missing > 0:
                if patience:
                    self._last_mic_s = -1.0
                self._lay(np.zeros(missing, np.float32), audible=False)

    def say(self, turn: Turn) -> bool:
        """Lay `turn` after what is being said. False when its number was fenced off by an interrupt."""
        with self._lock:
            if turn.number <= self._fence:
                return False
            self._turns.append(turn)
            return True

    def fence(self, newest: int) -> None:
        """Lay no turn up to number `newest` from now on."""
        with self._lock:
            self._fence = max(self._fence, newest)

    def interrupt(self, heard: int, newest: int = 0) -> None:
        """Drop the turn, and what of it (or of the microphone) the hall has not heard yet.

        Args:
            heard: index up to which samples went out to the loudspeaker: it goes silent from there.
            newest: the highest turn number that was asked for; none up to it is ever laid from now on.
        """
        with self._lock:
            at = heard
            self._fence = max(self._fence, newest)
            for turn in self._turns:
                self._fence = max(self._fence, turn.number)
                self._ended.append((turn, turn.heard(at)))
            self._turns.clear()
            self._cut(at)

    def silence(self, heard: int) -> None:
        """Take back everything the hall has not heard yet: it came from a source that nobody chose."""
        with self._lock:
            self._cut(heard)
            self._last_mic_s = -1.0

    def cut_through(self, heard: int) -> None:
        """Keep the microphone from the hall from now on, and what of it the hall has not heard yet; the lips go on.

        Args:
            heard: index up to which samples went out to the loudspeaker.
        """
        with self._lock:
            self.cut_off = True
            if not self._turns:
                self._hush(heard)

    def shift_hall(self) -> int:
        """For a moment the hall gets the microphone a little later, to see what of it comes back (`FeedbackTrial`).

        Returns:
            the index at which that begins.
        """
        with self._lock:
            self._shifted_at = self._ring.written
            return self._shifted_at

    def ended_turns(self) -> list[tuple[Turn, int]]:
        """Turns that ended since the last call, each with the samples that were heard."""
        with self._lock:
            ended, self._ended = self._ended, []
            return ended

    # -- inside -----------------------------------------------------------------------------------------------

    def _to_lay(self) -> Turn | None:
        """The turn of which the next sample is to be laid; those before it are still being heard."""
        return next((turn for turn in self._turns if not turn.spent), None)

    def _retire(self, now_s: float) -> None:
        """A turn has ended when the hall has heard its last sample."""
        while self._turns and self._turns[0].spent:
            turn = self._turns[0]
            if self._clock(now_s) < turn.end:
                break
            self._ended.append((self._turns.pop(0), turn.heard(turn.end)))

    def _place(self, ahead: float, samples: Sound) -> None:
        """Put the microphone into its place: silence for what is missing, nothing for what is too much."""
        if ahead < 0:
            self._lay(np.zeros(round(-ahead), np.float32), audible=False)
        surplus = max(0, round(ahead))
        self._placing = surplus > len(samples)  # silence was laid further than this block reaches: drop the next too
        self._lay_microphone(samples[surplus:])

    def _steer(self, ahead: float, samples: Sound, now_s: float) -> Sound:
        """Follow the microphone's clock by the earliest callback of each second; move at once only when far off."""
        found = self._envelope.push(ahead, now_s, _WINDOW_S if self._settled else _SETTLE_S)
        if found is None:
            return samples
        if self._settled and abs(found) < _ASTRAY:
            self.drift.steer(found / SAMPLE_RATE, _WINDOW_S)
            return samples
        self.resyncs += self._settled
        self._settled = True
        shift = round(found)
        if shift < 0:
            return np.concatenate((np.zeros(-shift, np.float32), samples))
        self._placing = shift > len(samples)
        return samples[min(shift, len(samples)) :]

    def _cut(self, at: int) -> None:
        end = self._ring.written
        at = min(max(at, end - _KEEP), end)
        self._phones.cut(at)  # first: whoever sees the new generation finds them gone
        self._ring.cut(at, FADE)
        self._hush(at)

    def _hush(self, at: int) -> None:
        """The hall hears nothing of what was laid from `at` on."""
        end = self._ring.written
        at = min(max(at, end - _KEEP), end)
        if at < end:
            places = np.arange(at, end) % _KEEP
            ramp = min(FADE, end - at)
            fall = np.zeros(end - at, np.float32)
            fall[:ramp] = np.linspace(1.0, 0.0, ramp, dtype=np.float32)
            self._hall[places] *= fall

    def _lay_microphone(self, samples: Sound) -> None:
        audible = self.through and not self.cut_off
        into = self._ring.written - self._shifted_at
        if not audible or not len(samples) or into >= SHIFT_LENGTH:
            self._lay(samples, audible=audible)
            return
        before = self._ring.read(self._ring.written - SHIFT, SHIFT) if into >= 0 else np.zeros(SHIFT, np.float32)
        late = np.concatenate((before, samples))[: len(samples)]
        begun = into + np.arange(len(samples), dtype=np.float32)
        share = np.clip(np.minimum(begun, SHIFT_LENGTH - begun) / SHIFT_RAMP, 0.0, 1.0).astype(np.float32)
        self._lay(samples, audible=True, hall=samples * (1 - share) + late * share)

    def _lay(self, samples: Sound, *, audible: bool, hall: Sound | None = None, spoken: bool = False) -> None:
        while len(samples) > _KEEP // 2:  # after a long sleep of the computer
            self._lay(samples[: _KEEP // 2], audible=audible, spoken=spoken)
            samples, hall = samples[_KEEP // 2 :], None
        samples = clean(samples)
        start = self._ring.write(samples)
        heard = samples if hall is None else clean(hall)
        at = start % _KEEP
        head = min(len(samples), _KEEP - at)
        self._hall[at : at + head] = heard[:head] if audible else 0.0
        self._spoken[at : at + head] = spoken
        if head < len(samples):
            self._hall[: len(samples) - head] = heard[head:] if audible else 0.0
            self._spoken[: len(samples) - head] = spoken
