"""Several painters in processes of their own, one for each card. They take turns, stretch by stretch.

Each draws what it is told, and the stretches are joined in order: whoever draws them, the pictures are the same. What
a painter owes when it dies is drawn by the others.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import IO

import numpy as np

from engine.film.order import FilmError, Order, pictures_in
from engine.film.painting import Painter
from engine.film.picture import Picture
from engine.film.soundtrack import Soundtrack
from engine.ipc.environment import child_environment
from engine.text import Text, sentence_of

PICTURE, FAULT = b"P", b"F"
"""How each message of a worker begins: a picture, or the length (4 bytes, big-endian) and words of a sentence."""

OWED_MOST = 2
"""Stretches that a painter is told at once: it goes on with the next one while another's is written."""

_SENTENCE_MOST = 4096

Note = Callable[[str], None]

MakePainter = Callable[[Order, Soundtrack], Painter]


class PainterLostError(FilmError):
    """A painter draws no more: it has ended, or says why it cannot."""


@contextmanager
def painted(
    order: Order, sound: Soundtrack, make_painter: MakePainter, note: Note = lambda sentence: None
) -> Iterator[Iterator[Picture]]:
    """Every picture of the film, in order. Whoever draws is made ready at once, and let go in the end.

    `make_painter` makes the one that draws in this process; `note` hears of one that is lost while the others go on.

    Raises FilmError with one sentence, here or while the pictures come.
    """
    total = pictures_in(sound.length, order.frames_a_second)
    if len(order.cards) > 1:
        workers = [Worker(replace(order, cards=(card,))) for card in order.cards]
        try:
            yield _in_turns(workers, total, note)
        finally:
            for worker in workers:
                worker.close()
        return
    painter = make_painter(order, sound)
    try:
        yield painter.paint(0, total)
    finally:
        painter.close()


def _in_turns(workers: Sequence[Worker], total: int, note: Note) -> Iterator[Picture]:
    longs = [worker.begin() for worker in workers]
    if len(set(longs)) > 1:
        raise FilmError("A graphics card cannot draw in step with the processor: name cards only, or cpu only.")
    living, owed = list(workers), deque[tuple[Worker, range]]()
    told = done = 0  # pictures that somebody was told to draw, and that have come
    while done < total:
        told = _assign(living, owed, told, total, longs[0])
        worker, stretch = owed.popleft()
        try:
            for number in stretch:
                picture = worker.picture()
                if number == done:  # what a lost one had begun comes once more
                    yield picture
                    done += 1
            worker.owed -= 1
        except PainterLostError as lost:
            living.remove(worker)
            if not living:
                raise
            told = stretch.start
            _discard_ahead(living, owed)
            note(Text("The film goes on without card {name}: {why}", name=worker.card, why=lost))


def _assign(living: list[Worker], owed: deque[tuple[Worker, range]], told: int, total: int, long: int) -> int:
    """Give every painter enough to draw, in turns; gives the first picture that is nobody's."""
    while told < total and living:
        worker = min(living, key=lambda each: each.owed)
        if worker.owed >= OWED_MOST:
            break
        stretch = range(told, min(told + long, total))
        worker.assign(stretch)
        owed.append((worker, stretch))
        told = stretch.stop
    return told


def _discard_ahead(living: list[Worker], owed: deque[tuple[Worker, range]]) -> None:
    """What was drawn ahead is out of order now. It has to be read, since a pipe gives what was put in first."""
    for worker, stretch in owed:
        if worker not in living:
            continue
        try:
            for _ in stretch:
                worker.picture()
            worker.owed -= 1
        except PainterLostError:
            living.remove(worker)
            if not living:
                raise
    owed.clear()


class Worker:
    """One painter's process, seen from here. Its pipe is its bound: it draws no more than fits.

    Attributes:
        card: which one it draws on. owed: stretches that it was told and that have not come.
        module: what `python -m` runs.
    """

    module = "engine.painter_process"

    def __init__(self, order: Order) -> None:
        """Starts it."""
        self._shape = order.height * 3 // 2, order.width
        self.card = order.cards[0]
        self.owed = 0
        # Threads that wait must not spin: they would take the cores from the other painters, and from a show.
        environment = child_environment() | {"OMP_WAIT_POLICY": "PASSIVE"}
        command = [sys.executable, "-m", self.module]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self._send(order.to_json())

    def begin(self) -> int:
        """Wait until it is ready: pictures of one stretch. Raises FilmError."""
        return int.from_bytes(self._message(4), "big")

    def assign(self, stretch: range) -> None:
        """Draw these, after what it was told before."""
        self.owed += 1
        self._send(f"{stretch.start} {len(stretch)}")

    def picture(self) -> Picture:
        """The next one of what it was told. Raises PainterLostError."""
        height, width = self._shape
        return np.frombuffer(self._message(height * width), np.uint8).reshape(height, width)

    def close(self) -> None:
        """End it, wherever it is."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    pass  # what it was told last never reached it

    def _send(self, line: str) -> None:
        stdin: IO[bytes] = self._process.stdin  # type: ignore[assignment]
        try:
            stdin.write(line.encode() + b"\n")
            stdin.flush()
        except OSError:
            pass  # it has ended, which is seen when it is asked

    def _message(self, size: int) -> bytes:
        kind = self._read(1)
        if kind == FAULT:
            length = min(int.from_bytes(self._read(4), "big"), _SENTENCE_MOST)
            raise PainterLostError(_sentence(self._read(length)))
        return self._read(size)

    def _read(self, size: int) -> bytes:
        stdout: IO[bytes] = self._process.stdout  # type: ignore[assignment]
        found = stdout.read(size)
        if len(found) < size:
            key = "The painter on card {name} ended unexpectedly (code {code}): try fewer cards."
            raise PainterLostError(Text(key, name=self.card, code=self._process.wait()))
        return found


def _sentence(data: bytes) -> str:
    """What a painter said before it ended."""
    try:
        return sentence_of(json.loads(data))
    except (ValueError, RecursionError):
        return data.decode(errors="replace")
