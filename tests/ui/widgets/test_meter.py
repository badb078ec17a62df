"""The level meter, as it is drawn."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.show.core.meters import MeterReading
from ui.widgets.meters.meter import MeterBar


def shot(qtbot: QtBot, reading: MeterReading, alarm: str = "") -> tuple[MeterBar, list[QColor]]:
    """The colours in the middle of the bar, from top to bottom."""
    bar = MeterBar("Hall")
    qtbot.addWidget(bar)
    bar.resize(58, 200)
    bar.show_reading(reading, alarm)
    image = bar.grab().toImage()
    return bar, [image.pixelColor(29, y) for y in range(image.height())]


def test_loudness_is_a_thin_light_bar_up_to_its_level(qtbot: QtBot) -> None:
    bar, column = shot(qtbot, MeterReading(-14.0, -14.0, -14.0, lufs=-23.0))
    top = bar._y(-23.0)
    light = [y for y, colour in enumerate(column) if colour.lightness() > 180 and y > bar._y(-14.0) + 4]
    assert light and abs(min(light) - top) <= 1 and max(light) >= 197


def test_no_loudness_is_drawn_where_none_is_known_or_a_word_stands_there(qtbot: QtBot) -> None:
    for reading, alarm in ((MeterReading(-14.0, -14.0, -14.0), ""), (MeterReading(lufs=-23.0), "MUTED")):
        bar, column = shot(qtbot, reading, alarm)
        image = [colour.lightness() for y, colour in enumerate(column) if y > bar._y(-12.0)]
        assert sum(value > 180 for value in image) < 12


class Painted(QObject):
    """The rectangles that a widget was asked to paint."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


def test_only_what_changed_is_drawn_again(qtbot: QtBot) -> None:
    talking = MeterReading(-14.0, -14.0, -14.0, lufs=-23.0)
    bar, _ = shot(qtbot, talking)
    bar.show()
    qtbot.waitExposed(bar)
    bar.show_reading(talking)
    qtbot.wait(20)
    painted = Painted(bar)
    for reading, alarm, wanted in (
        (talking, "", None),
        (replace(talking, lufs=-30.0), "", bar._well),
        (replace(talking, lufs=-30.0, highest=-9.0), "", bar.rect()),
        (replace(talking, lufs=-30.0, highest=-9.0), "MUTED", bar.rect()),
        (replace(talking, bar=-30.0, lufs=-30.0, highest=-9.0), "MUTED", bar._well),
    ):
        painted.rects.clear()
        bar.show_reading(reading, alarm)
        qtbot.wait(20)
        assert painted.rects == ([] if wanted is None else [wanted]), (reading, alarm)
