"""The network's own buffer kept small, so that a server that takes nothing is found out within a second.

The system buffers megabytes for each connection: many seconds of a stream, through which everything looks well. FFmpeg
offers no setting for it, but its socket is the process's own.
"""

from __future__ import annotations

import contextlib
import os
import socket

import psutil

HOLDS_S = 0.5
LEAST_BYTES = 32 * 1024
"""The system doubles it, for what it needs itself (socket(7))."""


def shrink_send_buffers(port: int, kbps: int) -> int:
    """Let each connection of this process to `port` buffer half a second of `kbps`, thousands of bits a second.

    Returns:
        how many connections were found; none on Windows, where they cannot be.
    """
    size = max(LEAST_BYTES, round(kbps * 125 * HOLDS_S))
    found = 0
    with contextlib.suppress(psutil.Error, OSError):
        for connection in psutil.Process().net_connections("tcp"):
            if connection.fd > 0 and connection.raddr and connection.raddr.port == port:
                with socket.socket(fileno=os.dup(connection.fd)) as sock:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, size)
                    found += 1
    return found
