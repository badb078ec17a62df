"""Feedback: what the hall plays comes back into the microphone and goes round again. Found from the sounds alone.

Two signs, and both need about two seconds:

- *Repeats that do not fade*: the microphone holds what the hall has played, always the same time later, nearly as loud
  as it was played. An MC in a hall that answers comes back too, but much quieter: a loop that gives back less than
  `SUSTAINED` loses 4.4 dB or more each time round and ends by itself.
- *A tone that grows*: one frequency holds nearly all the sound, and rises, or stands at full scale.

A steady tone, a sung note or music is neither: it fits what was played at many delays alike, not at one.
"""

from __future__ import annotations

from collections import deque
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.samples import SAMPLE_RATE

SUSTAINED = 0.6
"""Gain once round the loop from which repeats are feedback. A hall is uneven: where all of the band comes back with
0.6, some of it comes back with more than 1. A clock that drifts makes the gain look smaller than it is."""

_DOWN = 3
_RATE = SAMPLE_RATE // _DOWN
"""For tones. Repeats are sought at half of it."""
_HOP = _RATE // 4
_SLOW = _RATE // 2
_WINDOW = _SLOW
_EARLIEST = round(-0.030 * _SLOW)
_LATEST = round(0.600 * _SLOW)
"""How much earlier or later than reckoned the hall's sound may come back."""
_LIKENESS = 0.55
_FIRST = 0.75
"""What goes round comes back twice, three times: the first that fits so well, of the best, is the loop."""
_ALIKE = round(0.003 * _SLOW)
_DRIFT = round(0.005 * _SLOW)
_AROUND = round(0.060 * _SLOW)
_TAPER = round(0.050 * _SLOW)
_RIVAL = 0.7
"""Another delay within 60 ms that fits so much as well: something periodic, not a repeat."""
_LOOKS = 5
_OF_LOOKS = 7
"""So many looks must find it, of so many: words that begin and end spoil some."""
_FLOOR = 10 ** (-55 / 20)
_BAND_HZ = (150.0, 3500.0)
_TONAL = 0.75
_GROWN_DB = 12.0
_FULL = 0.98

