"""All channels of one sink of the sound server, block by block."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.playout.devices.portaudio import Callback, nothing
from console.playout.devices.pulse_flow import PulseFlow
from console.playout.devices.pulse_library import PulseStream
from engine.ipc.rings.samples import SAMPLE_RATE

_AHEAD_BLOCKS = 4
"""So much lies in the server's buffer: what PortAudio keeps there on a quiet machine."""
_FULL_BLOCKS, _ASKED_BLOCKS = 10, 20
"""After so many blocks of silence the buffer is full; while so many more go out the server is asked for its latency."""


class PulsePlayback(PulseFlow):
    """An open stream to all channels of a sink; `latency_s` is what lies in the server's buffer.

    Args:
        key, positions, block, callback, ended: as in `PulseFlow`.
        begin: called in its thread before the first callback, with the seconds from a callback to the air.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(
        self,
        key: str,
        positions: Sequence[str],
        *,
        block: int,
        begin: Callable[[float], None],
        callback: Callback,
        ended: Callable[[], None] = nothing,
    ) -> None:
        self._begin = begin
        super().__init__(
            key,
            positions,
            PulseStream(key, positions, output=True, block=block, ahead=_AHEAD_BLOCKS * block),
            block=block,
            latency_s=_AHEAD_BLOCKS * block / SAMPLE_RATE,
            callback=callback,
            ended=ended,
            name="channels of the hall",
        )

    def _latency(self) -> float:
        """From a callback that comes in time to the air: one that comes late finds less in the buffer."""
        asked = [self._stream.latency_s for _ in range(_ASKED_BLOCKS) if self._stream.write(self._block)]
        return max(asked, default=0.0) or self.latency_s

    def _flow(self) -> None:
        plays = all(self._stream.write(self._block) for _ in range(_FULL_BLOCKS))
        self._begin(self._latency() if plays else self.latency_s)
        while plays and not self._stopping.is_set():
            self._callback(self._block, len(self._block), None, "")
            plays = self._stream.write(self._block)
