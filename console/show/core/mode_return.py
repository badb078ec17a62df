"""Which mode drives the host again after a line that was said in between."""

from __future__ import annotations

from console.show.core.enums import AfterLines, Mode
from console.show.rundown.preset import Preset


def mode_to_come_back_to(now: Mode, waits: str, preset: Preset | None) -> str:
    """The mode after the last line, as a line begins; "" when SAY is to stay.

    Args:
        now: what drives the host before the line.
        waits: what was to come back already: lines follow each other.
        preset: the one that is on; it says whether anything comes back.
    """
    if preset is not None and preset.after_lines is AfterLines.STAY:
        return ""
    if now is Mode.SAY:
        return waits
    return now.value
