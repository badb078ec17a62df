"""A moment that another process can compare with its own, whatever is done to the wall clock meanwhile."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec

_BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")


class Instant(msgspec.Struct, frozen=True):
    """A moment, by the wall clock and by the one that nobody sets.

    Attributes:
        at: seconds since the epoch.
        up_s: seconds since this computer was started, asleep or awake; -1 when it is not known.
        boot: which start of the computer that was; "" where the system does not tell.
    """

    at: float
    up_s: float = -1.0
    boot: str = ""

    @classmethod
    def now(cls) -> Instant:
        """This moment."""
        return cls(time.time(), _uptime_s(), _boot())

    def since(self, earlier: Instant, *, same_boot: bool = False) -> float:
        """Seconds from `earlier` to this moment, 0 at the least.

        By the wall clock only where the computer was started again between the two, or nobody knows.

        Args:
            same_boot: a process that saw the earlier moment still runs.
        """
        known = self.up_s >= 0 and earlier.up_s >= 0
        if known and (same_boot or (self.boot and self.boot == earlier.boot)):
            return max(0.0, self.up_s - earlier.up_s)
        return max(0.0, self.at - earlier.at)


def _uptime_s() -> float:
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


def _boot() -> str:
    try:
        return _BOOT_FILE.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
