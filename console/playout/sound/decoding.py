"""The process that decodes one sound file: `python -m console.playout.sound.decoding`.

FFmpeg reads what strangers made. It does so here, where it can take neither memory nor time nor the show with it: the
process may use a limited amount of memory, ends itself when a step takes too long, and is killed without harm.

On standard input comes one line of JSON: {"path": …, "upto_s": …}. On standard output goes one line {"told_s": …} or
{"fault": …}; then pieces, each a count (4 bytes, little-endian) and so many float32; a count of 0, and one line
{"skipped": …, "fault": …} at the end. With `upto_s` it ends after so much sound: a check.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import struct
import sys
from pathlib import Path
from typing import IO

from engine.text import Text, to_json

STEP_S = 5.0
"""Longest step: to open a file, or to decode a piece of it."""

MOST_MEMORY = 512 * 1024**2
"""Bytes beyond those of the process with nothing to do. An hour of MP3 takes 20 MB."""


def main() -> int:
    """Decode what standard input asks for. Returns 0 when it was told, whatever it was."""
    import av  # noqa: F401 - loaded before the file is known: a spare process waits with it

    from console.playout.sound.decode import SoundFileError

    out = sys.stdout.buffer
    line = sys.stdin.buffer.readline()
    if not line:
        return 0
    job = json.loads(line)
    _limit_memory()
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    try:
        _decode(Path(job["path"]), job.get("upto_s"), out)
    except SoundFileError as fault:
        _emit(out, {"fault": str(fault)})
    except MemoryError:
        _emit(
            out,
            {
                "fault": Text(
                    "{file} takes too much memory to be read: choose another file.", file=Path(job["path"]).name
                )
            },
        )
    return 0


def _decode(path: Path, upto_s: float | None, out: IO[bytes]) -> None:
    from console.playout.sound.decode import SoundFileError, open_sound
    from engine.ipc.rings.samples import SAMPLE_RATE

    fault = ""
    count = skipped = 0
    told = False
    try:
        _step()
        with open_sound(path) as sound:
            for samples in sound.blocks():
                _rest()
                if not told:
                    told = True
                    _emit(out, {"told_s": sound.told_s})
                out.write(struct.pack("<I", len(samples)))
                out.write(samples.astype("<f4", copy=False).tobytes())
                count, skipped = count + len(samples), sound.skipped
                if upto_s is not None and count >= upto_s * SAMPLE_RATE:
                    break
                _step()
    except (SoundFileError, MemoryError) as error:
        if not told:
            raise
        fault = str(error) or Text("{file} takes too much memory to be read: choose another file.", file=path.name)
    _rest()
    out.write(struct.pack("<I", 0))
    _emit(out, {"skipped": skipped, "fault": fault})


def _emit(out: IO[bytes], what: dict[str, object]) -> None:
    out.write(to_json(what).encode() + b"\n")
    out.flush()


def _step() -> None:
    """From now on the process ends by itself unless `_rest` comes in time, whatever FFmpeg is caught in."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, STEP_S)


def _rest() -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0.0)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY, used + MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more
