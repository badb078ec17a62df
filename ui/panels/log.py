"""LOG: what happened, the newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.show.report.log_lines import LogLine
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.panels.panel import Panel
from ui.theme import Role
from ui.translate import said, with_key
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import Lines, TextLine

SHOWN = 6
"""Lines that can be seen at most; the rest is on the page that a press opens."""


class LogPanel(Panel):
    """The last lines of the show's log; a press opens all of it.

    Signals, besides those of `Panel`:
        opened(): the whole log is wanted.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log: tuple[LogLine, ...] = ()
        title = self.tr("Log").upper()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(TextLine(title, Role.HEADING, colour=theme.MUTED, widest=title), 0, Qt.AlignmentFlag.AlignTop)
        self._lines = Lines(self.tr("Nothing has happened yet."))
        self._lines.setAccessibleName(self.tr("Log"))
        row.addWidget(self._lines, 1)
        self._more = HoldButton(self.tr("All"), role=Role.TINY, heights=(26, 22))
        self._more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._more.setAccessibleName(self.tr("Open alarms and log"))
        self.show_keys("F4")
        self._more.performed.connect(self.opened)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row, 1)
        self.on_metrics()

    def show_keys(self, key: str) -> None:
        """The key that opens all of it."""
        self._more.setToolTip(with_key(self.tr("Open alarms and log"), key))

    def on_metrics(self) -> None:
        """Two lines and little around them."""
        super().on_metrics()
        pad, high = self.metrics.pad, self.metrics.px(5, 3)
        self.column.setContentsMargins(pad, high, pad, high - 2)

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the lines that fit."""
        if console_state.log_lines is not self._log:
            self._log = console_state.log_lines
            self._lines.show_lines(tuple(f"{line.at} {said(line.words)}" for line in console_state.log_lines[:SHOWN]))
