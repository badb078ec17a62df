"""HALL NOW: what the hall sees, after every overlay and the slate, with the age of the frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.show.core.appearing import host_awaited, host_seen
from console.show.core.hall_sight import FROZEN_MS
from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from ui import number_format, theme
from ui.layout import FRAME
from ui.panels.program.hall_words import HallWords
from ui.panels.program.not_heard import NotHeardBanner
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.program_view import ProgramView
from ui.widgets.text.text_line import TextLine


class ProgramPanel(Themed, QWidget):
    """The program with an edge in the state's colour, always of the same width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._rehearsal = ShowState.OFFLINE, False
        self._words = HallWords(self)
        self.setAccessibleName(self.tr("Hall now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        column.setSpacing(0)
        self.view = ProgramView(self.tr("No program yet: playout is starting"))
        column.addWidget(self.view, 1)

        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(13, 0, 13, 0)
        row.setSpacing(6)
        self._title = TextLine(self.tr("HALL NOW"), Role.STRONG, widest=self.tr("HALL NOW"))
        row.addWidget(self._title)
        row.addSpacing(10)
        self._meaning = TextLine("", Role.SMALL, colour=theme.MUTED)
        row.addWidget(self._meaning, 1)
        self._frame = self._figure(row, self.tr("frame"), "8 888 888")
        self._fps = self._figure(row, self.tr("fps"), "88.8")
        self._age = self._figure(row, self.tr("age"), "8888 ms")
        self._avatar = TextLine("", Role.STRONG, align=Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._avatar, 1)
        column.addWidget(self._bar)
        self.not_heard = NotHeardBanner(self)
        self.on_metrics()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the state's edge and the figures of the last frame."""
        if (console_state.state, console_state.rehearsal) != (self._state, self._rehearsal):
            self._state, self._rehearsal = console_state.state, console_state.rehearsal
            self.update()
        self.view.show_notice(self._words.notice(console_state))
        self.not_heard.show_state(console_state)
        words, colour = self._words.meaning(console_state)
        self._meaning.show_text(words, colour)
        named = self.tr("Hall now")
        self.view.setAccessibleName(f"{named}: {words}")
        self._meaning.setVisible(self.metrics.full)  # what matters stands over the picture
        on_air = console_state.state is ShowState.LIVE
        colour = theme.REHEARSAL_EDGE if console_state.rehearsal else "#ff5c5e"
        self._title.show_text(self._title.text, colour if on_air else theme.TEXT)
        self._frame.show_text(number_format.count(console_state.frame))
        self._fps.show_text(number_format.decimal(console_state.health.fps))
        age = console_state.frame_age_ms
        old = age is not None and age > FROZEN_MS
        self._age.show_text(number_format.ms(None if age is None else min(age, 9999)), theme.RED if old else theme.TEXT)
        self._show_host(console_state)

    def _show_host(self, console_state: ConsoleState) -> None:
        """Who the hall really sees; nobody while it sees the slate or black."""
        names = {tile.id: tile.name for tile in console_state.avatars}
        seen, awaited = host_seen(console_state), host_awaited(console_state)
        if seen and awaited:
            waits = self.tr("{host}, waiting for {other}")
            other = names.get(awaited, awaited)
            self._avatar.show_text(waits.format(host=names.get(seen, seen), other=other), theme.AMBER)
        else:
            self._avatar.show_text(names.get(seen, seen), theme.TEXT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The banner keeps to the foot of the picture."""
        self.not_heard.place_in(self.rect())

    def show_program(self, frame: QImage) -> None:
        """Shows a program frame; its memory is free again on return."""
        self.view.show_frame(frame)

    def on_metrics(self) -> None:
        """Takes the height of the bar."""
        self._bar.setFixedHeight(self.metrics.bar)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground and the edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.PANEL))
        half = FRAME / 2
        edge = theme.REHEARSAL_EDGE if self._rehearsal else theme.EDGES[self._state]
        painter.setPen(QPen(theme.ink(edge), FRAME))
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))

    def _figure(self, row: QHBoxLayout, words: str, widest: str) -> TextLine:
        row.addSpacing(12)
        row.addWidget(TextLine(words, Role.SMALL, colour=theme.MUTED, widest=words))
        figure = TextLine(number_format.UNKNOWN, Role.STRONG, widest=widest)
        figure.setAccessibleName(words)
        row.addWidget(figure)
        return figure
