"""A painter in a process of its own: an order comes in on the first line, then stretches; pictures go out.

    python -m engine.painter_process

A stretch is a line of two numbers: its first picture, and how many. The end of the input is the end of the work.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO, TextIO

import numpy as np

from engine.film.crew import FAULT, PICTURE
from engine.film.order import FilmError, Order
from engine.film.painting import stretch
from engine.film.soundtrack import open_soundtrack
from engine.painters import make_painter
from engine.text import to_json


def work(order: Order, told: TextIO, out: BinaryIO) -> None:
    """Draw what is told into `out`. Raises FilmError."""
    sound = open_soundtrack(order.sound)
    try:
        painter = make_painter(order, sound)
        try:
            out.write(PICTURE + stretch(painter.batch, order.frames_a_second).to_bytes(4, "big"))
            out.flush()
            while line := told.readline():
                first, count = (int(number) for number in line.split())
                for picture in painter.paint(first, count):
                    out.write(PICTURE)
                    out.write(np.ascontiguousarray(picture).data)
                out.flush()
        finally:
            painter.close()
    finally:
        sound.close()


def main() -> int:
    """Work as standard input tells."""
    # Whatever a library prints must not come between the pictures.
    out = os.fdopen(os.dup(1), "wb", buffering=1 << 20)
    os.dup2(2, 1)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        work(Order.from_json(sys.stdin.readline()), sys.stdin, out)
        out.close()
    except FilmError as fault:
        words = to_json(str(fault)).encode()
        out.write(FAULT + len(words).to_bytes(4, "big") + words)
        out.close()
        return 1
    except BrokenPipeError:
        os._exit(1)  # nobody wants them any more; closing would only say so again
    return 0


if __name__ == "__main__":
    sys.exit(main())
