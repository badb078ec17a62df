"""Choosing one of a few (buttons side by side) or one of many (a list that opens)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from console.show.state.console_state import Choice, Condition, DeviceView
from ui import theme
from ui.theme import Look, Role
from ui.translate import said
from ui.widgets.base import Themed
from ui.widgets.hold_button import HoldButton


@dataclass(frozen=True)
class ChoiceButton:
    """One of the buttons: `key` goes out in the signal, the rest is what it shows."""

    key: str
    words: str
    tip: str
    cap: str = ""
    note: str = ""


class Segments(Themed, QWidget):
    """Buttons side by side, of which one is chosen.

    Signals:
        choice_requested(str key): the operator pressed one; what is chosen changes only by `show_chosen`.
    """

    choice_requested = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[ChoiceButton],
        *,
        role: Role = Role.BUTTON,
        chosen_look: Look = theme.CHOSEN,
        even: bool = True,
        gap: int = 8,
        heights: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Makes one button for each of `choices`.

        Args:
            even: all are equally wide; otherwise longer words get more, where there are many buttons.
            gap: between two buttons, in pixels.
            heights: of the buttons, as in `HoldButton`.
        """
        super().__init__(parent)
        self._shown: tuple[str, bool, tuple[str, ...], bool] = ("", False, (), False)
        self._chosen_look = chosen_look
        self._buttons: dict[str, HoldButton] = {}
        self._caps: dict[str, str] = {}
        self._tips: dict[str, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        for each in choices:
            button = HoldButton(each.words, role=role, cap=each.cap, note=each.note, heights=heights)
            button.setAccessibleName(f"{name}: {each.words}")
            button.setToolTip(f"{each.tip}  [{each.cap}]" if each.cap else each.tip)
            button.performed.connect(lambda key=each.key: self.choice_requested.emit(key))
            row.addWidget(button, 1 if even else button.sizeHint().width())
            self._buttons[each.key], self._caps[each.key], self._tips[each.key] = button, each.cap, each.tip

    def on_metrics(self) -> None:
        """No word is cut as long as the row has room for all of them."""
        for button in self._buttons.values():
            button.apply_metrics(self.metrics)
            button.setMinimumWidth(button.least)

    @property
    def chosen(self) -> str:
        """Key of the one that is shown as chosen."""
        return self._shown[0]

    def button(self, key: str) -> HoldButton:
        """The button of one choice."""
        return self._buttons[key]

    def show_chosen(self, key: str, *, fixed: bool = False, dimmed: tuple[str, ...] = (), veiled: bool = False) -> None:
        """Marks one as chosen.

        Args:
            fixed: dims the others, since they cannot be chosen now.
            dimmed: dims only those.
            veiled: nothing here acts at all: the chosen one does not shine either.
        """
        if (key, fixed, dimmed, veiled) == self._shown:
            return
        self._shown = (key, fixed, dimmed, veiled)
        for name, button in self._buttons.items():
            dim = fixed or name in dimmed
            chosen = theme.CHOSEN_DIMMED if veiled else self._chosen_look
            look = chosen if name == key else theme.DIMMED if dim else theme.PLAIN
            button.show_as(button.words, look, self._caps[name])

    def show_caps(self, caps: Mapping[str, str]) -> None:
        """Says which keys choose them now."""
        for name, cap in caps.items():
            button, tip = self._buttons[name], self._tips[name]
            self._caps[name] = cap
            button.show_as(button.words, button.look, cap)
            button.setToolTip(f"{tip}  [{cap}]" if cap else tip)


_AROUND = 40
"""Pixels of a list's width that are not for the name: 10 before it, and the arrow's behind it."""


class DeviceBox(Themed, QComboBox):
    """A list of devices. It shows the chosen one even when that is not there, and never chooses by itself.

    Signals:
        device_requested(str key): the operator chose one from the list.
    """

    device_requested = Signal(str)

    def __init__(
        self,
        none_chosen: str,
        not_there: str,
        *,
        heights: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Makes an empty list.

        Args:
            none_chosen: what it says before one is chosen.
            not_there: said behind the name of a chosen device that is not there, as "not connected".
            heights: in a full and in a compact window; that of a control when left out.
        """
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # rolling the wheel over a page chooses nothing
        self._none_chosen, self._not_there = none_chosen, not_there
        self._heights = heights
        self._shown: tuple[tuple[Choice, ...], str, str] | None = None
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.activated.connect(self._on_activated)
        self.currentIndexChanged.connect(lambda number: self._show_tip())
        self.on_metrics()

    def show_device(self, view: DeviceView) -> None:
        """Shows the list and the chosen one; a list that is open is left in peace."""
        wanted = (view.choices, view.chosen, view.note)
        if wanted == self._shown or self.view().isVisible():
            return
        self._shown = wanted
        self.clear()
        for choice in view.choices:
            self.addItem(said(choice.words), choice.key)
        if view.chosen and not any(choice.key == view.chosen for choice in view.choices):
            self.addItem(f"{view.note or called(view.chosen)} ({self._not_there})", view.chosen)
        self.setPlaceholderText(self._none_chosen)
        self._show_tip()
        self.setCurrentIndex(self.findData(view.chosen))  # -1, the placeholder, when nothing is called so

    def on_metrics(self) -> None:
        """Takes the height of the new size."""
        self.setFixedHeight(self._high)

    def sizeHint(self) -> QSize:
        """As high as a control; as wide as the layout says."""
        return QSize(120, self._high)

    @property
    def _high(self) -> int:
        return self.metrics.px(*self._heights) if self._heights else self.metrics.control

    def setToolTip(self, tip: str) -> None:
        """What it is for; a name that has no room stands above it, whole."""
        self._tip = tip
        self._show_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower one may have to shorten the name."""
        super().resizeEvent(event)
        self._show_tip()

    def showPopup(self) -> None:
        """The list that opens is as wide as its longest name."""
        measure = self.view().fontMetrics()
        widest = max((measure.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0)
        self.view().setMinimumWidth(min(widest + 40, self.window().width() // 2))
        super().showPopup()

    def _shortened(self) -> tuple[str, str]:
        """The name as there is room for it, and whole."""
        room = self.width() - _AROUND  # margins, and what the stylesheet keeps for the arrow
        text = self.currentText() or self.placeholderText()
        where = Qt.TextElideMode.ElideMiddle if room > 120 else Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(text, where, room), text

    def _show_tip(self) -> None:
        shown, text = self._shortened()
        tip = self._tip if shown == text else f"{text}\n{self._tip}"
        if tip != self.toolTip():
            super().setToolTip(tip)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes over a list changes no device."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Return opens the list. No other key does anything: a letter or an arrow must not change a device."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.showPopup()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shortens a long name (in its middle where there is room), and draws the arrow that the stylesheet cannot."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText, _ = self._shortened()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.ink(theme.MUTED), 1.8))
        x, y = self.width() - 16.0, self.height() / 2
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]))

    def _on_activated(self, index: int) -> None:
        key = self.itemData(index)
        # What is shown follows the console's state, not the hand: a refused choice must not stay on the screen.
        self._shown = None
        if isinstance(key, str):
            self.device_requested.emit(key)


def called(key: str) -> str:
    """A device's key as an operator reads it: of a screen's five parts its maker and model, or its socket."""
    parts = key.split("|")
    if len(parts) != 5:
        return key
    maker, model, _, connector, size = parts
    name = " ".join(each for each in (maker, model) if each) or connector
    return f"{name} · {size.replace('x', '×')}" if size else name


def colour_of(condition: Condition) -> str:
    """The colour in which a condition is written."""
    return {
        Condition.OK: theme.GREEN,
        Condition.MISSING: theme.RED,
        Condition.FAILED: theme.RED,
        Condition.STARTING: theme.AMBER,
        Condition.NOT_CHOSEN: theme.AMBER,
    }[condition]
