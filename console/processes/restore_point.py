"""The restore point: what a console leaves on the disk, for the case that playout is gone as well.

While playout runs it keeps the show's record itself, and a new console rejoins from there. After a power cut or a
crash of everything this file is what is left. It is written when something changed, touched once a second so that
its age says when the console died, and cleared when the console ends as it should.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from console.operator_selection import ShowRecord
from console.processes.instant import Instant
from console.show.core.state import ShowState
from engine.files.user_files import UserFileError, read_bytes
from engine.text import Text

FILE_NAME = "restore-point"
REJOIN_WITHIN_S = 600.0
"""After a longer time it is another show: the choices are kept, the state is not."""


@dataclass(frozen=True)
class RecoveredShow:
    """What a console that died has left.

    Attributes:
        record: how the next console begins: in HOLD when the show was on air and it was not long ago, else in
            STANDBY. The hall sees the slate either way, until the operator goes on.
        words: for the operator, as "was LIVE 14 s ago"; "" when the show was not on air.
        ago_s: seconds since it died.
    """

    record: ShowRecord
    words: str
    ago_s: float


class RestorePoint:
    """The restore point of one console.

    Args:
        folder: where it lies; made when it is needed.
        clock: this moment.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], Instant] = Instant.now) -> None:
        self._path = folder / FILE_NAME
        self._beside = folder / f"{FILE_NAME}.alive"
        self._clock = clock
        self._written: bytes | None = None
        self._cleared = False

    def left(self) -> RecoveredShow | None:
        """What an earlier console left, or None when it ended as it should. A file that is none counts as none."""
        try:
            record = ShowRecord.unpack(read_bytes(self._path))
            seen = self._path.stat()
        except (OSError, UserFileError):
            return None
        return _left(record, seen.st_mtime, self._up_s(), self._clock()) if record is not None else None

    def write(self, record: ShowRecord) -> None:
        """Keeps the record, when it says anything new. A disk that cannot be written is no reason to stop."""
        essence = msgspec.msgpack.encode((record.state, record.from_air, record.rehearsal, record.turn, record.choices))
        if essence == self._written or self._cleared:
            return
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            with fresh.open("wb") as file:
                file.write(record.pack())
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
            self._written = essence

    def alive(self) -> None:
        """Once a second: this console still runs."""
        if self._written is not None:
            now = self._clock()
            with contextlib.suppress(OSError):
                os.utime(self._path, (now.at, now.at))
                if now.up_s >= 0:  # beside it, by the clock that nobody sets
                    self._beside.touch()
                    os.utime(self._beside, (now.up_s, now.up_s))

    def _up_s(self) -> float:
        """When it ran last, by the clock that nobody sets; -1 when that is not known."""
        try:
            return self._beside.stat().st_mtime
        except OSError:
            return -1.0

    def clear(self) -> None:
        """The console ends as it should: nothing to come back to, and nothing is written any more."""
        self._cleared, self._written = True, None
        for path in (self._path, self._beside):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def standing(record: ShowRecord) -> str:
    """Where a show stood, as LIVE, or as LIVE in a rehearsal."""
    return Text("{what} in a rehearsal", what=record.state.value) if record.rehearsal else record.state.value


def _left(record: ShowRecord, touched: float, up_s: float, now: Instant) -> RecoveredShow:
    if record.up_s <= up_s <= now.up_s:  # of the same start of the computer, as the record itself tells
        died = Instant(max(touched, record.at), up_s, record.boot)
    else:
        died = Instant(max(touched, record.at))
    on_air = record.state in (ShowState.LIVE, ShowState.HOLD) or (record.state is ShowState.PANIC and record.from_air)
    ago = now.since(died)
    words = Text("was {what} {ago} ago", what=standing(record), ago=_long(ago)) if on_air else ""
    on_air_s = record.on_air_s
    if record.state is ShowState.LIVE and not record.rehearsal:
        # Written once at GO LIVE: it went on until the console died.
        on_air_s += died.since(record.instant)
    back = on_air and ago <= REJOIN_WITHIN_S
    state = ShowState.HOLD if back else ShowState.STANDBY
    kept = msgspec.structs.replace(
        record,
        at=min(died.at, now.at),
        state=state,
        in_state_s=0.0,
        on_air_s=on_air_s if back else 0.0,
        from_air=False,
        rehearsal=record.rehearsal and back,
    )
    return RecoveredShow(kept, words, ago)


def _long(seconds: float) -> str:
    if seconds < 120:
        return Text("{n} s", n=f"{seconds:.0f}")
    if seconds < 7200:
        return Text("{n} min", n=f"{seconds / 60:.0f}")
    return Text("{n} h", n=f"{seconds / 3600:.0f}")
