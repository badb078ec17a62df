"""Addresses of servers as people write them, put right; and whether an address is this machine's own. No network."""

from __future__ import annotations

import ipaddress
import unicodedata
from urllib.parse import urlsplit

_ENDS = (
    "/chat/completions",
    "/completions",
    "/responses",
    "/embeddings",
    "/models",
    "/audio/transcriptions",
    "/audio/translations",
    "/audio/speech",
    "/api/chat",
    "/api/generate",
    "/api/tags",
    "/api",
)
"""What is copied along from a page of documentation, and is added by the client itself."""

_HERE = ("localhost", "localhost.localdomain", "ip6-localhost", "")


def server_address(written: str, version: str = "/v1") -> str:
    """An address as OpenAI's client wants it, from what somebody wrote.

    Args:
        written: as `127.0.0.1:11434`, `https://host/v1/chat/completions` or `http://host `.
        version: what follows the host where nothing does; "" for a client that adds it by itself.

    Returns:
        the address; one that names no host stays as it was written.
    """
    seen = "".join(each for each in unicodedata.normalize("NFKC", written) if unicodedata.category(each) != "Cf")
    address = seen.strip().strip("\"'“”‘’<>").rstrip("/")
    if not address:
        return ""
    if "://" not in address:
        address = f"{'http' if _is_near(f'http://{address}') else 'https'}://{address}"
    if not host_of(address):
        return address
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    for end in (*_ENDS, *(() if version else ("/openai/v1", "/v1"))):
        path = path.removesuffix(end).rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path or version}"


def host_of(address: str) -> str:
    """The host of an address, without user, port and path; "" when it names none that could be asked."""
    try:
        parts = urlsplit(address.strip())
        return (parts.hostname or "") if parts.port != 0 else ""
    except ValueError:  # a bracket that is never closed, a port beyond 65535
        return ""


def is_here(address: str) -> bool:
    """Whether an address is this machine's own: nothing that goes there leaves it."""
    host = host_of(address).rstrip(".")
    if host in _HERE or host.endswith(".localhost"):
        return True
    found = _number(host)
    return found is not None and (found.is_loopback or found.is_unspecified)


def is_near(address: str) -> bool:
    """Whether an address is in this building, as far as it shows."""
    return is_here(address) or _is_near(address)


def _is_near(address: str) -> bool:
    host = host_of(address)
    found = _number(host)
    if found is not None:
        return found.is_private or found.is_loopback or found.is_link_local
    return "." not in host or host.endswith((".local", ".lan", ".internal", ".home", ".home.arpa"))


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
