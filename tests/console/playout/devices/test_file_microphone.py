from __future__ import annotations

import itertools
import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from console.playout.devices import file_microphone
from console.playout.devices.file_microphone import FileMicrophone
from console.playout.sound.decode import SoundFileError
from tests.console.playout.conftest import WholeSound

BLOCK = 480


class Port:
    """Takes the blocks, and says when there are enough of them."""

    def __init__(self, enough: int) -> None:
        self.blocks: list[NDArray[np.float32]] = []
        self.times: list[float] = []
        self._enough = enough
        self.full = threading.Event()

    def write(self, block: NDArray[np.float32], now_s: float) -> None:
        if len(self.blocks) < self._enough:
            self.blocks.append(block)
            self.times.append(now_s)
        else:
            self.full.set()

    @property
    def sound(self) -> NDArray[np.float32]:
        return np.concatenate(self.blocks)


def feed(samples: NDArray[np.float32], *, loop: bool, blocks: int) -> Port:
    port = Port(blocks)
    microphone = FileMicrophone(port, lambda: WholeSound(samples), loop)  # type: ignore[arg-type]
    assert port.full.wait(10)
    microphone.close()
    return port


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock of which 10 ms pass whenever somebody looks."""
    ticks = itertools.count()
    monkeypatch.setattr(file_microphone, "time", SimpleNamespace(monotonic=lambda: next(ticks) * 0.01))


@pytest.mark.usefixtures("hurry")
def test_the_file_is_fed_whole_and_silence_follows() -> None:
    samples = np.arange(1, 1001, dtype=np.float32)
    port = feed(samples, loop=False, blocks=10)
    assert all(block.shape == (BLOCK,) for block in port.blocks)
    assert np.array_equal(port.sound[:1000], samples) and not port.sound[1000:].any()


@pytest.mark.usefixtures("hurry")
def test_a_loop_begins_again_after_a_second_of_quiet() -> None:
    samples = np.arange(1, 1001, dtype=np.float32)
    port = feed(samples, loop=True, blocks=210)
    again = 49_000 + -49_000 % BLOCK
    assert np.array_equal(port.sound[:1000], samples) and not port.sound[1000:again].any()
    assert np.array_equal(port.sound[again : again + 1000], samples)


def test_it_is_fed_in_real_time() -> None:
    began = time.monotonic()
    port = feed(np.ones(4800, np.float32), loop=False, blocks=12)
    assert all(at >= began + 0.010 * number for number, at in enumerate(port.times, 1)), "a block came early"
    assert port.times[-1] < began + 5


def test_after_closing_nothing_comes_any_more() -> None:
    port = Port(1000)
    microphone = FileMicrophone(port, lambda: WholeSound(np.ones(480, np.float32)), loop=True)  # type: ignore[arg-type]
    microphone.close()
    count = len(port.blocks)
    assert not any(thread.name == "file microphone" for thread in threading.enumerate())
    assert len(port.blocks) == count


def test_the_port_may_change_its_block_without_harm_to_the_file() -> None:
    samples = np.ones(960, np.float32)
    port = feed(samples, loop=False, blocks=2)
    port.blocks[0][:] = 7
    assert (samples == 1).all()


@pytest.mark.usefixtures("hurry")
def test_a_file_that_is_gone_when_its_loop_begins_again_is_tried_again() -> None:
    samples = np.ones(480, np.float32)
    tries: list[int] = []

    def opened() -> WholeSound:
        tries.append(1)
        if len(tries) == 2:
            raise SoundFileError("a.wav is gone.")
        return WholeSound(samples)

    port = Port(320)
    microphone = FileMicrophone(port, opened, loop=True)  # type: ignore[arg-type]
    assert port.full.wait(10)
    microphone.close()
    assert len(tries) >= 3 and port.sound[150 * BLOCK :].any()
