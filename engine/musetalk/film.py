"""The clip as it is shown: frames decoded ahead of their time, at the program's size, and never held all at once.

A 1080p frame takes some 15 ms to decode and 8 MB to keep. Which ones come next is known, since the clip's frame is a
function of the time alone.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from engine.driver import Pixels
from engine.musetalk.face.overlay import Patch
from engine.musetalk.store.store import Store
from engine.opencv import opencv

KEPT_BYTES = 160 << 20
"""Decoded frames kept: 20 of 1080p. A clip that is shorter is decoded once."""

_READERS = 2


class Film:
    """Shows the frames of one prepared avatar.

    Args:
        store: the prepared avatar.
        width, height: of the program. A clip of another shape gets black bars.
    """

    def __init__(self, store: Store, width: int, height: int) -> None:
        self._store = store
        card = store.card
        self._most = max(4, KEPT_BYTES // (card.width * card.height * 4))
        self._frames: OrderedDict[int, Future[Pixels]] = OrderedDict()
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="film")
        self._fits = (card.width, card.height) == (width, height)
        scale = min(width / card.width, height / card.height)
        wide, high = min(width, round(card.width * scale)), min(height, round(card.height * scale))
        self._left, self._top, self._size = (width - wide) // 2, (height - high) // 2, (wide, high)
        self._work: Pixels = np.zeros((0, 0, 4) if self._fits else (card.height, card.width, 4), np.uint8)

    def expect(self, indexes: Iterable[int]) -> None:
        """These frames come next: decode them meanwhile."""
        for index in indexes:
            if index in self._frames:
                self._frames.move_to_end(index)
                continue
            while len(self._frames) >= self._most:
                self._frames.popitem(last=False)[1].cancel()
            self._frames[index] = self._readers.submit(_decoded, self._store, index)

    def frame(self, index: int) -> Pixels:
        """Frame `index` at its own size, BGRA; not to be written to. Raises StoreError for a damaged one."""
        self.expect([index])
        try:
            return self._frames[index].result()
        except Exception:
            del self._frames[index]
            raise

    def show(self, canvas: Pixels, frame: Pixels) -> None:
        """Draw a frame into the program's picture, every pixel of it."""
        if self._fits:
            np.copyto(canvas, frame)
            return
        wide, high = self._size
        if (high, wide) != canvas.shape[:2]:
            canvas[:] = (0, 0, 0, 255)
        inner = canvas[self._top : self._top + high, self._left : self._left + wide]
        cv2 = opencv()
        shrinks = wide < frame.shape[1]
        inner[:] = cv2.resize(frame, (wide, high), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)

    def show_patched(self, canvas: Pixels, frame: Pixels, patch: Patch) -> None:
        """The same with a part of the frame replaced. The frame is drawn while the patch is still being made."""
        left, top, right, bottom = patch.shown
        if self._fits:
            np.copyto(canvas, frame)
            canvas[top:bottom, left:right, :3] = patch.pixels()
            return
        np.copyto(self._work, frame)
        self._work[top:bottom, left:right, :3] = patch.pixels()
        self.show(canvas, self._work)

    def close(self) -> None:
        """Let the readers go."""
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._frames.clear()


def _decoded(store: Store, index: int) -> NDArray[np.uint8]:
    cv2 = opencv()
    picture: NDArray[np.uint8] = cv2.cvtColor(store.frame(index), cv2.COLOR_BGR2BGRA)
    return picture
