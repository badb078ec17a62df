"""Settings of questions by voice: hands-free, and Whisper on this machine."""

from __future__ import annotations

from console.show.state.console_state import ConsoleState
from console.show.state.settings import SettingsGroup
from console.show.state.voice_view import ProviderView
from ui.panels.settings.settings_form import SettingsForm
from ui.theme import MUTED
from ui.translate import declared_words
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
        self.titled(SettingsGroup.QUESTIONS)
        told = self.tr("All of it holds at once. Who hears, and in which order, each preset says in ANSWERS.")
        self.wide(Note(told, colour=MUTED))

    def _make_whisper(self) -> None:
        self.titled(SettingsGroup.WHISPER)
        self.asked = ProviderTest("whisper", declared_words(SettingsGroup.WHISPER))
        self.asked.test_requested.connect(lambda name: self.action_requested.emit("test_provider", name))
        self.row(self.tr("Test"), self.asked)
        told = self.tr(
            "A faster-whisper model (CTranslate2): a folder with model.bin, config.json and tokenizer.json. "
            "A change holds with the next question; TEST loads the model now."
        )
        self.wide(Note(told, colour=MUTED))
