"""How a console that begins finds the show that an earlier one left: with playout, or in the restore point."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from console.operator_selection import ShowRecord
from console.processes.instant import Instant
from console.processes.restore_point import RecoveredShow, standing
from console.show.core.state import ShowState
from engine.text import Text

_TURNS_UNKNOWN = 1000
"""The restore point is written when the air changes: so many turns may have been given numbers since."""


@dataclass(frozen=True)
class ShowToRejoin:
    """The show to go on with.

    Attributes:
        record: where it stood.
        words: for the operator, as "was LIVE 14 s ago"; "" when nothing was on air.
        away_s: seconds since then.
        alarm: a sentence that the operator must read, or "".
    """

    record: ShowRecord
    words: str
    away_s: float
    alarm: str = ""


def find_show(kept: bytes, left: RecoveredShow | None, now: Instant) -> ShowToRejoin | None:
    """The show that playout has kept, else the one in the restore point, else None.

    Args:
        kept: a packed ShowRecord, as playout's Welcome brings it; empty when it knows of no show.
        left: what the restore point says.
        now: this moment.
    """
    record = ShowRecord.unpack(kept)
    if record is not None:
        away_s = now.since(record.instant, same_boot=True)
        return ShowToRejoin(record, f"was {standing(record)} {away_s:.0f} s ago", away_s)
    if left is None:
        return None
    on_air = left.record.state is ShowState.HOLD
    alarm = Text("Rejoin: {why}. BACK TO LIVE goes on, END closes the show.", why=left.words) if on_air else ""
    record = msgspec.structs.replace(left.record, turn=left.record.turn + _TURNS_UNKNOWN)
    return ShowToRejoin(record, left.words, left.ago_s, alarm)
