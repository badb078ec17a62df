"""Where a control stands in the operator's window: `python -m tests.hall.rig.where "NAME" 1600x900` prints x and y.

The same window is built without a screen, so that a test's mouse finds a button as the operator's eye does.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace


def main(words: list[str]) -> int:
    """Print the middle of the control of this accessible name (or text), in pixels of the window's inside."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QAbstractButton, QApplication

    from console.show.core.enums import Mode
    from console.show.rundown.preset import Preset
    from console.show.rundown.rundown import Item, Rundown
    from console.show.state.console_state import ConsoleState
    from ui.theme import dress
    from ui.window import OperatorWindow

    name, size = words
    width, height = (int(side) for side in size.split("x"))
    application = QApplication([])
    dress(application)
    window = OperatorWindow()
    window.resize(width, height)
    window.show()
    application.processEvents()

    def seen(mode: Mode, page: str = "", part: str = "") -> bool:
        """Whether it is to be seen in this mode, or on this page of EDIT; then its place is printed."""
        console_state = ConsoleState(mode=mode)
        console_state.show = replace(console_state.show, editing=bool(page))
        console_state.show = replace(
            console_state.show, rundown=Rundown((Item("preset", Preset(name="Preset", avatar="lin")),))
        )
        window.show_state(console_state)
        if page:
            window._edit.show_page(page)
        if part:
            window._edit.settings.show_part(part)
        application.processEvents()
        for button in window.findChildren(QAbstractButton):
            if name in (button.accessibleName(), button.text()) and button.isVisible():
                middle = button.mapTo(window, QPoint(button.width() // 2, button.height() // 2))
                print(middle.x(), middle.y())
                return True
        return False

    places = (
        *((mode, "", "") for mode in (Mode.MIRROR, Mode.SAY, Mode.ANSWER)),
        *((Mode.MIRROR, page, "") for page in ("preset", "answers", "voices", "show", "avatars", "models", "films")),
        *((Mode.MIRROR, "settings", part) for part in ("program", "devices", "answers", "hearing", "engine")),
    )
    found = any(seen(*place) for place in places)
    if found:
        window.close_for_good()
        return 0
    names = sorted({button.accessibleName() or button.text() for button in window.findChildren(QAbstractButton)})
    print(f"there is no control {name!r}; there are {names}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
