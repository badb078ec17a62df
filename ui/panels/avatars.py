"""AVATAR and INPUT: who is on screen, and whose voice drives them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from console.show.house import AvatarTile, Condition, DeviceView, House
from ui import theme
from ui.panels.panel import Heading, Panel
from ui.theme import Role
from ui.widgets.choices import DeviceBox, Segment, Segments, colour_of
from ui.widgets.tile import AvatarButton
from ui.widgets.words import Words

COLUMNS = 2


class AvatarsPanel(Panel):
    """The avatars as tiles, and the MC's microphone or the demo MC in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[AvatarTile, ...] = ()
        self._buttons: list[AvatarButton] = []
        self._heading = Heading(self.tr("Avatar"))
        self.column.addWidget(self._heading)
        self._none = Words(self.tr("No avatar was found."), Role.BODY, colour=theme.AMBER)
        self.column.addWidget(self._none)
        self._grid_home = QWidget()
        self._grid = QGridLayout(self._grid_home)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(10)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._grid_home)
        self.column.addWidget(self._scroll, 1)

        self._input = Heading(self.tr("Input"), strong=True)
        self.column.addWidget(self._input)
        self._source = Segments(
            self.tr("Input"),
            (
                Segment("off", self.tr("MICROPHONE"), self.tr("The MC's own microphone")),
                Segment("on", self.tr("DEMO MC"), self.tr("A bundled recording stands in for the microphone")),
            ),
            role=Role.SMALL,
        )
        self._source.choice_requested.connect(lambda key: self.action_requested.emit("demo", key == "on"))
        self.column.addWidget(self._source)
        self._microphone = DeviceBox(self.tr("Choose the MC's microphone"), self.tr("not connected"))
        self._microphone.setAccessibleName(self.tr("Microphone"))
        self._microphone.setToolTip(self.tr("The MC's microphone; Compere never takes another by itself"))
        self._microphone.device_requested.connect(lambda key: self.action_requested.emit("mic", key))
        self.column.addWidget(self._microphone)

    def show_house(self, house: House) -> None:
        """Shows the tiles, which one is chosen, and the microphone."""
        if house.avatars != self._tiles:
            self._make_tiles(house.avatars)
        for button in self._buttons:
            button.show_chosen(button.avatar_id == house.avatar_id)
        self._source.show_chosen("on" if house.demo else "off")
        self._microphone.show_device(house.microphone)
        self._input.note.show_text(*self._input_words(house.demo, house.microphone))

    def _input_words(self, demo: bool, microphone: DeviceView) -> tuple[str, str]:
        if demo:
            return self.tr("demo MC is speaking"), theme.AMBER
        words = {
            Condition.OK: self.tr("microphone OK"),
            Condition.MISSING: self.tr("MIC MISSING"),
            Condition.FAILED: self.tr("MIC FAILED"),
            Condition.STARTING: self.tr("starting"),
            Condition.NOT_CHOSEN: self.tr("no microphone chosen"),
        }[microphone.condition]
        return words, colour_of(microphone.condition)

    def _make_tiles(self, tiles: tuple[AvatarTile, ...]) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self._tiles, self._buttons = tiles, []
        for number, tile in enumerate(tiles):
            button = AvatarButton(tile)
            button.apply_metrics(self.metrics)
            button.performed.connect(lambda avatar_id=tile.id: self.action_requested.emit("avatar", avatar_id))
            self._grid.addWidget(button, number // COLUMNS, number % COLUMNS, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(len(tiles) // COLUMNS + 1, 1)
        ready = sum(tile.ready for tile in tiles)
        self._heading.note.show_text(self.tr("{count} ready").format(count=ready) if tiles else "")
        self._none.setVisible(not tiles)
        self._scroll.setVisible(bool(tiles))
