"""Where a stream goes: its address taken apart, its key put in, and what may be shown of it.

RTMP has its key at the end of the address; SRT has a passphrase among the options behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from engine.text import Text

PORTS = {"rtmp": 1935, "rtmps": 443}
SRT = "srt"

NOT_AN_ADDRESS = "This is not a stream's address: it is as rtmp://host/app, rtmps://host/app or srt://host:port."


PASSPHRASE = (10, 79)
"""Characters of an SRT passphrase, at least and at most (SRT's API, SRTO_PASSPHRASE)."""

SRT_OPTIONS = frozenset({"streamid", "passphrase", "pbkeylen", "latency", "maxbw", "oheadbw", "mss", "payload_size"})
"""What may stand behind an address of SRT; all of it is known to every `ffmpeg` with SRT."""

NO_SUCH_OPTION = "SRT knows no {name} here: behind the ? may stand {list}."
NOT_A_PASSPHRASE = "An SRT passphrase has {least} to {most} characters."


class StreamAddressError(ValueError):
    """An address that no stream can go to; the message is the sentence for the operator."""


@dataclass(frozen=True)
class StreamAddress:
    """An address taken apart.

    Attributes:
        secure: RTMP by TLS.
        host, port: of the server.
        shown: host and application, as it may be read by everybody.
        url: the whole address with the key: for the one call that needs it.
        has_key: something follows the application; SRT needs none.
        srt_options: what SRT is told, as {"streamid": …, "passphrase": …}; None for RTMP.
    """

    secure: bool
    host: str
    port: int
    shown: str
    url: str
    has_key: bool
    srt_options: Mapping[str, str] | None = None

    def __repr__(self) -> str:
        return f"<stream to {self.shown}>"  # never the key


def stream_address(address: str, key: str = "") -> StreamAddress:
    """Take an address apart, and put the key at its end.

    Args:
        address: as `rtmp://host/app`, or with the key behind it, as some platforms give it; or `srt://host:port`.
        key: of the stream, or ""; of SRT the passphrase.

    Raises:
        StreamAddressError: it is none.
    """
    address = address.strip()
    if address.lower().startswith(f"{SRT}://"):
        return _srt_address(address, key)
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


def _srt_address(address: str, key: str) -> StreamAddress:
    """An address of SRT: this computer calls, and the other one listens.

    Taken apart by hand: a stream id of the usual form (`#!::r=live,m=publish`) is no fragment of an address.
    """
    where, _, query = address.partition("?")
    try:
        parts = urlsplit(where)
        port = parts.port
    except ValueError:
        raise StreamAddressError(NOT_AN_ADDRESS) from None
    options: dict[str, str] = {}
    for pair in filter(None, query.split("&")):
        name, _, value = pair.partition("=")
        if value:
            options[name] = unquote(value)
    calls = options.pop("mode", "caller") == "caller"
    if key:
        options["passphrase"] = key
    plain = all(text.isprintable() for text in options.values())
    own = parts.path.strip("/") or parts.username or parts.password or parts.fragment
    if not parts.hostname or not port or own or not calls or not plain:
        raise StreamAddressError(NOT_AN_ADDRESS)
    if strange := sorted(set(options) - SRT_OPTIONS):
        raise StreamAddressError(Text(NO_SUCH_OPTION, name=strange[0], list=", ".join(sorted(SRT_OPTIONS))))
    passphrase = options.get("passphrase", "")
    if passphrase and not PASSPHRASE[0] <= len(passphrase) <= PASSPHRASE[1]:
        raise StreamAddressError(Text(NOT_A_PASSPHRASE, least=PASSPHRASE[0], most=PASSPHRASE[1]))
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    told = "&".join(f"{name}={quote(value, safe='')}" for name, value in options.items())
    return StreamAddress(
        secure=False,
        host=parts.hostname,
        port=port,
        shown=f"{host}:{port}",
        url=f"srt://{host}:{port}" + (f"?{told}" if told else ""),
        has_key=True,
        srt_options=options,
    )