_FFT = 13_824
"""Samples of the transforms: the smallest product of small primes that holds the longest piece and, so that the ends do
not meet, the 60 ms that the whitening rings on. Reckoned four times a second beside the hall's picture: it must be
small."""
_HZ = np.fft.rfftfreq(_FFT, 1 / _SLOW)
_INSIDE = (_BAND_HZ[0] <= _HZ) & (_BAND_HZ[1] >= _HZ)
_SMOOTH = round(60 * _FFT / _SLOW)
_FROM = np.maximum(np.arange(len(_HZ)) - _SMOOTH // 2, 0)
_TO = np.minimum(np.arange(len(_HZ)) + _SMOOTH // 2 + 1, len(_HZ))
_RAMP = np.sin(np.linspace(0, np.pi / 2, _TAPER)) ** 2
_BELL = np.hanning(_HOP)

Sound = NDArray[np.float32]


class FeedbackWatch:
    """Listens to the microphone and to what the hall hears, and says when the one feeds the other.

    Attributes:
        gain: once round the loop, by the newest look; 0.0 where no repeat was found.
        delay_s: how long a repeat takes that was found, by the newest look; None for a tone that grows.
    """

    def __init__(self) -> None:
        self.gain = 0.0
        self.delay_s: float | None = None
        self.forget()

    def forget(self) -> None:
        """Begin again: the loop was opened, or another microphone was chosen."""
        reach = 2 * (_WINDOW + _LATEST - _EARLIEST)
        self._mic, self._hall = np.zeros(reach, np.float32), np.zeros(reach, np.float32)
        self._left = (np.zeros(0, np.float32), np.zeros(0, np.float32))
        self._due = _HOP
        self._lags: deque[int | None] = deque(maxlen=_OF_LOOKS)
        self._tones: deque[tuple[float, float, float]] = deque(maxlen=4 * _LOOKS)
        self.gain = 0.0

    def push(self, microphone: Sound, hall: Sound) -> bool:
        """Take what the microphone brought and what the hall heard meanwhile, (n,) float32 each, 48 kHz.

        Returns:
            True when this is feedback.
        """
        found = False
        mic = np.concatenate((self._left[0], microphone))
        out = np.concatenate((self._left[1], hall))
        whole = len(mic) // _DOWN * _DOWN
        self._left = (mic[whole:], out[whole:])
        mic, out = (part[:whole].reshape(-1, _DOWN).mean(1) for part in (mic, out))
        while len(mic):
            step = min(self._due, len(mic))
            for kept, new in ((self._mic, mic), (self._hall, out)):
                kept[:-step] = kept[step:]
                kept[-step:] = new[:step]
            mic, out = mic[step:], out[step:]
            self._due -= step
            if self._due == 0:
                self._due = _HOP
                found = self._check() or found
        return found

    def _check(self) -> bool:
        if rms_of(self._hall[-2 * _HOP :]) < _FLOOR and rms_of(self._hall) < _FLOOR:
            self._lags.clear()
            self._tones.clear()
            return False
        self._lags.append(self._repeat())
        self._record_tone()
        newest, growing = self._lags[-1], self._growing()
        self.delay_s = None if newest is None or growing else (_LATEST - newest) / _SLOW
        return growing or self._repeating()

    # -- repeats ----------------------------------------------------------------------------------------------------

    def _repeating(self) -> bool:
        newest = self._lags[-1] if self._lags else None
        if newest is None:
            return False
        return sum(lag is not None and abs(lag - newest) <= _DRIFT for lag in self._lags) >= _LOOKS

    def _repeat(self) -> int | None:
        """The one delay at which the microphone holds what the hall has played, or None."""
        # The window ends so early that what came back before it was reckoned is there too.
        mic = self._mic.reshape(-1, 2).mean(1)[-_WINDOW + _EARLIEST : _EARLIEST]
        hall = self._hall.reshape(-1, 2).mean(1)[-_WINDOW + _EARLIEST - _LATEST :]
        self.gain = 0.0
        if rms_of(mic) < _FLOOR:
            return None
        spectrum, played = np.fft.rfft(_tapered(mic), _FFT), np.fft.rfft(_tapered(hall), _FFT)
        weight = _whitener(played)
        spectrum, played = spectrum * weight, played * weight
        lags = len(hall) - len(mic) + 1
        fits = np.fft.irfft(np.conj(spectrum) * played, _FFT)[:lags]
        flat = np.fft.irfft(played, _FFT)[: len(hall)]
        energy = np.concatenate(([0.0], np.cumsum(flat * flat)))
        heard = energy[len(mic) :] - energy[:lags]
        own = float(np.sum(np.fft.irfft(spectrum, _FFT) ** 2))
        usable = heard > 0.02 * heard.max()
        likeness = np.where(usable, fits / np.sqrt(np.maximum(heard * own, 1e-20)), 0.0)
        first = lags - 1 - int(np.argmax(likeness[::-1] >= _FIRST * likeness.max()))  # the shortest delay comes last
        begin = max(0, first + 1 - _ALIKE)
        best = begin + int(np.argmax(likeness[begin : first + 1]))
        gain = float(fits[best] / max(heard[best], 1e-20))
        if likeness[best] < _LIKENESS or gain < SUSTAINED:
            return None
        near = np.arange(max(0, best - _AROUND), min(lags, best + _AROUND + 1))
        rivals = likeness[near[np.abs(near - best) > _ALIKE]]
        if len(rivals) and float(rivals.max()) > _RIVAL * likeness[best]:
            return None
        self.gain = gain
        return best

    # -- a tone -----------------------------------------------------------------------------------------------------

    def _growing(self) -> bool:
        newest = list(self._tones)[-_LOOKS:]
        if len(newest) == _LOOKS and min(peak for _, _, peak in newest) >= _FULL:
            return True
        levels = [level for _, level, _ in self._tones]
        risen = sum(after - before >= 1.0 for before, after in pairwise(levels))  # a tone that begins rises but once
        return risen >= _LOOKS - 1 and levels[-1] - min(levels) >= _GROWN_DB

    def _record_tone(self) -> None:
        """Follow one frequency that holds nearly all the sound, as long as it does not fall."""
        piece = self._mic[-_HOP:]
        power = np.abs(np.fft.rfft(piece * _BELL)) ** 2
        power[: round(80 * _HOP / _RATE)] = 0.0
        at = int(np.argmax(power))
        share = float(power[max(0, at - 3) : at + 4].sum() / max(float(power.sum()), 1e-20))
        level = 20 * float(np.log10(max(rms_of(piece), 1e-6)))
        hz = at * _RATE / _HOP
        if share < _TONAL or level < -60:
            self._tones.clear()
            return
        if self._tones:
            before_hz, before_db, _ = self._tones[-1]
            if abs(hz - before_hz) > max(8.0, 0.01 * hz) or level < before_db - 1.0:
                self._tones.clear()
        self._tones.append((hz, level, float(np.abs(piece).max())))


def _whitener(played: NDArray[np.complex128]) -> NDArray[np.float64]:
    """So that all of the band counts, and no vowel alone."""
    power = played.real**2 + played.imag**2
    summed = np.concatenate(([0.0], np.cumsum(power)))
    smooth = (summed[_TO] - summed[_FROM]) / (_TO - _FROM)
    strongest = float(smooth[_INSIDE].max())
    weight: NDArray[np.float64] = np.where(_INSIDE, 1 / np.sqrt(smooth + 1e-3 * strongest + 1e-20), 0.0)
    return weight


def flattened(played: Sound, came: Sound) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both, 8 kHz and at most `_FFT` samples, with all of the band that was played counting alike."""
    heard = np.fft.rfft(_tapered(played), _FFT)
    weight = _whitener(heard)
    back = np.fft.rfft(_tapered(came), _FFT)
    return np.fft.irfft(heard * weight, _FFT)[: len(played)], np.fft.irfft(back * weight, _FFT)[: len(came)]


def _tapered(samples: Sound) -> NDArray[np.float64]:
    """With soft ends: a cut tone has an edge, and two edges are alike."""
    soft = samples.astype(np.float64)
    soft[:_TAPER] *= _RAMP
    soft[-_TAPER:] *= _RAMP[::-1]
    return soft


def rms_of(samples: Sound) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0
