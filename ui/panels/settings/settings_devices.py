"""Settings of devices, of the lip delay and of its limits."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.show.core.field_info import Declared
from console.show.screens.ground_settings import BLUE, GREEN, GroundGroup
from console.show.state.console_state import Choice, ConsoleState
from console.show.state.settings import SettingsGroup
from ui.panels.edit.form import Listed
from ui.panels.settings.settings_form import SettingsForm
from ui.translate import declared_words
from ui.widgets.fields.channel_picker import ChannelPicker, PickerWords
from ui.widgets.fields.choices import DeviceBox
from ui.widgets.fields.fields import ColourField, LineField


class DeviceSettings(SettingsForm):
    """Microphone and its channels, loudspeaker, screen and its ground, headphones; the lip delay and other limits."""

    def __init__(self) -> None:
        super().__init__()
        self._make_devices()
        self.titled(SettingsGroup.HALL_SOUND)
        self.titled(SettingsGroup.FEED)
        self.titled(GroundGroup.GROUND)
        self.titled(SettingsGroup.LIMITS)
        self.end()

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows them."""
        super().show_state(console_state, fixed=fixed)
        self._microphone.show_device(console_state.microphone)
        self._channels.show_channels(console_state.mic_channels)
        self._hall.show_channels(console_state.hall_channels)
        self._feed.show_channels(console_state.feed_channels)
        self._speaker.show_device(console_state.speaker)
        self._screen.show_device(console_state.screen)
        options = console_state.settings.options
        self._swatches.show_value(options.ground_colour)
        key_screen = self.field("key_screen")
        assert isinstance(key_screen, Listed)
        nowhere = Choice("", declared_words(self.declared["key_screen"].info.none))
        key_screen.show_choices((nowhere, *console_state.key_screen.choices))
        headphones = self.field("headphones")
        assert isinstance(headphones, Listed)
        own = Choice("", declared_words(self.declared["headphones"].info.none))
        headphones.show_choices((own, *console_state.speaker.choices))

    def _make_devices(self) -> None:
        self.section(declared_words(SettingsGroup.DEVICES))
        self._microphone = self._device("mic", self.tr("Microphone"), self.tr("The MC's microphone"))
        self._channels = self._picker(
            "mic_channels",
            PickerWords(
                self.tr("All {n} channels are mixed: press the one that the MC is on"),
                self.tr("MC on channel {n}"),
                self.tr("MC on channels {list}, added together"),
                self.tr("MIX OF ALL"),
                self.tr("All channels at once, as the system mixes them"),
            ),
        )
        self._speaker = self._device("speaker", self.tr("Loudspeaker"), self.tr("Where the program's sound goes"))
        self._hall = self._picker(
            "hall_channels",
            PickerWords(
                self.tr("The hall in stereo, as the system maps it"),
                self.tr("The hall on channel {n}"),
                self.tr("The hall on channels {list}"),
                self.tr("SYSTEM'S STEREO"),
                self.tr("The system puts the hall's sound where it puts all stereo"),
            ),
        )
        self._feed = self._picker(
            "feed_channels",
            PickerWords(
                self.tr("No feed: press the channel for in-ear monitors, a recorder or the press"),
                self.tr("The feed on channel {n}"),
                self.tr("The feed on channels {list}"),
                self.tr("NO FEED"),
                self.tr("No second sound on this device"),
            ),
        )
        self._screen = self._device("screen", self.tr("Hall screen"), self.tr("The screen that the hall sees"))
        self.fields(SettingsGroup.DEVICES)

    def _picker(self, action: str, said: PickerWords) -> ChannelPicker:
        """Channels of the device that was made last: of a microphone with their levels."""
        heard = action == "mic_channels"
        picker = ChannelPicker(said, least=2 if heard else 3, levels=heard)
        picker.channels_requested.connect(lambda words: self.action_requested.emit(action, words))
        self.under(picker)
        return picker

    def place(self, field: Declared) -> None:
        """Before the field for any colour stand those that mixers are used to."""
        if field.name != "ground_colour":
            super().place(field)
            return
        words = declared_words(field.info.title)
        usual = ((GREEN, self.tr("green")), (BLUE, self.tr("blue")), ("#ff00ff", self.tr("magenta")))
        self._swatches = ColourField(words, usual, optional=False)
        self._swatches.value_changed.connect(lambda colour: self.request(field.name, colour))
        any_colour = self.hold(field.name, LineField(words, declared_words(field.info.hint), field.longest))
        any_colour.setAccessibleName(self.called(field))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._swatches)
        row.addWidget(any_colour, 1)
        self.row(words, both, field.name)

    def _device(self, action: str, name: str, tip: str) -> DeviceBox:
        box = DeviceBox(self.tr("not chosen"), self.tr("not connected"))
        box.setAccessibleName(self.tr("Settings: {name}").format(name=name))
        box.setToolTip(tip)
        box.device_requested.connect(lambda key: self.action_requested.emit(action, key))
        self.row(name, box)
        return box
