"""LOG: what happened, the newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.show.house import House
from ui.panels.panel import Heading, Panel
from ui.widgets.words import Lines
from ui.words import log_line


class LogPanel(Panel):
    """The last lines of the show's log."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log: tuple[str, ...] = ()
        self.column.addWidget(Heading(self.tr("Log")))
        self._lines = Lines(self.tr("Nothing has happened yet."))
        self._lines.setAccessibleName(self.tr("Log"))
        self.column.addWidget(self._lines, 1)

    def show_house(self, house: House) -> None:
        """Shows the lines that fit."""
        if house.log is not self._log:
            self._log = house.log
            self._lines.show_lines(tuple(log_line(line) for line in house.log))
