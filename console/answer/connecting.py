"""How a provider's server is reached: through the system's proxy or not, and which certificates are believed.

A proxy is chosen here for each address, and not by the library: that one wants the parts for every proxy that is set,
also for those that the address does not need, and would ask a proxy for this machine's own servers.
"""

from __future__ import annotations

import os
import ssl
import urllib.request
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from console.show.answers.addresses import host_of, is_here
from engine.text import Text

CONNECT_S = 2.0

Proxies = Callable[[], Mapping[str, str]]


class ConnectingError(Exception):
    """A server that cannot be asked from this machine as it is set up; the message is one sentence for the operator."""


def proxy_for(address: str, proxies: Proxies = urllib.request.getproxies) -> str:
    """The proxy that an address is asked through, as the system or the environment has it; "" for none.

    Args:
        address: of the server.
        proxies: gives scheme → proxy, as `urllib.request.getproxies` does.
    """
    if is_here(address):
        return ""
    found = proxies()
    proxy = found.get(urlsplit(address).scheme) or found.get("all") or ""
    try:
        if not proxy or urllib.request.proxy_bypass(host_of(address)):
            return ""
    except OSError:  # the system's own list cannot be read
        return proxy
    return proxy if "://" in proxy else f"http://{proxy}"


def proxy_name(proxy: str) -> str:
    """A proxy for eyes: without the name and the word it may be opened with."""
    try:
        parts = urlsplit(proxy)
        return f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    except ValueError:  # no address at all
        return f"{proxy.partition('://')[0]}://…"


def proxy_shown(address: str) -> str:
    """The proxy of an address as it may be shown, or ""."""
    proxy = proxy_for(address)
    return proxy_name(proxy) if proxy else ""


def http_client(
    address: str,
    name: str,
    *,
    read_s: float,
    connect_s: float = CONNECT_S,
    proxies: Proxies = urllib.request.getproxies,
) -> Any:
    """An `httpx.AsyncClient` for one server. It takes a quarter of a second the first time: use a thread.

    Args:
        address: of the server.
        name: of the provider, as the operator reads it.
        read_s, connect_s: the longest silence, and the longest wait for a connection, in seconds.
        proxies: as in `proxy_for`.

    Raises:
        ConnectingError: its proxy cannot be used.
    """
    import httpx

    proxy = proxy_for(address, proxies)
    plain = address.lower().startswith("http://") and not proxy.lower().startswith("https://")
    try:
        if proxy and not host_of(proxy):
            raise ValueError("no host")
        # Where nothing is encrypted nobody needs to be believed, and the list of those who are takes a while to read.
        verify = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if plain else certificates(os.environ.get("SSL_CERT_FILE", ""))
        transport = httpx.AsyncHTTPTransport(verify=verify, proxy=httpx.Proxy(proxy) if proxy else None)
    except (ImportError, ValueError, httpx.InvalidURL) as fault:
        raise ConnectingError(
            Text(
                "{name} cannot be asked through the proxy {address}: set HTTPS_PROXY to an HTTP "
                "proxy, or NO_PROXY to {host}.",
                name=name,
                address=proxy_name(proxy),
                host=host_of(address),
            )
        ) from fault
    timeout = httpx.Timeout(read_s, connect=connect_s)
    return httpx.AsyncClient(transport=transport, timeout=timeout, follow_redirects=not is_here(address))


@cache
def certificates(own: str) -> ssl.SSLContext:
    """Who is believed: those whom this system believes, whom `SSL_CERT_FILE` names, and the usual ones.

    Args:
        own: what `SSL_CERT_FILE` is now; OpenSSL reads it by itself.
    """
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
