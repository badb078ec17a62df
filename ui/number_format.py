"""How figures are written in the window. A figure that is not known is a dash, never a zero."""

from __future__ import annotations

from console.show.core.meters import FLOOR_DBFS

UNKNOWN = "–"


def clock_time(seconds: float) -> str:
    """00:12:41"""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def up_time(seconds: float) -> str:
    """41 s, 12 min, 2 h 03"""
    whole = max(0, int(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min"
    return f"{whole // 3600} h {whole // 60 % 60:02d}"


def ms(value: float | None) -> str:
    """62 ms"""
    return UNKNOWN if value is None else f"{value:.0f} ms"


def signed_ms(value: float | None) -> str:
    """−12 ms"""
    if value is None:
        return UNKNOWN
    whole = round(value)
    return f"{'−' if whole < 0 else '+' if whole > 0 else ''}{abs(whole)} ms"


def count(value: int | None) -> str:
    """18 231, with narrow spaces"""
    return UNKNOWN if value is None else f"{value:,}".replace(",", "\u202f")


def decimal(value: float | None) -> str:
    """25.0"""
    return UNKNOWN if value is None else f"{value:.1f}"


def level(decibels: float | None) -> str:
    """−8.1, or a dash below the meter's floor"""
    if decibels is None or decibels < FLOOR_DBFS:
        return UNKNOWN
    return f"{decibels:.1f}".replace("-", "−")
