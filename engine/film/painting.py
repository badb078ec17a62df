"""Pictures of a film, stretch by stretch, by the same drivers that draw live."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.avatar import Avatar, AvatarError, load_avatar
from engine.driver import DriverError, Pixels
from engine.film.order import FilmError, Order, index_of
from engine.film.picture import Picture, Scaler
from engine.ipc.rings.samples import SAMPLE_RATE

if TYPE_CHECKING:
    from engine.film.soundtrack import Soundtrack
    from engine.light.driver import LightDriver

_STRETCH_S = 1.0


class Painter(Protocol):
    """Draws one film's pictures.

    Attributes:
        batch: pictures that are drawn together: stretches must begin at a multiple of it, so that whoever draws them
            comes to the same bits.
    """

    batch: int

    def paint(self, first: int, count: int) -> Iterator[Picture]:
        """Pictures `first` … `first + count - 1` of the film, in order; going back costs hearing again."""
        ...

    def close(self) -> None:
        """Let threads and files go."""
        ...


class LightPainter:
    """Draws a light avatar.

    Its mouth depends on all the sound before, so what lies between two stretches is listened to as well.
    """

    batch = 1

    def __init__(self, avatar: Avatar, sound: Soundtrack, order: Order) -> None:
        """Raises FilmError."""
        self._sound, self._rate = sound, order.frames_a_second
        self._avatar, self._size = avatar, (order.width, order.height)
        self._driver = self._fresh()
        self._canvas: Pixels = np.zeros((order.height, order.width, 4), np.uint8)
        self._scaler = Scaler()
        self._heard = 0

    def paint(self, first: int, count: int) -> Iterator[Picture]:
        """See `Painter`."""
        start = index_of(first, self._rate)
        if start < self._heard:
            self._driver, self._heard = self._fresh(), 0
        while start - self._heard > SAMPLE_RATE or (self._heard == 0 and first > 0):
            self._draw(self._heard)  # hears on; the picture is nobody's
            self._heard += SAMPLE_RATE
        for number in range(first, first + count):
            index = index_of(number, self._rate)
            self._heard = index
            yield self._scaler.picture(self._draw(index))

    def close(self) -> None:
        """Nothing to let go."""

    def _fresh(self) -> LightDriver:
        """A driver that has heard nothing yet. Raises FilmError."""
        from engine.light.driver import LightDriver

        driver = LightDriver()
        try:
            driver.load(self._avatar, *self._size)
        except DriverError as cause:
            raise FilmError(str(cause)) from cause
        return driver

    def _draw(self, index: int) -> Pixels:
        # At as many pictures a second as there are samples, a picture's number is its index: any rate will do.
        try:
            for frame in self._driver.frames(self._sound, index, 1, SAMPLE_RATE, lambda: self._canvas):
                return frame.pixels
        except DriverError as cause:
            raise FilmError(str(cause)) from cause
        raise AssertionError("a driver drew nothing")


def stretch(batch: int, rate: Fraction) -> int:
    """Pictures of one stretch, about a second: a whole number of batches."""
    return max(1, round(rate * Fraction(_STRETCH_S) / batch)) * batch


def open_avatar(folder: Path) -> Avatar:
    """The avatar in `folder`. Raises FilmError."""
    try:
        return load_avatar(folder)
    except AvatarError as cause:
        raise FilmError(str(cause)) from cause
