"""EDIT, the settings: who may be asked for answers and voices, with which models and keys, and whether they answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from console.show.core.field_info import Declared
from console.show.core.secret_text import SecretText
from console.show.state.console_state import ConsoleState
from console.show.state.settings import SettingsGroup
from console.show.state.voice_view import ProviderView
from ui import theme
from ui.panels.settings.settings_form import SettingsForm
from ui.theme import Role
from ui.translate import declared_words, said
from ui.widgets.base import Themed
from ui.widgets.fields.fields import LineField
from ui.widgets.fields.provider_test import ProviderTest
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine

_TESTED = {
    "groq_model": "groq",
    "groq_hear_model": "groq_hears",
    "groq_voice_model": "groq_speaks",
    "server_model": "server",
    "server_hear_model": "server_hears",
}
"""The name of a model → who is asked when it is tested."""


class KeyField(Themed, QLineEdit):
    """Where a key is entered. It shows no letter of it, and is empty as soon as it was told."""

    entered = Signal(object)
    """A `SecretText`."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.setPlaceholderText(hint)
        self.setMaxLength(500)
        self.returnPressed.connect(self.commit)
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as a control."""
        self.setFixedHeight(self.metrics.control - 4)

    def commit(self) -> None:
        """Emits what was entered, and forgets it."""
        text = self.text().strip()
        self.clear()
        if text:
            self.entered.emit(SecretText(text))


class KeyRow(Themed, QWidget):
    """A field for a new key, and a way to take the old one out.

    Attributes:
        state: where the key comes from; to be placed below.

    Signals:
        action_requested(str action_id, object argument): `keep_key` or `forget_key`.
    """

    action_requested = Signal(str, object)

    def __init__(self, provider: str, name: str, *, unneeded: str = "") -> None:
        """Makes an empty one.

        Args:
            provider: whose key it is, as `keep_key` calls it.
            name: what it is called.
            unneeded: said while there is none, where that may be right.
        """
        super().__init__()
        self._unneeded = unneeded
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.state = TextLine("", Role.SMALL)
        self.field = KeyField(self.tr("{name}: a new key").format(name=name), self.tr("enter a key; never shown again"))
        self.field.entered.connect(
            lambda key: self.action_requested.emit("keep_key", {"provider": provider, "key": key})
        )
        self._forget = HoldButton("✕", role=Role.SMALL, heights=(32, 27))
        self._forget.setAccessibleName(self.tr("{name}: take the key out of the keyring").format(name=name))
        self._forget.setToolTip(self.tr("Take the key out of the system's keyring"))
        self._forget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._forget.performed.connect(lambda: self.action_requested.emit("forget_key", provider))
        row.addWidget(self.field, 1)
        row.addWidget(self._forget)

    def show_key(self, origin: str) -> None:
        """Shows where the key is: `environment`, `keyring`, `held` by this run only, or `none`."""
        states = {
            "environment": (self.tr("from the environment"), theme.GREEN),
            "keyring": (self.tr("in the system's keyring"), theme.GREEN),
            "held": (self.tr("until Compere is closed: this system has no keyring"), theme.AMBER),
        }
        none = (self._unneeded, theme.MUTED) if self._unneeded else (self.tr("none"), theme.AMBER)
        self.state.show_text(*states.get(origin, none))
        self._forget.show_as(self._forget.words, theme.PLAIN if origin in ("keyring", "held") else theme.DIMMED, "")


class ProvidersPart(SettingsForm):
    """All who may be asked: on or off, models, address and key, what leaves this machine, and tests."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: list[ProviderTest] = []
        self._keys: dict[str, KeyRow] = {}
        self._leaves: dict[str, Note] = {}
        self._make_groq()
        self._make_server()
        self._make_voices()
        self.end()

    def test_of(self, provider: str) -> ProviderTest:
        """The test of one who can be asked."""
        return next(each for each in self._asked if each.provider == provider)

    def key(self, provider: str) -> KeyRow:
        """The key of a provider."""
        return self._keys[provider]

    def commit(self) -> None:
        """Commits what was typed and is not committed yet; a key that was not entered by Enter is forgotten."""
        super().commit()
        for row in self._keys.values():
            row.field.clear()

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows them as they stand."""
        super().show_state(console_state, fixed=fixed)
        views = {view.id: view for view in console_state.voices.providers}
        for asked in self._asked:
            asked.show_view(views.get(asked.provider, ProviderView(asked.provider)))
        for provider, row in self._keys.items():
            row.show_key(views.get(provider, ProviderView(provider)).key)
        for provider, note in self._leaves.items():
            note.show_text(said(views.get(provider, ProviderView(provider)).leaves))

    def _make_groq(self) -> None:
        self.titled(SettingsGroup.GROQ)
        self._make_key("groq", declared_words(SettingsGroup.GROQ))
        self._say_leaves("groq")

    def _make_server(self) -> None:
        self.titled(SettingsGroup.SERVER)
        self._make_key("server", declared_words(SettingsGroup.SERVER), unneeded=self.tr("none; many need none"))
        self._say_leaves("server")

    def _make_voices(self) -> None:
        self.titled(SettingsGroup.EDGE)
        self._make_voice("edge", declared_words(SettingsGroup.EDGE))
        name = self.tr("Built-in voice")
        self.section(name)
        self._make_voice("builtin", name)

    def _make_voice(self, provider: str, name: str) -> None:
        self.row(self.tr("Test"), self._test(ProviderTest(provider, name)))
        self._say_leaves(provider)

    def called(self, field: Declared) -> str:
        """Several providers have a field of the same title."""
        return f"{declared_words(field.info.section)}: {super().called(field)}"

    def place(self, field: Declared) -> None:
        """Beside the name of a model stands a test of it."""
        provider = _TESTED.get(field.name)
        if provider is None:
            super().place(field)
            return
        words, called = declared_words(field.info.title), self.called(field)
        line = self.hold(field.name, LineField(called, declared_words(field.info.hint), field.longest))
        asked = self._test(ProviderTest(provider, called, line))
        self.row(words, asked, field.name)
        self.under(asked.found)

    def _test(self, asked: ProviderTest) -> ProviderTest:
        asked.test_requested.connect(lambda provider: self.action_requested.emit("test_provider", provider))
        self._asked.append(asked)
        return asked

    def _make_key(self, provider: str, name: str, *, unneeded: str = "") -> None:
        row = KeyRow(provider, name, unneeded=unneeded)
        row.action_requested.connect(self.action_requested)
        self._keys[provider] = row
        self.row(self.tr("Key"), row)
        self.under(row.state)

    def _say_leaves(self, provider: str) -> None:
        self._leaves[provider] = Note("", colour=theme.MUTED)
        self.wide(self._leaves[provider])
