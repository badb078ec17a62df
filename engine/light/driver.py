"""The light driver: any CPU, no model to fetch. Sound → features → viseme network → mouth → drawn host.

Where a synthesised voice tells its phones, they move the mouth in the network's place, and the sound says how wide.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.driver import Canvas, Driver, DriverError, Frame, Gauge, Phones, Pixels, Sound, pts_of
from engine.ipc.rings.samples import SAMPLE_RATE, clean
from engine.light.art import ArtError, parse_art
from engine.light.features import FILTER_DELAY, HOP, WINDOW_DELAY, Features, Floats
from engine.light.phones import PhoneMouth, joined
from engine.light.pose import IdleMotion
from engine.light.visemes import REST, WEIGHTS, Mouth, MouthMotion, VisemeNet, load_weights

if TYPE_CHECKING:
    from engine.avatar import Avatar

DEFAULT_LOOK_AHEAD_S = 0.040
"""What the network was trained for."""

EXPRESS_LOOK_AHEAD_S = 0.020
"""Shorter lip delay; the lips trail the sound by the 20 ms that are missing."""

_RUN_UP = 80 * HOP
"""Sound heard before the first frame: a little more than the network's receptive field of 63 hops."""

_LEVEL_HOPS = 8
"""The loudness of a moment is that of the 80 ms around it, of which the last are the look-ahead."""

_LONGEST_GAP = 2 * SAMPLE_RATE
"""A longer gap between frames is not listened through: the driver takes a run-up after it instead."""


SPOILT_MOST = 3
"""So many spoilt mouths in a row are told to the operator, and are a second engine's to draw."""


class SpoiltMouthError(Exception):
    """What was heard led to a mouth that is none. The listener has recovered from it."""


