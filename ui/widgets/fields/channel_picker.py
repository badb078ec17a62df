"""Which channels of a device are the MC, the hall or the feed: a button for each, and in words what it means."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.show.core.meters import FLOOR_DBFS
from console.show.state.channels_view import ChannelsView
from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.hold_button import HoldButton
from ui.widgets.meters.meter import ZONES
from ui.widgets.text.text_line import TextLine

_IN_A_ROW = 8
"""As on the front of most interfaces, and as many as the narrowest window has room for."""
_HIGH = (34, 30)
_BAR = 4


class ChannelButton(HoldButton):
    """One channel: its number, and below it how loud it is."""

    def __init__(self, channel: int) -> None:
        super().__init__(str(channel), role=Role.SMALL, heights=_HIGH)
        self._bar_dbfs = FLOOR_DBFS
        self._shown = 0

    @property
    def bar_dbfs(self) -> float:
        """The level that it shows, in dBFS."""
        return self._bar_dbfs

    def show_level(self, dbfs: float) -> None:
        """Shows a level in dBFS; what would be drawn alike is not drawn again."""
        self._bar_dbfs = dbfs
        if (wide := round(self._share * self.width())) != self._shown:
            self._shown = wide
            self.update()

    @property
    def _share(self) -> float:
        return min(1.0, max(0.0, 1.0 - self._bar_dbfs / FLOOR_DBFS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and at its lower edge the level."""
        super().paintEvent(event)
        painter = QPainter(self)
        room = QRectF(8, self.height() - _BAR - 4, self.width() - 16, _BAR)
        painter.fillRect(room, theme.ink(theme.WELL))
        amber, red = ZONES
        colour = theme.GREEN if self._bar_dbfs < amber else theme.AMBER if self._bar_dbfs < red else theme.RED
        painter.fillRect(QRectF(room.left(), room.top(), room.width() * self._share, _BAR), theme.ink(colour))
        painter.end()


@dataclass(frozen=True)
class PickerWords:
    """What a picker says.

    Attributes:
        none: what it means that none is chosen; `{n}` is how many there are.
        one, several: the same of one, `{n}`, and of several, `{list}`.
        clear, clear_tip: on the button that chooses none, and what it does.
    """

    none: str
    one: str
    several: str
    clear: str
    clear_tip: str


class ChannelPicker(Themed, QWidget):
    """A button for each channel that the device has. What is chosen changes only by `show_channels`.

    Signals:
        channels_requested(str): the operator asks for these, as "3" or "1 + 2"; "" is none of its own.
    """

    channels_requested = Signal(str)

    def __init__(
        self, said: PickerWords, *, least: int = 2, levels: bool = True, parent: QWidget | None = None
    ) -> None:
        """Makes an empty one.

        Args:
            said: what it says.
            least: a device of fewer channels leaves nothing to choose.
            levels: each button shows how loud its channel is.
        """
        super().__init__(parent)
        self._said, self._least, self._levels = said, least, levels
        self._view = ChannelsView()
        self._adding = False
        self._buttons: list[HoldButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._words = TextLine("", Role.BODY)
        column.addWidget(self._words)
        self._channels = QWidget()
        self._grid = QGridLayout(self._channels)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        column.addWidget(self._channels)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._mix = self._button(said.clear, said.clear_tip)
        self._mix.performed.connect(lambda: self._request(()))
        tip = self.tr("While it is lit, a press adds a channel to those that are heard, or takes it away")
        self._add = self._button(self.tr("ADD"), tip)
        self._add.performed.connect(self._switch_adding)
        row.addWidget(self._mix, 1)
        row.addWidget(self._add, 1)
        column.addWidget(self._row)
        self._render()

    def show_channels(self, view: ChannelsView) -> None:
        """Shows the channels of a device and their levels."""
        changed = (view.there, view.chosen) != (self._view.there, self._view.chosen)
        self._view = view
        if changed:
            self._render()
        for number, button in enumerate(self._buttons):
            if isinstance(button, ChannelButton):
                button.show_level(view.bars[number] if number < len(view.bars) else FLOOR_DBFS)

    def _render(self) -> None:
        view = self._view
        many = view.there if view.there >= self._least else 0
        self._keep(many)
        self._words.show_text(self._meaning(), theme.RED if view.lacking else theme.TEXT)
        self._channels.setVisible(bool(many))
        self._row.setVisible(bool(many))
        for channel, button in enumerate(self._buttons, 1):
            self._light(button, channel in view.chosen)
        self._light(self._mix, not view.chosen)
        self._light(self._add, self._adding)
        self.setVisible(bool(many or view.chosen))

    def _light(self, button: HoldButton, on: bool) -> None:
        button.show_as(button.words, theme.CHOSEN if on else theme.PLAIN, "")

    def _keep(self, count: int) -> None:
        """As many buttons as there are channels."""
        while len(self._buttons) > count:
            button = self._buttons.pop()
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        for channel in range(len(self._buttons) + 1, count + 1):
            button = (
                ChannelButton(channel) if self._levels else HoldButton(str(channel), role=Role.SMALL, heights=_HIGH)
            )
            button.apply_metrics(self.metrics)
            words = self.tr("Channel {n}").format(n=channel)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.performed.connect(lambda channel=channel: self._press(channel))
            place = channel - 1
            self._grid.addWidget(button, place // _IN_A_ROW, place % _IN_A_ROW)
            self._buttons.append(button)
        for column in range(_IN_A_ROW):
            self._grid.setColumnStretch(column, 1)

    def _meaning(self) -> str:
        view = self._view
        if view.lacking:
            told = self.tr("Channel {n} is chosen, and this device has {count}")
            return told.format(n=view.lacking, count=view.there)
        if not view.chosen:
            return self._said.none.format(n=view.there)
        if len(view.chosen) == 1:
            return self._said.one.format(n=view.chosen[0])
        return self._said.several.format(list=" + ".join(map(str, view.chosen)))

    def _press(self, channel: int) -> None:
        chosen = set(self._view.chosen)
        self._request(sorted(chosen ^ {channel}) if self._adding else (channel,))

    def _switch_adding(self) -> None:
        self._adding = not self._adding
        self._light(self._add, self._adding)

    def _request(self, channels: tuple[int, ...] | list[int]) -> None:
        self.channels_requested.emit(" + ".join(map(str, channels)))

    def _button(self, words: str, tip: str) -> HoldButton:
        button = HoldButton(words, role=Role.SMALL, heights=(32, 27))
        button.setAccessibleName(words)
        button.setToolTip(tip)
        return button
