"""A field for a number with its unit, within limits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy

from ui.widgets.base import Themed


class NumberField(Themed, QDoubleSpinBox):
    """A number. It tells when it was typed to its end, or stepped with the arrow keys.

    Signals:
        value_requested(float): the operator made it this; what is shown follows `show_value`.
    """

    value_requested = Signal(float)

    def __init__(self, name: str, hint: str, least: float, most: float, unit: str, *, step: float = 1.0) -> None:
        """Makes a field.

        Args:
            unit: behind the number, as "ms".
            step: of an arrow key; below 1 the field has one decimal.
        """
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # rolling the wheel over a page is no writing
        self._shown = least
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setDecimals(1 if step < 1 else 0)
        self.setSuffix(f" {unit}")
        # The buttons have no width by the style sheet; without them (NoButtons) Qt gives the text one pixel.
        self.lineEdit().setTextMargins(8, 0, 8, 0)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._on_changed)
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as a control."""
        self.setFixedHeight(self.metrics.control - 4)

    def show_value(self, value: float) -> None:
        """Shows a value; what is being typed is left alone."""
        if value != self._shown or (value != self.value() and not self.hasFocus()):
            self._shown = value
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes over it changes nothing."""
        event.ignore()

    def _on_changed(self, value: float) -> None:
        if value != self._shown:
            self.value_requested.emit(value)
