"""Where key presses come from when no window of ours can give them: the contract, and the choice of a system's own."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

NO_SYSTEM = "Emergency keys need X11 or Windows: while the window hangs, no key reaches the hall."
NOT_READ = "The keys of X cannot be read: while the window hangs, no key reaches the hall."


class NoKeySourceError(Exception):
    """This system lets no program see its keys; the message is one sentence for the operator."""


@dataclass(frozen=True)
class KeyPress:
    """One press of a key, auto-repeat left out.

    Attributes:
        names: what it may be called, in Qt's portable form with its modifiers: by its place on a US keyboard, as the
            window takes its keys, then by the letter that is printed on it.
        at_ns: the monotonic clock when it was read.
    """

    names: tuple[str, ...]
    at_ns: int


class KeySource(Protocol):
    """Sees the keys of the whole desktop, whoever has the focus."""

    def fileno(self) -> int:
        """Readable when there may be presses."""

    def read(self) -> list[KeyPress]:
        """The presses since the last call. Raises OSError when the desktop is gone."""

    def in_front(self, process: int) -> bool:
        """Whether a key that is pressed now would go to a window of this process, or to nobody at all."""

    def close(self) -> None:
        """See no more keys."""


def open_key_source(environment: Mapping[str, str], platform: str = sys.platform) -> KeySource:
    """The source of this system. Raises NoKeySourceError where there is none."""
    if platform == "win32":
        from console.emergency.windows_keys import WindowsKeys

        return WindowsKeys()
    if platform.startswith("linux") and environment.get("DISPLAY"):
        from console.emergency.x11_keys import X11Keys

        return X11Keys(environment["DISPLAY"])
    raise NoKeySourceError(NO_SYSTEM)
