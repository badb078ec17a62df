"""SAY's own controls in MODE: the lines of the preset, a line to type, and how far what is said has come."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from console.show.actions.table import refusal_of
from console.show.rundown.lines import LONGEST, MOST_WAITING, ON_KEYS
from console.show.state.console_state import ConsoleState
from console.show.state.voice_view import LineView, SayView
from ui import theme
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed
from ui.widgets.fields.text_entry import AskField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine

WELL = "#0f1419"
COLUMNS = 2


class LineRow(Themed, QWidget):
    """One line: a press says it, the small button lets the operator hear it.

    Signals:
        say_requested(int number): say it in the hall.
        listen_requested(int number): hear it first.
    """

    say_requested = Signal(int)
    listen_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._say = HoldButton("", role=Role.SMALL, heights=(29, 24))
        self._say.performed.connect(lambda: self.say_requested.emit(self._number))
        self._listen = HoldButton("", role=Role.TINY, heights=(29, 24))
        self._listen.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._listen.setFixedWidth(30)
        self._listen.performed.connect(lambda: self.listen_requested.emit(self._number))
        row.addWidget(self._say, 1)
        row.addWidget(self._listen)

    def show_line(self, line: LineView, cap: str, dim: bool, heard: bool, spoken: bool) -> None:
        """Shows a line; `heard` says that the operator hears it now, `spoken` that the hall does."""
        self._number = line.number
        plain = theme.BLUE_LOOK if spoken else theme.DIMMED if dim else theme.PLAIN
        self._say.show_as(f"{line.number} · {line.words}", plain, "")
        self._say.setAccessibleName(self.tr("Say line {n}").format(n=line.number))
        if line.fault:
            state, look = said(line.fault), theme.AMBER_LOOK
        elif line.ready:
            state, look = self.tr("ready"), theme.GREEN_LOOK
        else:
            state, look = self.tr("not ready yet: it is spoken as it is made"), theme.AMBER_LOOK
        where = f"{line.number} · {line.words}"
        if line.language:
            where = f"{where}\n{line.language}"
        self._say.setToolTip(f"{where}  [{cap}]\n{state}" if cap else f"{where}\n{state}")
        sign = "♪" if line.sound else "■" if heard else "▶"
        self._listen.show_as(sign, theme.CHOSEN if heard else look, "")
        self._listen.setAccessibleName(self.tr("Listen to line {n}").format(n=line.number))
        hint = self.tr("A sound file") if line.sound else self.tr("Hear it yourself; the hall hears nothing")
        self._listen.setToolTip(f"{hint}\n{state}")


class _Roll(QScrollArea):
    """What scrolls, and says when it has another room.

    Signals:
        resized(): it is higher or lower, wider or narrower.
    """

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says so."""
        super().resizeEvent(event)
        self.resized.emit()


class TypedLine(AskField):
    """A line that is typed: Enter says it."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint, hint, LONGEST)
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as a control."""
        self.setFixedHeight(self.metrics.control - 4)


