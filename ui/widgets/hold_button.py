"""The buttons of the window: one press, or a hold with a ring that fills."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.show.actions.action import between_ms
from ui import theme
from ui.theme import Look, Role
from ui.widgets.base import Themed, draw_box, draw_focus
from ui.widgets.key_repeat_filter import PAIR_MS, KeyRepeatFilter

_SIDE = 5
"""Pixels that stay free at each side."""


class HoldButton(Themed, QAbstractButton):
    """A button that shows its key, and acts on the press or after a hold.

    It is never disabled: what cannot be done now is dimmed, and pressing it brings the reason on the screen.
    Its size does not depend on what it says. Shift+Return presses it when it has the focus: Space is INTERRUPT,
    and Return alone is TAKE, whatever has the focus.

    Signals:
        performed(): it was pressed, or held for long enough.
    """

    performed = Signal()

    def __init__(
        self,
        words: str,
        *,
        role: Role = Role.BUTTON,
        look: Look = theme.PLAIN,
        cap: str = "",
        hold_s: float = 0.0,
        note: str = "",
        heights: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Makes a button.

        Args:
            cap: its key, drawn as a key cap.
            note: a second, smaller line; with one the button is higher.
            hold_s: how long it must be held; 0 acts on the press.
            heights: in a full and in a compact window; the usual ones when left out.
        """
        super().__init__(parent)
        self._heights = heights
        self._role, self._look, self._cap = role, look, cap
        self._hold_s, self._note = hold_s, note
        self._filled = 0.0
        self._pressed_ms = 0  # when the press came that began the hold, on the system's own count
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.on_metrics()

    # Made when they are needed first: the window has a hundred buttons, and few of them are ever held.

    @cached_property
    def _hold(self) -> QVariantAnimation:
        made = QVariantAnimation(self)
        made.setStartValue(0.0)
        made.setEndValue(1.0)
        made.valueChanged.connect(self._on_held)
        made.finished.connect(self._on_hold_done)
        return made

    @cached_property
    def _steady(self) -> KeyRepeatFilter:
        made = KeyRepeatFilter(self)
        made.let_go.connect(self._on_let_go)
        return made

    @cached_property
    def _sure(self) -> QTimer:
        """The loop may have been busy, with a release waiting behind the animation: it is taken before this fires."""
        made = QTimer(self, singleShot=True, interval=0)
        made.timeout.connect(self._on_sure)
        return made

    @property
    def words(self) -> str:
        """What it says."""
        return self.text()

    @property
    def filled(self) -> float:
        """How far the ring is filled, 0 to 1."""
        return self._filled

    @property
    def least(self) -> int:
        """The width that its words and its note need, in pixels."""
        note = (
            QFontMetrics(theme.font(Role.SMALL, self.metrics)).horizontalAdvance(self._note) + 10 if self._note else 0
        )
        return max(note, QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * _SIDE + 2)

    @property
    def look(self) -> Look:
        """Its colours."""
        return self._look

    @property
    def cap(self) -> str:
        """Its key as it is to be seen: "" when the words leave no room for it."""
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._between() + self._cap_width()
        return self._cap if self._cap and wide + 2 <= self.width() - 2 * _SIDE else ""

    def show_as(self, words: str, look: Look, cap: str, hold_s: float = 0.0) -> None:
        """Changes what it says and how; a hold that is running is given up when the button changes."""
        if (words, look, cap, hold_s) == (self.text(), self._look, self._cap, self._hold_s):
            return
        if hold_s != self._hold_s or words != self.text():
            self._give_up()
        self._look, self._cap, self._hold_s = look, cap, hold_s
        self.setText(words)
        self.update()

    def show_filled(self, part: float) -> None:
        """Fills the ring for a hold that another hand is making (a key)."""
        part = min(1.0, max(0.0, part))
        if part != self._filled:
            self._filled = part
            self.update()

    def on_metrics(self) -> None:
        """Takes the font and height of the new size."""
        self.setFont(theme.font(self._role, self.metrics))
        big = self._role is Role.BIG_BUTTON
        high = self.metrics.control + (14 if self._note else 0)
        if self._heights is not None:
            high = self.metrics.px(*self._heights)
        self.setFixedHeight(self.metrics.action if big else high)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for its words and its key as they are now; the layout may give it more."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        cap = QFontMetrics(self._cap_font()).horizontalAdvance(self._cap) + 26 if self._cap else 0
        return QSize(words + cap + 24, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Acts at once, or begins the hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a hold that was too short."""
        self._end(event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hold that leaves the button is given up."""
        if not self.rect().contains(event.position().toPoint()):
            self._give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Return presses it."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and modifiers == Qt.KeyboardModifier.ShiftModifier:
            if self._steady.pressed(event):
                self._begin(event.timestamp())
        else:
            QWidget.keyPressEvent(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ends a hold that was too short."""
        self._steady.released(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A hold does not outlive the focus."""
        self._give_up()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nor the button."""
        self._give_up()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box, the words with the key cap behind them, and the ring."""
        painter = QPainter(self)
        radius = 9.0
        rect = QRectF(self.rect())
        look = self._look
        if self.underMouse() and not look.striped and look.ground == theme.CONTROL:
            look = Look(theme.CONTROL_HOVER, look.border, look.text)
        draw_box(painter, rect, look, radius)
        if self._filled > 0:
            self._draw_ring(painter, rect, radius)
        self._draw_words(painter, rect.adjusted(0, 0, 0, -18) if self._note else rect)
        if self._note:
            painter.setFont(theme.font(Role.SMALL, self.metrics))
            painter.setPen(theme.ink(theme.MUTED if look.ground != theme.CHOSEN.ground else "#c3d3e2"))
            below = rect.adjusted(4, rect.height() / 2 - 1, -4, -3)
            shown = painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, int(below.width()))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, shown)
        if self.hasFocus():
            draw_focus(painter, rect, radius)

    def _draw_ring(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        path = QPainterPath()
        path.addRoundedRect(rect.adjusted(2, 2, -2, -2), radius, radius)
        wash = theme.ink(self._look.text)
        wash.setAlpha(46)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width() * self._filled, rect.height()), wash)
        painter.restore()
        pen = QPen(theme.ink(self._look.text), 4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        length = path.length() / pen.widthF()
        pen.setDashPattern([max(0.01, length * self._filled), length + 1])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)

    def _draw_words(self, painter: QPainter, rect: QRectF) -> None:
        measure = QFontMetrics(self.font())
        cap_font = self._cap_font()
        cap_measure = QFontMetrics(cap_font)
        room = int(rect.width()) - 2 * _SIDE
        # The words matter more than the key; the tooltip still says it.
        cap, between = (self._cap_width(), self._between()) if self.cap else (0, 0)
        shown = measure.elidedText(self.text(), Qt.TextElideMode.ElideRight, room - between - cap)
        words = measure.horizontalAdvance(shown)
        left = rect.left() + (rect.width() - words - between - cap) / 2
        painter.setFont(self.font())
        painter.setPen(theme.ink(self._look.text))
        if self._look.striped:
            plate = theme.ink(self._look.ground)
            plate.setAlpha(theme.firm(215))
            high = measure.height() + 8
            box = QRectF(left - 10, (rect.height() - high) / 2, words + between + cap + 20, high)
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(plate)
            painter.drawRoundedRect(box, 6, 6)
            painter.restore()
        across = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, rect.top(), words + 4, rect.height()), across, shown)
        if cap:
            high = cap_measure.height() + 6
            box = QRectF(left + words + between, rect.top() + (rect.height() - high) / 2, cap, high)
            edge = theme.ink(self._look.text)
            edge.setAlpha(theme.firm(90))
            painter.setPen(QPen(edge, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            faint = theme.ink(self._look.text)
            faint.setAlpha(theme.firm(225))
            painter.setPen(faint)
            painter.setFont(cap_font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._cap)

    def _cap_width(self) -> int:
        return QFontMetrics(self._cap_font()).horizontalAdvance(self._cap) + (10 if self._role is Role.SMALL else 14)

    def _between(self) -> int:
        """Between the words and the key; a small button is packed closer."""
        return 6 if self._role is Role.SMALL else 10

    def _cap_font(self) -> QFont:
        return theme.font(Role.TINY, self.metrics)

    def _begin(self, pressed_ms: int) -> None:
        self._pressed_ms = pressed_ms
        self.setDown(True)
        if self._hold_s <= 0:
            self.performed.emit()
            self.setDown(False)
            return
        self._hold.setDuration(round(self._hold_s * 1000))
        self._hold.start()

    def _on_let_go(self, finger: int) -> None:
        self._end(self._steady.left_ms(finger))

    def _end(self, left_ms: int) -> None:
        """The hand has left. A busy window heard late of the press: it was held for as long as the system says."""
        held_ms = between_ms(self._pressed_ms, left_ms)
        whole = self.isDown() and self._hold_s > 0 and held_ms is not None and held_ms >= self._hold_s * 1e3
        self._give_up()
        if whole:
            self.performed.emit()

    def _give_up(self) -> None:
        self.setDown(False)
        if "_sure" in vars(self):
            self._sure.stop()
        if "_hold" in vars(self):
            self._hold.stop()
        self.show_filled(0.0)

    def _on_held(self, part: float) -> None:
        self.show_filled(part)

    def _on_hold_done(self) -> None:
        self._sure.start(0)

    def _on_sure(self) -> None:
        if self._steady.leaving is not None:  # not known yet whether a finger left the key
            self._sure.start(PAIR_MS)
            return
        self.setDown(False)
        self.show_filled(0.0)
        self.performed.emit()
