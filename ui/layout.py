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

DESK_LEAST = 360
"""The narrowest the question desk may become before the sound's panel gives way."""


def places(width: int, height: int, metrics: Metrics) -> dict[str, QRect]:
    """Rectangles of the panels in a window of `width` by `height` logical pixels.

    HALL NOW is as large as a 16:9 picture allows beside the middle and the right column. Below it stand sound and mode,
    which need their width even where a low window leaves the picture little of it.
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
    hall = max(1, min(hall, inner - m.right - m.grown(MIDDLE_LEAST) - 2 * m.gap))
    middle = inner - hall - m.right - 2 * m.gap
    middle_left = m.edge + hall + m.gap
    right_left = middle_left + middle + m.gap
    sound = max(hall, min(m.sound, inner - m.right - m.grown(DESK_LEAST) - 2 * m.gap))
    desk_left = m.edge + sound + m.gap
    desk = inner - sound - m.right - 2 * m.gap
    questions = m.bottom - m.gap - m.log
    log_top = bottom_top + questions + m.gap
    return {
        "strip": QRect(0, 0, width, m.strip),
        "program": QRect(m.edge, top, hall, top_height),
        "next": QRect(middle_left, top, middle, top_height),
        "health": QRect(right_left, top, m.right, top_height),
        "presets": QRect(m.edge, presets_top, inner, m.presets),
        "sound": QRect(m.edge, bottom_top, sound, m.bottom),
        "questions": QRect(desk_left, bottom_top, desk, questions),
        "log": QRect(desk_left, log_top, desk, m.log),
        "outputs": QRect(right_left, bottom_top, m.right, m.bottom),
        "actions": QRect(m.edge, action_top, inner, m.action),
    }


def places_for_edit(rects: dict[str, QRect]) -> dict[str, QRect]:
    """What stands elsewhere while EDIT has the right side of a low window to itself, and nothing is on air.

    The strip of presets goes down to the action row, so that EDIT reaches from the state strip to it.

    Args:
        rects: as `places` gives them.

    Returns:
        the places of `program`, `presets`, `sound` and `edit`.
    """
    presets, sound, top = rects["presets"], rects["sound"], rects["program"].top()
    gap = sound.top() - presets.bottom() - 1
    strip = QRect(presets.left(), sound.bottom() + 1 - presets.height(), presets.width(), presets.height())
    heard = QRect(sound.left(), presets.top(), sound.width(), sound.height())
    left = heard.right() + 1 + gap
    return {
        "program": QRect(sound.left(), top, sound.width(), rects["program"].height()),
        "presets": strip,
        "sound": heard,
        "edit": QRect(left, top, presets.right() + 1 - left, strip.top() - gap - top),
    }
