"""From sound features to the shape of a mouth: a small causal network in numpy, and the smoothing after it.

The network was trained on synthesized speech only (docs/AVATARS.md says how). It gives, every 10 ms, how
likely each of 15 visemes is, and six continuous mouth parameters. The continuous ones draw the mouth; the
classes correct them where a doubtful value would look wrong (closed lips, teeth on the lip, silence).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from engine.driver import DriverError
from engine.light.features import BANDS, Floats

WEIGHTS = Path(__file__).parent / "weights" / "w16_final96.npz"

VISEMES = ("sil", "PP", "FF", "TH", "DD", "kk", "CH", "SS", "nn", "RR", "aa", "E", "ih", "oh", "ou")
"""The network's classes, in order. The names are the usual ones of the trade (Oculus lip sync)."""

TRAINED_LOOK_AHEAD = 4
"""Hops of sound after the moment that an output is about."""

_DILATIONS = (1, 2, 4, 8, 1, 2, 4, 8)
RECEPTIVE_FIELD = 3 + 2 * sum(_DILATIONS)
"""Hops that one output depends on."""

_SIL, _PP, _FF, _TH, _DD, _NN = (VISEMES.index(v) for v in ("sil", "PP", "FF", "TH", "DD", "nn"))


class Mouth(NamedTuple):
    """The shape of a mouth. Each from 0 to 1.

    Attributes:
        jaw: how far it is open. width: 0 narrow, 0.5 neutral, 1 spread. round: rounded and pushed forward.
        press: lips pressed together (0.3 at rest, 1 in p, b, m). bite: lower lip under the upper teeth.
        tongue: tongue tip up, behind or between the teeth.
    """

    jaw: float
    width: float
    round: float
    press: float
    bite: float
    tongue: float


REST = Mouth(0.0, 0.5, 0.0, 0.3, 0.0, 0.0)
"""The mouth of someone who listens: closed, not pressed."""

# The regression heads shrink towards the mean: stretched about rest by the ratio of the standard deviations.
_STRETCH = np.array([1.12, 1.25, 1.3, 1.4, 1.0, 1.0], np.float32)
# Share of the way to a new value per 10 ms: lips shut and teeth bite fast, corners move slowly.
_SPEED = np.array([0.60, 0.50, 0.50, 0.82, 0.70, 0.60], np.float64)
# A half-shut mouth in a doubtful m, b or p looks like mumbling: doubt counts double. Measured on four voices:
# 77 % of closures shut fully instead of 63 %, and 0.4 % more of the open vowels' frames shut wrongly.
_PRESS_GAIN = 2.0
_REST = np.array(REST, np.float64)
_SNAP = 0.006  # nearer to rest than this is rest, so that a silent mouth is exactly still


def load_weights(path: Path = WEIGHTS) -> dict[str, Floats]:
    """The network's weights as float32. Raises DriverError when the file is missing or not what it should be."""
    advice = "install Compere again, or restore this file"
    try:
        with np.load(path, allow_pickle=False) as archive:
            weights = {name: np.asarray(archive[name], np.float32) for name in archive.files}
    except FileNotFoundError as fault:
        raise DriverError(f"The mouth network's weights are missing ({path}): {advice}.") from fault
    except (OSError, ValueError, EOFError, KeyError, BadZipFile, TypeError, AttributeError) as fault:
        raise DriverError(f"The mouth network's weights cannot be read ({path}): {advice}.") from fault
    width = weights["i.weight"].shape[0] if weights.get("i.weight", np.zeros(0)).ndim == 3 else 0
    shapes: dict[str, tuple[int, ...]] = {
        "i.weight": (width, BANDS, 3),
        "i.bias": (width,),
        "o.weight": (21, width, 1),
        "o.bias": (21,),
        "mu": (BANDS,),
        "stdv": (BANDS,),
        "start_mean": (BANDS,),
    }
    for layer in range(len(_DILATIONS)):
        shapes |= {f"l.{layer}.weight": (width, width, 3), f"l.{layer}.bias": (width,)}
    for name, shape in shapes.items():
        found = weights.get(name)
        if not width or found is None or found.shape != shape or not np.isfinite(found).all():
            raise DriverError(f"The mouth network's weights are damaged ({path}, part {name}): {advice}.")
    if (weights["stdv"] <= 0).any():
        raise DriverError(f"The mouth network's weights are damaged ({path}, part stdv): {advice}.")
    return weights


