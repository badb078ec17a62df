"""Settings of the outputs beside the hall: where streams go, with their keys, and the recording."""

from __future__ import annotations

from console.show.core.field_info import Declared
from console.show.state.console_state import ConsoleState
from console.show.state.output_settings import STREAMS, OutputGroup
from console.show.state.output_view import StreamView
from ui.panels.settings.providers import KeyRow
from ui.panels.settings.settings_form import SettingsForm
from ui.theme import MUTED
from ui.translate import declared_words
from ui.widgets.text.note import Note

_STREAM_OF = {f"stream_{number}_url": f"stream_{number}" for number in range(1, STREAMS + 1)}
"""The address of a stream → what its key is kept as."""


class OutputSettings(SettingsForm):
    """Streams, each with its address and its key; the recording, with its folders."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, KeyRow] = {}
        self.section(declared_words(OutputGroup.STREAM))
        told = self.tr(
            "While a stream runs, what the hall sees and hears goes to its server. A key lies in the system's keyring: "
            "in no show, log or report."
        )
        self.wide(Note(told, colour=MUTED))
        self.fields(OutputGroup.STREAM)
        self.titled(OutputGroup.RECORDING)
        told = self.tr("Even when the power fails the file can be played, all but its last second.")
        self.wide(Note(told, colour=MUTED))
        self.end()

    def key(self, stream: str) -> KeyRow:
        """The key of a stream, as `stream_1`."""
        return self._keys[stream]

    def commit(self) -> None:
        """Commits what was typed and is not told yet; a key that was not entered by Enter is forgotten."""
        super().commit()
        for row in self._keys.values():
            row.field.clear()

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows them, and where each stream's key is."""
        super().show_state(console_state, fixed=fixed)
        views = {f"stream_{view.number}": view for view in console_state.outputs.streams}
        for stream, row in self._keys.items():
            row.show_key(views.get(stream, StreamView(0)).key)

    def place(self, field: Declared) -> None:
        """Below the address of a stream stands its key."""
        super().place(field)
        stream = _STREAM_OF.get(field.name)
        if stream is None:
            return
        row = KeyRow(stream, declared_words(field.info.title), unneeded=self.tr("none: unless the address holds it"))
        row.action_requested.connect(self.action_requested)
        self._keys[stream] = row
        self.row(self.tr("Key"), row)
        self.under(row.state)
