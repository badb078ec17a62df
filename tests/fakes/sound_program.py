"""A second process at a sound ring: `write NAME CAPACITY`, `read NAME READS`, or `hold NAME` (attach, and stay).

Each sample that is written says its own index, so that a torn read gives itself away.
"""

from __future__ import annotations

import sys
import threading

import numpy as np
from numpy.typing import NDArray

from engine.ipc.rings.sound_ring import SoundRing

PERIOD = 9973
"""A prime: whole rings apart, the values differ."""


def voice(start: int, count: int) -> NDArray[np.float32]:
    """What is written at these indexes, (count,) float32; never 0."""
    return (np.arange(start, start + count) % PERIOD + 1).astype(np.float32)


def faults(ring: SoundRing, start: int, count: int) -> int:
    """Read once, and count the samples that are neither what was written there nor silence."""
    read = ring.read(start, count)
    return int(np.count_nonzero((read != voice(start, count)) & (read != 0)))


def write(ring: SoundRing, ended: threading.Event) -> None:
    """Write round and round as fast as can be, and cut now and then."""
    number = 0
    while not ended.is_set():
        ring.write(voice(ring.written, 480))
        number += 1
        if number % 50 == 0:
            ring.cut(ring.written - 1500, 0)


def read(ring: SoundRing, reads: int) -> int:
    """Read old, new and future sound; the number of wrong samples."""
    return sum(faults(ring, ring.oldest - 100 + 37 * (n % 60), 1200) for n in range(reads))


def main() -> None:
    """Do what the command line says until stdin closes."""
    task, name, *rest = sys.argv[1:]
    if task == "write":
        ring = SoundRing(name, capacity=int(rest[0]))
        ended = threading.Event()
        writer = threading.Thread(target=write, args=(ring, ended))
        writer.start()
        print("ready", flush=True)
        sys.stdin.read()
        ended.set()
        writer.join()
    else:
        ring = SoundRing.attach(name)
        if task == "read":
            print(read(ring, int(rest[0])), flush=True)
        else:
            print(ring.written, flush=True)
            sys.stdin.read()
    ring.close()


if __name__ == "__main__":
    main()
