"""How many bits a stream's picture gets in a slow network: fewer at once, more again little by little. Pure logic.

As OBS Studio does it (libobs, dynamic bitrate): down to what the server has taken, up by a tenth each half a minute.
"""

from __future__ import annotations

SLOW_S = 0.4
"""So much program waits for the server: it takes less than is sent."""

FREE_S = 0.1
TAKEN_SHARE = 0.8
"""Of what was taken, when it is lowered: what has gathered must drain as well."""

LEAST_SHARE = 0.2
"""Of what is set: below that a picture is no longer worth sending, and frames are dropped instead."""

DOWN_EVERY_S = 2.0
UP_EVERY_S = 30.0
UP_SHARE = 0.1


class BitRateControl:
    """Says what the picture may have.

    Args:
        most_kbps: what is set, in thousands of bits a second.

    Attributes:
        kbps: what it may have now.
    """

    def __init__(self, most_kbps: int) -> None:
        self._most = self.kbps = most_kbps
        self._changed_s = float("-inf")

    def update(self, queue_s: float, taken_kbps: float, now_s: float) -> int:
        """Judge anew, now and then.

        Args:
            queue_s: seconds of program that wait for the server.
            taken_kbps: what it has taken in the last seconds.
            now_s: monotonic seconds.

        Returns:
            `kbps`.
        """
        since_s = now_s - self._changed_s
        if queue_s > SLOW_S and since_s >= DOWN_EVERY_S:
            least = round(self._most * LEAST_SHARE)
            self._change(max(least, round(TAKEN_SHARE * min(self.kbps, taken_kbps))), now_s)
        elif queue_s < FREE_S and since_s >= UP_EVERY_S:
            self._change(min(self._most, self.kbps + round(self._most * UP_SHARE)), now_s)
        return self.kbps

    def _change(self, kbps: int, now_s: float) -> None:
        self.kbps, self._changed_s = kbps, now_s
