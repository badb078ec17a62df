"""AUDIO: the three levels, their clip lights, and the mutes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.show.state.console_state import Condition, ConsoleState
from ui import number_format, theme
from ui.panels.panel import Heading
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.hold_button import HoldButton
from ui.widgets.meters.meter import MeterBar, MeterScale
from ui.widgets.text.text_line import TextLine

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class _Channel(Themed, QWidget):
    """One bar with its name, its highest peak and, perhaps, its mute."""

    def __init__(self, words: str, mute: HoldButton | None, *, judged: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.bar = MeterBar(words, judged=judged)
        column.addWidget(self.bar, 1)
        column.addSpacing(3)
        column.addWidget(TextLine(words, Role.SMALL, colour=theme.TEXT, align=_CENTRE))
        column.addSpacing(3)
        self.mute = mute
        self._room = QWidget(self)  # so that all bars are of one height
        column.addWidget(mute if mute is not None else self._room)
        self._room.setVisible(mute is None)
        self.on_metrics()

    def on_metrics(self) -> None:
        """The empty place is as high as a mute."""
        self._room.setFixedHeight(self.metrics.control)


class AudioPart(Themed, QWidget):
    """Three meters.

    Signals:
        action_requested(str action_id, object argument): mute or open.
        clip_reset_requested(str meter): take a clip light back: "mic", "avatar" or "hall".
    """

    action_requested = Signal(str, object)
    clip_reset_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._muted = (False, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        heading = Heading(self.tr("Audio"))
        self._loudness = heading.note
        self._loudness.setAccessibleName(self.tr("Momentary loudness"))
        column.addWidget(heading)
        row = QHBoxLayout()
        row.setSpacing(10)
        column.addLayout(row, 1)

        scale_column = QVBoxLayout()
        scale_column.setSpacing(1)
        scale_column.addWidget(MeterScale(), 1)
        self._below_scale = QWidget()
        scale_column.addWidget(self._below_scale)
        row.addLayout(scale_column)

        mic_mute = self._mute("mute_mic", self.tr("Mute the microphone"))
        avatar_mute = self._mute("mute_avatar", self.tr("Mute the avatar's voice"))
        self._mic = _Channel(self.tr("MC mic"), mic_mute, judged=True)
        self._avatar = _Channel(self.tr("Avatar"), avatar_mute)
        self._hall = _Channel(self.tr("Hall"), None)
        for name, channel in (("mic", self._mic), ("avatar", self._avatar), ("hall", self._hall)):
            channel.bar.clip_pressed.connect(lambda name=name: self.clip_reset_requested.emit(name))
            channel.bar.setToolTip(self.tr("Peak in dBFS, loudness as the thin bar; press to take the clip light back"))
            row.addWidget(channel, 1)
        self._mutes = {"mute_mic": mic_mute, "mute_avatar": avatar_mute}
        self.show_keys({"mute_mic": "F5", "mute_avatar": "F6"})
        self.on_metrics()

    def on_metrics(self) -> None:
        """The scale ends where the bars end."""
        line = TextLine("", Role.SMALL)
        line.apply_metrics(self.metrics)
        self._below_scale.setFixedHeight(line.sizeHint().height() + self.metrics.control + self.metrics.grown(9))

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the levels; a missing microphone in red over its bar."""
        lost = console_state.microphone.condition in (Condition.MISSING, Condition.FAILED) and not console_state.demo
        muted = self.tr("MUTED")
        mic_alarm = self.tr("MISSING") if lost else muted if console_state.mic_muted else ""
        self._mic.bar.show_reading(console_state.mic_meter, mic_alarm, grave=lost)
        self._avatar.bar.show_reading(console_state.avatar_meter, muted if console_state.avatar_muted else "")
        self._hall.bar.show_reading(console_state.hall_meter)
        mic, hall = (
            number_format.level(meter.lufs_figure) for meter in (console_state.mic_meter, console_state.hall_meter)
        )
        whole = self.tr("mic {mic} · hall {hall} LUFS").format(mic=mic, hall=hall)
        full = self.metrics.full  # a small window has room for the figures, in the order of the bars
        self._loudness.show_text(whole if full else f"{mic} · {hall} LUFS")
        if whole != self._loudness.accessibleDescription():
            self._loudness.setAccessibleDescription(whole)
        self._muted = (console_state.mic_muted, console_state.avatar_muted)
        for channel, is_muted in zip((self._mic, self._avatar), self._muted, strict=True):
            assert channel.mute is not None
            words, look = (muted, theme.AMBER_LOOK) if is_muted else (self.tr("MUTE"), theme.PLAIN)
            channel.mute.show_as(words, look, "")

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Says which keys mute; action id → key."""
        for action_id, button in self._mutes.items():
            key = keys.get(action_id, "")
            button.setToolTip(f"{button.accessibleName()}  [{key}]" if key else button.accessibleName())

    def _mute(self, action_id: str, tip: str) -> HoldButton:
        button = HoldButton(self.tr("MUTE"), role=Role.SMALL)
        button.setAccessibleName(tip)
        number = 0 if action_id == "mute_mic" else 1
        button.performed.connect(lambda: self.action_requested.emit(action_id, not self._muted[number]))
        return button
