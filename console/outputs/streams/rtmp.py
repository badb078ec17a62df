"""RTMP and RTMPS, by the FFmpeg within this process."""

from __future__ import annotations

from typing import Any

import av

from console.outputs.streams.rtmp_handshake import knock
from console.outputs.streams.send_buffer import shrink_send_buffers
from console.outputs.streams.stream_address import StreamAddress
from engine.text import Text

_OPTIONS = {"flvflags": "no_duration_filesize"}

_REFUSED = Text("The server closes the connection: is the stream's key right, and is the stream open there?")


class RtmpTransport:
    """The way to one RTMP server.

    Args:
        address: of the stream, with its key.
    """

    confirmed = True  # FFmpeg waits for what the server has taken
    refusal = _REFUSED

    def __init__(self, address: StreamAddress) -> None:
        self._address = address

    def knock(self) -> None:
        knock(self._address)

    def open(self, kbps: int) -> Any:
        return av.open(self._address.url, "w", format="flv", options=_OPTIONS)

    def begun(self, kbps: int) -> None:
        shrink_send_buffers(self._address.port, kbps)

    def close(self) -> None:
        """The container is the connection."""