class LipTracker:
    """Hears the source timeline in order and knows the mouth at each moment.

    Independent of how frames are asked for: a mouth depends only on the sound up to its own time plus
    `look_ahead` samples, since the last cut.
    """

    def __init__(self, look_ahead: int, weights: Path = WEIGHTS) -> None:
        table = load_weights(weights)
        self._look_ahead = look_ahead
        self._start = table["start_mean"]
        self._features = Features(self._start)
        self._net = VisemeNet(table)
        self._motion = MouthMotion()
        self._levels = np.zeros(_LEVEL_HOPS, np.float64)
        self._next: int | None = None  # the hop heard next ends at sample HOP * (_next + 1)
        self._deaf_before = 0  # sound before this index was cut off
        self._cut_ahead: int | None = None  # index of a cut that is not reached yet
        self._rest()

    @property
    def learnt(self) -> Floats:
        """(40,) float32: what the voice and its microphone sound like, as learnt so far."""
        return self._features.normaliser.mean

    @property
    def level(self) -> float:
        """How loud it is where `mouth_at` was asked last: natural log of power, about this voice's usual (0)."""
        return float(self._levels.mean())

    def mouth_at(self, sound: Sound, pts: int) -> tuple[Mouth, float]:
        """The mouth and the effort of speaking at sample index `pts`."""
        horizon = pts + self._look_ahead
        target = horizon // HOP  # hops that end at or before the horizon
        if horizon < self._deaf_before - _LONGEST_GAP:
            self._deaf_before = 0  # a new timeline has begun
        if self._next is None or target < self._next - 1 or (target - self._next) * HOP > _LONGEST_GAP:
            self._rest()
            self._next = max((horizon - _RUN_UP) // HOP, self._deaf_before // HOP)
        while self._next < target:
            if self._cut_ahead is not None and self._next == self._cut_ahead // HOP:
                self._deaf_before = self._cut_ahead
                self._rest()
            self._measure(sound, self._next)
            self._next += 1
        since = (horizon - target * HOP) / HOP if target == self._next else 0.0
        mouth, effort = self._motion.at(since), self._motion.effort
        if all(map(math.isfinite, (*mouth, effort))):
            return mouth, effort
        self.recover()
        raise SpoiltMouthError

    def recover(self) -> None:
        """What was learnt is no number any more: begin as on the first day, with silence before."""
        self._features = Features(self._start)
        self._motion = MouthMotion()
        self._rest()

    def cut(self, at: int) -> None:
        """Forget the sound from `at` on and be at rest there. What was learnt of the voice stays."""
        if self._next is not None and self._next * HOP <= at:
            self._cut_ahead = at
            return
        self._deaf_before = at
        self._rest()
        self._next = at // HOP

    def _measure(self, sound: Sound, hop: int) -> None:
        start = hop * HOP
        samples = clean(np.asarray(sound.read(start, HOP), np.float32))
        if start < self._deaf_before:
            samples = samples.copy()
            samples[: self._deaf_before - start] = 0
        frame = self._features.push(samples)
        self._levels[hop % _LEVEL_HOPS] = frame.mean()
        self._motion.push(self._net.push(frame))

    def _rest(self) -> None:
        """Be as if there had been silence for ever."""
        self._cut_ahead = None
        self._features.reset()
        silence = self._features.silence()
        self._levels[:] = silence.mean()
        self._net.settle(silence)
        self._motion.rest()


class LightDriver:
    """Draws a light avatar that speaks what it hears.

    Attributes:
        look_ahead_s: seconds of sound that a frame needs after its own time: the network's look-ahead, half
            an analysis window and the low-pass filter's delay.
        words, trouble, spoilt, batch: as in `engine.driver.Driver`.
        cutouts: as in `engine.driver.CutoutDriver`.
    """

    def __init__(self, *, look_ahead_s: float = DEFAULT_LOOK_AHEAD_S, weights: Path = WEIGHTS) -> None:
        """`look_ahead_s`: 0 … 0.040 s for the network alone. Less than 0.040 makes the lips trail by the rest."""
        if not 0 <= look_ahead_s <= DEFAULT_LOOK_AHEAD_S:
            raise DriverError(
                f"The light driver's look-ahead must lie between 0 and {DEFAULT_LOOK_AHEAD_S * 1000:.0f} ms; "
                f"{look_ahead_s * 1000:.0f} ms is not possible."
            )
        self.words, self.trouble = "light", ""
        self.spoilt, self.batch = 0, 1
        self._spoilt_in_a_row = 0
        self._samples = round(look_ahead_s * SAMPLE_RATE) + WINDOW_DELAY + FILTER_DELAY
        self.look_ahead_s = self._samples / SAMPLE_RATE
        self._trail = round((DEFAULT_LOOK_AHEAD_S - look_ahead_s) * SAMPLE_RATE)
        self._told = PhoneMouth()
        self._weights = weights
        self._listener: LipTracker | None = None
        self._idle: IdleMotion | None = None
        self.cutouts = False
        self._cutout: Pixels | None = None  # of the newest frame

    @property
    def gauge(self) -> Gauge | None:
        """It needs no card."""
        return None

    def load(self, avatar: Avatar, width: int, height: int) -> None:
        """Make ready to draw. Raises DriverError with a sentence for the operator.

        What was learnt of the MC's voice is kept when another avatar is loaded.
        """
        if avatar.driver != "light":
            raise DriverError(f"The avatar {avatar.name} is made for the {avatar.driver} driver, not for this one.")
        try:
            art = parse_art(avatar.settings)
        except ArtError as cause:
            raise DriverError(f"The avatar {avatar.name} cannot be drawn: {cause}.") from cause
        if self._listener is None:
            self._listener = LipTracker(self._samples, self._weights)
        try:
            from engine.light.rig import Presenter
        except ImportError as cause:
            raise DriverError("The drawing library (PySide6) does not load: install Compere again.") from cause
        self._presenter = Presenter(art, width, height)
        self._idle = idle_motion(avatar)

    def frames(
        self, sound: Sound, start: int, count: int, rate: int, canvas: Canvas, phones: Phones | None = None
    ) -> Iterator[Frame]:
        """Draw frames `start` … `start + count - 1`; see `engine.driver.Driver`."""
        if self._listener is None or self._idle is None:
            raise DriverError("The light driver was asked for pictures before an avatar was loaded.")
        for number in range(start, start + count):
            pts = pts_of(number, rate)
            mouth, effort = self._mouth(sound, pts)
            if phones is not None:  # as late as the lips that go by the sound: the hall hears it then
                told, share = self._told.at(phones, pts - self._trail)
                level = self._listener.level
                mouth = joined(mouth, told, share, level if math.isfinite(level) else 0.0)
            pixels = canvas()
            if self.cutouts:
                self._cutout = self._presenter.draw_alone(self._idle.at(pts), mouth, effort)
                self._presenter.lay(pixels, self._cutout)
            else:
                self._cutout = None
                self._presenter.draw(pixels, self._idle.at(pts), mouth, effort)
            yield Frame(pts, pixels)

    def cutout(self, canvas: Pixels) -> None:
        """Give the newest frame's host alone; see `engine.driver.CutoutDriver`."""
        if self._cutout is None:
            raise DriverError("The light driver was asked for a cut-out that it has not drawn.")
        np.copyto(canvas, self._cutout)

    def _mouth(self, sound: Sound, pts: int) -> tuple[Mouth, float]:
        """The mouth and the effort at a moment; at rest where what came out is no mouth."""
        assert self._listener is not None
        try:
            heard = self._listener.mouth_at(sound, pts)
        except SpoiltMouthError:
            self.spoilt += 1
            self._spoilt_in_a_row += 1
            if self._spoilt_in_a_row >= SPOILT_MOST:
                self.trouble = "The drawn mouth comes out wrong, so it stays shut: another avatar may do better."
            return REST, 0.0
        self._spoilt_in_a_row, self.trouble = 0, ""
        return heard

    def inherit(self, previous: Driver) -> None:
        """Hear on where `previous` stops: the same voice at the same microphone, so no mouth jumps at a take."""
        if isinstance(previous, LightDriver) and previous.look_ahead_s == self.look_ahead_s:
            self._listener = previous._listener

    def cut(self, at: int) -> None:
        """Forget all sound and phones from index `at` on: the mouth is at rest there, and hears again from it."""
        self._told.cut(at)
        if self._listener is not None:
            self._listener.cut(at)


def idle_motion(avatar: Avatar) -> IdleMotion:
    """The avatar's idle loop. The same for the live pictures and for the prepared file."""
    return IdleMotion(avatar.idle_seconds, zlib.crc32(avatar.id.encode()))
