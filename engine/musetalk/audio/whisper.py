"""What the face network hears: the hidden states of Whisper's encoder, 50 steps a second.

The encoder's layers come from transformers; they are run one by one here, since the library's own way of collecting
hidden states insists on 30 s and cannot be compiled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from engine.musetalk.audio.mel import RATE, mel_of_sound

if TYPE_CHECKING:
    from transformers import WhisperConfig

STEP_RATE = 50
"""Steps per second that come out of the encoder."""

STEP = RATE // STEP_RATE
"""Samples per step: 20 ms."""


class WhisperEncoder(nn.Module):
    """Whisper's encoder, giving every hidden state.

    Attributes:
        encoder: the library's encoder, which holds the weights.
    """

    def __init__(self, config: WhisperConfig) -> None:
        from transformers.models.whisper.modeling_whisper import WhisperEncoder

        super().__init__()
        self.encoder = WhisperEncoder(config)

    def forward(self, mel: Tensor) -> Tensor:
        """The hidden states of whole windows.

        Args:
            mel: (windows, 80, frames), frames even and not above 3000. Positions count from the window's start.

        Returns:
            (windows, frames / 2, layers + 1, width).
        """
        return self.states(self.convolved(mel))

    def convolved(self, mel: Tensor) -> Tensor:
        """What the two convolutions make of each step: step s of frames 2s - 2 … 2s + 2, zero outside the window.

        Args:
            mel: (windows, 80, frames).

        Returns:
            (windows, (frames + 1) // 2, width).
        """
        heard = functional.gelu(self.encoder.conv1(mel))
        return functional.gelu(self.encoder.conv2(heard)).permute(0, 2, 1)

    def states(self, heard: Tensor, place: int = 0) -> Tensor:
        """The embedding, the output of each layer but the last, and the last one normalised.

        Args:
            heard: (windows, steps, width).
            place: where in the table of 1500 positions the first step stands.

        Returns:
            (windows, steps, layers + 1, width).
        """
        state = heard + self.encoder.embed_positions.weight[place : place + heard.shape[1]]
        states = []
        for layer in self.encoder.layers:
            states.append(state)
            state = layer(state, None)
        states.append(self.encoder.layer_norm(state))
        return torch.stack(states, dim=2)


def steps_in(samples: int) -> int:
    """How many steps a recording of this many samples at 16 kHz has."""
    return int(samples / RATE * STEP_RATE)


@torch.inference_mode()
def features(sound: NDArray[np.float32], whisper: WhisperEncoder) -> Tensor:
    """The features of a whole recording, exactly as the published model is fed: 30 s at a time.

    Args:
        sound: (samples,) float32 mono at 16 kHz.
        whisper: the encoder; its device and dtype are used.

    Returns:
        (steps, 5, 384) on the encoder's device, steps as `steps_in(samples)`.
    """
    weight = whisper.encoder.conv1.weight
    mel = mel_of_sound(sound, weight.device).to(weight.dtype)
    if not len(mel):
        return mel.new_zeros(0, len(whisper.encoder.layers) + 1, weight.shape[0])
    joined = torch.cat([whisper(piece[None])[0] for piece in mel])
    return joined[: steps_in(len(sound))]
