"""How the host moves while nobody speaks: a pure function of the time, with the period of the idle loop.

Playout switches between the engine's live pictures and the prepared idle loop at any moment. It can do so
unseen because both draw the same pose at the same index: only the mouth differs.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from engine.ipc.rings.samples import SAMPLE_RATE

_BLINK_S = 0.24
_SACCADE_S = 0.07


@dataclass(frozen=True, slots=True)
class Pose:
    """Where head, eyes and chest are.

    Attributes:
        x, y: shift of the head in page pixels (the page is 1920x1080).
        roll: tilt of the head in degrees.
        yaw, pitch: turn of the face, -1 … 1; moves the features against the outline.
        breath: 0 out … 1 in.
        blink: 0 open … 1 shut.
        gaze_x, gaze_y: shift of the pupils in page pixels.
        brow: raise of the brows, 0 … 1.
    """

    x: float
    y: float
    roll: float
    yaw: float
    pitch: float
    breath: float
    blink: float
    gaze_x: float
    gaze_y: float
    brow: float


class IdleMotion:
    """The idle loop of one avatar.

    All motions are sums of sines with a whole number of turns per loop, so the loop has no seam. `seed` gives
    each avatar its own phases, blinks and glances.

    Attributes:
        loop: samples of the source timeline after which everything repeats.
    """

    def __init__(self, seconds: int, seed: int) -> None:
        self.loop = seconds * SAMPLE_RATE
        self._seconds = seconds
        chance = random.Random(seed)
        self._x = self._wave(chance, (0.12, 5.0), (0.25, 2.4), (0.38, 1.0))
        self._y = self._wave(chance, (0.25, 1.6), (0.37, 1.0), (0.5, 0.5))
        self._roll = self._wave(chance, (0.12, 0.75), (0.25, 0.4), (0.5, 0.14))
        self._yaw = self._wave(chance, (0.12, 0.42), (0.25, 0.3), (0.38, 0.16))
        self._pitch = self._wave(chance, (0.12, 0.3), (0.37, 0.26), (0.5, 0.12))
        self._brow = self._wave(chance, (0.12, 0.1), (0.37, 0.07))
        self._breaths = max(1, round(seconds / 4))
        self._blinks = _blink_times(chance, seconds)
        self._glances = _glances(chance, self._blinks, seconds)

    def at(self, pts: int) -> Pose:
        """The pose at sample index `pts` of the source timeline."""
        part = pts % self.loop
        turn = 2 * math.pi * part / self.loop
        now_s = part / SAMPLE_RATE
        breath = 0.5 - 0.5 * math.cos(turn * self._breaths + 0.35 * math.sin(turn * self._breaths))
        blink = max(_lid((now_s - start) % self._seconds) for start in self._blinks)
        gaze_x, gaze_y = self._gaze(now_s)
        yaw, pitch = _sum(self._yaw, turn), _sum(self._pitch, turn)
        return Pose(
            x=_sum(self._x, turn),
            y=_sum(self._y, turn) - 3.0 * breath,
            roll=_sum(self._roll, turn),
            yaw=yaw,
            pitch=pitch,
            breath=breath,
            blink=blink,
            gaze_x=gaze_x - 2.2 * yaw,
            gaze_y=gaze_y - 1.2 * pitch,  # the eyes hold the audience
            brow=max(0.0, 0.12 + _sum(self._brow, turn)),
        )

    def _wave(self, chance: random.Random, *parts: tuple[float, float]) -> list[tuple[int, float, float]]:
        """(turns per loop, size, phase) from (about how often a second, size)."""
        turns = [max(1, round(often * self._seconds)) for often, _ in parts]
        for i in range(1, len(turns)):
            turns[i] = max(turns[i], turns[i - 1] + 1)
        return [(n, size, chance.uniform(0, 2 * math.pi)) for n, (_, size) in zip(turns, parts, strict=True)]

    def _gaze(self, now_s: float) -> tuple[float, float]:
        """Fixations with quick jumps between them."""
        before = self._glances[-1]
        since = now_s - before[0] + self._seconds
        to_x, to_y = before[1:]
        from_x, from_y = self._glances[-2][1:]
        previous = before
        for glance in self._glances:
            if now_s < glance[0]:
                break
            from_x, from_y = previous[1:]
            to_x, to_y = glance[1:]
            since = now_s - glance[0]
            previous = glance
        share = _smooth(since / _SACCADE_S)
        return from_x + share * (to_x - from_x), from_y + share * (to_y - from_y)


def _sum(waves: list[tuple[int, float, float]], turn: float) -> float:
    return sum(size * math.sin(turns * turn + phase) for turns, size, phase in waves)


def _smooth(x: float) -> float:
    x = min(1.0, max(0.0, x))
    return x * x * (3 - 2 * x)


def _lid(since_s: float) -> float:
    """How far the lid is down, `since_s` after a blink began: down fast, up more slowly."""
    if since_s >= _BLINK_S:
        return 0.0
    down, hold = 0.075, 0.105
    if since_s < hold:
        return _smooth(since_s / down)
    return 1 - _smooth((since_s - hold) / (_BLINK_S - hold))


def _blink_times(chance: random.Random, seconds: int) -> list[float]:
    """Irregular: gaps of 1.9 to 4.4 s, and now and then a second blink right after the first."""
    times: list[float] = []
    now = chance.uniform(0.5, 1.6)
    while now < seconds - 1.0:
        times.append(now)
        if len(times) == 2:
            times.append(now + 0.31)
        now += chance.uniform(1.9, 4.4)
    return times


def _glances(chance: random.Random, blinks: list[float], seconds: int) -> list[tuple[float, float, float]]:
    """(time, x, y), rising. People look elsewhere at a blink, and between blinks."""
    times = sorted(
        [blink + 0.06 for blink in blinks] + [chance.uniform(0.2, 0.8) + 1.4 * i for i in range(int(seconds / 1.4))]
    )
    spaced = [times[0]]
    for time in times[1:]:
        if time - spaced[-1] > 0.35 and time < seconds - 0.2:
            spaced.append(time)
    return [
        (time, chance.choice((-3.2, -1.4, 0.0, 0.6, 1.8, 3.4)), chance.choice((-0.8, 0.0, 0.3, 0.9))) for time in spaced
    ]
