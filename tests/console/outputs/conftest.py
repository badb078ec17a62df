"""A real server, and a program that moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.outputs.program import MovingProgram
from tests.console.outputs.rtmp_server import RtmpServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RtmpServer]:
    made = RtmpServer(tmp_path / "server").start()
    yield made
    made.close()


@pytest.fixture
def program() -> Iterator[MovingProgram]:
    made = MovingProgram()
    yield made
    made.close()
