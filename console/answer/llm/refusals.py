"""What a server said when it refused, for the operator's eyes: one line of its own words, and never a key in it."""

from __future__ import annotations

import re
from typing import Any

MOST_WORDS = 160
MOST_READ = 4000

_KEY = re.compile(r"\b(?:sk|gsk|xai|pk|rk|key|AIza|Bearer|hf|nvapi)[-_ ]?[A-Za-z0-9*._-]{6,}")
"""How keys begin at those who give them out."""

_STARRED = re.compile(r"(?<![\w*])\w{0,12}\*{3,}\w{0,12}(?!\w)")


def words_of(fault: Exception, key: str = "") -> str:
    """The server's own words in a client's fault, or "".

    Args:
        fault: of OpenAI's or Groq's client, with the server's answer in its `body`.
        key: what must not be seen, even in part.
    """
    told = _message(getattr(fault, "body", None))
    if not told:
        response = getattr(fault, "response", None)
        try:
            told = getattr(response, "text", "") or ""
        except Exception:  # it was not read: a stream
            told = ""
    return plain_words(told, key)


def plain_words(told: str, key: str = "") -> str:
    """One line of what a server said; "" for a page of HTML."""
    line = " ".join("".join(each if each.isprintable() else " " for each in told[:MOST_READ]).split())
    if line.startswith("<"):
        return ""
    line = " ".join(_hidden(word, key) for word in _STARRED.sub("…", _KEY.sub("…", line)).split(" "))
    line = line if len(line) <= MOST_WORDS else line[: MOST_WORDS - 1].rstrip() + "…"
    return line.rstrip(".。 ")


def _hidden(word: str, key: str) -> str:
    """A word, unless it shows a part of the key by which somebody could know it."""
    bare = word.strip("\"'“”.,:;()[]")
    if len(key) >= 8 and len(bare) >= 6 and (bare in key or key[:6] in bare or key[-6:] in bare):
        return "…"
    return word


def _message(body: Any, depth: int = 0) -> str:
    """The words in an answer's body; servers put them in different places."""
    if isinstance(body, str):
        return body
    if depth > 4:
        return ""
    if isinstance(body, dict):
        found = (_message(body.get(name), depth + 1) for name in ("message", "error", "detail", "msg", "error_message"))
        return next(filter(None, found), "")
    if isinstance(body, list):
        return next(filter(None, (_message(each, depth + 1) for each in body[:3])), "")
    return ""
