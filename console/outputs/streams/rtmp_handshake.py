"""The first words of RTMP, spoken in plain Python with a time limit, before FFmpeg may connect.

FFmpeg's own connecting holds the whole Python process while a server that took the connection says nothing. What this
finds out beforehand costs one connection and nobody's time (Adobe's RTMP Specification 1.0, 5.2: C0 is the version,
C1 is 1,536 bytes, and a server answers with the same).
"""

from __future__ import annotations

import os
import socket
import ssl
import struct
import time

from console.outputs.streams.stream_address import StreamAddress
from console.outputs.streams.transport import UnreachableError
from engine.text import Text

WITHIN_S = 3.0
_VERSION = 3
_C1_BYTES = 1536


class HandshakeError(UnreachableError):
    """The server is not there, or no RTMP server; the message is the sentence for the operator."""


def knock(address: StreamAddress, within_s: float = WITHIN_S) -> None:
    """Connect, say the first words, wait for the server's, and hang up.

    Args:
        within_s: for all of it, but for the name server, which has its own patience.

    Raises:
        HandshakeError: there is nobody who could take a stream.
    """
    until = time.monotonic() + within_s
    try:
        sock = socket.create_connection((address.host, address.port), timeout=within_s)
    except (socket.gaierror, UnicodeError):  # the latter: a name that no name server can be asked for
        raise HandshakeError(
            Text("The server {host} cannot be found: is the network up, and is its name right?", host=address.host)
        ) from None
    except ConnectionRefusedError:
        raise HandshakeError(
            Text("The server {host} refuses the connection: is it running?", host=address.host)
        ) from None
    except OSError:
        raise HandshakeError(Text("The server {host} does not answer.", host=address.host)) from None
    try:
        with sock:
            sock.settimeout(max(0.1, until - time.monotonic()))
            talking = _secured(sock, address.host) if address.secure else sock
            with talking:
                talking.sendall(bytes([_VERSION]) + struct.pack(">II", 0, 0) + os.urandom(_C1_BYTES - 8))
                _read(talking, 1 + _C1_BYTES, until, address)
    except TimeoutError:
        raise HandshakeError(
            Text("The server {host} takes the connection and says nothing.", host=address.host)
        ) from None
    except ssl.SSLError as fault:
        raise HandshakeError(
            Text("The server {host} does not speak TLS as it should ({fault}).", host=address.host, fault=fault.reason)
        ) from None
    except OSError:
        raise HandshakeError(
            Text("The server {host} closes the connection: is it an RTMP server?", host=address.host)
        ) from None


def _secured(sock: socket.socket, host: str) -> ssl.SSLSocket:
    # Who it is matters less than that the key is not read on the way: FFmpeg itself does not check certificates.
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(sock, server_hostname=host)


def _read(sock: socket.socket, count: int, until: float, address: StreamAddress) -> None:
    missing = count
    while missing > 0:
        sock.settimeout(max(0.05, until - time.monotonic()))
        data = sock.recv(min(4096, missing))
        if not data:
            raise ConnectionError
        missing -= len(data)
        if time.monotonic() > until:
            raise TimeoutError
