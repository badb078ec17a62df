"""What every message between two processes is."""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, kw_only=True, tag=True):
    """The base of all messages."""
