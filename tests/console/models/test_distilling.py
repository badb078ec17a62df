"""`compere models distil`: what the child says reaches the terminal, and each ending its exit code."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Any

import pytest

from console import cli
from console.models import command
from console.models.distilling import distil

STEP = {"event": "progress", "step": 10, "of": 20, "loss": 0.1}


def ended(*events: object, code: int = 0) -> tuple[int, str, list[str]]:
    """What is made of a child that says these lines, and the words it was started with."""
    lines = "".join(json.dumps(event) + "\n" for event in events)
    told: list[str] = []

    def start(words: list[str], **how: Any) -> subprocess.Popen[str]:
        told.extend(words)
        script = f"import sys; sys.stdout.write({lines!r}); sys.exit({code})"
        return subprocess.Popen([sys.executable, "-c", script], **how)

    out = io.StringIO()
    return distil(20, synthetic=True, out=out, start=start), out.getvalue(), told


def test_the_likeness_of_each_host_is_told_and_that_it_is_approximate() -> None:
    code, words, told = ended(STEP, {"event": "done", "folder": "x", "db": {"lin": 31.25}})
    assert code == 0
    assert "It is approximate" in words and "lin: 31.2 dB against the whole decoder" in words
    assert told[1:3] == ["-m", "engine.musetalk.network.distil"] and told[-3:] == ["--steps", "20", "--synthetic"]


@pytest.mark.parametrize(
    ("event", "code", "sentence"),
    [
        ({"event": "failed", "sentence": "Build a host first."}, 0, "Build a host first."),
        (STEP, 7, "The making ended without a word (code 7)"),
    ],
)
def test_each_other_ending_has_its_sentence(
    event: object, code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(event, code=code)[0] == 1
    assert sentence in capsys.readouterr().err


def test_the_command_line_hands_on_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, bool]] = []
    monkeypatch.setattr(command, "distil", lambda steps, *, synthetic: asked.append((steps, synthetic)) or 0)
    assert cli.main(["models", "distil"]) == cli.main(["models", "distil", "--steps", "50", "--synthetic"]) == 0
    assert asked == [(6000, False), (50, True)]
