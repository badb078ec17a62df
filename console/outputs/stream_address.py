"""Where a stream goes: its address taken apart, its key put in, and what may be shown of it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"rtmp": 1935, "rtmps": 443}

NOT_AN_ADDRESS = (
    "This is not a stream's address: it begins with rtmp:// or rtmps:// and names a host and an application."
)


class StreamAddressError(ValueError):
    """An address that no stream can go to; the message is the sentence for the operator."""


@dataclass(frozen=True)
class StreamAddress:
    """An address taken apart.

    Attributes:
        secure: by TLS.
        host, port: of the server.
        shown: host and application, as it may be read by everybody.
        url: the whole address with the key: for the one call that needs it.
        has_key: something follows the application.
    """

    secure: bool
    host: str
    port: int
    shown: str
    url: str
    has_key: bool

    def __repr__(self) -> str:
        return f"<stream to {self.shown}>"  # never the key


def stream_address(address: str, key: str = "") -> StreamAddress:
    """Take an address apart, and put the key at its end.

    Args:
        address: as `rtmp://host/app`, or with the key behind it, as some platforms give it.
        key: of the stream, or "".

    Raises:
        StreamAddressError: it is none.
    """
    address = address.strip()
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise StreamAddressError(NOT_AN_ADDRESS) from None
    path = parts.path.strip("/")
    if parts.scheme not in PORTS or not parts.hostname or not path:
        raise StreamAddressError(NOT_AN_ADDRESS)
    app, _, rest = path.partition("/")
    bare = address.rstrip("/")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return StreamAddress(
        secure=parts.scheme == "rtmps",
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        shown=f"{host}/{app}",
        url=f"{bare}/{key.lstrip('/')}" if key else bare,
        has_key=bool(key or rest or parts.query),
    )
