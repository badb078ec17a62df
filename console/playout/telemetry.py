"""What playout measures of itself at each tick: for the operator now, for the report later."""

from __future__ import annotations

import itertools
import math
import struct
from collections import deque
from dataclasses import dataclass, field
from typing import Any

import numpy as np

_WINDOW = 600


@dataclass(frozen=True, slots=True)
class Tick:
    """One program tick. Times are monotonic seconds; None where there is nothing to say.

    Attributes:
        frame: tick number.
        pts: its sample index.
        due_s: when it should have been seen.
        drawn_s: when it was handed to the window system.
        picture: what was shown (`live`, `held`, `idle`, `slate`, `black`).
        late: the avatar was to be seen and had no picture of the right time.
        lip_s: from the microphone's callback to the picture drawn.
        skew_s: sound minus picture at the program output.
        ready_s: how long before the tick its picture was finished.
    """

    frame: int
    pts: int
    due_s: float
    drawn_s: float
    picture: str
    late: bool
    lip_s: float | None
    skew_s: float | None
    ready_s: float | None


_PICTURES = ("live", "late", "held", "idle", "slate", "black")
_ROW = struct.Struct("<qqddB?ddd")
"""A tick of a report as bytes: as objects, ten minutes of them would take many megabytes."""


def _packed(tick: Tick) -> bytes:
    numbers = (math.nan if value is None else value for value in (tick.lip_s, tick.skew_s, tick.ready_s))
    kind = _PICTURES.index(tick.picture)
    return _ROW.pack(tick.frame, tick.pts, tick.due_s, tick.drawn_s, kind, tick.late, *numbers)


def _unpacked(rows: bytes | bytearray) -> list[Tick]:
    ticks = []
    for frame, pts, due, drawn, kind, late, *numbers in _ROW.iter_unpack(rows):
        lip, skew, ready = (None if math.isnan(value) else value for value in numbers)
        ticks.append(Tick(frame, pts, due, drawn, _PICTURES[kind], late, lip, skew, ready))
    return ticks


def percentiles(values: list[float], *points: float) -> list[float | None]:
    """The percentiles of `values`, or None for each when there are none."""
    if not values:
        return [None] * len(points)
    return [float(value) for value in np.percentile(values, points)]


@dataclass
class Telemetry:
    """Keeps the last ticks for the status, and all of them while a report is being measured.

    Attributes:
        ticks: ticks served since playout started.
        late: ticks without a picture of the right time.
        missed: ticks that were not served at all.
    """

    rate: int
    ticks: int = 0
    late: int = 0
    missed: int = 0
    _recent: deque[Tick] = field(default_factory=lambda: deque(maxlen=_WINDOW))
    _kept: bytearray | None = None
    _kept_missed: int = 0

    def record(self, tick: Tick) -> None:
        """Take a tick into account."""
        self.ticks += 1
        self.late += tick.late
        self._recent.append(tick)
        if self._kept is not None:
            self._kept += _packed(tick)

    def record_missed(self, count: int) -> None:
        """`count` ticks passed unserved: the hall saw the picture before them longer."""
        self.missed += count
        self.late += count
        self.ticks += count
        if self._kept is not None:
            self._kept_missed += count

    def recent(self, seconds: float) -> list[Tick]:
        """The ticks of the last `seconds`."""
        count = int(seconds * self.rate)
        return list(self._recent)[-count:] if count else []

    def fps(self) -> float:
        """Pictures a second over the last two seconds."""
        ticks = self.recent(2.0)
        if len(ticks) < 2:
            return 0.0
        span = ticks[-1].drawn_s - ticks[0].drawn_s
        return (len(ticks) - 1) / span if span > 0 else 0.0

    def lead_needed(self) -> float | None:
        """The time (seconds) by which 1 % of the newest pictures was short, negative: to spare.

        None while too few pictures were made to say.
        """
        ready = [tick.ready_s for tick in self.recent(10.0) if tick.ready_s is not None]
        if len(ready) < self.rate:
            return None
        return -float(np.percentile(ready, 1))

    # -- reports ------------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Begin to keep every tick."""
        self._kept = bytearray()
        self._kept_missed = 0

    def report(self) -> dict[str, Any]:
        """What was kept, as figures in milliseconds; ends the keeping."""
        ticks, self._kept = _unpacked(self._kept or b""), None
        missed, self._kept_missed = self._kept_missed, 0
        aired = [tick for tick in ticks if tick.picture not in ("slate", "black")]
        lips = [tick.lip_s * 1e3 for tick in aired if tick.lip_s is not None and tick.picture == "live"]
        skews = [tick.skew_s * 1e3 for tick in aired if tick.skew_s is not None]
        drawn = [tick.drawn_s for tick in ticks]
        intervals = [(b - a) * 1e3 for a, b in itertools.pairwise(drawn)]
        lateness = [(tick.drawn_s - tick.due_s) * 1e3 for tick in ticks]
        span = drawn[-1] - drawn[0] if len(drawn) > 1 else 0.0
        late = sum(tick.late for tick in aired) + missed
        total = len(aired) + missed
        return {
            "ticks": len(ticks) + missed,
            "aired": total,
            "late_frames": late,
            "on_time_percent": round(100.0 * (1 - late / total), 3) if total else None,
            "missed_ticks": missed,
            "fps": (len(drawn) - 1) / span if span else 0.0,
            "pictures": {kind: sum(t.picture == kind for t in ticks) for kind in {t.picture for t in ticks}},
            "lip_delay_ms": _spread(lips),
            "skew_ms": _spread(skews),
            "skew_abs_ms": _spread([abs(skew) for skew in skews]),
            "interval_ms": _spread(intervals),
            "tick_lateness_ms": _spread(lateness),
            "ready_before_tick_ms": _spread([tick.ready_s * 1e3 for tick in aired if tick.ready_s is not None]),
        }


def _spread(values: list[float]) -> dict[str, float | None]:
    p50, p95, p99, most = percentiles(values, 50, 95, 99, 100)
    return {"p50": p50, "p95": p95, "p99": p99, "max": most}
