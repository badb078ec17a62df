"""EDIT, the settings: who may be asked for answers and voices, with which models and keys, and whether they answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from console.show.hidden import Hidden
from console.show.house import House
from console.show.options import Options
from console.show.voices import ProviderView
from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.choices import Segment, Segments
from ui.widgets.fields import LineField
from ui.widgets.hold_button import HoldButton
from ui.widgets.note import Note
from ui.widgets.words import Words
from ui.words import said


class KeyField(Themed, QLineEdit):
    """Where a key is entered. It shows no letter of it, and is empty as soon as it was told."""

    entered = Signal(object)
    """A `Hidden`."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.setPlaceholderText(hint)
        self.setMaxLength(500)
        self.returnPressed.connect(self.tell)
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as a control."""
        self.setFixedHeight(self.metrics.control - 4)

    def tell(self) -> None:
        """Tells what was entered, and forgets it."""
        text = self.text().strip()
        self.clear()
        if text:
            self.entered.emit(Hidden(text))


class ProviderPart(Themed, QWidget):
    """One provider: on or off, its models and address, its key, what leaves this machine, and a test.

    Args:
        provider: its id.
        name: as the operator knows it.
        switch: the option that says whether it may be asked; "" for one that always may.
        fields: its options with what they are called.

    Signals:
        action_requested(str action_id, object argument): `settings`, `keep_key`, `forget_key` or `test_provider`.
    """

    action_requested = Signal(str, object)

    def __init__(self, provider: str, name: str, switch: str, fields: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self._id, self._switch = provider, switch
        self._fields: dict[str, LineField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Words(name, Role.STRONG), 3)
        onoff = (
            Segment("on", self.tr("ON"), self.tr("May be asked")),
            Segment("off", self.tr("OFF"), self.tr("Never asked")),
        )
        self._on = Segments(name, onoff, role=Role.SMALL)
        self._on.choice_requested.connect(lambda key: self._set(switch, key == "on"))
        self._on.setVisible(bool(switch))
        head.addWidget(self._on, 2)
        test = HoldButton(self.tr("TEST"), role=Role.SMALL, heights=(32, 27))
        test.setAccessibleName(self.tr("Test {name}").format(name=name))
        test.setToolTip(self.tr("Does it answer, how fast, and if not, why"))
        test.performed.connect(lambda: self.action_requested.emit("test_provider", provider))
        self._test = test
        head.addWidget(test, 1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.setColumnStretch(1, 1)
        for option, words, hint in fields:
            field = LineField(f"{name}: {words}", hint)
            field.value_changed.connect(lambda value, option=option: self._set(option, value))
            self._fields[option] = field
            self._put(grid, words, field)
        self._make_key(grid, name)
        column.addLayout(grid)
        self._leaves = Note("", colour=theme.MUTED)
        self._told = Note("", colour=theme.TEXT)
        column.addWidget(self._leaves)
        column.addWidget(self._told)

    def field(self, option: str) -> LineField:
        """The field of an option."""
        return self._fields[option]

    def tell(self) -> None:
        """Tells what was typed and is not told yet; a key that was not entered by Enter is forgotten."""
        for field in self._fields.values():
            field.tell()
        self.key.clear()

    def show_provider(self, view: ProviderView, options: Options, *, fixed: bool) -> None:
        """Shows it as it stands; `fixed` while settings can only be read."""
        if self._switch:
            self._on.show_chosen("on" if getattr(options, self._switch) else "off", fixed=fixed)
        for option, field in self._fields.items():
            field.show_value(getattr(options, option))
            field.setReadOnly(fixed)
        for widget in self._of_key:
            widget.setVisible(bool(view.key))
        states = {
            "environment": (self.tr("from the environment"), theme.GREEN),
            "keyring": (self.tr("in the system's keyring"), theme.GREEN),
        }
        self._state.show_text(*states.get(view.key, (self.tr("none"), theme.AMBER)))
        self._forget.show_as(self._forget.words, theme.PLAIN if view.key == "keyring" else theme.DIMMED, "")
        self._leaves.show_text(said(view.leaves))
        self._test.show_as(self.tr("TEST"), theme.CHOSEN if view.testing else theme.PLAIN, "")
        colour = {True: theme.GREEN, False: theme.AMBER, None: theme.MUTED}[view.well]
        told = self.tr("is being asked …") if view.testing else said(view.told)
        self._told.setVisible(bool(told))
        self._told.show_text(told, theme.MUTED if view.testing else colour)

    def _make_key(self, grid: QGridLayout, name: str) -> None:
        home = QWidget()
        row = QHBoxLayout(home)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._state = Words("", Role.SMALL)
        self.key = KeyField(self.tr("{name}: a new key").format(name=name), self.tr("enter a key; never shown again"))
        self.key.entered.connect(lambda key: self.action_requested.emit("keep_key", {"provider": self._id, "key": key}))
        self._forget = HoldButton("✕", role=Role.SMALL, heights=(32, 27))
        self._forget.setAccessibleName(self.tr("{name}: take the key out of the keyring").format(name=name))
        self._forget.setToolTip(self.tr("Take the key out of the system's keyring"))
        self._forget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._forget.performed.connect(lambda: self.action_requested.emit("forget_key", self._id))
        row.addWidget(self._state, 2)
        row.addWidget(self.key, 3)
        row.addWidget(self._forget)
        self._of_key = (self._put(grid, self.tr("Key"), home), home)

    def _put(self, grid: QGridLayout, words: str, widget: QWidget) -> Words:
        label = Words(words, Role.SMALL, colour=theme.MUTED)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        label.setFixedWidth(88)
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(widget, row, 1)
        return label

    def _set(self, option: str, value: object) -> None:
        self.action_requested.emit("settings", {option: value})


class ProvidersPart(Themed, QWidget):
    """All providers, one below the other.

    Signals:
        action_requested(str action_id, object argument): as each part's.
    """

    action_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        free = self.tr("the model's name")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        made = (
            ProviderPart(
                "groq",
                self.tr("Groq"),
                "use_groq",
                (
                    ("groq_model", self.tr("Answers"), free),
                    ("groq_hear_model", self.tr("Hears"), free),
                    ("groq_voice_model", self.tr("Speaks"), free),
                    ("groq_url", self.tr("Address"), self.tr("of a proxy; empty is Groq itself")),
                ),
            ),
            ProviderPart(
                "server",
                self.tr("A server of yours"),
                "use_server",
                (
                    ("server_url", self.tr("Address"), self.tr("as http://127.0.0.1:11434/v1, Ollama's")),
                    ("server_model", self.tr("Answers"), free),
                    ("server_hear_model", self.tr("Hears"), free),
                ),
            ),
            ProviderPart("edge", self.tr("Edge voices"), "use_edge", ()),
            ProviderPart("builtin", self.tr("Built-in voice"), "", ()),
        )
        self._parts = {part._id: part for part in made}
        for part in made:
            part.action_requested.connect(self.action_requested)
            column.addWidget(part)

    def part(self, provider: str) -> ProviderPart:
        """One of them."""
        return self._parts[provider]

    def tell(self) -> None:
        """Tells what was typed and is not told yet."""
        for part in self._parts.values():
            part.tell()

    def show_house(self, house: House, *, fixed: bool) -> None:
        """Shows them as they stand."""
        views = {view.id: view for view in house.voices.providers}
        for name, part in self._parts.items():
            part.show_provider(views.get(name, ProviderView(name)), house.settings.options, fixed=fixed)