class VisemeNet:
    """The causal convolution network, one frame at a time.

    A convolution over (k3, 40 bands), eight residual dilated ones, and a 1x1 head. Each layer keeps the few
    past values that it needs in a ring.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        def flat(name: str) -> Floats:  # (out, in, taps) → (out, taps * in), oldest tap first
            w = weights[name]
            return np.ascontiguousarray(w.transpose(0, 2, 1).reshape(w.shape[0], -1))

        self._first = flat("i.weight"), weights["i.bias"]
        self._layers = [(flat(f"l.{i}.weight"), weights[f"l.{i}.bias"]) for i in range(len(_DILATIONS))]
        self._head = np.ascontiguousarray(weights["o.weight"][:, :, 0]), weights["o.bias"]
        self._mu = weights["mu"]
        self._scale: Floats = (1 / weights["stdv"]).astype(np.float32)
        width = self._first[0].shape[0]
        self._inputs = np.zeros((3, BANDS), np.float32)
        self._rings = [np.zeros((2 * d + 1, width), np.float32) for d in _DILATIONS]
        self._taps = np.zeros((3, width), np.float32)
        self._count = 0

    def settle(self, frame: Floats) -> Floats:
        """Take it that (40,) `frame` has been heard for ever, and give the (21,) output.

        So the receptive field is full at once: a network with empty rings holds the mouth half open.
        """
        self._inputs[:] = (frame - self._mu) * self._scale
        weight, bias = self._first
        z = np.maximum(weight @ self._inputs.ravel() + bias, 0)
        for (weight, bias), ring in zip(self._layers, self._rings, strict=True):
            ring[:] = z
            self._taps[:] = z
            z = z + np.maximum(weight @ self._taps.ravel() + bias, 0)
        self._count = 0
        out: Floats = self._head[0] @ z + self._head[1]
        return out

    def push(self, frame: Floats) -> Floats:
        """One (40,) float32 frame in, (21,) float32 out: 15 viseme logits, then 6 parameter logits.

        The output is about the moment `TRAINED_LOOK_AHEAD` hops before the frame.
        """
        self._inputs[:-1] = self._inputs[1:]
        self._inputs[-1] = (frame - self._mu) * self._scale
        weight, bias = self._first
        z = np.maximum(weight @ self._inputs.ravel() + bias, 0)
        now, taps = self._count, self._taps
        for (weight, bias), ring, d in zip(self._layers, self._rings, _DILATIONS, strict=True):
            size = 2 * d + 1
            ring[now % size] = z
            taps[0] = ring[(now - 2 * d) % size]
            taps[1] = ring[(now - d) % size]
            taps[2] = z
            z = z + np.maximum(weight @ taps.ravel() + bias, 0)
        self._count = now + 1
        out: Floats = self._head[0] @ z + self._head[1]
        return out


class MouthMotion:
    """The mouth as something with a little mass: follows the network's output smoothly, and rests exactly.

    Attributes:
        effort: 0 silent … 1 loud: follows the jaw slowly, and is 0 again some time after the last word.
    """

    def __init__(self) -> None:
        self.effort = 0.0
        self._now = _REST.copy()
        self._goal = _REST.copy()

    def rest(self) -> None:
        """Close the mouth at once. The effort fades by itself, since brows that jump are seen."""
        self._now = _REST.copy()
        self._goal = _REST.copy()

    def push(self, output: Floats) -> None:
        """A new (21,) network output, 10 ms after the last."""
        self._now = self._after(1.0)
        if np.abs(self._now - _REST).max() < _SNAP:
            self._now = _REST.copy()
        self._goal = mouth_goal(output)
        strain = float(self._goal[0])
        self.effort += (0.06 if strain > self.effort else 0.025) * (strain - self.effort)
        if strain < _SNAP and self.effort < _SNAP:
            self.effort = 0.0

    def at(self, hops: float) -> Mouth:
        """The mouth `hops` (0 … 1) after the last push: a frame's own time, not the block's.

        The newest output already counts in full, which saves 10 ms of lag (docs/AVATARS.md has the figures).
        """
        value = self._after(1.0 + hops)
        if np.abs(value - _REST).max() < _SNAP:
            return REST
        return Mouth(*(float(v) for v in value))

    def _after(self, hops: float) -> NDArray[np.float64]:
        out: NDArray[np.float64] = self._goal + (1 - _SPEED) ** hops * (self._now - self._goal)
        return out


def mouth_goal(output: Floats) -> NDArray[np.float64]:
    """The (6,) mouth parameters that a (21,) network output asks for."""
    classes = output[: len(VISEMES)]
    likely = np.exp(classes - classes.max())
    likely /= likely.sum()
    goal = 1 / (1 + np.exp(-output[len(VISEMES) :].astype(np.float64)))
    goal = _REST + _STRETCH * (goal - _REST)
    goal[3] = max(goal[3], _PRESS_GAIN * float(likely[_PP]))
    if likely[_FF] > 0.4:
        goal[4] = max(goal[4], min(1.0, 1.4 * float(likely[_FF])))
    goal[5] = max(goal[5], float(likely[_TH]) + 0.5 * float(likely[_DD] + likely[_NN]))
    silent = min(1.0, max(0.0, (float(likely[_SIL]) - 0.5) / 0.35))
    silent = silent * silent * (3 - 2 * silent)
    out: NDArray[np.float64] = np.clip(goal + silent * (_REST - goal), 0, 1)
    return out