class SayPart(Themed, QWidget):
    """The lines of the preset that is on, or comes next, and what is typed.

    Signals:
        action_requested(str action_id, object argument): say or hear a line.
        say_file_requested(): choose a sound file to speak.
    """

    action_requested = Signal(str, object)
    say_file_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view = SayView()
        self._lines: tuple[LineView, ...] = ()
        self._caps: Mapping[str, str] = {str(number): f"Shift+{number}" for number in range(1, ON_KEYS + 1)}
        self._was: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._none = TextLine(
            self.tr("No prepared lines: write some in EDIT, or type one."), Role.SMALL, colour=theme.MUTED, ground=WELL
        )
        column.addWidget(self._none)
        home = QWidget()
        self._grid = QGridLayout(home)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for number in range(COLUMNS):
            self._grid.setColumnStretch(number, 1)
        self._rows: list[LineRow] = []
        scroll = self._scroll = _Roll()
        scroll.resized.connect(self._lay_rows)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        home.setObjectName("lines")
        scroll.setStyleSheet(f"QScrollArea, #lines {{ background: {WELL}; }}")
        scroll.setWidget(home)
        column.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.typed = TypedLine(self.tr("A line to say"), self.tr("Type a line; Enter says it"))
        self.typed.asked.connect(lambda text: self.action_requested.emit("say_text", text))
        row.addWidget(self.typed, 1)
        self._listen = HoldButton(self.tr("Listen"), role=Role.SMALL)
        self._listen.setAccessibleName(self.tr("Listen to what is typed"))
        self._listen.setToolTip(self.tr("Hear it yourself; the hall hears nothing"))
        self._listen.performed.connect(self._on_listen)
        self._listen.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._listen)
        file = HoldButton(self.tr("Say a file…"), role=Role.SMALL)
        file.setAccessibleName(self.tr("Say a sound file"))
        file.setToolTip(self.tr("The avatar speaks it as soon as it is chosen; only when LIVE"))
        file.performed.connect(self.say_file_requested)
        self._file = file
        file.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(file)
        column.addLayout(row)
        self.show_keys(self._caps)

    def show_keys(self, caps: Mapping[str, str], typing: str = "Shift+S") -> None:
        """Says which keys say a line: its number → the key; and which one begins a typed line."""
        self._caps = caps  # the next state shows them
        tip = self.tr("Type a line; Enter says it")
        self.typed.setPlaceholderText(f"{tip}  [{typing}]" if typing else tip)

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the lines, and whether they may be said now."""
        view = console_state.say
        dim = bool(refusal_of("say_line", console_state.state))
        self.typed.keeps = dim or console_state.show.locked or view.waiting >= MOST_WAITING
        self._none.setVisible(not view.lines)
        if len(view.lines) != len(self._rows):
            self._make_rows(len(view.lines))
        spoken = console_state.say_words if console_state.say_progress is not None else ""
        shown = (view.lines, dim or not view.on, view.listening, spoken, tuple(self._caps.items()))
        if shown != self._was:
            self._was = shown
            for row, line in zip(self._rows, view.lines, strict=True):
                cap = self._caps.get(str(line.number), "")
                heard = line.words == view.listening
                row.show_line(line, cap, dim or not view.on, heard, line.words == spoken)
        self._lines = view.lines
        look = theme.DIMMED if dim else theme.PLAIN
        self._file.show_as(self._file.words, look, "")
        heard = bool(view.listening) and view.listening == " ".join(self.typed.text().split())
        words = self.tr("Stop") if heard else self.tr("Listen")
        self._listen.show_as(words, theme.CHOSEN if heard else theme.PLAIN, "")
        self._view = view

    def words(self, console_state: ConsoleState) -> tuple[str, str]:
        """What is being said, else whose lines these are; and its colour."""
        view = console_state.say
        if console_state.say_progress is not None:
            told = f"{console_state.say_words} · {100 * console_state.say_progress:.0f} %"
            if view.waiting:
                told = self.tr("%n waiting", "", view.waiting) + f" · {told}"
            return told, theme.TEXT
        if not view.lines:
            return self.tr("Nothing is being said"), theme.MUTED
        if not view.on:
            return self.tr("{name}: its lines can be said when it was taken.").format(name=view.preset), theme.AMBER
        return self.tr("{name}, by {voice}").format(name=view.preset, voice=view.voice), theme.MUTED

    def _make_rows(self, count: int) -> None:
        while len(self._rows) > count:
            row = self._rows.pop()
            self._grid.removeWidget(row)
            row.deleteLater()
        while len(self._rows) < count:
            row = LineRow()
            row.say_requested.connect(lambda number: self.action_requested.emit("say_line", number))
            row.listen_requested.connect(self._on_listen_to)
            self._rows.append(row)
        self._lay_rows()
        self._was = None

    def _lay_rows(self) -> None:
        """One below the other while all fit, since words need the width; else side by side, a last odd one alone."""
        count = len(self._rows)
        high = self._rows[0].sizeHint().height() + self._grid.verticalSpacing() if self._rows else 0
        columns = 1 if count * high <= self._scroll.viewport().height() else COLUMNS
        for number in range(self._grid.rowCount()):
            self._grid.setRowStretch(number, 0)
        for number, row in enumerate(self._rows):
            alone = columns == 1 or (number == count - 1 and number % COLUMNS == 0)
            line, place = divmod(number, columns)
            self._grid.addWidget(row, line, place, 1, COLUMNS if alone else 1)
        self._grid.setRowStretch(max(1, count), 1)

    def _on_listen(self) -> None:
        text = " ".join(self.typed.text().split())
        self.action_requested.emit("listen", None if text == self._view.listening or not text else text)

    def _on_listen_to(self, number: int) -> None:
        line = next((each for each in self._lines if each.number == number), None)
        if line is not None and not line.sound:
            stops = line.words == self._view.listening
            request = None if stops else {"text": line.words, "language": line.language}
            self.action_requested.emit("listen", request)
