"""EDIT, the voices: who speaks in this preset, heard before it is chosen, and how names are said in this show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.show.rundown.preset import voices
from console.show.rundown.rundown import SetField
from console.show.state.console_state import Choice, ConsoleState, DeviceView
from console.show.state.voice_view import BookLine
from ui import theme
from ui.panels.panel import Heading
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed
from ui.widgets.fields.choices import DeviceBox
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine

SAMPLES = {"en": "Good evening, and welcome.", "cmn": "各位來賓晚安，歡迎蒞臨。", "yue": "各位嘉賓，歡迎大家。"}
"""What a voice says when nothing is typed."""

_TAGS = {"cmn": "zh-TW", "yue": "yue", "en": "en", "ja": "ja", "ko": "ko"}


def _button(words: str, tip: str, pressed: Callable[[], None]) -> HoldButton:
    button = HoldButton(words, role=Role.SMALL, heights=(32, 27))
    button.setAccessibleName(tip)
    button.setToolTip(tip)
    button.performed.connect(pressed)
    return button


class _Text(Themed, QLineEdit):
    """A line that is told only by a button."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.setPlaceholderText(hint)
        self.setMaxLength(200)
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as a control."""
        self.setFixedHeight(self.metrics.control - 4)


class BookRow(Themed, QWidget):
    """One name of the book.

    Signals:
        listen_requested(object), remove_requested(object): of its `BookLine`.
    """

    listen_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.line = BookLine("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._name = TextLine("", Role.STRONG)
        self._say = TextLine("", Role.BODY, colour=theme.MUTED)
        self._table = TextLine("", Role.SMALL, colour=theme.MUTED)
        for words, share in ((self._name, 4), (self._say, 6), (self._table, 1)):
            row.addWidget(words, share)
        listen = _button("▶", self.tr("Listen to this name"), lambda: self.listen_requested.emit(self.line))
        remove = _button("✕", self.tr("Take this name out"), lambda: self.remove_requested.emit(self.line))
        for button in (listen, remove):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)

    def show_line(self, line: BookLine) -> None:
        """Shows a line of the book."""
        self.line = line
        self._name.show_text(line.name)
        self._say.show_text(f"→ {line.say}")
        self._table.show_text("" if line.table == "say" else line.table)


class VoicesPage(Themed, QWidget):
    """Voices and names. It changes nothing itself: each press is a request.

    Signals:
        action_requested(str action_id, object argument): `listen` or `pronounce`.
        change_requested(object): a `console.show.rundown.rundown.SetField` of the preset's voice.
    """

    action_requested = Signal(str, object)
    change_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = self._chosen = self._preset_voice = ""
        self._console_state = ConsoleState()
        self._book = self._console_state.voices.book
        self._kept = ("", "")
        home = QWidget()
        column = self._column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 8, 0)
        self._heading = Heading(self.tr("Voice of the preset"))
        column.addWidget(self._heading)
        self._box = DeviceBox(self.tr("choose a voice"), self.tr("not in the list"))
        self._box.setAccessibleName(self.tr("Voices"))
        self._box.setToolTip(self.tr("Hear one, then give it to the preset"))
        self._box.device_requested.connect(self._on_chosen)
        column.addWidget(self._box)
        self._sample = _Text(self.tr("What the voice says"), self.tr("what you want to hear; empty is a greeting"))
        self._sample.returnPressed.connect(self._play)
        column.addWidget(self._sample)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._listen = _button(self.tr("LISTEN"), self.tr("Hear this voice yourself"), self._play)
        row.addWidget(self._listen, 1)
        row.addWidget(_button(self.tr("USE"), self.tr("The preset speaks with this voice first"), self._use), 1)
        row.addWidget(_button(self.tr("AND THEN"), self.tr("When the others fail, this one speaks"), self._add), 1)
        row.addWidget(_button(self.tr("NONE"), self.tr("The avatar's own voice again"), lambda: self._give("")), 1)
        column.addLayout(row)
        self._leaves = Note("", colour=theme.MUTED)
        column.addWidget(self._leaves)
        column.addWidget(Heading(self.tr("How names are said")))
        self._faults = Note("", colour=theme.AMBER)
        column.addWidget(self._faults)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._rows: list[BookRow] = []
        column.addLayout(self._lines)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(self._rolled(home), 1)
        outer.addLayout(self._add_row())
        self.on_metrics()

    def on_metrics(self) -> None:
        """Closer together in a small window."""
        self._column.setSpacing(self.metrics.px(6, 3))

    @property
    def item_id(self) -> str:
        """The preset that it works on, or ""."""
        return self._id

    def show_item(self, item_id: str, console_state: ConsoleState) -> None:
        """Shows the voice of an item, and the book."""
        self._console_state, self._id = console_state, item_id
        item = console_state.show.rundown.find(item_id)
        self._preset_voice = item.preset.voice if item is not None else ""
        named = item.preset.name if item is not None else ""
        own = self.tr("the avatar's own")
        self._heading.note.show_text(f"{named}: {self._preset_voice or own}" if named else "")
        choices = tuple(Choice(each.name, f"{each.words}  ({each.name})") for each in console_state.voices.voices)
        if not self._chosen and item is not None:
            self._chosen = (voices(item.preset) or ("builtin",))[0]
        self._box.show_device(DeviceView(choices, self._chosen))
        view = next((each for each in console_state.voices.voices if each.name == self._chosen), None)
        self._leaves.show_text(said(view.leaves) if view is not None else "")
        heard = bool(console_state.say.listening)
        self._listen.show_as(
            self.tr("STOP") if heard else self.tr("LISTEN"), theme.CHOSEN if heard else theme.PLAIN, ""
        )
        self._show_book(console_state)

    def _show_book(self, console_state: ConsoleState) -> None:
        book = console_state.voices.book
        if book is not self._book:
            self._book = book
            if any(line.name == self._kept[0] for line in book.lines):
                if (self.name.text().strip(), self.say.text().strip()) == self._kept:
                    self.name.clear()
                    self.say.clear()
                self._kept = ("", "")
        self._faults.setVisible(bool(book.faults))
        self._faults.show_text(" ".join(said(fault) for fault in book.faults))
        while len(self._rows) > len(book.lines):
            row = self._rows.pop()
            self._lines.removeWidget(row)
            row.deleteLater()
        while len(self._rows) < len(book.lines):
            row = BookRow()
            row.listen_requested.connect(self._play_line)
            row.remove_requested.connect(self._remove)
            self._lines.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for row, line in zip(self._rows, book.lines, strict=True):
            if row.line != line:
                row.show_line(line)

    def _rolled(self, home: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(home)
        return scroll

    def _add_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.name = _Text(self.tr("Name"), self.tr("as it is written"))
        self.say = _Text(self.tr("Say as"), self.tr("as it is said; [[IPA]] for the built-in voice"))
        self.say.returnPressed.connect(self._keep)
        self.table = DeviceBox(self.tr("in every language"), self.tr("not in the list"))
        self.table.setAccessibleName(self.tr("Language of the name"))
        self.table.setToolTip(self.tr("In which language it is said so"))
        self.table.setMinimumWidth(116)
        self._table = "say"
        self._tables = (Choice("say", self.tr("every")), *(Choice(tag, tag) for tag in ("en", "zh", "yue", "ja")))
        self.table.show_device(DeviceView(self._tables, self._table))
        self.table.device_requested.connect(self._on_table)
        row.addWidget(self.name, 3)
        row.addWidget(self.say, 4)
        row.addWidget(self.table, 2)
        row.addWidget(_button("▶", self.tr("Listen to how it would be said"), self._play_new), 1)
        row.addWidget(_button(self.tr("KEEP"), self.tr("Say this name so from now on"), self._keep), 2)
        return row

    # -- requests -----------------------------------------------------------------------------------------------

    def _on_chosen(self, name: str) -> None:
        self._chosen = name
        self.show_item(self._id, self._console_state)

    def _on_table(self, table: str) -> None:
        self._table = table
        self.table.show_device(DeviceView(self._tables, table))

    def _play(self) -> None:
        if self._console_state.say.listening:
            self.action_requested.emit("listen", None)
            return
        view = next((each for each in self._console_state.voices.voices if each.name == self._chosen), None)
        spoken = view.language if view is not None and view.language else "en"
        text, tag = self._sample.text().strip(), ""
        if not text:
            text, tag = SAMPLES.get(spoken, SAMPLES["en"]), _TAGS.get(spoken, spoken)
        self.action_requested.emit("listen", {"text": text, "voice": self._chosen, "language": tag})

    def _use(self) -> None:
        others = [name.strip() for name in self._preset_voice.split(",") if name.strip() not in ("", self._chosen)]
        self._give(", ".join([self._chosen, *others[1:]]))

    def _add(self) -> None:
        named = [name.strip() for name in self._preset_voice.split(",") if name.strip() not in ("", self._chosen)]
        self._give(", ".join([*named, self._chosen]))

    def _give(self, named: str) -> None:
        if self._id:
            self.change_requested.emit(SetField(self._id, "voice", named))

    def _play_line(self, line: BookLine) -> None:
        language = "" if line.table == "say" else _TAGS.get(line.table, line.table)
        self.action_requested.emit("listen", {"text": line.name, "voice": self._chosen, "language": language})

    def _play_new(self) -> None:
        text = self.say.text().partition("[[")[0].strip() or self.name.text().strip()
        if text:
            language = "" if self._table == "say" else _TAGS.get(self._table, self._table)
            self.action_requested.emit("listen", {"text": text, "voice": self._chosen, "language": language})

    def _keep(self) -> None:
        name, say = self.name.text().strip(), self.say.text().strip()
        if name and say:
            self._kept = (name, say)  # they stay in the fields until the book has them
            self.action_requested.emit("pronounce", {"name": name, "say": say, "table": self._table})

    def _remove(self, line: BookLine) -> None:
        self.action_requested.emit("pronounce", {"name": line.name, "say": "", "table": line.table})
