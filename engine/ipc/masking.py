"""What is taken out of words before they are written where others may read them."""

from __future__ import annotations

import re

# As it stands in a sentence, in JSON or in Python: a backslash takes the quote behind it along, and an apostrophe is
# the key's where something goes on behind it.
_KEY = re.compile(r"(rtmps?://[^\s/\"'\\]++/[^\s/?\"'\\]++)[/?](?:\\.|[^\s\"'\\]|'(?![),\]}\s]|$))++", re.IGNORECASE)
_OPTIONS = re.compile(r"(srt://[^\s?/\"'\\]++)/?\?(?:\\.|[^\s\"'\\]|'(?![),\]}\s]|$))++", re.IGNORECASE)
_USER = re.compile(r"((?:rtmps?|srt)://)[^\s/\"\\]*@", re.IGNORECASE)


def mask_stream_keys(text: str) -> str:
    """The text with a … for what may be secret of a stream's address.

    That is what follows host and application, the options of SRT, and a user with his password.
    """
    low = text.lower()
    if "rtmp" not in low and "srt://" not in low:
        return text
    return _OPTIONS.sub(r"\1?…", _KEY.sub(r"\1/…", _USER.sub(r"\1…@", text)))
