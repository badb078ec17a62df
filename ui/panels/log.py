"""LOG: what happened, the newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.show.house import House
from ui import theme
from ui.panels.panel import Panel
from ui.theme import Role
from ui.widgets.words import Lines, Words
from ui.words import log_line


class LogPanel(Panel):
    """The last lines of the show's log."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log: tuple[str, ...] = ()
        title = self.tr("Log").upper()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Words(title, Role.HEADING, colour=theme.MUTED, widest=title), 0, Qt.AlignmentFlag.AlignTop)
        self._lines = Lines(self.tr("Nothing has happened yet."))
        self._lines.setAccessibleName(self.tr("Log"))
        row.addWidget(self._lines, 1)
        self.column.addLayout(row, 1)
        self.on_metrics()

    def on_metrics(self) -> None:
        """Two lines and little around them."""
        super().on_metrics()
        pad, high = self.metrics.pad, 5 if self.metrics is theme.FULL else 3
        self.column.setContentsMargins(pad, high, pad, high - 2)

    def show_house(self, house: House) -> None:
        """Shows the lines that fit."""
        if house.log is not self._log:
            self._log = house.log
            self._lines.show_lines(tuple(log_line(line) for line in house.log))
