"""Sound as Whisper hears it: 80 log-mel bands, one frame every 10 ms.

The figures are Whisper's: periodic Hann window of 400 samples, hop 160, power spectrum, 80 slaney bands up to 8 kHz,
log10 with a floor, clamped to 80 dB below the loudest point of the window, then scaled by (x + 4) / 4.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

RATE = 16_000
"""Samples per second that Whisper hears."""

HOP = 160
"""Samples per mel frame: 10 ms."""

WINDOW = 400
"""Samples that a mel frame is made of, around its middle: 25 ms."""

BANDS = 80

SEGMENT = 480_000
"""Samples of the longest piece that the encoder takes at once: 30 s."""

SILENCE = -10.0
"""log10 of the power in a band of digital silence: the floor."""

_FLOOR = 1e-10
_RANGE = 8.0  # log10 of power: 80 dB


def mel_of_sound(sound: NDArray[np.float32], device: torch.device | str = "cpu") -> Tensor:
    """The mel of a whole recording, as the published model is fed: in pieces of 30 s, each padded to 30 s with zeros.

    Args:
        sound: (samples,) float32 mono at 16 kHz.

    Returns:
        (pieces, 80, 3000) float32. No sound at all gives no pieces.
    """
    pieces = -(-len(sound) // SEGMENT)
    padded = np.zeros((pieces, SEGMENT), np.float32)
    padded.reshape(-1)[: len(sound)] = sound
    whole = torch.from_numpy(padded).to(device)
    return torch.stack([scaled(log_power(piece)) for piece in whole]) if pieces else whole.new_zeros(0, BANDS, 3000)


def log_power(sound: Tensor) -> Tensor:
    """log10 of the power in each band, around every 160th sample from the first; edges are mirrored.

    Args:
        sound: (samples,) float32 at 16 kHz, more than 200 samples.

    Returns:
        (80, samples // 160) float32.
    """
    return _bands(torch.stft(sound, WINDOW, HOP, window=_hann(sound.device), return_complex=True)[..., :-1])


def log_power_inside(sound: Tensor) -> Tensor:
    """As `log_power`, for frames that lie wholly inside the sound: nothing is mirrored, nothing made up.

    Args:
        sound: (..., samples) float32 at 16 kHz, at least 400 samples.

    Returns:
        (..., 80, (samples - 400) // 160 + 1) float32; frame k has its middle at sample 160 k + 200.
    """
    spectrum = torch.stft(sound, WINDOW, HOP, window=_hann(sound.device), center=False, return_complex=True)
    return _bands(spectrum)


def scaled(power: Tensor, loudest: Tensor | None = None) -> Tensor:
    """Clamp to 80 dB below the loudest point and scale.

    Args:
        power: (..., 80, frames) float32, log10 of power.
        loudest: (..., 1, 1) the loudest point of each window, where it is not the window's own.
    """
    if loudest is None:
        loudest = power.amax(dim=(-2, -1), keepdim=True)
    return (torch.maximum(power, loudest - _RANGE) + 4.0) / 4.0


def _bands(spectrum: Tensor) -> Tensor:
    power = spectrum.abs() ** 2
    return (_bank(spectrum.device) @ power).clamp(min=_FLOOR).log10()


@cache
def _hann(device: torch.device) -> Tensor:
    return torch.hann_window(WINDOW, device=device)


@cache
def _bank(device: torch.device) -> Tensor:
    """(80, 201) float32: slaney triangles, 0-8000 Hz, each with the area 1."""
    from transformers.audio_utils import mel_filter_bank

    bank = mel_filter_bank(WINDOW // 2 + 1, BANDS, 0.0, RATE / 2, RATE, norm="slaney", mel_scale="slaney")
    return torch.from_numpy(np.ascontiguousarray(bank.T, np.float32)).to(device)
