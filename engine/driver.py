"""The contract between the engine and whatever turns sound into a face.

A driver knows nothing of modes, turns or presets, and nothing of real time: it reads sound at an index of
the source timeline and draws the picture that belongs to a frame number. The same code runs live and offline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.samples import SAMPLE_RATE

if TYPE_CHECKING:
    from engine.avatar import Avatar


Pixels = NDArray[np.uint8]
"""(height, width, 4) uint8, BGRA, alpha always 255."""

Canvas = Callable[[], Pixels]
"""Gives the next picture to draw into. The driver must write each pixel of it."""


class DriverError(Exception):
    """A driver could not load or draw. The message is one sentence for the operator."""


class DriverLostError(DriverError):
    """No frame can be drawn in this process any more: it must be started again. One sentence for the operator."""


def pts_of(frame: int, rate: int) -> int:
    """The sample index that frame number `frame` belongs to, at `rate` frames a second.

    Computed from the count, never summed, so that it cannot drift.
    """
    return frame * SAMPLE_RATE // rate


@dataclass(frozen=True, slots=True)
class Frame:
    """One finished picture.

    Attributes:
        pts: sample index of the source timeline at which the picture belongs.
        pixels: what was drawn, the array that `Canvas` gave.
    """

    pts: int
    pixels: Pixels


class Sound(Protocol):
    """Sound of the source timeline, as a driver sees it."""

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        """`count` mono samples from absolute index `start`. What is not there (yet, or any more) is zero."""
        ...


class Phones(Protocol):
    """The sounds of speech that are known in time, when the voice is a synthesised one."""

    def between(self, start: int, end: int) -> NDArray[np.int64]:
        """(n, 3) int64, rising: first index, index behind the last, code (`engine.ipc.rings.phonetics.Sounding`).

        Those that touch indices `start` … `end` of the source timeline and are known by now. A dropped turn's are
        gone.
        """
        ...


@dataclass(frozen=True)
class Gauge:
    """How a graphics card does: memory taken and there in MiB, temperature in °C where it says."""

    used_mib: int
    total_mib: int
    celsius: int | None


class Driver(Protocol):
    """Turns sound into pictures.

    Attributes:
        look_ahead_s: seconds of sound that a frame needs after its own time.
        words: what the operator reads of it, as "light".
        trouble: one sentence for the operator while something goes on being wrong, or "".
        spoilt: pictures in which something came out wrong and was left away.
        batch: the most frames that are worth asking for at once.
    """

    look_ahead_s: float
    words: str
    trouble: str
    spoilt: int
    batch: int

    @property
    def gauge(self) -> Gauge | None:
        """How its graphics card does; None where it has none."""
        ...

    def load(self, avatar: Avatar, width: int, height: int) -> None:
        """Make ready to draw `avatar` at this size. Raises DriverError with a sentence for the operator."""
        ...

    def frames(
        self, sound: Sound, start: int, count: int, rate: int, canvas: Canvas, phones: Phones | None = None
    ) -> Iterator[Frame]:
        """Draw frames `start` … `start + count - 1` of a program at `rate` frames a second.

        The caller has made sure that sound up to the last frame's time plus `look_ahead_s` is there.
        Frame numbers rise from call to call; a gap is a skipped frame, and costs no picture.

        `phones` tells what is being said where that is known. A driver may go by the sound alone.
        """
        ...

    def cut(self, at: int) -> None:
        """Forget all sound and phones from index `at` on: the mouth is at rest there, and hears again from it."""
        ...

    def inherit(self, previous: Driver) -> None:
        """Take over what `previous`, which drew until now, has learnt of the voice. May do nothing."""
        ...


@runtime_checkable
class CutoutDriver(Protocol):
    """A driver whose host can be had without their ground, for a key. `engine.avatar.Avatar.keyable` says whose.

    Attributes:
        cutouts: each frame's host is wanted alone as well: set it before the frame is asked for.
    """

    cutouts: bool

    def cutout(self, canvas: Pixels) -> None:
        """Give the host of the frame drawn last, alone, on transparent ground. Raises DriverError where there is none.

        `canvas`: (height, width, 4) uint8 BGRA, premultiplied; each pixel of it is written.
        """
        ...
