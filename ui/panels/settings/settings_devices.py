"""Settings of devices, of the lip delay and of its limits."""

from __future__ import annotations

from console.show.state.console_state import Choice, ConsoleState
from ui.panels.settings.settings_form import SettingsForm
from ui.widgets.fields.choices import DeviceBox


class DeviceSettings(SettingsForm):
    """Microphone, loudspeaker, hall screen, headphones; how long the lips may take, how low a voice may be."""

    def __init__(self) -> None:
        super().__init__()
        self._make_devices()
        self._make_limits()
        self.end()

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows them."""
        super().show_state(console_state, fixed=fixed)
        self._microphone.show_device(console_state.microphone)
        self._speaker.show_device(console_state.speaker)
        self._screen.show_device(console_state.screen)
        self._headphones.show_choices((Choice("", self.tr("the system's own output")), *console_state.speaker.choices))

    def _make_devices(self) -> None:
        self.section(self.tr("Devices"))
        self._microphone = self._device("mic", self.tr("Microphone"), self.tr("The MC's microphone"))
        self._speaker = self._device("speaker", self.tr("Loudspeaker"), self.tr("Where the program's sound goes"))
        self._screen = self._device("screen", self.tr("Hall screen"), self.tr("The screen that the hall sees"))
        tip = self.tr("Where you listen to lines and voices; never the hall's loudspeaker")
        name = self.tr("Headphones")
        called = self.tr("Settings: {name}").format(name=name)
        self._headphones = self.listed("headphones", name, tip, self.tr("the system's own output"), called=called)
        tip = self.tr("Added to the microphone")
        self.number("mic_gain_db", self.tr("Mic gain"), tip, -60, 40, "dB", step=0.5)

    def _make_limits(self) -> None:
        self.section(self.tr("Lip delay and limits"))
        ms = "ms"
        told = self.tr("The lip delay before it is calibrated")
        self.number("delay_ms", self.tr("Default"), told, 20, 2000, ms)
        told = self.tr("The short lip delay, for a fast machine")
        self.number("express_delay_ms", self.tr("Express"), told, 20, 2000, ms)
        told = self.tr("HEALTH turns amber when the measured delay (p95) is above this")
        self.number("budget_ms", self.tr("Limit, default"), told, 40, 2000, ms)
        self.number("express_budget_ms", self.tr("Limit, express"), told, 40, 2000, ms)
        told = self.tr("A microphone below this for five seconds is LOW")
        self.number("low_dbfs", self.tr("LOW below"), told, -60, -6, "dBFS")
        told = self.tr("What speech and sound files are levelled to; EBU R128 asks -23")
        self.number("loudness_lufs", self.tr("Loudness"), told, -70, 0, "LUFS", step=0.5)

    def _device(self, action: str, name: str, tip: str) -> DeviceBox:
        box = DeviceBox(self.tr("not chosen"), self.tr("not connected"))
        box.setAccessibleName(self.tr("Settings: {name}").format(name=name))
        box.setToolTip(tip)
        box.device_requested.connect(lambda key: self.action_requested.emit(action, key))
        self.row(name, box)
        return box
