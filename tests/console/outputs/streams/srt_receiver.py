"""A real SRT receiver on loopback: ffmpeg, which listens and keeps what comes."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path


class SrtReceiver:
    """Listens at `srt://127.0.0.1:PORT`, one caller after the other.

    Args:
        folder: for what comes.
        passphrase: that a caller must have, or "".
    """

    def __init__(self, folder: Path, passphrase: str = "") -> None:
        self._folder, self._passphrase = folder, passphrase
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.bind(("127.0.0.1", 0))
            self.port = int(sock.getsockname()[1])
        self._process: subprocess.Popen[bytes] | None = None
        self.files: list[Path] = []

    @property
    def url(self) -> str:
        return f"srt://127.0.0.1:{self.port}"

    @property
    def ended(self) -> bool:
        """The caller has hung up, and the file is whole."""
        return self._process is None or self._process.poll() is not None

    def start(self) -> SrtReceiver:
        self.files.append(self._folder / f"{len(self.files)}.ts")
        secret = f"&passphrase={self._passphrase}" if self._passphrase else ""
        command = [
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-analyzeduration",
            "500000",
            "-i",
            f"{self.url}?mode=listener{secret}",
        ]
        self._process = subprocess.Popen([*command, "-c", "copy", str(self.files[-1])], stderr=subprocess.DEVNULL)
        return self

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
