"""Several painters in processes of their own, one for each card. They take turns, stretch by stretch.

Each draws only its own stretches, and they are joined in order: whoever draws them, the pictures are the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import IO

import numpy as np

from engine.film.order import FilmError, Order, pictures_in
from engine.film.painting import Painter, Picture, make_painter, stretch
from engine.film.soundtrack import Soundtrack

PICTURE, FAULT = b"P", b"F"
"""How each message of a worker begins: a picture, or the length (4 bytes, big-endian) and words of a sentence."""

_SENTENCE_MOST = 4096


@contextmanager
def painted(order: Order, sound: Soundtrack) -> Iterator[Iterator[Picture]]:
    """Every picture of the film, in order. Whoever draws is made ready at once, and let go in the end.

    Raises FilmError with one sentence, here or while the pictures come.
    """
    total = pictures_in(sound.length, order.frames_a_second)
    if len(order.cards) > 1:
        workers = [Worker(replace(order, cards=(card,)), n, len(order.cards)) for n, card in enumerate(order.cards)]
        try:
            yield _in_turns(workers, total)
        finally:
            for worker in workers:
                worker.close()
        return
    painter = make_painter(order, sound)
    try:
        yield painter.paint(0, total)
    finally:
        painter.close()


def share_of(painter: Painter, order: Order, total: int, place: int, of: int) -> Iterator[range]:
    """The stretches that fall to the worker at `place`, counted from 0, of `of` workers."""
    long = stretch(painter.batch, order.frames_a_second)
    for first in range(place * long, total, of * long):
        yield range(first, min(first + long, total))


def _in_turns(workers: Sequence[Worker], total: int) -> Iterator[Picture]:
    longs = [worker.begin() for worker in workers]
    if len(set(longs)) > 1:
        raise FilmError("A graphics card cannot draw in step with the processor: name cards only, or cpu only.")
    done = 0
    while done < total:
        worker = workers[done // longs[0] % len(workers)]
        for _ in range(min(longs[0], total - done)):
            yield worker.picture()
            done += 1


class Worker:
    """One painter's process, seen from here. Its pipe is its bound: it draws no more than fits."""

    def __init__(self, order: Order, place: int, of: int) -> None:
        """Starts it. `place`, from 0, is its turn among `of`."""
        self._shape = order.height * 3 // 2, order.width
        self._card = order.cards[0]
        command = [sys.executable, "-m", "engine.film.worker", str(place), str(of)]
        # Threads that wait must not spin: they would take the cores from the other painters, and from a show.
        environment = os.environ | {"OMP_WAIT_POLICY": "PASSIVE"}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        stdin: IO[bytes] = self._process.stdin  # type: ignore[assignment]
        try:
            stdin.write(order.to_json().encode() + b"\n")
            stdin.close()
        except OSError:
            pass  # it has ended, which is seen when it is asked

    def begin(self) -> int:
        """Wait until it is ready: pictures of one stretch. Raises FilmError."""
        return int.from_bytes(self._message(4), "big")

    def picture(self) -> Picture:
        """The next one of its share. Raises FilmError."""
        height, width = self._shape
        return np.frombuffer(self._message(height * width), np.uint8).reshape(height, width)

    def close(self) -> None:
        """End it, wherever it is."""
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _message(self, size: int) -> bytes:
        kind = self._read(1)
        if kind == FAULT:
            length = min(int.from_bytes(self._read(4), "big"), _SENTENCE_MOST)
            raise FilmError(self._read(length).decode(errors="replace"))
        return self._read(size)

    def _read(self, size: int) -> bytes:
        stdout: IO[bytes] = self._process.stdout  # type: ignore[assignment]
        found = stdout.read(size)
        if len(found) < size:
            code = self._process.wait()
            raise FilmError(f"The painter on card {self._card} ended unexpectedly (code {code}): try fewer cards.")
        return found
