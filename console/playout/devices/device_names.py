"""Devices of one name, told apart in the list that people choose from."""

from __future__ import annotations

import re
from collections.abc import Mapping

_USB_PORT = re.compile(r"usb-\d+:([\d.]+)")


def distinct_names(words: Mapping[str, str], hints: Mapping[str, str]) -> dict[str, str]:
    """The words of each device, no two alike.

    Args:
        words: key → what people read.
        hints: key → what tells it from its twin, such as the socket; "" or absent where nothing is known.
    """
    alike: dict[str, list[str]] = {}
    for key, name in words.items():
        alike.setdefault(name, []).append(key)
    found = dict(words)
    for name, keys in alike.items():
        if len(keys) == 1:
            continue
        known = [hints.get(key, "") for key in keys]
        useful = all(known) and len(set(known)) == len(keys)
        for number, key in enumerate(keys, 1):
            found[key] = f"{name} · {hints[key]}" if useful else f"{name} · {number} / {len(keys)}"
    return found


def socket_of(bus_path: str) -> str:
    """The USB socket in a bus path (`pci-0000:00:14.0-usb-0:3.1:1.0`): `USB 3.1`; "" where there is none."""
    port = _USB_PORT.search(bus_path)
    return f"USB {port[1]}" if port else ""
