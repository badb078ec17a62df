"""What is wrong with an output, whole, over the lower part of OUTPUTS, until it was read or is over."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.show.state.output_summary import Trouble, there, troubles
from console.show.state.output_view import OutputsView
from ui import theme
from ui.theme import Look, Role
from ui.translate import said
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import broken, wrapped_height

_Read = tuple[tuple[int, ...], bool]
"""Whom a trouble is about, and whether it is grave: once read it stays away, whatever words it has next."""


class OutputNotice(Themed, QWidget):
    """One trouble after the other, the gravest first, each with a button that puts it away.

    A trouble that was put away comes back when it has become grave, or when it was over in between.

    Signals:
        open_changed(bool open): there is something to read, or nothing any more.
    """

    open_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Trouble, ...] = ()
        self._read: set[_Read] = set()
        self._several = False
        self._words = self._count = ""
        self._grave = False
        self._open = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(self.tr("What is wrong with the outputs"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.addStretch(1)
        column = QVBoxLayout()
        self.close_button = HoldButton("✕", role=Role.SMALL, heights=(26, 22))
        self.close_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.close_button.setAccessibleName(self.tr("Put this message away"))
        self.close_button.setToolTip(self.tr("I have read it"))
        self.close_button.performed.connect(self._put_away)
        column.addWidget(self.close_button)
        column.addStretch(1)
        row.addLayout(column)

    @property
    def words(self) -> str:
        """What it says, whole; "" while there is nothing to read."""
        return self._words

    def show_outputs(self, outputs: OutputsView) -> None:
        """Shows the first trouble that was not read."""
        self._all = troubles(outputs)
        self._several = len(there(outputs.streams)) > 1
        self._read &= {_read_as(each) for each in self._all}
        self._show()

    def open_again(self) -> None:
        """Shows all of them once more, read or not."""
        self._read.clear()
        self._show()

    def _put_away(self) -> None:
        unread = self._unread()
        if unread:
            self._read.add(_read_as(unread[0]))
        self._show()

    def _unread(self) -> list[Trouble]:
        return [each for each in self._all if _read_as(each) not in self._read]

    def _show(self) -> None:
        unread = self._unread()
        words = self._said(unread[0]) if unread else ""
        count = self.tr("+%n more", "", len(unread) - 1) if len(unread) > 1 else ""
        grave = bool(unread) and unread[0].grave
        if (words, count, grave) != (self._words, self._count, self._grave):
            self._words, self._count, self._grave = words, count, grave
            self.setToolTip(words)
            self.setAccessibleDescription(words)
            self.update()
        if self._open is not bool(unread):
            self._open = bool(unread)
            self.open_changed.emit(self._open)

    def _said(self, trouble: Trouble) -> str:
        if not trouble.streams or not self._several:
            return said(trouble.sentence)
        numbers = ", ".join(str(each) for each in trouble.streams)
        return self.tr("Stream {numbers}: {sentence}").format(numbers=numbers, sentence=said(trouble.sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box and the sentence, in the largest letters in which it is whole."""
        painter = QPainter(self)
        edge = theme.RED_LOOK.border if self._grave else theme.AMBER_LOOK.border
        draw_box(painter, QRectF(self.rect()), Look(theme.CONTROL, edge, theme.TEXT), 8)
        wide = self.close_button.x() - 9 - 6
        room = self.height() - 6
        if self._count:
            painter.setFont(theme.font(Role.TINY, self.metrics))
            painter.setPen(theme.ink(theme.MUTED))
            counted = painter.fontMetrics().horizontalAdvance(self._count)
            high = painter.fontMetrics().height()
            place = QRectF(self.width() - counted - 7, self.height() - high - 4, counted + 2, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, self._count)
            wide = min(wide, self.width() - counted - 7 - 15)
        for role in (Role.BODY, Role.SMALL, Role.TINY):
            font = theme.font(role, self.metrics)
            if wrapped_height(self._words, font, wide) <= room:
                break
        measure = QFontMetrics(font)
        lines = broken(self._words, font, wide, max(1, room // measure.height()))
        painter.setFont(font)
        painter.setPen(theme.ink(theme.TEXT))
        top = (self.height() - len(lines) * measure.height()) // 2
        for number, line in enumerate(lines):
            place = QRectF(9, top + number * measure.height(), wide + 2, measure.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)


def _read_as(trouble: Trouble) -> _Read:
    return trouble.streams, trouble.grave
