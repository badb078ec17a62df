"""What a process that serves the hall asks of the system's scheduler."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

_MORE_URGENT = -10
_FIRST = 1
"""The lowest of the real-time priorities: before every ordinary program, behind what the sound system may ask for."""


def come_first() -> str:
    """Let this process go before all ordinary ones, as far as this user may. Threads started later go with it.

    A sound buffer is 20 ms and a picture 33 ms long: on a computer with two busy cores an ordinary process waits
    longer than that for its turn, and the hall hears it.

    Returns:
        what was granted, for the log: `real time`, `urgent` or `ordinary`.
    """
    if sys.platform == "win32":
        import psutil

        with contextlib.suppress(OSError, psutil.Error):
            psutil.Process().nice(psutil.HIGH_PRIORITY_CLASS)
            return "urgent"
        return "ordinary"
    if hasattr(os, "sched_setscheduler"):
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(_FIRST))
            return "real time"
    with contextlib.suppress(OSError):
        os.nice(_MORE_URGENT)
        return "urgent"
    return "ordinary"


@contextlib.contextmanager
def as_others() -> Iterator[None]:
    """Start a child in here: it does not inherit that this thread comes first."""
    scheduler = getattr(os, "sched_getscheduler", lambda _: None)(0)
    if scheduler is None or scheduler == os.SCHED_OTHER:
        yield
        return
    urgent = os.sched_getparam(0)
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # what was given may have been taken away meanwhile
            os.sched_setscheduler(0, scheduler, urgent)
