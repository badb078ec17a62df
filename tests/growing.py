"""How the time of some work grows with its text, for tests that hold that it grows no faster."""

from __future__ import annotations

import time
from collections.abc import Callable

FACTOR = 8


def growth(work: Callable[[str], object], pump: str, length: int) -> float:
    """How many times as long some work takes on a text eight times as long: 8 when linear, 64 when quadratic.

    Args:
        work: is given the text.
        pump: what the text is made of, again and again.
        length: of the shorter text, in characters; it should take a millisecond or more.
    """
    short, long = pump * (length // len(pump)), pump * (FACTOR * length // len(pump))
    work(short)  # whatever is made only once
    return min(_took(work, long) for _ in range(2)) / max(1e-4, min(_took(work, short) for _ in range(3)))


def _took(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun
