"""What is taken out of words before they are written where others may read them."""

from __future__ import annotations

import re

_STREAM = re.compile(r"(rtmps?://[^\s/\"'\\]+/[^\s/\"'\\]+)/[^\s\"'\\]+", re.IGNORECASE)


def mask_stream_keys(text: str) -> str:
    """The text with a … for whatever follows host and application of a stream's address: it may be the key."""
    return _STREAM.sub(r"\1/…", text) if "rtmp" in text.lower() else text
