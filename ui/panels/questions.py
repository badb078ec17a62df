"""QUESTIONS: the desk where an answer is approved, and the queue before it. Empty until answers are there."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.show.house import House
from ui import theme
from ui.panels.panel import Heading, Panel
from ui.theme import Role
from ui.widgets.hold_button import HoldButton
from ui.widgets.words import Paragraph
from ui.words import action, hint

_ACTIONS = ("approve", "edit_answer", "again", "reject")


class QuestionsPanel(Panel):
    """What was asked, what would be answered, and the four keys that decide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = Heading(self.tr("Questions"))
        heading.note.show_text(self.tr("none waiting"))
        self.column.addWidget(heading)
        self._words = Paragraph(
            self.tr(
                "In ANSWER, questions from the hall wait here with their drafted answers. "
                "Nothing is spoken before you approve it."
            )
        )
        self.column.addWidget(self._words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = {
            "approve": self.tr("Approve"),
            "edit_answer": self.tr("Edit"),
            "again": self.tr("Again"),
            "reject": self.tr("Reject"),
        }
        self._buttons: dict[str, HoldButton] = {}
        for action_id in _ACTIONS:
            button = HoldButton(words[action_id], role=Role.SMALL, look=theme.DIMMED)
            button.setAccessibleName(action(action_id).capitalize())
            button.performed.connect(lambda action_id=action_id: self.action_requested.emit(action_id, None))
            row.addWidget(button, 1)
            self._buttons[action_id] = button
        self.column.addLayout(row)
        self.show_keys({"approve": "Y", "edit_answer": "E", "again": "R", "reject": "Del"})

    def show_keys(self, keys: dict[str, str]) -> None:
        """Says which key does what; action id → key."""
        for action_id, button in self._buttons.items():
            key = keys.get(action_id, "")
            button.show_as(button.words, theme.DIMMED, key)
            button.setToolTip(f"{hint(action_id)}  [{key}]" if key else hint(action_id))

    def show_house(self, house: House) -> None:
        """There is nothing to show yet."""
