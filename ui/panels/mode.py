"""MODE: what drives the avatar, how the MC's voice reaches the hall, and what is to be said."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.show.actions.table import refusal_of
from console.show.core.enums import Mode, Pa
from console.show.state.console_state import Condition, ConsoleState
from ui import number_format, theme
from ui.panels.answers.queue import QueuePart
from ui.panels.answers.say import SayPart
from ui.panels.panel import Heading
from ui.theme import Look, Role
from ui.widgets.base import Themed, draw_box
from ui.widgets.fields.choices import ChoiceButton, DeviceBox, Segments, colour_of
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine

WELL = "#0f1419"
NOTICED_MS = 45.0
DISTURBS_MS = 90.0
"""Late lips: what eyes detect, and what they accept (ITU-R BT.1359)."""


class _Progress(Themed, QWidget):
    """A thin line that fills."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(4)
        self.setAccessibleName(self.tr("How much has been said"))

    def show_part(self, part: float | None) -> None:
        """Fills it to `part`, 0 to 1; None empties it."""
        shown = round(min(1.0, max(0.0, part or 0.0)) * max(1, self.width())) / max(1, self.width())
        if shown != self._part:
            self._part = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the groove and the filled part, once anything is said."""
        if self._part <= 0.0:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.CONTROL_HOVER))
        painter.fillRect(QRectF(0, 0, self.width() * self._part, self.height()), theme.ink(theme.BLUE))


class Well(Themed, QWidget):
    """The darker box in which the mode's own controls stand, with a line along its foot."""

    def __init__(self, foot: QWidget) -> None:
        super().__init__()
        self._foot = foot
        foot.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line keeps to the foot."""
        self._foot.setGeometry(12, self.height() - 5, self.width() - 24, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box."""
        draw_box(QPainter(self), QRectF(self.rect()), Look(WELL, theme.LINE, theme.TEXT), 9)


