"""Settings of the outputs beside the hall: where streams go, with their keys, and the recording."""

from __future__ import annotations

from console.show.core.field_info import Declared
from console.show.state.console_state import Choice, ConsoleState, DeviceView
from console.show.state.output_settings import STREAMS, OutputGroup
from console.show.state.output_view import StreamView
from console.show.state.platforms import PLATFORMS, platform_of, too_much
from ui.panels.settings.providers import KeyRow
from ui.panels.settings.settings_form import SettingsForm
from ui.theme import AMBER, MUTED
from ui.translate import declared_words, said
from ui.widgets.fields.choices import DeviceBox
from ui.widgets.text.note import Note

_STREAM_OF = {f"stream_{number}_url": f"stream_{number}" for number in range(1, STREAMS + 1)}
"""The address of a stream → what its key is kept as."""

_ADDRESSES = {platform.name: platform.address for platform in PLATFORMS if platform.address}
_CHOICES = tuple(Choice(name, name) for name in _ADDRESSES)
_ANOTHER = "another"


class OutputSettings(SettingsForm):
    """Streams, each with its address and its key; the recording, with its folders."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, KeyRow] = {}
        self._platforms: dict[str, DeviceBox] = {}
        self._advice: dict[str, Note] = {}
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

    def platform(self, field: str) -> DeviceBox:
        """Whose server the address in this field is, as `stream_1_url`."""
        return self._platforms[field]

    def advice(self, field: str) -> Note:
        """What its platform would not take."""
        return self._advice[field]

    def commit(self) -> None:
        """Commits what was typed and is not told yet; a key that was not entered by Enter is forgotten."""
        super().commit()
        for row in self._keys.values():
            row.field.clear()

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows them, and where each stream's key is."""
        super().show_state(console_state, fixed=fixed)
        options = console_state.settings.options
        for name, box in self._platforms.items():
            address = str(getattr(options, name))
            platform = platform_of(address)
            name_of = platform.name if platform is not None and platform.address else ""
            choices = (*_CHOICES, Choice(_ANOTHER, self.tr("another server")))
            box.show_device(DeviceView(choices, name_of or (_ANOTHER if address else "")))
            advice = too_much(address, options.stream_kbps)
            self._advice[name].show_text(said(advice), AMBER)
            self._advice[name].setVisible(bool(advice))
        views = {f"stream_{view.number}": view for view in console_state.outputs.streams}
        for stream, row in self._keys.items():
            row.show_key(views.get(stream, StreamView(0)).key)

    def place(self, field: Declared) -> None:
        """Above the address of a stream stands whose server it is, and below it its key."""
        if field.name in _STREAM_OF:
            self._place_platform(field)
        super().place(field)
        stream = _STREAM_OF.get(field.name)
        if stream is None:
            return
        row = KeyRow(stream, declared_words(field.info.title), unneeded=self.tr("none: unless the address holds it"))
        row.action_requested.connect(self.action_requested)
        self._keys[stream] = row
        self.row(self.tr("Key"), row)
        self.under(row.state)

    def _place_platform(self, field: Declared) -> None:
        box = DeviceBox(self.tr("none"), self.tr("not there"))
        title = declared_words(field.info.title)
        box.setAccessibleName(self.tr("{stream}: platform").format(stream=title))
        box.setToolTip(
            self.tr("Writes the platform's address below; Douyin and others give one of their own each time")
        )
        box.device_requested.connect(lambda name: self.request(field.name, _ADDRESSES.get(name, "")))
        self._platforms[field.name] = box
        self.row(self.tr("Platform"), box)
        self._advice[field.name] = Note("", colour=AMBER)
        self._advice[field.name].setVisible(False)
        self.under(self._advice[field.name])
