"""ALARMS AND LOG: every alarm with its age, count and cure, and all that happened, to be read, filtered and rolled."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from console.show.core.alarms import Alarm
from console.show.report.log_lines import LogKind, LogLine
from console.show.state.console_state import ConsoleState
from ui import number_format, theme
from ui.theme import Role
from ui.translate import said, with_key
from ui.widgets.base import Themed
from ui.widgets.fields.choices import ChoiceButton, Segments
from ui.widgets.fields.text_entry import AskField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine

_ALL = "all"
_INK = {
    LogKind.DONE: theme.TEXT,
    LogKind.REFUSED: theme.AMBER,
    LogKind.FAULT: theme.RED,
    LogKind.OVER: theme.GREEN,
    LogKind.NOTE: theme.MUTED,
}


class _Pages(Themed, QTextBrowser):
    """Text to read and roll, with links; it keeps its place when more comes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"QTextBrowser {{ background: #101418; color: {theme.hue(theme.TEXT)}; }}")
        self._shown = ""

    def show_page(self, page: str) -> None:
        """Shows this HTML; nothing moves for a page that is the same."""
        if page == self._shown:
            return
        self._shown = page
        at = self.verticalScrollBar().value()
        self.setHtml(page)
        self.verticalScrollBar().setValue(at)

    def on_metrics(self) -> None:
        """Takes the font of the new size."""
        self.setFont(theme.font(Role.SMALL, self.metrics))


class EventsOverlay(Themed, QWidget):
    """Alarms above, the log below. It takes no focus and stops nothing: every key works while it is open.

    Signals:
        close_requested(): its cross was pressed.
    """

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alarms: tuple[Alarm, ...] = ()
        self._lines: tuple[LogLine, ...] = ()
        self._filter = _ALL
        self._was: tuple[int, tuple[Alarm, ...]] = -1, ()
        self.setAccessibleName(self.tr("Alarms and log"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 14, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        self._title = TextLine(self.tr("Alarms"), Role.BUTTON)
        head.addWidget(self._title, 1)
        cross = HoldButton("✕", role=Role.SMALL)
        cross.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        cross.setFixedWidth(36)
        cross.setAccessibleName(self.tr("Close alarms and log"))
        self._cross = cross
        self.show_keys("F4")
        cross.performed.connect(self.close_requested)
        head.addWidget(cross)
        column.addLayout(head)
        self.alarms = _Pages(self.tr("Alarms"))
        column.addWidget(self.alarms)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(TextLine(self.tr("Log"), Role.BUTTON, widest=self.tr("Log") + "  "))
        self.kinds = Segments(
            self.tr("Show of the log"),
            (
                ChoiceButton(_ALL, self.tr("ALL"), self.tr("Everything that happened")),
                ChoiceButton(LogKind.DONE, self.tr("DONE"), self.tr("What hands did")),
                ChoiceButton(LogKind.REFUSED, self.tr("REFUSED"), self.tr("What was refused, and why")),
                ChoiceButton(LogKind.FAULT, self.tr("FAULTS"), self.tr("What broke, and what was over")),
            ),
            role=Role.TINY,
        )
        self.kinds.choice_requested.connect(self._use_filter)
        self.kinds.show_chosen(_ALL)
        row.addWidget(self.kinds, 3)
        tip = self.tr("Only lines with these words; Enter or Esc leaves the field")
        self.wanted = AskField(self.tr("Find in the log"), self.tr("Find…"), tip, 80)
        self.wanted.keeps = True
        self.wanted.textChanged.connect(lambda text: self._show_log())
        row.addWidget(self.wanted, 2)
        column.addLayout(row)
        self.log = _Pages(self.tr("Log"))
        self.log.anchorClicked.connect(QDesktopServices.openUrl)
        column.addWidget(self.log, 1)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room again."""
        self._share()

    def _share(self) -> None:
        """As high as the alarms are, so that each is to be seen whole; the log keeps its part."""
        document = self.alarms.document()
        document.setTextWidth(self.alarms.viewport().width())
        self.alarms.setFixedHeight(min(round(document.size().height()) + 2, self.height() * 11 // 20))

    def show_keys(self, key: str) -> None:
        """The key that opens and closes it."""
        self._cross.setToolTip(with_key(self.tr("Close alarms and log"), key))

    def on_metrics(self) -> None:
        """Writes everything again: its colours may be others now."""
        self._was = -1, ()
        self._show_log()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows what stands and what happened; nothing is drawn while it is closed."""
        self._alarms = console_state.alarm_list
        if self.isHidden():
            return
        now = (int(console_state.now), console_state.alarm_list)
        if now != self._was:
            self._was = now
            self._show_alarms(console_state.now)
        if console_state.log_lines is not self._lines:
            self._lines = console_state.log_lines
            self._show_log()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground and the edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink("#101418"))
        painter.setPen(theme.ink(theme.BLUE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _use_filter(self, key: str) -> None:
        self._filter = key
        self.kinds.show_chosen(key)
        self._show_log()

    def _show_alarms(self, now: float) -> None:
        count = len(self._alarms)
        self._title.show_text(self.tr("%n alarms", "", count) if count else self.tr("No alarm"))
        rows = []
        for alarm in self._alarms:
            about = alarm.about
            age = number_format.up_time(now - alarm.since)
            when = self.tr("for {time}").format(time=age)
            if alarm.count > 1:
                when += " · " + self.tr("%n times", "", alarm.count)
            colour = theme.RED if about.grave else theme.AMBER
            title, cure = _bold(f"▲ {said(about.title)}", colour), ""
            if about.cure:
                cure = "<br>" + _bold(f"→ {said(about.cure)}", theme.TEXT)
            rows.append(_row(f"{title} {_ink(when, theme.MUTED)}<br>{html.escape(said(alarm.sentence))}{cure}", 9))
        self.alarms.show_page("".join(rows) or _row(_ink(self.tr("All is well."), theme.MUTED), 0))
        self._share()

    def _show_log(self) -> None:
        wanted = self.wanted.text().strip().casefold()
        rows = []
        for line in self._lines:
            kind = LogKind.FAULT if line.kind is LogKind.OVER else line.kind
            if self._filter not in (_ALL, kind):
                continue
            words = said(line.words)
            if wanted and wanted not in f"{line.at} {words}".casefold():
                continue
            shown = html.escape(words)
            if line.path:
                link = QUrl.fromLocalFile(str(Path(line.path))).toString()
                path = html.escape(line.path)
                named = f'<a style="color:{theme.hue(theme.BLUE)}" href="{html.escape(link)}">{path}</a>'
                shown = shown.replace(path, named) if path in shown else f"{shown} {named}"
            colour = theme.hue(_INK[line.kind])
            rows.append(_row(f'{_ink(line.at, theme.MUTED)} <span style="color:{colour}">{shown}</span>', 3))
        nothing = self.tr("Nothing of that kind has happened.") if self._lines else self.tr("Nothing has happened yet.")
        self.log.show_page("".join(rows) or _row(_ink(nothing, theme.MUTED), 0))


def _row(inner: str, below: int) -> str:
    return f'<p style="margin:0 0 {below}px 0">{inner}</p>'


def _ink(words: str, colour: str) -> str:
    return f'<span style="color:{theme.hue(colour)}">{html.escape(words)}</span>'


def _bold(words: str, colour: str) -> str:
    return f"<b>{_ink(words, colour)}</b>"
