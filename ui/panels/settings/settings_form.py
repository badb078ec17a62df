"""A form of settings: each value is judged as it is typed, and shown as it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal

from console.show.state.console_state import ConsoleState
from console.show.state.settings import Options, refusal_to_change
from ui.panels.edit.form import Form


class SettingsForm(Form):
    """One part of the settings.

    Signals, besides those of `Form`:
        action_requested(str action_id, object argument): what is no field of the settings.
    """

    action_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(lambda name, value: refusal_to_change(self._options, {name: value}))
        self._options = Options()
        self._shown: Options | None = None

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows the settings; `fixed` while they can only be read."""
        self._options = console_state.settings.options
        if self._options != self._shown:
            self._shown = self._options
            self.show_values(self._options)
        self.fix(fixed)
