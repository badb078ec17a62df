"""`python -m engine.render`, as the console starts it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.film.order import Order
from engine.render import CANCELLED, DONE, FAILED
from engine.text import sentence_of
from tests.engine.film.conftest import ROOT, write_sound


@pytest.fixture
def order(tmp_path: Path) -> Order:
    tone = 0.3 * np.sin(np.arange(48_000 * 20) * 0.05).astype(np.float32)
    sound = write_sound(tmp_path / "tone.wav", tone)
    out = tmp_path / "films" / "film.mp4"
    out.parent.mkdir()
    return Order(avatar=ROOT / "avatars" / "lin", sound=sound, out=out, width=640, height=360, rate="10")


@contextmanager
def rendering(order: Order) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [sys.executable, "-m", "engine.render"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert child.stdin is not None
    child.stdin.write(order.to_json() + "\n")
    child.stdin.flush()
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def told(child: subprocess.Popen[str]) -> list[dict[str, Any]]:
    assert child.stdout is not None
    return [json.loads(line) for line in child.stdout]


def test_it_tells_how_far_it_is_and_ends_with_the_film(order: Order) -> None:
    with rendering(order) as child:
        events = told(child)
        assert child.wait(20) == DONE
    assert events[0] == {"event": "begun", "of": 200}
    assert events[-1] == {"event": "done", "file": str(order.out)}
    frames = [each["frame"] for each in events[1:-1]]
    assert frames == sorted(frames)
    assert frames[-1] == 200
    assert order.out.stat().st_size > 10_000


def test_closing_its_input_cancels_it_and_leaves_nothing(order: Order) -> None:
    with rendering(order) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        while json.loads(child.stdout.readline())["event"] != "progress":
            pass
        assert order.part.exists()
        child.stdin.close()
        assert told(child)[-1] == {"event": "cancelled"}
        assert child.wait(20) == CANCELLED
        child.stdin = None
    assert list(order.out.parent.iterdir()) == []


def test_a_fault_is_one_sentence(order: Order) -> None:
    order.sound.write_bytes(b"no sound at all")
    with rendering(order) as child:
        events = told(child)
        assert child.wait(20) == FAILED
    assert [each["event"] for each in events] == ["failed"]
    assert "tone.wav cannot be read as sound" in sentence_of(events[0]["sentence"])
