"""OUTPUTS: where the program goes, and the safe picture."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.show.effects import SlateKind
from console.show.house import Condition, DeviceView, House
from ui import theme
from ui.panels.panel import RIGHT, Heading, Panel
from ui.theme import Role
from ui.widgets.choices import DeviceBox, Segment, Segments, colour_of
from ui.widgets.words import Words


class OutputsPanel(Panel):
    """The hall's screen, the loudspeaker and the slate.

    Signals, besides those of `Panel`:
        slate_picture_requested(): choose a picture for the slate.
    """

    slate_picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addWidget(Heading(self.tr("Outputs")))
        self._screen_words = self._label(self.tr("Hall screen"))
        self._screen = DeviceBox(self.tr("Choose the hall's screen"), self.tr("not connected"))
        self._screen.setAccessibleName(self.tr("Hall screen"))
        self._screen.setToolTip(self.tr("The screen that the hall sees"))
        self._screen.device_requested.connect(lambda key: self.action_requested.emit("screen", key))
        self.column.addWidget(self._screen)
        self._speaker_words = self._label(self.tr("Loudspeaker"))
        self._speaker = DeviceBox(self.tr("Choose the loudspeaker"), self.tr("not connected"))
        self._speaker.setAccessibleName(self.tr("Loudspeaker"))
        self._speaker.setToolTip(self.tr("Where the program's sound goes"))
        self._speaker.device_requested.connect(lambda key: self.action_requested.emit("speaker", key))
        self.column.addWidget(self._speaker)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._slate_label = Words(self.tr("Slate"), Role.BODY, colour=theme.MUTED, widest=self.tr("Slate"))
        row.addWidget(self._slate_label)
        self._slate = Segments(
            self.tr("Slate"),
            (
                Segment(SlateKind.LOGO, self.tr("LOGO"), self.tr("Compere's or the house's logo")),
                Segment(SlateKind.PICTURE, self.tr("PICTURE"), self.tr("A picture of your own")),
                Segment(SlateKind.BLACK, self.tr("BLACK"), self.tr("Nothing at all")),
            ),
            role=Role.SMALL,
        )
        self._slate.choice_requested.connect(self._on_slate)
        row.addWidget(self._slate, 1)
        self.column.addLayout(row)

    def show_house(self, house: House) -> None:
        """Shows the devices with their condition, and the slate."""
        self._screen.show_device(house.screen)
        self._speaker.show_device(house.speaker)
        self._screen_words.show_text(*self._condition(house.screen))
        self._speaker_words.show_text(*self._condition(house.speaker))
        self._slate.show_chosen(house.slate)

    def _condition(self, view: DeviceView) -> tuple[str, str]:
        words = {
            Condition.OK: self.tr("OK"),
            Condition.MISSING: self.tr("MISSING"),
            Condition.FAILED: self.tr("FAILED"),
            Condition.STARTING: self.tr("starting"),
            Condition.NOT_CHOSEN: self.tr("not chosen"),
        }[view.condition]
        return (f"{view.note} · {words}" if view.note else words), colour_of(view.condition)

    def _label(self, words: str) -> Words:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Words(words, Role.BODY, colour=theme.MUTED), 2)
        condition = Words("", Role.STRONG, align=RIGHT)
        condition.setAccessibleName(words)
        row.addWidget(condition, 3)
        self.column.addLayout(row)
        return condition

    def _on_slate(self, key: str) -> None:
        if key == SlateKind.PICTURE:
            self.slate_picture_requested.emit()
        else:
            self.action_requested.emit("slate", key)
