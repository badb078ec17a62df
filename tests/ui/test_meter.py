"""The level meter, as it is drawn."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from console.show.meters import MeterReading
from ui.widgets.meter import MeterBar


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


def test_another_loudness_is_drawn_again(qtbot: QtBot) -> None:
    bar, _ = shot(qtbot, MeterReading(-14.0, -14.0, -14.0, lufs=-23.0))
    before = bar._picture_of(bar._reading)
    assert bar._picture_of(MeterReading(-14.0, -14.0, -14.0, lufs=-30.0)) != before
