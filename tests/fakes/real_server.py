"""A real OpenAI-compatible server on this machine: `transformers serve`, with a model that talks and one that hears.

Both are tiny and speak nonsense (`tiny_model`); the server is nobody's fake.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_S = 120.0


@dataclass(frozen=True)
class RealServer:
    """Where it is: the address with `/v1`, and the names of its two models."""

    address: str
    model: str
    hear_model: str


@contextmanager
def real_server(folder: Path) -> Iterator[RealServer]:
    """The server, as long as it is wanted; models and its log lie in `folder`."""
    talks, hears = folder / "talks", folder / "hears"
    subprocess.run([sys.executable, "-m", "tests.fakes.tiny_model", talks, hears], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "serve.log"
    command = [str(Path(sys.executable).with_name("transformers")), "serve", "--port", str(port), "--device", "cpu"]
    with log.open("w") as written:
        server = subprocess.Popen(
            command, env=dict(os.environ, HF_HUB_OFFLINE="1"), stdout=written, stderr=subprocess.STDOUT
        )
    try:
        until = time.monotonic() + START_S
        while not healthy(port):
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"transformers serve did not come up:\n{log.read_text()}")
            time.sleep(0.1)
        yield RealServer(f"http://127.0.0.1:{port}/v1", str(talks), str(hears))
    finally:
        server.terminate()
        server.wait(20)


def healthy(port: int) -> bool:
    """Whether it answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False
