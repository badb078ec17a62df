"""Settings of questions by voice: hands-free, and Whisper on this machine."""

from __future__ import annotations

from console.show.core.enums import Echo
from console.show.state.console_state import ConsoleState
from console.show.state.voice_view import ProviderView
from ui.panels.settings.settings_form import SettingsForm
from ui.theme import MUTED
from ui.widgets.fields.choices import ChoiceButton
from ui.widgets.fields.provider_test import ProviderTest
from ui.widgets.text.note import Note


class HearingSettings(SettingsForm):
    """How the microphone takes questions, and what hears them without a network."""

    def __init__(self) -> None:
        super().__init__()
        self._make_microphone()
        self._make_whisper()
        self.end()

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows them, and what the last test found."""
        super().show_state(console_state, fixed=fixed)
        found = {view.id: view for view in console_state.voices.providers}
        self.asked.show_view(found.get("whisper", ProviderView("whisper")))

    def _make_microphone(self) -> None:
        self.section(self.tr("The microphone for questions"))
        held = self.tr("Only while the key is held")
        opened = self.tr("In ANSWER the microphone is open: a question ends with a pause")
        self.switch("hands_free", self.tr("Hands-free"), opened, held)
        tip = self.tr("The silence that ends a question, hands-free")
        self.number("end_pause_s", self.tr("Pause"), tip, 0.2, 3, "s", step=0.1)
        echo = (
            ChoiceButton(Echo.GATE, self.tr("GATE"), self.tr("The microphone is shut while the host speaks")),
            ChoiceButton(Echo.CANCEL, self.tr("CANCEL"), self.tr("The host's voice is taken out: one may ask over it")),
        )
        self.segments("echo", self.tr("Host's own voice"), echo)
        told = self.tr("All of it holds at once. Who hears, and in which order, each preset says in ANSWERS.")
        self.wide(Note(told, colour=MUTED))

    def _make_whisper(self) -> None:
        self.section(self.tr("Whisper on this machine"))
        self.file("whisper_folder", self.tr("Model's folder"))
        devices = (
            ChoiceButton("cpu", self.tr("PROCESSOR"), self.tr("Works on every machine")),
            ChoiceButton("cuda", self.tr("GRAPHICS CARD"), self.tr("Faster; shares the card with a filmed host")),
        )
        self.segments("whisper_device", self.tr("Runs on"), devices)
        calculations = (
            ChoiceButton("int8", "INT8", self.tr("Fastest on a processor, and smallest")),
            ChoiceButton("int8_float16", "INT8+16", self.tr("Small and fast on a card")),
            ChoiceButton("float16", "FP16", self.tr("Half precision: on a card only")),
            ChoiceButton("float32", "FP32", self.tr("Full precision: slowest, and largest")),
        )
        self.segments("whisper_compute", self.tr("Calculates in"), calculations)
        self.asked = ProviderTest("whisper", self.tr("Whisper on this machine"))
        self.asked.test_requested.connect(lambda name: self.action_requested.emit("test_provider", name))
        self.row(self.tr("Test"), self.asked)
        told = self.tr(
            "A faster-whisper model (CTranslate2): a folder with model.bin, config.json and tokenizer.json. "
            "A change holds with the next question; TEST loads the model now."
        )
        self.wide(Note(told, colour=MUTED))
