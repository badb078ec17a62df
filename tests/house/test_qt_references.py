"""PySide6 must not lose references: 6.12.0 on Python 3.10 and 3.11 aborts a show after seconds (`none_dealloc`)."""

from __future__ import annotations

import gc
import sys

from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

CALLS = 1_000
PAINTS = 2_000
TOLERANCE = 200
"""References to None that come and go by themselves. A drift loses one or more with each call."""


class Painted(QWidget):
    """Draws as the hall window does, and counts."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage(64, 64, QImage.Format.Format_RGB32)
        self.picture.fill(0)
        self.paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self.picture)
        painter.end()
        self.paints += 1


def test_a_thousand_rounds_of_events_cost_no_reference_to_none(qapp: QApplication) -> None:
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        qapp.processEvents()
    gc.collect()
    assert sys.getrefcount(None) >= before - TOLERANCE  # with an immortal None (3.12 on) both are the same


def test_two_thousand_paints_cost_no_reference_to_none(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.resize(64, 64)
    with qtbot.waitExposed(widget):
        widget.show()
    gc.collect()
    before = sys.getrefcount(None)
    start = widget.paints
    for _ in range(PAINTS):
        widget.repaint()
    gc.collect()
    assert widget.paints - start >= PAINTS
    assert sys.getrefcount(None) >= before - TOLERANCE
