"""The right painter for a film's avatar. What only one of them needs is imported only for that one."""

from __future__ import annotations

from engine.film.order import Order
from engine.film.painting import LightPainter, Painter, open_avatar
from engine.film.soundtrack import Soundtrack


def make_painter(order: Order, sound: Soundtrack) -> Painter:
    """The painter for the avatar of `order`. Raises FilmError with one sentence."""
    avatar = open_avatar(order.avatar)
    if avatar.driver == "light":
        return LightPainter(avatar, sound, order)
    from engine.musetalk.filming import NeuralPainter

    return NeuralPainter(avatar, sound, order)
