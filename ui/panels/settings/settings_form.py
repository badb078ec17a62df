"""A form of settings: each value is judged as it is typed, and shown as it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal

from console.show.core.field_info import Control, Declared
from console.show.state.console_state import ConsoleState
from console.show.state.settings import Options
from console.show.state.settings_rules import refusal_to_change
from ui.panels.edit.declared_form import DeclaredForm


class SettingsForm(DeclaredForm):
    """One part of the settings.

    Attributes:
        STRUCT: whose fields the settings are.

    Signals, besides those of `Form`:
        action_requested(str action_id, object argument): what is no field of the settings.
    """

    STRUCT: type[Options] = Options

    action_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.STRUCT, lambda name, value: refusal_to_change(self._options, {name: value}))
        self._options = Options()
        self._shown: Options | None = None

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows the settings; `fixed` while they can only be read."""
        self._options = console_state.settings.options
        if self._options != self._shown:
            self._shown = self._options
            self.show_values(self._options)
        self.fix(fixed)

    def called(self, field: Declared) -> str:
        """What screen readers call a field; a list says that it is of the settings, as presets have such lists too."""
        called = super().called(field)
        return self.tr("Settings: {name}").format(name=called) if field.control is Control.LIST else called
