"""A real engine process, and what the console and playout are to it."""

from __future__ import annotations

import secrets
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.engine import Attach
from engine.ipc.rings.picture_ring import PictureInfo, PictureRing
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.transport import Link, LinkError, call

ROOT = Path(__file__).parents[2]
RATE = 30
TICK = 48_000 // RATE
WAIT_S = 20.0
Kind = TypeVar("Kind", bound=Message)


class Rings:
    """Playout's part: sound that goes on, as fast as the engine draws, and the ring for its pictures."""

    def __init__(self) -> None:
        name = f"compere-test-{secrets.token_hex(4)}"
        self.sound = SoundRing.create(f"{name}-snd", 2.0)
        self.pictures = PictureRing.create(f"{name}-pic", 320, 180)
        self.sound.write(np.zeros(9600, np.float32))

    @property
    def attach(self) -> Attach:
        """What the console says of them."""
        return Attach(sound=self.sound.name, pictures=self.pictures.name, rate=RATE)

    def go_on(self) -> None:
        """One tick of sound, with the program 300 ms behind it."""
        self.sound.write(np.zeros(TICK, np.float32))
        self.sound.playing = self.sound.written - 14_400

    def picture(self) -> PictureInfo:
        """The next picture that the engine makes."""
        before = self.pictures.count
        self.go_on()
        deadline = time.monotonic() + WAIT_S
        while self.pictures.count == before:
            assert time.monotonic() < deadline, "no picture came"
            time.sleep(0.001)
        info = self.pictures.newest()
        assert info is not None
        return info

    def close(self) -> None:
        self.sound.close()
        self.pictures.close()


class EngineProcess:
    """The engine, as the console has it."""

    def __init__(self, folder: Path, program: Sequence[str] = ("-m", "engine.process"), name: str = "engine") -> None:
        self.folder = folder
        self._name = name
        self._heard: deque[Message] = deque()
        self._errors = (folder / f"{name}.stderr").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, *program, "--runtime", str(folder), "--log", str(folder / "log"), "--name", name],
            cwd=ROOT,
            stderr=self._errors,
        )
        self.link = self.join()

    def join(self) -> Link:
        """A console joins."""
        deadline = time.monotonic() + WAIT_S
        while True:
            try:
                self.link = call(self.folder, self._name, "console")
                self._heard.clear()
                return self.link
            except LinkError:
                assert time.monotonic() < deadline and self.process.poll() is None, "the engine did not start"
                time.sleep(0.01)

    def hear(self, kind: type[Kind]) -> Kind:
        """The next message of this kind; those before it are forgotten."""
        deadline = time.monotonic() + WAIT_S
        while (left := deadline - time.monotonic()) > 0:
            while self._heard:
                message = self._heard.popleft()
                if isinstance(message, kind):
                    return message
            assert not self.link.closed, "the engine hung up"
            select.select([self.link], [], [], left)
            self._heard += self.link.receive()
        raise AssertionError(f"no {kind.__name__} came")

    def ask(self) -> None:
        """Wait until the engine has carried out all that it was told, and forget what it said meanwhile.

        Twice: between two answers it draws the frame that is due.
        """
        for _ in range(2):
            number = secrets.randbits(30)
            self.link.send(m.Ping(number=number))
            assert self.hear(m.Pong) == m.Pong(number=number)

    def close(self) -> None:
        self.link.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._errors.close()


@pytest.fixture(scope="module")
def engine() -> Iterator[EngineProcess]:
    """One engine for the tests of a module: starting it takes a second."""
    folder = Path(tempfile.mkdtemp(prefix="compere-"))
    made = EngineProcess(folder)
    yield made
    made.close()
    shutil.rmtree(folder)


@pytest.fixture
def own_engine(tmp_path: Path) -> Iterator[EngineProcess]:
    """One for a test that ends it."""
    made = EngineProcess(tmp_path)
    yield made
    made.close()


@pytest.fixture
def rings() -> Iterator[Rings]:
    made = Rings()
    yield made
    made.close()
