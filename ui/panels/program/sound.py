"""The panel below HALL NOW: what is heard at the left, what drives the avatar at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.show.state.console_state import ConsoleState
from ui.panels.answers.queue import QueuePart
from ui.panels.answers.say import SayPart
from ui.panels.mode import ModePart
from ui.panels.panel import Panel
from ui.panels.program.audio import AudioPart


class SoundPanel(Panel):
    """AUDIO and MODE side by side.

    Signals, besides those of `Panel`:
        say_file_requested(): choose a sound file to speak.
        clip_reset_requested(str meter): take a clip light back.
    """

    say_file_requested = Signal()
    clip_reset_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audio = AudioPart()
        self._mode = ModePart()
        self._row = QHBoxLayout()
        self._row.addWidget(self._audio)
        self._row.addWidget(self._mode, 1)
        self.column.addLayout(self._row, 1)
        self._audio.action_requested.connect(self.action_requested)
        self._mode.action_requested.connect(self.action_requested)
        self._mode.say_file_requested.connect(self.say_file_requested)
        self._audio.clip_reset_requested.connect(self.clip_reset_requested)
        self.on_metrics()

    def on_metrics(self) -> None:
        """Gives the meters their width."""
        super().on_metrics()
        self._share()
        self._row.setSpacing(2 * self.metrics.pad)

    def resizeEvent(self, event: object) -> None:
        """A narrow panel leaves the meters less."""
        self._share()

    def _share(self) -> None:
        self._audio.setFixedWidth(min(self.metrics.meters, max(206, round(0.36 * self.width()))))

    def show_keys(self, modes: Mapping[str, str], mutes: Mapping[str, str]) -> None:
        """Says which keys choose a mode, and which mute."""
        self._mode.show_keys(modes)
        self._audio.show_keys(mutes)

    def show_line_keys(self, keys: Mapping[str, str], typing: str) -> None:
        """Says which keys say a line: its number → the key; and which one begins a typed line."""
        self._mode.say.show_keys(keys, typing)

    @property
    def lines(self) -> SayPart:
        """The lines that are said."""
        return self._mode.say

    @property
    def queue(self) -> QueuePart:
        """The questions that wait."""
        return self._mode.queue

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows both parts."""
        self._audio.show_state(console_state)
        self._mode.show_state(console_state)
