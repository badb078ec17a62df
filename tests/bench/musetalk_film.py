"""How long a film of ten seconds takes: what a host says offline, from the sound to the file.

With weights in memory and the pass recorded, since a queue of films pays for those once. On a processor the networks of
the real size draw a few pictures only, and the row says what the whole would take.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from engine.film.ahead import Ahead
from engine.film.order import Order, pictures_in
from engine.film.soundtrack import Soundtrack
from engine.film.writer import FilmWriter
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.filming import PROCESSOR_BATCH, NeuralPainter
from engine.musetalk.network.device import ComputeDevice
from tests.engine.musetalk import filmed, puppets
from tests.hall.rig.speech import SPEECH, load

from .rows import Row, at_most, figure

SECONDS = 10
BOUND_S = 1.5
"""For ten seconds of sound on a card of the H100's class."""

_WIDTH, _HEIGHT = 1920, 1080
_FACE = (760, 240, 1160, 800)


def film_rows(machine: ComputeDevice, size: str) -> list[Row]:
    """Ten seconds of speech as a film at 1080p and 25 pictures a second.

    Args:
        size: of the networks, `small` or `real`.
    """
    on_card = machine.device.type == "cuda"
    models = puppets.make_networks(size, str(machine.device), machine.dtype)
    speech = np.resize(load(SPEECH), SECONDS * SAMPLE_RATE)  # without a pause: every picture is drawn
    sound = Soundtrack(np.asarray(speech, np.float32)[:, None])
    few = PROCESSOR_BATCH if size == "real" and not on_card else 0
    what = f"{machine.name}, {size} size, film of {SECONDS} s at 1080p"
    with tempfile.TemporaryDirectory() as folder:
        order = _order(Path(folder), machine)
        with patch("engine.musetalk.filming.load_models", lambda *_: models):
            begun = time.perf_counter()
            painter = NeuralPainter(_host(Path(folder)), sound, order)
            ready_s = time.perf_counter() - begun
        total = pictures_in(sound.length, order.frames_a_second)
        taken = _filmed(painter, order, sound, few or total)
        painter.close()
    rows = [
        figure(f"{what}: ready after (weights are there; {'recording' if on_card else 'warm-up'})", f"{ready_s:.1f} s")
    ]
    if few:
        whole = taken / few * total
        return [
            *rows,
            figure(what, f"{few} of {total} pictures in {taken:.0f} s, so all of it in {whole / 60:.0f} min"),
        ]
    if on_card and size == "real":
        return [*rows, at_most(what, taken, BOUND_S, "s")]
    return [*rows, figure(what, f"{taken:.1f} s, {total / taken:.1f} pictures a second")]


def _host(root: Path) -> Any:
    return filmed.Filmed(root / "models", root / "cache", root / "avatars" / "filmed").avatar


def _order(root: Path, machine: ComputeDevice) -> Order:
    models = puppets.write_small(root / "models")
    frames = [filmed.drawn_frame(number, _WIDTH, _HEIGHT, _FACE) for number in range(12)]
    filmed.film_avatar(root, models, frames, [_FACE] * len(frames))
    return Order(
        avatar=root / "avatars" / "filmed",
        sound=root / "none",
        out=root / "film.mp4",
        exact=False,
        cards=(str(machine.device.index or 0) if machine.device.type == "cuda" else "cpu",),
        models=models,
        prepared=root / "cache",
    )


def _filmed(painter: NeuralPainter, order: Order, sound: Soundtrack, count: int) -> float:
    """Seconds for the first `count` pictures and their sound, written to the end."""
    begun = time.perf_counter()
    with FilmWriter(order, sound.channels) as film, Ahead(painter.paint(0, count), 16) as pictures:
        for picture in pictures:
            film.picture(picture)
            film.sound(sound.both(film.sounded, min(film.sound_wanted, sound.length) - film.sounded))
        film.finish()
    return time.perf_counter() - begun