class ModePart(Themed, QWidget):
    """The mode and what belongs to each.

    Signals:
        action_requested(str action_id, object argument): another mode or PA mode.
        say_file_requested(): choose a sound file to speak.
    """

    action_requested = Signal(str, object)
    say_file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._heading = Heading(self.tr("Mode"), strong=True)
        self._column.addWidget(self._heading)
        self._modes = Segments(
            self.tr("Mode"),
            (
                ChoiceButton(
                    Mode.MIRROR,
                    self.tr("MIRROR"),
                    self.tr("The MC's live voice drives the avatar"),
                    "M",
                    self.tr("the MC speaks"),
                ),
                ChoiceButton(
                    Mode.ANSWER,
                    self.tr("ANSWER"),
                    self.tr("The avatar answers questions"),
                    "A",
                    self.tr("questions"),
                ),
                ChoiceButton(
                    Mode.SAY,
                    self.tr("SAY"),
                    self.tr("The avatar says prepared lines"),
                    "S",
                    self.tr("prepared lines"),
                ),
            ),
        )
        self._modes.choice_requested.connect(lambda key: self.action_requested.emit("mode", key))
        self._column.addWidget(self._modes)

        self._pa = Segments(
            self.tr("PA"),
            (
                ChoiceButton(
                    Pa.THROUGH,
                    self.tr("THROUGH"),
                    self.tr("The hall hears the MC from Compere, delayed to fit the lips"),
                ),
                ChoiceButton(
                    Pa.DIRECT,
                    self.tr("DIRECT"),
                    self.tr("The hall hears the MC from its own desk, at once; the lips trail"),
                ),
            ),
            role=Role.SMALL,
        )
        self._pa.choice_requested.connect(lambda key: self.action_requested.emit("pa", key))
        self._progress = _Progress()
        self._well = Well(self._progress)
        self._column.addWidget(self._well, 1)
        self._whole = QVBoxLayout(self._well)
        self._stack = QStackedWidget()
        self._whole.addWidget(self._stack, 1)
        self._mirror = QWidget()
        self._stack.addWidget(self._mirror)
        self.say = SayPart()
        self.say.action_requested.connect(self.action_requested)
        self.say.say_file_requested.connect(self.say_file_requested)
        self._stack.addWidget(self.say)
        self.queue = QueuePart()
        self.queue.action_requested.connect(self.action_requested)
        self._stack.addWidget(self.queue)
        inner = QVBoxLayout(self._mirror)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addStretch(1)
        inner.addLayout(self._input_row())
        row = QHBoxLayout()
        row.setSpacing(10)
        self._labels = [self._label(self.tr("PA")), self._label(self.tr("Sound file"))]
        row.addWidget(self._labels[0])
        row.addWidget(self._pa, 1)
        inner.addStretch(1)
        inner.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._labels.append(self._label(""))
        row.addWidget(self._labels[2])
        self._pa_words = TextLine("", Role.SMALL, colour=theme.MUTED, ground=WELL)
        row.addWidget(self._pa_words, 1)
        inner.addLayout(row)
        inner.addStretch(1)
        self._inner = inner

        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._labels[1])
        self._file = HoldButton(self.tr("Say a file…"), role=Role.SMALL)
        self._file.setAccessibleName(self.tr("Choose a sound file for the avatar to say"))
        self._file.setToolTip(self.tr("The avatar speaks it as soon as it is chosen; only when LIVE"))
        self._file.performed.connect(self.say_file_requested)
        self._file.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._said = TextLine("", Role.SMALL, colour=theme.MUTED, ground=WELL)
        row.addWidget(self._said, 1)
        row.addWidget(self._file)  # where SAY has it too: in its old place SAY and ANSWER have the field to write in
        inner.addLayout(row)
        inner.addStretch(1)
        self.on_metrics()

    def on_metrics(self) -> None:
        """Takes the distances of the new size."""
        full = self.metrics.full
        self._column.setSpacing(self.metrics.px(8, 6))
        self._whole.setContentsMargins(12, self.metrics.px(6, 4), 12, self.metrics.px(8, 4))  # the foot has a line
        self._whole.setSpacing(self.metrics.px(4, 2))
        self._inner.setSpacing(self.metrics.px(4, 2))
        for label in self._labels[:2]:
            label.setFixedWidth(self.metrics.px(88, 70))
        self._input_label.setVisible(full)  # a small window needs its room for the microphone's name
        self._input_label.setFixedWidth(self.metrics.grown(88))
        self._labels[2].setFixedWidth(self.metrics.px(98, 0))  # a small window has no room left of the note

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the mode, what the PA mode means for the lips, and what is being said."""
        self._modes.show_chosen(console_state.mode)
        self._stack.setCurrentWidget(
            {Mode.SAY: self.say, Mode.ANSWER: self.queue}.get(console_state.mode, self._mirror)
        )
        self.say.show_state(console_state)
        self.queue.show_state(console_state)
        self._source.show_chosen("on" if console_state.demo else "off")
        self._microphone.show_device(console_state.microphone)
        told = self._input_words(console_state)
        if console_state.mode is Mode.SAY:
            told = self.say.words(console_state)
        elif console_state.mode is Mode.ANSWER:
            told = self.queue.heading(console_state.answers)
        self._heading.note.show_text(*told)
        self._pa.show_chosen(console_state.pa)
        self._pa_words.show_text(*self._pa_note(console_state))
        dim = bool(refusal_of("say", console_state.state))
        self._file.show_as(self._file.words, theme.DIMMED if dim else theme.PLAIN, "")
        if console_state.say_progress is None:
            idle = self.tr("Nothing is being said") if self.metrics.full else ""  # a small window has no room
            self._said.show_text(idle, theme.MUTED)
        else:
            percent = f"{100 * console_state.say_progress:.0f} %"
            self._said.show_text(f"{console_state.say_words} · {percent}", theme.TEXT)
        self._progress.show_part(console_state.say_progress)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Says which keys choose a mode."""
        self._modes.show_caps(keys)

    def _input_words(self, console_state: ConsoleState) -> tuple[str, str]:
        if console_state.demo:
            return self.tr("demo MC is speaking"), theme.AMBER
        if console_state.microphone.condition is Condition.OK:
            if console_state.mic_muted:
                return self.tr("MIC MUTED"), theme.AMBER
            if console_state.mic_meter.no_signal:
                return self.tr("NO SIGNAL"), theme.RED
            if console_state.mic_meter.low:
                return self.tr("MIC LOW"), theme.AMBER
        words = {
            Condition.OK: self.tr("microphone OK"),
            Condition.MISSING: self.tr("MIC MISSING"),
            Condition.FAILED: self.tr("MIC FAILED"),
            Condition.STARTING: self.tr("starting"),
            Condition.NOT_CHOSEN: self.tr("no microphone chosen"),
        }[console_state.microphone.condition]
        return words, colour_of(console_state.microphone.condition)

    def _input_row(self) -> QHBoxLayout:
        """Whose voice: a microphone, or the demo MC in its place."""
        row = QHBoxLayout()
        row.setSpacing(10)
        self._input_label = self._label(self.tr("Input"))
        row.addWidget(self._input_label)
        self._source = Segments(
            self.tr("Input"),
            (
                ChoiceButton("off", self.tr("MIC"), self.tr("The MC's own microphone")),
                ChoiceButton("on", self.tr("DEMO"), self.tr("A bundled recording stands in for the microphone")),
            ),
            role=Role.SMALL,
            chosen_look=theme.CHOSEN,
        )
        self._source.choice_requested.connect(lambda key: self.action_requested.emit("demo", key == "on"))
        row.addWidget(self._source, 1)
        self._microphone = DeviceBox(self.tr("Choose the MC's microphone"), self.tr("not connected"))
        self._microphone.setAccessibleName(self.tr("Microphone"))
        self._microphone.setToolTip(self.tr("The MC's microphone; Compere never takes another by itself"))
        self._microphone.device_requested.connect(lambda key: self.action_requested.emit("mic", key))
        row.addWidget(self._microphone, 1)
        return row

    def _label(self, words: str) -> TextLine:
        label = TextLine(words, Role.BODY, colour=theme.MUTED, ground=WELL)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return label

    def _pa_note(self, console_state: ConsoleState) -> tuple[str, str]:
        delay = console_state.health.fixed_delay_ms
        if delay is None:
            if console_state.pa is Pa.THROUGH:
                return self.tr("The hall hears the MC together with the lips."), theme.MUTED
            return self.tr("The hall hears the MC at once; the lips trail."), theme.AMBER
        words = number_format.ms(delay)
        if console_state.pa is Pa.THROUGH:
            return self.tr("Voice and lips together, {delay} after the MC.").format(delay=words), theme.MUTED
        if delay > DISTURBS_MS:
            told = self.tr("Lips trail by {delay}: more than 90 ms disturbs (BT.1359).")
            return told.format(delay=words), theme.RED
        if delay > NOTICED_MS:
            told = self.tr("Lips trail by {delay}: more than 45 ms is noticed (BT.1359).")
            return told.format(delay=words), theme.AMBER
        return self.tr("Lips trail by {delay}: not noticed.").format(delay=words), theme.MUTED
