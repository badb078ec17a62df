"""PREFLIGHT: a strip over the presets that says what is ready and what is not. Nothing moves for it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.show.core.preflight import ITEMS, ItemVerdict, PreflightItem
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.theme import Look, Role
from ui.translate import said, with_key
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import broken

_GROUNDS = {
    ItemVerdict.GREEN: Look(theme.PANEL, theme.LINE, theme.TEXT),
    ItemVerdict.AMBER: Look(theme.WARN_GROUND, theme.WARN_EDGE, theme.TEXT),
    ItemVerdict.RED: Look("#2a1214", theme.RED_LOOK.border, theme.TEXT),
    ItemVerdict.WAIVED: Look("#201b10", "#a67c1b", theme.TEXT),
}
_COLOURS = {
    ItemVerdict.GREEN: theme.GREEN,
    ItemVerdict.AMBER: theme.AMBER,
    ItemVerdict.RED: theme.RED,
    ItemVerdict.WAIVED: theme.AMBER,
}
FOOT = (28, 20)
"""The height of a cell's foot, in pixels, in a full and in a compact window."""

_INSET = 4
"""Between the strip's edge and its cells, in pixels."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PreflightCell(Themed, QWidget):
    """One item: a sign, its name, what was found, and what to do or to waive.

    Signals:
        waive_requested(str item): the operator answers for it.
    """

    waive_requested = Signal(str)

    def __init__(self, item_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = PreflightItem(item_id, ITEMS[item_id][0], ItemVerdict.AMBER, "")
        self._button = HoldButton(self.tr("WAIVE"), role=Role.SMALL, look=theme.RED_EDGE, heights=FOOT, parent=self)
        self._button.performed.connect(lambda: self.waive_requested.emit(self._item.id))
        self._button.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._show_words()

    def show_item(self, item: PreflightItem) -> None:
        """Shows how the item is."""
        if item != self._item:
            self._item = item
            self._button.setVisible(item.verdict is ItemVerdict.RED)
            self._show_words()
            self.update()

    @property
    def name(self) -> str:
        """What it is about."""
        return said(self._item.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands at the foot."""
        self._button.setGeometry(self._foot())

    def on_metrics(self) -> None:
        """The button's height changed."""
        self._button.setGeometry(self._foot())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box, the sign and the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.PANEL))
        item, top, foot = self._item, self._pad(), self._foot()
        draw_box(painter, QRectF(self.rect()), _GROUNDS[item.verdict], 8)
        painter.setFont(theme.font(Role.STRONG, self.metrics))
        line = painter.fontMetrics().height()
        sign = QRectF(foot.left(), top + (line - 11) / 2, 11, 11)
        _draw_sign(painter, sign, item.verdict)
        left = foot.left() + 19
        painter.setPen(theme.ink(theme.TEXT))
        _write(painter, QRect(left, top, foot.right() - left, line), said(item.name))
        painter.setFont(theme.font(Role.SMALL, self.metrics))
        small = painter.fontMetrics().height()
        red = item.verdict is ItemVerdict.RED
        y, end = top + line, foot.top() if red else foot.bottom() + 1
        told = "" if red else self.tr("waived by you") if item.verdict is ItemVerdict.WAIVED else said(item.cure)
        colour = _COLOURS[item.verdict] if item.verdict is not ItemVerdict.GREEN else theme.MUTED
        most = max(1, (end - y) // small)
        found = broken(said(item.words), painter.font(), foot.width(), max(1, min(2, most - bool(told))))
        cure = broken(told, painter.font(), foot.width(), most - len(found))
        for words, ink in ((found, colour), (cure, theme.MUTED)):
            painter.setPen(theme.ink(ink))
            for each in words:
                painter.drawText(QRect(foot.left(), y, foot.width(), small), _LEFT, each)
                y += small

    def _pad(self) -> int:
        return self.metrics.px(8, 4)

    def _foot(self) -> QRect:
        left, high = self.metrics.px(10, 7), self.metrics.px(*FOOT)
        return QRect(left, self.height() - high - 4, max(1, self.width() - 2 * left), high)

    def _show_words(self) -> None:
        item = self._item
        whole = f"{said(item.name)}: {said(item.words)}." + (f" {said(item.cure)}" if item.cure else "")
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self._button.setToolTip(self.tr("Go on although this is red; it is logged by name. {cure}").format(cure=whole))
        self._button.setAccessibleName(self.tr("Waive {name}").format(name=said(item.name)))


class PreflightStrip(Themed, QWidget):
    """All items side by side. Hidden until it is asked for, or until ARM was refused.

    Signals:
        action_requested(str action_id, object argument): waive an item, or close the strip.
    """

    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = False
        self._words = ("", theme.MUTED)
        self._cells = {item_id: PreflightCell(item_id, self) for item_id in ITEMS}
        for cell in self._cells.values():
            cell.waive_requested.connect(lambda item: self.action_requested.emit("waive", item))
        self._close = HoldButton(self.tr("CLOSE"), role=Role.SMALL, cap="F3", heights=(32, 24), parent=self)
        self._close.setAccessibleName(self.tr("Close preflight"))
        self._close.performed.connect(lambda: self.action_requested.emit("preflight", False))
        self.setAccessibleName(self.tr("Preflight"))
        self.show_keys("F3")
        self.hide()

    def show_state(self, console_state: ConsoleState) -> None:
        """Opens or closes as the console's state says, and shows the items while it is open."""
        if console_state.preflight_open != self._open:
            self._open = console_state.preflight_open
            self.setVisible(self._open)
            self.raise_()
        if not console_state.preflight_open:
            return
        for item in console_state.preflight:
            self._cells[item.id].show_item(item)
        red = sum(item.verdict is ItemVerdict.RED for item in console_state.preflight)
        words = (self.tr("%n not ready", "", red), theme.RED) if red else (self.tr("ready"), theme.GREEN)
        if words != self._words:
            self._words = words
            self.update()

    def show_keys(self, key: str) -> None:
        """The key that opens and closes it."""
        self._close.show_as(self.tr("CLOSE"), theme.PLAIN, key)
        self._close.setToolTip(with_key(self.tr("Close the preflight strip"), key))

    def place_over(self, row: QRect) -> None:
        """Lies over `row` (the presets) and the gaps above and below it: TAKE, AUDIO and OUTPUTS stay free."""
        gap = self.metrics.gap - 1
        self.setGeometry(row.adjusted(0, -gap, 0, gap))

    def on_metrics(self) -> None:
        """Other sizes: the cells are placed again."""
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the heading and the cells."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box and the heading."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.GROUND))
        draw_box(painter, QRectF(self.rect()), Look(theme.PANEL, theme.LINE_STRONG, theme.TEXT), 10)
        head = self._head()
        painter.setFont(theme.font(Role.HEADING, self.metrics))
        painter.setPen(theme.ink(theme.MUTED))
        line = painter.fontMetrics().height()
        _write(painter, QRect(head.left(), head.top() + 2, head.width(), line), self.tr("Preflight").upper())
        painter.setFont(theme.font(Role.STRONG, self.metrics))
        painter.setPen(theme.ink(self._words[1]))
        below = QRect(head.left(), head.top() + line + 4, head.width(), painter.fontMetrics().height())
        _write(painter, below, self._words[0])

    def _head(self) -> QRect:
        pad = self.metrics.gap
        wide = self.metrics.px(128, 96)
        return QRect(pad, _INSET + 2, wide, self.height() - 2 * _INSET - 4)

    def _place(self) -> None:
        gap, head = self.metrics.gap, self._head()
        high = self._close.height()
        self._close.setGeometry(head.left(), head.bottom() + 1 - high, head.width(), high)
        left = head.right() + 1 + gap
        room = self.width() - left - gap
        measure = QFontMetrics(theme.font(Role.STRONG, self.metrics))
        names = [measure.horizontalAdvance(cell.name) + 40 for cell in self._cells.values()]
        part = (room + gap - 4) / sum(names)  # longer names get more: they have more to say
        start = float(left)
        for cell, name in zip(self._cells.values(), names, strict=True):
            end = start + name * part
            cell.setGeometry(round(start), _INSET, round(end - (gap - 4)) - round(start), self.height() - 2 * _INSET)
            start = end


def _draw_sign(painter: QPainter, box: QRectF, verdict: ItemVerdict) -> None:
    """Different shapes, since not every eye tells red from green: tick, mark, cross, and a crossed-out ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.ink(_COLOURS[verdict]), 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, right, top, bottom = box.left(), box.right(), box.top(), box.bottom()
    middle = box.center()
    if verdict is ItemVerdict.GREEN:
        foot = QPointF(left + 0.36 * box.width(), bottom - 1)
        painter.drawLine(QPointF(left, middle.y() + 0.5), foot)
        painter.drawLine(foot, QPointF(right, top + 1))
    elif verdict is ItemVerdict.AMBER:
        painter.drawLine(QPointF(middle.x(), top), QPointF(middle.x(), top + 0.6 * box.height()))
        painter.drawPoint(QPointF(middle.x(), bottom))
    elif verdict is ItemVerdict.RED:
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
    else:
        painter.drawEllipse(box)
        painter.drawLine(QPointF(left + 2, bottom - 2), QPointF(right - 2, top + 2))


def _write(painter: QPainter, box: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT, shown)
