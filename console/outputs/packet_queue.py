"""What was encoded and waits to be sent, and what of it is thrown away when the network is too slow.

By age, not by number, as OBS Studio does: when more than `P_MOST_S` of program waits, the pictures that wait go, up to
the next keyframe; sound is kept. A platform shows a stream that jumps; one that comes later and later helps nobody.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Generic, TypeVar

P_MOST_S = 0.9
"""What may wait before pictures are thrown away (OBS: 900 ms for P frames; there are no B frames in our streams)."""

T = TypeVar("T")


@dataclass(frozen=True)
class Queued(Generic[T]):
    """One packet.

    Attributes:
        at_s: its time in the program, seconds.
        picture: it is one, and no sound.
        key: a picture that can be shown without those before it.
        size: bytes.
        packet: itself.
    """

    at_s: float
    picture: bool
    key: bool
    size: int
    packet: T


class PacketQueue(Generic[T]):
    """Packets in the order of their times.

    Args:
        drops: pictures may be thrown away; a recording keeps all of them.

    Attributes:
        dropped: pictures thrown away so far.
        wants_key: pictures were thrown away: nothing but a keyframe helps.
    """

    def __init__(self, *, drops: bool) -> None:
        self._drops = drops
        self._waiting: deque[Queued[T]] = deque()
        self.dropped = 0
        self.wants_key = True

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def age_s(self) -> float:
        """How much program waits, in seconds."""
        return max(0.0, self._waiting[-1].at_s - self._waiting[0].at_s) if self._waiting else 0.0

    def put(self, packet: Queued[T]) -> None:
        """One more; pictures between a loss and the next keyframe are not taken."""
        if packet.picture and self.wants_key:
            if not packet.key:
                self.dropped += 1
                return
            self.wants_key = False
        self._waiting.append(packet)
        if self._drops and packet.picture and self._pictures_s > P_MOST_S:
            self._drop_pictures()

    def get(self) -> Queued[T] | None:
        """The next to be sent, or None."""
        return self._waiting.popleft() if self._waiting else None

    def clear(self) -> None:
        """Nobody waits for these any more; the next picture is a keyframe."""
        self.dropped += sum(each.picture for each in self._waiting)
        self._waiting.clear()
        self.wants_key = True

    @property
    def _pictures_s(self) -> float:
        """From the oldest picture that waits to the newest: sound that is kept must not cost the next keyframe."""
        oldest = next(each for each in self._waiting if each.picture)
        return self._waiting[-1].at_s - oldest.at_s

    def _drop_pictures(self) -> None:
        kept = [each for each in self._waiting if not each.picture]
        self.dropped += len(self._waiting) - len(kept)
        self._waiting = deque(kept)
        self.wants_key = True
