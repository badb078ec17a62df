"""Where the panels stand: one pure function from the window's size to rectangles.

Nothing but the size of the window enters, so no state of the show can move anything.
"""

from __future__ import annotations

from PySide6.QtCore import QRect

from ui.theme import Metrics

FRAME = 3
"""Width of the coloured edge around HALL NOW, in pixels."""

MIDDLE_LEAST = 300
"""The narrowest the middle column may become."""


def places(width: int, height: int, metrics: Metrics) -> dict[str, QRect]:
    """Rectangles of the panels in a window of `width` by `height` logical pixels.

    HALL NOW is as large as a 16:9 picture allows beside the middle and the right column.
    """
    m = metrics
    inner = width - 2 * m.edge
    top = m.strip + m.edge
    action_top = height - m.edge - m.action
    bottom_top = action_top - m.gap - m.bottom
    presets_top = bottom_top - m.gap - m.presets
    top_height = presets_top - m.gap - top

    picture = max(1, top_height - m.bar - 2 * FRAME)
    hall = round(picture * 16 / 9) + 2 * FRAME
    hall = max(1, min(hall, inner - m.right - MIDDLE_LEAST - 2 * m.gap))
    middle = inner - hall - m.right - 2 * m.gap
    middle_left = m.edge + hall + m.gap
    right_left = middle_left + middle + m.gap
    questions = m.bottom - m.gap - m.log
    log_top = bottom_top + questions + m.gap
    return {
        "strip": QRect(0, 0, width, m.strip),
        "program": QRect(m.edge, top, hall, top_height),
        "next": QRect(middle_left, top, middle, top_height),
        "health": QRect(right_left, top, m.right, top_height),
        "presets": QRect(m.edge, presets_top, inner, m.presets),
        "sound": QRect(m.edge, bottom_top, hall, m.bottom),
        "questions": QRect(middle_left, bottom_top, middle, questions),
        "log": QRect(middle_left, log_top, middle, m.log),
        "outputs": QRect(right_left, bottom_top, m.right, m.bottom),
        "actions": QRect(m.edge, action_top, inner, m.action),
    }
