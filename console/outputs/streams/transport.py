"""How packets get to a server: what the sink of a stream asks of RTMP, of SRT, or of whatever comes next."""

from __future__ import annotations

from typing import Any, Protocol

from engine.text import Text


class UnreachableError(Exception):
    """Nobody is there who could take a stream; the message is the sentence for the operator."""


class StreamTransport(Protocol):
    """The way to one server. All but `confirmed` and `refusal` may wait for the network."""

    def knock(self) -> None:
        """Ask whether the server is there, at the cost of a connection. Raises UnreachableError."""
        ...

    def open(self, kbps: int) -> Any:
        """Connect, for a stream of `kbps` thousands of bits a second.

        Returns:
            an `av.OutputContainer`.

        Raises:
            FFmpegError, OSError, UnreachableError: there is no connection.
        """
        ...

    def begun(self, kbps: int) -> None:
        """The container's head is written; `kbps` thousands of bits a second will follow."""
        ...

    @property
    def confirmed(self) -> bool:
        """The server has taken something, as far as this way can know it."""
        ...

    @property
    def refusal(self) -> Text:
        """Why a server that is there has not taken the stream."""
        ...

    def close(self) -> None:
        """Nothing is left of the connection, whatever has become of the container."""
        ...
