"""How one server wants to be asked: what it does not take is learnt from its refusals, and kept."""

from __future__ import annotations

import re
from typing import Any

THINKING_ROOM = 2500
"""Tokens for what a model thinks before it answers: where its bound counts them, an answer's bound alone gives none."""

MOST_LESSONS = 4

_THINKS = re.compile(
    r"(?:^|/)(?:o\d|gpt-5|gpt-oss|deepseek-r|qwq|qwen3|magistral|kimi-k2-thinking|glm-4\.[5-9])|reason|think",
    re.IGNORECASE,
)
"""Models that are known to think first."""

_OPENAI_THINKS = re.compile(r"(?:^|/)(?:o\d|gpt-5)", re.IGNORECASE)


class Dialect:
    """What one model on one server takes.

    Args:
        model: its name on the server.

    Attributes:
        thinks: it thinks before it answers, so that it gets room for that.
    """

    def __init__(self, model: str) -> None:
        self._model = model
        self.thinks = _THINKS.search(model) is not None
        self._bound = "max_completion_tokens" if _OPENAI_THINKS.search(model) else "max_tokens"
        self._effort = _OPENAI_THINKS.search(model) is not None
        self._system = self._stream = True

    def request(self, told: list[dict[str, str]], most: int) -> dict[str, Any]:
        """What is sent.

        Args:
            told: the conversation.
            most: tokens of the answer at most.
        """
        more: dict[str, Any] = {self._bound: most + (THINKING_ROOM if self.thinks else 0)} if self._bound else {}
        if self._effort:
            more["reasoning_effort"] = "low"
        rows = told if self._system else _as_users(told)
        return {"model": self._model, "messages": rows, "stream": self._stream, **more}

    def learn(self, refusal: str) -> bool:
        """Ask otherwise from now on, by the server's own words; False when they tell of nothing that could be."""
        said = refusal.lower()
        if self._bound == "max_tokens" and "max_tokens" in said and ("max_completion_tokens" in said or _no(said)):
            self._bound, self.thinks = "max_completion_tokens", True
        elif self._bound == "max_completion_tokens" and "max_completion_tokens" in said and _no(said):
            self._bound = ""
        elif self._effort and "reasoning" in said:
            self._effort = False
        elif self._system and "system" in said and ("role" in said or _no(said)):
            self._system = False
        elif self._stream and "stream" in said and (_no(said) or "must be" in said or "verif" in said):
            self._stream = False
        else:
            return False
        return True


def _no(said: str) -> bool:
    return any(each in said for each in ("support", "unknown", "unrecognized", "not permitted", "extra", "invalid"))


def _as_users(told: list[dict[str, str]]) -> list[dict[str, str]]:
    """The conversation without a system's row: what one said stands before what the next user says."""
    rows: list[dict[str, str]] = []
    held = ""
    for row in told:
        if row["role"] == "system":
            held = "\n\n".join(filter(None, (held, row["content"])))
        elif row["role"] == "user" and held:
            rows.append({"role": "user", "content": f"{held}\n\n{row['content']}"})
            held = ""
        else:
            rows.append(row)
    return [*rows, {"role": "user", "content": held}] if held else rows
