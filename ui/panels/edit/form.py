"""Fields below each other: what each is called, what it holds, and one sentence below a value that will not do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from console.show.state.console_state import Choice, DeviceView
from ui import theme
from ui.panels.panel import Heading
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed
from ui.widgets.fields.choices import ChoiceButton, DeviceBox, Segments
from ui.widgets.fields.fields import ColourField, FileField, LineField, TextField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.order_field import OrderField
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine


class Field(Protocol):
    """What a form knows of its fields."""

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """Shows a value."""

    def commit(self) -> None:
        """Commits now what is not committed yet."""


class Segmented:
    """Buttons side by side, as a field; `fixed` while none may be pressed."""

    def __init__(self, segments: Segments, *, switch: bool = False) -> None:
        self.segments, self._switch = segments, switch
        self._value: object = None
        self.fixed = False

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """Marks the one of this value; of a switch, on or off."""
        self._value = value
        self.segments.show_chosen(("on" if value else "off") if self._switch else str(value), fixed=self.fixed)

    def fix(self, on: bool) -> None:
        """Dims those that cannot be chosen now."""
        if on is not self.fixed:
            self.fixed = on
            if self._value is not None:
                self.show_value(self._value)

    def commit(self) -> None:
        """It holds nothing that is not committed."""


class Listed:
    """A list that opens, as a field; its entries may come with the console's state."""

    def __init__(self, box: DeviceBox, choices: tuple[Choice, ...] = ()) -> None:
        self.box, self._choices, self._value = box, choices, ""

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """Shows the chosen one."""
        self._value = str(value)
        self.show_choices(self._choices)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Shows what there is to choose from."""
        self._choices = choices
        self.box.show_device(DeviceView(choices, self._value))

    def commit(self) -> None:
        """It holds nothing that is not committed."""


class Numbered:
    """A number, as a field."""

    def __init__(self, number: NumberField) -> None:
        self.number = number

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """Shows a number."""
        if isinstance(value, (int, float)):
            self.number.show_value(float(value))

    def commit(self) -> None:
        """Commits what was typed."""
        self.number.interpretText()


LEAST_FIELD = 26
"""So many letters a field has room for where two of them stand side by side."""

W = TypeVar("W", LineField, TextField, FileField, ColourField, OrderField)


class Form(Themed, QWidget):
    """Labels and fields in a list that scrolls. It changes nothing itself: each value is a request.

    Signals:
        requested(str name, object value): a field is to hold this.
        choose_file_requested(str name): choose a file for a field.
    """

    requested = Signal(str, object)
    choose_file_requested = Signal(str)

    def __init__(self, judge: Callable[[str, object], str] = lambda name, value: "") -> None:
        """Makes an empty one.

        Args:
            judge: why a field cannot hold a value, in one sentence, or ""; what it refuses is no request.
        """
        super().__init__()
        self._judge = judge
        self._fields: dict[str, Field] = {}
        self._labels: list[TextLine] = []
        self._notes: dict[str, Note] = {}
        self._refused: dict[str, str] = {}
        self._faults: Mapping[str, str] = {}
        self._least = 0
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        home = QWidget()
        self._sides = QHBoxLayout(home)
        self._sides.setContentsMargins(0, 0, 8, 0)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            column.setSpacing(10)
            self._sides.addLayout(column, 1)
        self._sections: list[QWidget] = []
        self._grids: list[QGridLayout] = []
        self._split = 0  # how many sections stand in the first column; 0 before anything was placed
        self._grid = QGridLayout()
        self._begin()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(home)
        self.column.addWidget(self.area, 1)

    def on_metrics(self) -> None:
        """All labels are as wide as the widest."""
        measure = QFontMetrics(theme.font(Role.BODY, self.metrics))
        widest = max((measure.horizontalAdvance(label.text) for label in self._labels), default=0)
        for label in self._labels:
            label.setFixedWidth(widest + 4)
        self._least = 2 * (widest + LEAST_FIELD * (measure.averageCharWidth() + 1))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide form has two columns, so that little of it must be looked for by scrolling."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Hands the sections to the columns: as they are, half of the rows in each."""
        rows = [grid.count() for grid in self._grids]
        split = len(rows)
        narrow = max((section.minimumSizeHint().width() for section in self._sections), default=0)
        if self.width() >= max(self._least, 2 * narrow + 44) and len(rows) > 1:
            split = min(range(1, len(rows)), key=lambda n: max(sum(rows[:n]), sum(rows[n:])))
        if split == self._split:
            return
        self._split = split
        for number, column in enumerate(self._columns):
            while column.count():
                column.takeAt(0)
            for section in self._sections[:split] if number == 0 else self._sections[split:]:
                column.addWidget(section)
            column.addStretch(1)
        self._sides.setSpacing(24 if split < len(rows) else 0)
        self._sides.setStretch(1, 1 if split < len(rows) else 0)

    def field(self, name: str) -> Field:
        """The field of this name."""
        return self._fields[name]

    @property
    def names(self) -> frozenset[str]:
        """Of all its fields."""
        return frozenset(self._fields)

    def commit(self) -> None:
        """Commits what was typed and is not committed yet."""
        for field in self._fields.values():
            field.commit()

    def fault(self, name: str) -> str:
        """The sentence below a field, or ""."""
        return self._refused.get(name) or self._faults.get(name, "")

    def show_values(self, source: object, *, fresh: bool = False) -> None:
        """Shows the attributes of `source`; a text that was refused stays to be mended, unless all is about another."""
        if fresh:
            self._refused.clear()
        for name, field in self._fields.items():
            if name not in self._refused:
                field.show_value(getattr(source, name), fresh=fresh)
        self._show_faults()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """What is wrong with values as they are: field → one sentence."""
        if faults != self._faults:
            self._faults = dict(faults)
            self._show_faults()

    def fix(self, on: bool) -> None:
        """While `on`, all can be read and nothing typed."""
        for field in self._fields.values():
            if isinstance(field, Segmented):
                field.fix(on)
            elif isinstance(field, Numbered):
                field.number.setReadOnly(on)
            elif isinstance(field, (QLineEdit, QPlainTextEdit, QAbstractSpinBox)):
                field.setReadOnly(on)

    # -- making -----------------------------------------------------------------------------------------------

    def section(self, name: str) -> None:
        """A title above what follows."""
        if self._grid.count():
            self._begin()
        self._grid.addWidget(Heading(name), self._grid.rowCount(), 0, 1, 2)

    def _begin(self) -> None:
        """What is made from now on stands together."""
        section = QWidget()
        self._grid = QGridLayout(section)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._sections.append(section)
        self._grids.append(self._grid)

    def wide(self, widget: QWidget) -> None:
        """Something without a label."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def row(self, words: str, widget: QWidget, name: str = "") -> None:
        """Something with a label; with a `name`, a sentence can be shown below it."""
        row = self._grid.rowCount()
        label = TextLine(words, Role.BODY, colour=theme.MUTED)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._labels.append(label)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(widget, row, 1)
        if name:
            note = Note("", colour=theme.AMBER)
            note.setVisible(False)
            self._grid.addWidget(note, row + 1, 1)
            self._notes[name] = note

    def under(self, widget: QWidget) -> None:
        """Something below the field that was made last, as wide as that."""
        self._grid.addWidget(widget, self._grid.rowCount(), 1)

    def end(self) -> None:
        """All sections are there; call it behind the last row."""
        self._split = 0
        self.on_metrics()

    def line(self, name: str, words: str, hint: str, most: int = 200) -> LineField:
        """One line of text."""
        return self._written(name, words, LineField(words, hint, most))

    def text(self, name: str, words: str, hint: str) -> TextField:
        """Some lines of text."""
        return self._written(name, words, TextField(words, hint))

    def colour(self, name: str, words: str, colours: list[tuple[str, str]]) -> ColourField:
        """A few colours."""
        return self._written(name, words, ColourField(words, colours))

    def order(self, name: str, words: str, choices: tuple[ChoiceButton, ...]) -> OrderField:
        """Names in an order."""
        return self._written(name, words, OrderField(words, choices))

    def file(self, name: str, words: str) -> FileField:
        """A file, or a folder."""
        field = self._written(name, words, FileField(words))
        field.file_requested.connect(lambda: self.choose_file_requested.emit(name))
        return field

    def number(
        self, name: str, words: str, tip: str, least: float, most: float, unit: str, *, step: float = 1.0
    ) -> NumberField:
        """A number with its unit."""
        number = NumberField(words, tip, least, most, unit, step=step)
        number.value_requested.connect(lambda value: self.request(name, value))
        self._fields[name] = Numbered(number)
        self.row(words, number, name)
        return number

    def segments(
        self,
        name: str,
        words: str,
        choices: tuple[ChoiceButton, ...],
        *,
        values: Sequence[object] = (),
        switch: bool = False,
        called: str = "",
    ) -> Segments:
        """One of a few.

        Args:
            values: what the keys of the choices stand for, where it is no text.
            switch: it has the keys `on` and `off`, and holds a bool.
            called: its name for screen readers.
        """
        segments = Segments(called or words, choices, role=Role.SMALL)
        meant: dict[str, object] = {"on": True, "off": False} if switch else {str(each): each for each in values}
        segments.choice_requested.connect(lambda key: self.request(name, meant.get(key, key)))
        self._fields[name] = Segmented(segments, switch=switch)
        self.row(words, segments, name)
        return segments

    def switch(self, name: str, words: str, on: str, off: str, *, called: str = "") -> Segments:
        """On or off, with what each means."""
        choices = (ChoiceButton("off", self.tr("OFF"), off), ChoiceButton("on", self.tr("ON"), on))
        return self.segments(name, words, choices, switch=True, called=called)

    def listed(
        self, name: str, words: str, tip: str, none: str, choices: tuple[Choice, ...] = (), *, called: str = ""
    ) -> Listed:
        """One of many; `none` is said when nothing is chosen, `called` is its name for screen readers."""
        box = DeviceBox(none, self.tr("not there"))
        box.setAccessibleName(called or words)
        box.setToolTip(tip)
        box.device_requested.connect(lambda key: self.request(name, key))
        field = Listed(box, choices)
        self._fields[name] = field
        self.row(words, box, name)
        return field

    def request(self, name: str, value: object) -> None:
        """Somebody wants a field to hold this."""
        fault = self._judge(name, value)
        if fault:
            self._refused[name] = fault
        else:
            self._refused.pop(name, None)
        self._show_faults()
        if not fault:
            self.requested.emit(name, value)

    def hold(self, name: str, field: W) -> W:
        """A field that stands in a row of somebody else's making."""
        field.value_changed.connect(lambda value: self.request(name, value))
        self._fields[name] = field
        return field

    def _written(self, name: str, words: str, field: W) -> W:
        self.row(words, self.hold(name, field), name)
        return field

    def _show_faults(self) -> None:
        for name, note in self._notes.items():
            fault = self.fault(name)
            note.show_text(said(fault), theme.AMBER)
            note.setVisible(bool(fault))
