"""A second process that draws into a picture ring as fast as it can: `NAME`, until stdin closes.

Each picture is of one colour, which its pts tells, so that a torn copy gives itself away.
"""

from __future__ import annotations

import sys
import threading
import time

from engine.ipc.rings.picture_ring import PictureRing


def colour(pts: int) -> int:
    """What all bytes of the picture at `pts` are."""
    return pts % 251


def draw(ring: PictureRing, ended: threading.Event) -> None:
    """Draw picture after picture, row by row."""
    pts = ring.count
    while not ended.is_set():
        pts += 1
        pixels = ring.begin(time.monotonic_ns())
        for row in pixels:
            row[:] = colour(pts)
        ring.publish(pts, pts // 100, time.monotonic_ns())


def main() -> None:
    """Draw into the ring that the command line names."""
    ring = PictureRing.attach(sys.argv[1])
    ended = threading.Event()
    drawer = threading.Thread(target=draw, args=(ring, ended))
    drawer.start()
    print("ready", flush=True)
    sys.stdin.read()
    ended.set()
    drawer.join()
    ring.close()


if __name__ == "__main__":
    main()
