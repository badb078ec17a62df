"""How much of the drawn mouth a film shows, picture by picture: judged as live, with all of the sound there at once."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.film.order import index_of
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.audio.mel import RATE
from engine.musetalk.audio.speech_gate import FADE_HOPS, HOPS, SpeechGate

LEARN_S = 10
"""The room is known from the beginning: so much of the recording is heard beforehand."""

_HOP = RATE // HOPS
_BEFORE = 2 * FADE_HOPS  # hops before the beginning: a film that begins in a word begins with the mouth drawn


def shares(heard: NDArray[np.float32], pictures: int, rate: Fraction) -> NDArray[np.float32]:
    """How much of the drawn mouth each picture of a film shows.

    A function of the sound alone, so whoever draws a part of the film comes to the same. What lies before the
    beginning is taken to be the beginning backwards.

    Args:
        heard: (samples,) float32 mono at 16 kHz. pictures: how many. rate: of them a second.

    Returns:
        (pictures,) float32, 0 … 1: 0 in a pause, 1 in speech.
    """
    whole = len(heard) // _HOP
    hops = np.ascontiguousarray(heard[: whole * _HOP]).reshape(-1, _HOP)
    gate = SpeechGate()
    for hop in hops[: LEARN_S * HOPS]:
        gate.push(hop)
    gate.reset(-_BEFORE)
    found = np.zeros(pictures, np.float32)
    if not whole:
        return found
    pushed = -_BEFORE
    lead = 2 * FADE_HOPS
    for number in range(pictures):
        at = index_of(number, rate) * HOPS / SAMPLE_RATE
        while pushed < min(whole, int(at) + lead):
            gate.push(hops[pushed] if pushed >= 0 else hops[min(whole - 1, -1 - pushed)][::-1])
            pushed += 1
        found[number] = gate.share_at(at)
    return found
