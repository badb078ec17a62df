"""What was prepared of the filmed hosts, as the window shows it: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class StoreLine:
    """One filmed host.

    Attributes:
        fault: why it must be built again, in one sentence, or "".
        can_build: its clip is there, so that one click is enough.
        size: bytes that lie prepared.
        part: how much of it is built again, 0 to 1; None while nobody does.
        told: how the last building ended when it ended badly, in one sentence, or "".
    """

    fault: str = ""
    can_build: bool = False
    size: int = 0
    part: float | None = None
    told: str = ""


@dataclass(frozen=True)
class StoresView:
    """All of them.

    Attributes:
        lines: avatar id → how it is; of filmed hosts only.
        old: how many prepared hosts nobody wants any more. old_bytes: what they take.
        told: how the last clearing ended, in words, or "".
    """

    lines: Mapping[str, StoreLine] = field(default_factory=dict)
    old: int = 0
    old_bytes: int = 0
    told: str = ""
