"""What is taken out of words before they are written where others may read them."""

from __future__ import annotations

import re

_KEY = re.compile(r"(rtmps?://[^\s/\"'\\]+/[^\s/\"'\\]+)/[^\s\"'\\]+", re.IGNORECASE)
_SRT = re.compile(r"(srt://[^\s\"'\\?]+\?)[^\s\"'\\]+", re.IGNORECASE)
_USER = re.compile(r"(rtmps?://)[^\s/@\"'\\]+@", re.IGNORECASE)


def mask_stream_keys(text: str) -> str:
    """The text with a … for what may be secret of a stream's address: what follows host and application, and a user."""
    low = text.lower()
    if "srt://" in low:
        text = _SRT.sub(r"\1…", text)
    return _KEY.sub(r"\1/…", _USER.sub(r"\1…@", text)) if "rtmp" in low else text
