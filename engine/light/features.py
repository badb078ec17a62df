"""Sound as the viseme network hears it: log-mel frames every 10 ms, with the room and the gain taken out.

The three steps run as a stream, one hop at a time, so that the result does not depend on how the sound was
cut into blocks:

1. `Decimator`: 48 kHz → 16 kHz through a low-pass filter.
2. `LogMel`: 25 ms Hann window, 512-point FFT, 40 mel bands.
3. `Normaliser`: a running mean per band, learnt from speech only.

A hop number is an absolute count: hop `h` is heard once the sound before sample `480 * h` is there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.samples import SAMPLE_RATE

Floats = NDArray[np.float32]

NET_RATE = 16_000
"""Samples per second that the network was trained on."""

HOP = 480
"""Samples of the source timeline per hop: 10 ms."""

BANDS = 40

_FACTOR = SAMPLE_RATE // NET_RATE
_TAPS = 97
_CUTOFF_HZ = 7_800.0
_KAISER_BETA = 6.0  # 60 dB of stop band
_NET_HOP = HOP // _FACTOR
_NET_WINDOW = 400  # 25 ms
_FFT = 512
_MEL_LOW_HZ, _MEL_HIGH_HZ = 60.0, 7_600.0
_FLOOR = 1e-6  # power floor inside the logarithm, as in training

_SPEECH_RANGE = 4.0  # a frame within this of the peak (natural log: about 17 dB) counts as speech
_PEAK_DECAY = 0.004  # per hop: about 1.7 dB a second
_MEAN_HEAD_START = 8  # the start mean counts for this many frames
_MEAN_LENGTH = 250  # then the mean follows over 2.5 s of speech

FILTER_DELAY = (_TAPS - 1) // 2 - (_FACTOR - 1)
"""Samples of the source timeline by which the low-pass filter lags."""

WINDOW_DELAY = _NET_WINDOW * _FACTOR // 2
"""Samples from the middle of an analysis window to its end."""


class Decimator:
    """Takes 48 kHz sound down to 16 kHz, hop by hop."""

    def __init__(self) -> None:
        n = np.arange(_TAPS) - (_TAPS - 1) / 2
        taps = np.sinc(2 * _CUTOFF_HZ / SAMPLE_RATE * n) * np.kaiser(_TAPS, _KAISER_BETA)
        self._taps: Floats = (taps / taps.sum()).astype(np.float32)
        keep = _TAPS - _FACTOR
        self._line = np.zeros(keep + HOP, np.float32)
        self._keep = keep
        step = self._line.strides[0]
        self._windows = np.lib.stride_tricks.as_strided(
            self._line, (_NET_HOP, _TAPS), (step * _FACTOR, step), writeable=False
        )

    def reset(self) -> None:
        """Forget: silence came before the next hop."""
        self._line[:] = 0

    def push(self, hop: Floats) -> Floats:
        """(480,) float32 at 48 kHz in, (160,) float32 at 16 kHz out."""
        self._line[: self._keep] = self._line[HOP:]
        self._line[self._keep :] = hop
        out: Floats = np.dot(self._windows, self._taps)
        return out


class LogMel:
    """Turns 16 kHz sound into log-mel frames: natural log of the mean power in 40 bands, 60-7600 Hz."""

    def __init__(self) -> None:
        self._line = np.zeros(_NET_WINDOW, np.float32)
        self._window: Floats = np.hanning(_NET_WINDOW).astype(np.float32)
        self._bank = mel_bank()

    def reset(self) -> None:
        """Forget: silence came before the next hop."""
        self._line[:] = 0

    def push(self, hop: Floats) -> Floats:
        """(160,) float32 at 16 kHz in, (40,) float32 out."""
        self._line[:-_NET_HOP] = self._line[_NET_HOP:]
        self._line[-_NET_HOP:] = hop
        spectrum = np.fft.rfft(self._line * self._window, _FFT)
        power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
        frame: Floats = np.log(self._bank @ power + np.float32(_FLOOR))
        return frame


def mel_bank() -> Floats:
    """(40, 257) float32: triangles on the mel scale, each with the sum 1."""

    def mel(hz: float) -> float:
        return float(2595 * np.log10(1 + hz / 700))

    edges = 700 * (10 ** (np.linspace(mel(_MEL_LOW_HZ), mel(_MEL_HIGH_HZ), BANDS + 2) / 2595) - 1)
    hz = np.arange(_FFT // 2 + 1) * NET_RATE / _FFT
    bank = np.zeros((BANDS, len(hz)), np.float32)
    for band in range(BANDS):
        low, mid, high = edges[band : band + 3]
        rise, fall = (hz - low) / (mid - low), (high - hz) / (high - mid)
        bank[band] = np.maximum(0, np.minimum(rise, fall))
    bank /= bank.sum(axis=1, keepdims=True) + 1e-6
    return bank


def silent_frame() -> Floats:
    """The log-mel frame of digital silence."""
    return np.full(BANDS, np.log(np.float32(_FLOOR)), np.float32)


class Normaliser:
    """Takes microphone, room and gain out of log-mel frames.

    A running mean per band is subtracted. It learns only from frames close to the recent peak, so that pauses
    and room noise do not move it. The peak never sinks below the level learnt as speech: after a long pause
    the room's noise is still not taken for a voice.

    Attributes:
        mean: (40,) float32, what was learnt. Kept over a cut, since the microphone stays the same.
    """

    def __init__(self, start: Floats) -> None:
        self.mean: Floats = start.astype(np.float32).copy()
        self._heard = 0
        self._peak = float(start.mean())

    def push(self, frame: Floats) -> Floats:
        """Learn from (40,) `frame` and give it back normalised. From what is no number nothing is learnt."""
        if not np.isfinite(frame).all():
            frame = self.mean + silent_frame()  # silence, as far as anybody can tell
            return np.asarray(frame - self.mean, np.float32)
        energy = float(frame.mean())
        self._peak = max(energy, self._peak - _PEAK_DECAY, float(self.mean.mean()))
        if energy > self._peak - _SPEECH_RANGE:
            self._heard += 1
            share = max(1 / (self._heard + _MEAN_HEAD_START), 1 / _MEAN_LENGTH)
            self.mean += np.float32(share) * (frame - self.mean)
        out: Floats = frame - self.mean
        return out


class Features:
    """The whole way from 48 kHz sound to the network's input.

    Attributes:
        normaliser: what was learnt of the voice; survives `reset`.
    """

    def __init__(self, start_mean: Floats) -> None:
        self.normaliser = Normaliser(start_mean)
        self._decimator = Decimator()
        self._mel = LogMel()

    def reset(self) -> None:
        """Silence came before the next hop. What was learnt of the voice stays."""
        self._decimator.reset()
        self._mel.reset()

    def push(self, hop: Floats) -> Floats:
        """One hop of 480 samples in, one normalised (40,) float32 frame out."""
        return self.normaliser.push(self._mel.push(self._decimator.push(hop)))

    def silence(self) -> Floats:
        """The (40,) frame that digital silence would give now; nothing is learnt from it."""
        frame: Floats = silent_frame() - self.normaliser.mean
        return frame
