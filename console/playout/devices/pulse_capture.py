"""All channels of one source of the sound server, block by block."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.playout.devices.portaudio import Callback, nothing
from console.playout.devices.pulse_flow import PulseFlow
from console.playout.devices.pulse_library import PulseStream
from engine.ipc.rings.samples import SAMPLE_RATE


class PulseCapture(PulseFlow):
    """An open stream of all channels of a source; `latency_s` is that of a block: what the server gathers first.

    Args:
        key, positions, block, callback, ended: as in `PulseFlow`.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(
        self,
        key: str,
        positions: Sequence[str],
        *,
        block: int,
        callback: Callback,
        ended: Callable[[], None] = nothing,
    ) -> None:
        super().__init__(
            key,
            positions,
            PulseStream(key, positions, output=False, block=block),
            block=block,
            latency_s=block / SAMPLE_RATE,
            callback=callback,
            ended=ended,
            name="channels of the microphone",
        )

    def _flow(self) -> None:
        while not self._stopping.is_set() and self._stream.read(self._block):
            if not self._stopping.is_set():
                self._callback(self._block, len(self._block), None, "")
