"""OUTPUTS: where the program goes, streams and the recording, the safe picture, and what gets a hall ready."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.show.actions.table import ACTIONS
from console.show.core.enums import SlateKind
from console.show.state.console_state import Condition, ConsoleState, DeviceView
from console.show.state.output_summary import with_room
from ui import theme
from ui.panels.output_notice import OutputNotice
from ui.panels.output_rows import RecordRow, StreamRow
from ui.panels.panel import RIGHT, Heading, Panel
from ui.theme import Look, Role
from ui.translate import action, hint
from ui.widgets.fields.choices import ChoiceButton, DeviceBox, Segments, colour_of
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine

_HEIGHTS = 30, 25
"""Of what stands in a row, in a full and in a compact window: all of it must have room."""

_NEXT_PATTERN = {"off": "card", "card": "beep", "beep": "off"}


def next_pattern(console_state: ConsoleState) -> str:
    """What the key and the button of the test pattern ask for: card, then with beeps, then off."""
    return _NEXT_PATTERN.get(console_state.pattern, "card")


class OutputsPanel(Panel):
    """The hall's screen, the loudspeaker, streams, the recording and the slate; and what gets a hall ready.

    What is wrong with a stream or the recording stands over the lowest two rows until it was read.

    Signals, besides those of `Panel`:
        slate_picture_requested(): choose a picture for the slate.
    """

    slate_picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console_state = ConsoleState()
        self.column.addWidget(Heading(self.tr("Outputs")))
        self._screen = DeviceBox(self.tr("Choose the hall's screen"), self.tr("not connected"), heights=_HEIGHTS)
        self._screen.setAccessibleName(self.tr("Hall screen"))
        self._screen.setToolTip(self.tr("The screen that the hall sees"))
        self._screen.device_requested.connect(lambda key: self.action_requested.emit("screen", key))
        self._screen_words = self._row(self.tr("Screen"), self._screen)
        self._speaker = DeviceBox(self.tr("Choose the loudspeaker"), self.tr("not connected"), heights=_HEIGHTS)
        self._speaker.setAccessibleName(self.tr("Loudspeaker"))
        self._speaker.setToolTip(self.tr("Where the program's sound goes"))
        self._speaker.device_requested.connect(lambda key: self.action_requested.emit("speaker", key))
        self._speaker_words = self._row(self.tr("Sound"), self._speaker)
        self.notice = OutputNotice()
        self.notice.open_changed.connect(self._on_notice)
        self.streams = StreamRow(self._label(self.tr("Stream")))
        self.recording = RecordRow(self._label(self.tr("Record")))
        for each in (self.streams, self.recording):
            each.action_requested.connect(self.action_requested)
            each.read_requested.connect(self.notice.open_again)
            self.column.addWidget(each)
        self.column.addStretch(1)
        self._keys: dict[str, str] = {}
        self._buttons: dict[str, HoldButton] = {}
        self._usual = QWidget()
        self._lowest = QVBoxLayout(self._usual)
        self._lowest.setContentsMargins(0, 0, 0, 0)
        self._ready_row()
        self._slate_row()
        self._lower = QStackedWidget()
        self._lower.addWidget(self._usual)
        self._lower.addWidget(self.notice)
        self.column.addWidget(self._lower)
        self.on_metrics()

    def on_metrics(self) -> None:
        """Seven rows stand close."""
        super().on_metrics()
        for column in (self.column, self._lowest):
            column.setSpacing(self.metrics.px(6, 4))

    def _slate_row(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._label(self.tr("Slate")))
        self._slate = Segments(
            self.tr("Slate"),
            (
                ChoiceButton(SlateKind.TITLE, self.tr("TITLE"), self.tr("The show's name on a plain ground")),
                ChoiceButton(SlateKind.PICTURE, self.tr("PICTURE"), self.tr("A picture of your own")),
                ChoiceButton(SlateKind.BLACK, self.tr("BLACK"), self.tr("Nothing at all")),
            ),
            role=Role.SMALL,
            heights=_HEIGHTS,
        )
        self._slate.choice_requested.connect(self._on_slate)
        row.addWidget(self._slate, 1)
        self._lowest.addLayout(row)

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the devices with their condition, the slate and the pattern."""
        self._console_state = console_state
        self._screen.show_device(console_state.screen)
        self._speaker.show_device(console_state.speaker)
        self._screen_words.show_text(*self._screen_condition(console_state))
        self._speaker_words.show_text(*self._condition(console_state.speaker))
        self._slate.show_chosen(console_state.slate)
        self.streams.show_streams(console_state.outputs.streams)
        settings = console_state.settings
        self.recording.show_recording(with_room(console_state.outputs.recording, settings.options, settings.free_gb))
        self.notice.show_outputs(console_state.outputs)
        words = {"card": self.tr("Card on"), "beep": self.tr("Beep on")}.get(
            console_state.pattern, self.tr("Test card")
        )
        self._show_button(
            "pattern", words, theme.AMBER_LOOK if console_state.pattern in ("card", "beep") else theme.PLAIN
        )

    def _screen_condition(self, console_state: ConsoleState) -> tuple[str, str]:
        """How the hall's screen is; where it is well, what it has around the host."""
        ground = console_state.settings.options.ground
        if console_state.screen.condition is not Condition.OK or ground == "drawn":
            return self._condition(console_state.screen)
        if console_state.key_screen.fault:
            return self.tr("NO KEY"), colour_of(Condition.MISSING)
        words = self.tr("COLOUR") if ground == "colour" else self.tr("FILL + KEY")
        return words, colour_of(Condition.OK)

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
        every = (self.tr("Screen"), self.tr("Sound"), self.tr("Stream"), self.tr("Record"), self.tr("Slate"))
        measure = QFontMetrics(theme.font(Role.BODY, self.metrics))
        widest = max(every, key=measure.horizontalAdvance)
        return TextLine(words, Role.BODY, colour=theme.MUTED, widest=widest)

    def _ready_row(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        buttons = {}
        wanted = (
            ("identify", self.tr("Identify")),
            ("replace", self.tr("Re-place")),
            ("pattern", self.tr("Test card")),
            ("preflight", self.tr("Preflight")),
        )
        for action_id, words in wanted:
            button = HoldButton(words, role=Role.SMALL, heights=_HEIGHTS)
            button.performed.connect(lambda action_id=action_id: self._on_ready(action_id))
            row.addWidget(button, button.sizeHint().width())
            buttons[action_id] = button
        self._lowest.addLayout(row)
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

    def _on_notice(self, is_open: bool) -> None:
        """Something is to be read, or was; who had the focus in what goes away has it no more."""
        focus = QApplication.focusWidget()
        if focus is not None and self._lower.isAncestorOf(focus):
            focus.clearFocus()
        self._lower.setCurrentWidget(self.notice if is_open else self._usual)

    def _on_slate(self, key: str) -> None:
        if key == SlateKind.PICTURE:
            self.slate_picture_requested.emit()
        else:
            self.action_requested.emit("slate", key)
