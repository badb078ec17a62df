"""A form about one preset of the rundown: what EDIT shows of it, and the requests to change it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from console.show.actions.table import refusal_of
from console.show.rundown.field_faults import field_faults, refusal
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import SetField
from console.show.state.console_state import Choice, ConsoleState
from ui import theme
from ui.panels.edit.declared_form import DeclaredForm
from ui.panels.edit.form import Listed
from ui.theme import Role
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine


class ItemForm(DeclaredForm):
    """Some fields of one preset.

    Signals, besides those of `Form`:
        change_requested(object): a `console.show.rundown.rundown.Change`.
        file_requested(str item_id, str field): choose a file for a field.
    """

    change_requested = Signal(object)
    file_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(Preset, self._refusal)
        self._id = ""
        self._preset: Preset | None = None
        self._file_faults: dict[tuple[str, str], str] = {}
        self._none = TextLine(self.tr("No preset yet: NEW makes one."), Role.BODY, colour=theme.MUTED)
        self._on_air = Note(
            self.tr("This preset is on: what you change holds when it is taken again."), colour=theme.AMBER
        )
        self.column.insertWidget(0, self._none)
        self.column.insertWidget(1, self._on_air)
        self.requested.connect(self._set)
        self.choose_file_requested.connect(lambda name: self.file_requested.emit(self._id, name))

    @property
    def item_id(self) -> str:
        """The item that it works on, or ""."""
        return self._id

    @property
    def preset(self) -> Preset | None:
        """The preset that it shows, or None."""
        return self._preset

    def choices(self, console_state: ConsoleState) -> Mapping[str, tuple[Choice, ...]]:
        """What the lists offer now, by field."""
        return {}

    def show_item(self, item_id: str, console_state: ConsoleState) -> None:
        """Shows the fields of an item; "" shows none."""
        item = console_state.show.rundown.find(item_id)
        self._none.setVisible(item is None)
        self.area.setVisible(item is not None)
        on = (
            item is not None
            and item_id == console_state.show.cues.current
            and bool(refusal_of("settings", console_state.state))
        )
        self._on_air.setVisible(on)
        if item is None:
            self._id, self._preset = "", None
            return
        fresh = item.id != self._id
        if fresh:
            self.commit()  # what was typed belongs to the one before
            self._id = item.id
        changed = fresh or item.preset != self._preset
        if changed:
            self._preset = item.preset
            self.show_values(item.preset, fresh=fresh)
        for name, choices in self.choices(console_state).items():
            listed = self.field(name)
            assert isinstance(listed, Listed)
            listed.show_choices(choices)
        if changed or console_state.show.file_faults != self._file_faults:
            self._file_faults = dict(console_state.show.file_faults)
            files = {field: fault for (each, field), fault in self._file_faults.items() if each == item.id}
            self.show_faults({**files, **field_faults(item.preset)})

    def _refusal(self, name: str, value: object) -> str:
        return refusal(self._preset, name, value) if self._preset is not None else ""

    def _set(self, name: str, value: object) -> None:
        if self._id:
            self.change_requested.emit(SetField(self._id, name, value))
