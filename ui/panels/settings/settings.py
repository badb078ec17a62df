"""EDIT, the settings: what the machine is, not what the show is. Never a dialog; on air it can be read only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.show.actions.table import refusal_of
from console.show.state.console_state import ConsoleState
from ui import theme, translate
from ui.panels.settings.providers import ProvidersPart
from ui.panels.settings.settings_devices import DeviceSettings
from ui.panels.settings.settings_engine import EngineSettings
from ui.panels.settings.settings_form import SettingsForm
from ui.panels.settings.settings_hearing import HearingSettings
from ui.panels.settings.settings_outputs import OutputSettings
from ui.panels.settings.settings_program import ProgramSettings
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.fields.choices import ChoiceButton, Segments
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note


class SettingsPage(Themed, QWidget):
    """The settings, part by part. It changes nothing itself: each field is a request.

    Signals:
        action_requested(str action_id, object argument): `settings` with {field: value}, a device, a restart, a test.
        slate_picture_requested(): choose a picture for the slate.
        folder_requested(str option): choose a folder for a setting.
    """

    action_requested = Signal(str, object)
    slate_picture_requested = Signal()
    folder_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._told = Note("")
        column.addWidget(self._told)
        column.addLayout(self._restart_row())
        self._parts = Segments(
            self.tr("Settings"),
            (
                ChoiceButton(
                    "program", self.tr("PROGRAM"), self.tr("The window, the program and where things are kept")
                ),
                ChoiceButton("devices", self.tr("DEVICES"), self.tr("Microphone, loudspeaker, screen, lip delay")),
                ChoiceButton(
                    "answers", self.tr("ANSWERS"), self.tr("Who may be asked for answers and voices, with keys")
                ),
                ChoiceButton("hearing", self.tr("HEARING"), self.tr("Questions by voice")),
                ChoiceButton("outputs", self.tr("OUTPUTS"), self.tr("Streams and the recording")),
                ChoiceButton("engine", self.tr("ENGINE"), self.tr("The graphics card, and a second engine")),
            ),
            role=Role.TINY,
            even=False,
            gap=3,
        )
        self._parts.choice_requested.connect(self.show_part)
        column.addWidget(self._parts)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.program, self.devices = ProgramSettings(), DeviceSettings()
        self.providers, self.hearing = ProvidersPart(), HearingSettings()
        self.outputs, self.engine = OutputSettings(), EngineSettings()
        for part in self.parts:
            part.requested.connect(lambda name, value: self.action_requested.emit("settings", {name: value}))
            part.action_requested.connect(self.action_requested)
            self._stack.addWidget(part)
        self.program.slate_picture_requested.connect(self.slate_picture_requested)
        self.hearing.choose_file_requested.connect(self.folder_requested)
        self.outputs.choose_file_requested.connect(self.folder_requested)
        self.show_part("program")

    @property
    def parts(self) -> tuple[SettingsForm, ...]:
        """All its parts, in their order."""
        return self.program, self.devices, self.providers, self.hearing, self.outputs, self.engine

    def show_part(self, key: str) -> None:
        """Opens one part of them."""
        parts = {
            "program": self.program,
            "devices": self.devices,
            "answers": self.providers,
            "hearing": self.hearing,
            "outputs": self.outputs,
            "engine": self.engine,
        }
        self._parts.show_chosen(key)
        self._stack.setCurrentWidget(parts[key])

    def commit(self) -> None:
        """Commits what was typed and is not committed yet."""
        for part in self.parts:
            part.commit()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the settings as they are; on air they are dimmed."""
        view = console_state.settings
        fixed = bool(refusal_of("settings", console_state.state))
        if fixed:
            told, colour = self.tr("Settings can be read now, and changed in STANDBY."), theme.AMBER
        else:
            told = translate.said(view.saved) or self.tr("Every change is kept at once.")
            colour = theme.AMBER if view.save_failed else theme.MUTED
        self._told.show_text(told, colour)
        self._restart.setVisible(view.restart)
        for part in self.parts:
            part.show_state(console_state, fixed=fixed)

    def _restart_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._restart = QWidget()
        inner = QVBoxLayout(self._restart)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        told = self.tr("The new rate and size hold when playout starts again. The hall sees the slate for a second.")
        inner.addWidget(Note(told, colour=theme.AMBER))
        button = HoldButton(self.tr("RESTART PLAYOUT"), role=Role.SMALL, look=theme.AMBER_LOOK, heights=(32, 27))
        button.setAccessibleName(self.tr("Restart playout"))
        button.setToolTip(translate.hint("apply_settings"))
        button.performed.connect(lambda: self.action_requested.emit("apply_settings", None))
        inner.addWidget(button)
        self._restart.setVisible(False)
        row.addWidget(self._restart)
        return row
