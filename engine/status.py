"""What an engine tells once a second."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import psutil

from engine.driver import Driver
from engine.ipc.messages.engine import EngineStatus


def status_of(
    driver: Driver | None, draw_ms: Iterable[float], me: psutil.Process, *, frames: int, skipped: int, drawing: bool
) -> EngineStatus:
    """The status of an engine that drew `frames` pictures, the last of them in `draw_ms` each."""
    p50, p99 = np.percentile(list(draw_ms), (50, 99))
    gauge = driver.gauge if driver is not None else None
    return EngineStatus(
        frames=frames,
        skipped=skipped,
        draw_p50_ms=float(p50),
        draw_p99_ms=float(p99),
        memory_mb=me.memory_info().rss / 2**20,
        drawing=drawing,
        spoilt=driver.spoilt if driver is not None else 0,
        card_used_mib=gauge.used_mib if gauge is not None else 0,
        card_total_mib=gauge.total_mib if gauge is not None else 0,
        card_celsius=gauge.celsius if gauge is not None else None,
    )
