"""SRT, by the program `ffmpeg` of this computer: the FFmpeg within this process has no SRT.

What is encoded goes to it as NUT by a pipe and is not encoded again. It says what it has sent, and its end says
that the connection is lost: by SRT's own patience that takes five seconds where a receiver just falls silent.
Passphrase and stream id go by another pipe, as a file of options: a command line can be read by everybody.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

import av

from console.outputs.streams.stream_address import StreamAddress
from console.outputs.streams.transport import UnreachableError
from engine.text import Text

_PROBE_S = 5.0
_ENDS_S = 2.0
_LAST_LINES = 20

_NO_PROGRAM = Text("SRT needs the program ffmpeg with SRT in it, and this computer has none: install it, or use RTMP.")
_NO_ANSWER = "Nobody answers at {host} by SRT: is the receiver listening, and is its port right?"
_SECRET = Text("The receiver does not accept the passphrase: it must be the same here and there.")

_WRONG_SECRET = ("badsecret", "incorrect passphrase", "unsecure", "password required")

_HOLDS_S = 0.5
_LEAST_BUFFER = 150_000
"""Bytes that SRT keeps until the receiver has them: half a second, and enough for a long way there and back."""

_MILLISECONDS_BELOW = 10_000
"""A latency below this is meant in milliseconds, as SRT's own tools have it; FFmpeg counts microseconds."""

_LONGEST_LINE = 4096
_SECRETS = "compere-srt-"


def find_ffmpeg() -> str | None:
    """The path of an `ffmpeg` that can SRT, or None."""
    program = shutil.which("ffmpeg")
    if program is None:
        return None
    try:
        told = subprocess.run(
            [program, "-hide_banner", "-protocols"], capture_output=True, timeout=_PROBE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return program if b"srt" in told.stdout.split() else None


class SrtTransport:
    """The way to one SRT receiver.

    Args:
        address: of the stream.
    """

    def __init__(self, address: StreamAddress) -> None:
        self._address = address
        self._program: str | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._options = _OptionsFile({})
        self._sent_bytes = 0
        self._words: list[str] = []

    def knock(self) -> None:
        """Only connecting tells whether a receiver is there; that this computer can is found out here."""
        self._program = self._program or find_ffmpeg()
        if self._program is None:
            raise UnreachableError(_NO_PROGRAM)

    def open(self, kbps: int) -> Any:
        self.close()
        assert self._program is not None
        self._sent_bytes = 0
        self._words = []
        options = self._options = _OptionsFile(_told(self._address.srt_options or {}, kbps))
        command = [self._program, "-hide_banner", "-loglevel", "error"]
        command += ["-probesize", "32", "-analyzeduration", "0", "-f", "nut", "-i", "pipe:0"]
        command += ["-map", "0", "-c", "copy", "-flush_packets", "1", "-progress", "pipe:1", "-stats_period", "0.5"]
        command += [*options.words, "-f", "mpegts", f"srt://{self._address.shown}?mode=caller"]
        with options:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                start_new_session=True, pass_fds=options.descriptors,
            )  # fmt: skip
        self._process = process
        assert process.stdout is not None and process.stderr is not None
        for stream, read in ((process.stdout, self._progress), (process.stderr, self._said)):
            # By hand: a pipe that nobody reads would hold the program.
            threading.Thread(target=_lines, args=(stream, read), daemon=True, name="srt").start()
        return av.open(_Pipe(process), "w", format="nut", options={"flush_packets": "1"})

    def begun(self, kbps: int) -> None:
        """Its buffer is as long as it was told to be."""

    @property
    def confirmed(self) -> bool:
        return self._sent_bytes > 0

    @property
    def refusal(self) -> Text:
        words = " ".join(self._words).lower()
        if any(each in words for each in _WRONG_SECRET):
            return _SECRET
        return Text(_NO_ANSWER, host=self._address.shown)

    def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            if process.stdin is not None:
                with contextlib.suppress(OSError):
                    process.stdin.close()
            try:
                process.wait(_ENDS_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._options.forget()

    def _progress(self, line: str) -> None:
        self._options.forget()
        name, _, value = line.partition("=")
        if name == "total_size" and value.isdigit():
            self._sent_bytes = int(value)

    def _said(self, line: str) -> None:
        self._words = [*self._words, line][-_LAST_LINES:]


def _told(options: Mapping[str, str], kbps: int) -> dict[str, str]:
    """What the program is told: the sender throws nothing away, so that a way which is full is felt here.

    What routers lose at once is another matter: the receiver does without it, and only its own figures tell.

    Args:
        options: of the address.
        kbps: of the stream, in thousands of bits a second.
    """
    buffer = max(_LEAST_BUFFER, round(kbps * 125 * _HOLDS_S))
    told = {"snddropdelay": "-1", "sndbuf": str(buffer), **options}
    latency = told.get("latency", "")
    if latency.isdigit() and int(latency) < _MILLISECONDS_BELOW:
        told["latency"] = str(1000 * int(latency))
    return told


class _OptionsFile:
    """What only the program may read: a pipe that it takes for a file; on Windows a file of this user's.

    Args:
        options: name → value.

    Attributes:
        words: of the command line.
        descriptors: that the program must inherit.
    """

    def __init__(self, options: Mapping[str, str]) -> None:
        self.words: list[str] = []
        self.descriptors: tuple[int, ...] = ()
        self._file: Path | None = None
        text = "".join(f"{name}={value}\n" for name, value in options.items()).encode()
        if not text:
            return
        if sys.platform == "win32":
            handle, name = tempfile.mkstemp(prefix=_SECRETS, suffix=".ffpreset")
            self._file = Path(name)
            self.words = ["-fpre", name]
        else:
            reader, handle = os.pipe()
            self.descriptors = (reader,)
            self.words = ["-fpre", f"/dev/fd/{reader}"]
        with os.fdopen(handle, "wb") as file:
            file.write(text)  # far less than a pipe holds

    def __enter__(self) -> _OptionsFile:
        return self

    def __exit__(self, *_: object) -> None:
        for descriptor in self.descriptors:
            os.close(descriptor)

    def forget(self) -> None:
        """The program has read it."""
        if self._file is not None:
            self._file.unlink(missing_ok=True)


class _Pipe:
    """What FFmpeg writes into: nothing but `write`, so that it never tries to go back."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        self._file = process.stdin

    def write(self, data: bytes) -> int:
        """Hand all of it over; waits while the program takes nothing. Raises OSError when it has ended."""
        self._file.write(data)
        self._file.flush()
        return len(data)


def _lines(stream: IO[bytes], read: Callable[[str], None]) -> None:
    """Hand over each line until the program ends."""
    with stream:
        for line in iter(lambda: stream.readline(_LONGEST_LINE), b""):
            read(line.decode(errors="replace").strip())
