"""Some names in an order that the operator makes: press one to put it behind the others, again to take it out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.fields.choices import ChoiceButton
from ui.widgets.hold_button import HoldButton


class OrderField(Themed, QWidget):
    """Buttons side by side; those that are in the order say their place in it.

    Signals:
        value_changed(object): the names in their order with a space between, as a preset's file has them.
    """

    value_changed = Signal(object)

    def __init__(self, name: str, choices: Sequence[ChoiceButton]) -> None:
        """Makes one button for each of `choices`; a key is what the file says."""
        super().__init__()
        self._name, self._choices = name, tuple(choices)
        self._order: tuple[str, ...] = ()
        self._buttons: dict[str, HoldButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for each in self._choices:
            button = HoldButton(each.words, role=Role.SMALL)
            button.setToolTip(each.tip)
            button.performed.connect(lambda key=each.key: self._press(key))
            row.addWidget(button, 1)
            self._buttons[each.key] = button
        self._show()

    def on_metrics(self) -> None:
        """Each has room for its name with its place before it."""
        for each in self._choices:
            button = self._buttons[each.key]
            button.apply_metrics(self.metrics)
            wide = QFontMetrics(button.font()).horizontalAdvance(f"0  {each.words}")
            button.setMinimumWidth(wide + 12)

    @property
    def order(self) -> tuple[str, ...]:
        """The keys in their order; what no button has is among them until one is pressed."""
        return self._order

    def button(self, key: str) -> HoldButton:
        """The button of one name."""
        return self._buttons[key]

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """Shows an order; commas and semicolons are as good as spaces."""
        words = str(value).lower().replace(",", " ").replace(";", " ").split()
        order = tuple(dict.fromkeys(words))
        if order != self._order:
            self._order = order
            self._show()

    def commit(self) -> None:
        """It holds nothing that is not committed."""

    def _show(self) -> None:
        for each in self._choices:
            button = self._buttons[each.key]
            place = self._order.index(each.key) + 1 if each.key in self._order else 0
            words = f"{place}  {each.words}" if place else each.words
            button.show_as(words, theme.CHOSEN if place else theme.DIMMED, "")
            button.setAccessibleName(f"{self._name}: {words}")

    def _press(self, key: str) -> None:
        kept = [name for name in self._order if name in self._buttons and name != key]
        order = kept if key in self._order else [*kept, key]
        self.value_changed.emit(" ".join(order))
