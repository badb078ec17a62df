"""OUTPUTS: where the program goes, the safe picture, and what gets a hall ready."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from console.show.actions.table import ACTIONS
from console.show.core.enums import SlateKind
from console.show.state.console_state import Condition, ConsoleState, DeviceView
from ui import theme
from ui.panels.panel import RIGHT, Heading, Panel
from ui.theme import Look, Role
from ui.translate import action, hint
from ui.widgets.fields.choices import ChoiceButton, DeviceBox, Segments, colour_of
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine

_NEXT_PATTERN = {"off": "card", "card": "beep", "beep": "off"}


def next_pattern(console_state: ConsoleState) -> str:
    """What the key and the button of the test pattern ask for: card, then with beeps, then off."""
    return _NEXT_PATTERN.get(console_state.pattern, "card")


class OutputsPanel(Panel):
    """The hall's screen, the loudspeaker and the slate; identify, test pattern, re-place and preflight.

    Signals, besides those of `Panel`:
        slate_picture_requested(): choose a picture for the slate.
    """

    slate_picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console_state = ConsoleState()
        self.column.addWidget(Heading(self.tr("Outputs")))
        self._screen = DeviceBox(self.tr("Choose the hall's screen"), self.tr("not connected"))
        self._screen.setAccessibleName(self.tr("Hall screen"))
        self._screen.setToolTip(self.tr("The screen that the hall sees"))
        self._screen.device_requested.connect(lambda key: self.action_requested.emit("screen", key))
        self._screen_words = self._row(self.tr("Screen"), self._screen)
        self._speaker = DeviceBox(self.tr("Choose the loudspeaker"), self.tr("not connected"))
        self._speaker.setAccessibleName(self.tr("Loudspeaker"))
        self._speaker.setToolTip(self.tr("Where the program's sound goes"))
        self._speaker.device_requested.connect(lambda key: self.action_requested.emit("speaker", key))
        self._speaker_words = self._row(self.tr("Sound"), self._speaker)
        self.column.addStretch(1)
        self._keys: dict[str, str] = {}
        self._buttons: dict[str, HoldButton] = {}
        self._ready_row()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._label(self.tr("Slate")))
        self._slate = Segments(
            self.tr("Slate"),
            (
                ChoiceButton(SlateKind.TITLE, self.tr("TITLE"), self.tr("The show's name on a plain ground")),
                ChoiceButton(SlateKind.PICTURE, self.tr("PICTURE"), self.tr("A picture of your own")),
                ChoiceButton(SlateKind.BLACK, self.tr("BLACK"), self.tr("Nothing at all")),
            ),
            role=Role.SMALL,
        )
        self._slate.choice_requested.connect(self._on_slate)
        row.addWidget(self._slate, 1)
        self.column.addLayout(row)

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the devices with their condition, the slate and the pattern."""
        self._console_state = console_state
        self._screen.show_device(console_state.screen)
        self._speaker.show_device(console_state.speaker)
        self._screen_words.show_text(*self._condition(console_state.screen))
        self._speaker_words.show_text(*self._condition(console_state.speaker))
        self._slate.show_chosen(console_state.slate)
        words = {"card": self.tr("Test card is on"), "beep": self.tr("Beep test is on")}.get(
            console_state.pattern, self.tr("Test card")
        )
        self._show_button(
            "pattern", words, theme.AMBER_LOOK if console_state.pattern in ("card", "beep") else theme.PLAIN
        )

    def _condition(self, view: DeviceView) -> tuple[str, str]:
        words = {
            Condition.OK: self.tr("OK"),
            Condition.MISSING: self.tr("MISSING"),
            Condition.FAILED: self.tr("FAILED"),
            Condition.STARTING: self.tr("starting"),
            Condition.NOT_CHOSEN: self.tr("not chosen"),
        }[view.condition]
        return words, colour_of(view.condition)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys of the buttons, by action."""
        self._keys = dict(keys)
        for action_id, button in self._buttons.items():
            self._show_button(action_id, button.words, button.look)

    def _row(self, words: str, box: DeviceBox) -> TextLine:
        """A device in one line: what it is for, which one, and how it is. Returns the last."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._label(words))
        row.addWidget(box, 1)
        condition = TextLine("", Role.STRONG, align=RIGHT, widest=self.tr("not chosen"))
        condition.setAccessibleName(words)
        row.addWidget(condition)
        self.column.addLayout(row)
        return condition

    def _label(self, words: str) -> TextLine:
        widest = max((self.tr("Screen"), self.tr("Sound"), self.tr("Slate")), key=len)
        return TextLine(words, Role.BODY, colour=theme.MUTED, widest=widest)

    def _ready_row(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(6)
        buttons = {}
        wanted = (
            ("identify", self.tr("Identify")),
            ("replace", self.tr("Re-place")),
            ("pattern", self.tr("Test card")),
            ("preflight", self.tr("Preflight")),
        )
        for number, (action_id, words) in enumerate(wanted):
            button = HoldButton(words, role=Role.SMALL)
            button.performed.connect(lambda action_id=action_id: self._on_ready(action_id))
            grid.addWidget(button, number // 2, number % 2)
            buttons[action_id] = button
        self.column.addLayout(grid)
        self._keys = {action_id: ACTIONS[action_id].bindings[0].keys for action_id in buttons}
        self._buttons = buttons
        for action_id, button in buttons.items():
            self._show_button(action_id, button.words, theme.PLAIN)

    def _show_button(self, action_id: str, words: str, look: Look) -> None:
        button, key = self._buttons[action_id], self._keys.get(action_id, "")
        button.show_as(words, look, key)
        tip = f"{hint(action_id)}  [{key}]" if key else hint(action_id)
        if tip != button.toolTip():
            button.setToolTip(tip)
            button.setAccessibleName(action(action_id).capitalize())

    def _on_ready(self, action_id: str) -> None:
        argument: object = None
        if action_id == "pattern":
            argument = next_pattern(self._console_state)
        elif action_id == "preflight":
            argument = not self._console_state.preflight_open
        self.action_requested.emit(action_id, argument)

    def _on_slate(self, key: str) -> None:
        if key == SlateKind.PICTURE:
            self.slate_picture_requested.emit()
        else:
            self.action_requested.emit("slate", key)
