"""Sound files as they are decoded by a process of their own: they play from the first second on, and take no memory."""

from __future__ import annotations

import contextlib
import json
import struct
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import IO, Any, Protocol

import numpy as np

from console.playout.sound.decode import Sound, SoundFileError
from engine.ipc.environment import child_environment
from engine.ipc.priority import as_others
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text, sentence_of

AHEAD = 10 * SAMPLE_RATE
"""Samples decoded ahead of what is played."""

FIRST_S = 15.0
"""So long the first piece may take, on a busy computer with a slow disk."""

SPARE_AFTER_S = 3.0
"""A new spare process is started this long after the last one was taken: not while a take is under way."""

_NOTHING = np.zeros(0, np.float32)


class SoundSource(Protocol):
    """Sound that comes bit by bit.

    Attributes:
        told: samples that it says it has; 0 when it does not.
        received: samples that have come so far.
        fault: why it ended before its end, in one sentence, or "".
    """

    told: int
    received: int
    fault: str

    @property
    def buffered(self) -> int:
        """Samples that can be read now."""
        ...

    @property
    def ended(self) -> bool:
        """No more will come than can be read now."""
        ...

    def wait(self, count: int) -> None:
        """Wait until so many samples are there, or it has ended. Raises SoundFileError when none comes at all."""
        ...

    def read(self, count: int) -> Sound:
        """The next samples, (count,) or fewer: those that are there. Never waits."""
        ...

    def close(self) -> None:
        """Let it go, at any point."""
        ...


class SoundStream:
    """A sound file, decoded by `process` while it is played.

    Args:
        path: the file.
        process: `console.playout.sound.decoding`, with nothing to do yet.
        upto_s: end after so many seconds of sound.
    """

    def __init__(self, path: Path, process: subprocess.Popen[bytes], upto_s: float | None = None) -> None:
        self.told = self.received = self.skipped = 0
        self.fault = ""
        self._path, self._process = path, process
        self._pieces: deque[Sound] = deque()
        self._buffered = 0
        self._ended = self._closed = False
        self._changed = threading.Condition()
        # By hand: a reader: of what the decoding process writes.
        self._thread = threading.Thread(target=self._run, args=(upto_s,), name="sound stream", daemon=True)
        self._thread.start()

    @property
    def buffered(self) -> int:
        return self._buffered

    @property
    def ended(self) -> bool:
        return self._ended

    def wait(self, count: int) -> None:
        until = time.monotonic() + FIRST_S
        with self._changed:
            while self.received < count and not self._ended and not self._closed:
                if not self._changed.wait(max(0.0, until - time.monotonic())):
                    self.fault = self.fault or Text(
                        "{file} takes too long to be read: choose another file.", file=self._path.name
                    )
                    break
            if not self.received and not self._closed:
                fault = self.fault or Text("{path} holds no sound: choose another file.", path=self._path.name)
                raise SoundFileError(fault)

    def read(self, count: int) -> Sound:
        found: list[Sound] = []
        with self._changed:
            while count > 0 and self._pieces:
                piece = self._pieces.popleft()
                if len(piece) > count:
                    self._pieces.appendleft(piece[count:])
                    piece = piece[:count]
                found.append(piece)
                count -= len(piece)
                self._buffered -= len(piece)
            self._changed.notify_all()
        return np.concatenate(found) if found else _NOTHING

    def close(self) -> None:
        with self._changed:
            self._closed = self._ended = True
            self._changed.notify_all()
        self._process.kill()  # the thread that reads finds its end
        self._thread.join(2.0)

    # -- inside -----------------------------------------------------------------------------------------------

    def _run(self, upto_s: float | None) -> None:
        fault: str = Text("{file} cannot be read as sound: it is damaged, or of an unknown kind.", file=self._path.name)
        try:
            assert self._process.stdin is not None and self._process.stdout is not None
            self._process.stdin.write(json.dumps({"path": str(self._path), "upto_s": upto_s}).encode() + b"\n")
            self._process.stdin.close()
            fault = self._read_all(self._process.stdout)
        except (OSError, ValueError, struct.error):
            pass  # it died: what it was caught in is no sound
        finally:
            with self._changed:
                self.fault = self.fault or ("" if self._closed else fault)
                self._ended = True
                self._changed.notify_all()
            _end(self._process)

    def _read_all(self, out: IO[bytes]) -> str:
        """Takes all that the process gives, and returns why it gave up, or ""."""
        head = json.loads(out.readline(10_000))
        if "fault" in head:
            return sentence_of(head["fault"])
        self.told = round(float(head["told_s"]) * SAMPLE_RATE)
        while count := struct.unpack("<I", out.read(4))[0]:
            data = out.read(count * 4)
            if len(data) < count * 4:
                raise ValueError("cut off")
            with self._changed:
                self._pieces.append(np.frombuffer(data, "<f4").astype(np.float32, copy=False))
                self._buffered += count
                self.received += count
                self._changed.notify_all()
                while self._buffered > AHEAD and not self._closed:
                    self._changed.wait()
                if self._closed:
                    return ""
        tail: dict[str, Any] = json.loads(out.readline(10_000))
        self.skipped = int(tail["skipped"])
        return sentence_of(tail["fault"])


class SoundOpener:
    """Opens sound files, each with a process of its own; one that is started already waits for the next file."""

    def __init__(self) -> None:
        self._spare: subprocess.Popen[bytes] | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._closed = False

    def warm(self) -> None:
        """Start the process that waits."""
        with self._lock:
            if self._spare is None and not self._closed:
                self._spare = _start()

    def open(self, path: Path) -> SoundSource:
        """A sound file, from its first sample. Raises OSError when no process can be started."""
        with self._lock:
            process, self._spare = self._spare, None
            if self._timer is None and not self._closed:
                self._timer = threading.Timer(SPARE_AFTER_S, self._again)
                self._timer.daemon = True
                self._timer.start()
        if process is None or process.poll() is not None:
            process = _start()
        return SoundStream(path, process)

    def close(self) -> None:
        """End the process that waits."""
        with self._lock:
            self._closed = True
            spare, self._spare = self._spare, None
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
            timer.join(2.0)
        if spare is not None:
            _end(spare)

    def _again(self) -> None:
        with self._lock:
            self._timer = None
        self.warm()


def sound_fault(path: Path, upto_s: float = 2.0) -> str:
    """Why a file cannot be played, in one sentence, or "". Takes a second: call it in a thread of its own."""
    try:
        stream = SoundStream(path, _start(), upto_s)
    except OSError as fault:
        return Text("{file} cannot be tried ({fault}).", file=path.name, fault=fault.strerror or type(fault).__name__)
    try:
        stream.wait(round(upto_s * SAMPLE_RATE))
    except SoundFileError as fault:
        return str(fault)
    finally:
        stream.close()
    return stream.fault


def _start() -> subprocess.Popen[bytes]:
    environment = child_environment() | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    with as_others():
        return subprocess.Popen(
            [sys.executable, "-m", "console.playout.sound.decoding"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Whatever it is at: it has nothing that anybody would miss."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
