"""EDIT, the show: its name, and the ways in and out of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.show.rundown.preset import NAME_LONGEST
from console.show.rundown.rundown import NameShow
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.fields.fields import LineField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import Paragraph, TextLine


class ShowPage(Themed, QWidget):
    """The show as a whole.

    Signals:
        change_requested(object): a `console.show.rundown.rundown.Change`.
        move_requested(str action_id): bring something in, or take it out.
    """

    change_requested = Signal(object)
    move_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        label = self.tr("Name of the show")
        row.addWidget(TextLine(label, Role.BODY, colour=theme.MUTED, widest=label))
        self._name = LineField(label, self.tr("on the state strip"), NAME_LONGEST)
        self._name.value_changed.connect(lambda name: self.change_requested.emit(NameShow(str(name))))
        row.addWidget(self._name, 1)
        column.addLayout(row)
        grid = QGridLayout()
        grid.setSpacing(8)
        moves = (
            ("import_show", self.tr("Open a show…"), self.tr("In place of this one; what was there is kept aside")),
            ("export_show", self.tr("Save the show as…"), self.tr("Presets, avatars, pictures and sounds in one file")),
            ("import_rundown", self.tr("Read a table…"), self.tr("A rundown from a spreadsheet (CSV)")),
            ("export_rundown", self.tr("Write a table…"), self.tr("The rundown for a spreadsheet (CSV)")),
        )
        for number, (action_id, words, tip) in enumerate(moves):
            button = HoldButton(words, role=Role.SMALL)
            button.setAccessibleName(words)
            button.setToolTip(tip)
            button.performed.connect(lambda action_id=action_id: self.move_requested.emit(action_id))
            grid.addWidget(button, number // 2, number % 2)
        column.addLayout(grid)
        self._told = Paragraph(
            self.tr(
                "A .compere file carries the whole show to the venue's machine: presets, the avatars that they name, "
                "slates and sounds. A table has one line a preset; save it as CSV in your spreadsheet. "
                "UNDO takes a table back that was the wrong one."
            )
        )
        column.addWidget(self._told, 1)

    def commit(self) -> None:
        """Commits what was typed and is not committed yet."""
        self._name.commit()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the name."""
        self._name.show_value(console_state.show.rundown.name)
