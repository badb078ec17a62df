"""HEALTH's last row: how long each stage of the last answer took, as a bar and in figures."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import number_format, theme
from ui.panels.panel import Heading
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.text.text_line import TextLine

PARTS = (("heard", theme.BLUE), ("thought", theme.GREEN), ("voiced", theme.VIOLET), ("shown", theme.AMBER))
"""The stages that are told apart, with their colours."""

_ORDER = ("heard", "thought", "drafted", "approved", "voiced", "shown")
_PART_OF = {"heard": "heard", "thought": "thought", "drafted": "thought", "voiced": "voiced", "shown": "shown"}


def shares(stages: Mapping[str, float]) -> dict[str, float]:
    """What each part took, in ms, of the times after the question's end at which the stages were reached.

    The time from `drafted` to `approved` is the operator's, and in none of them.
    """
    told: dict[str, float] = {}
    reached = [("", 0.0), *((stage, stages[stage]) for stage in _ORDER if stage in stages)]
    for (_, before), (stage, at) in pairwise(reached):
        if stage in _PART_OF:
            told[_PART_OF[stage]] = told.get(_PART_OF[stage], 0.0) + max(0.0, at - before)
    return told


class _Bar(Themed, QWidget):
    """The parts side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, float] = {}
        self.setFixedHeight(12)

    def show_parts(self, parts: dict[str, float]) -> None:
        """Shows these, each as wide as it took."""
        if parts != self._parts:
            self._parts = parts
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws them, or an empty groove."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), theme.ink(theme.CONTROL_HOVER))
        whole = sum(self._parts.values())
        x = 0.0
        for name, colour in PARTS:
            wide = self.width() * self._parts.get(name, 0.0) / whole if whole else 0.0
            painter.fillRect(QRectF(x, 0, wide, self.height()), theme.ink(colour))
            x += wide


class LastAnswer(Themed, QWidget):
    """From the question's end to the hall, stage by stage; without the time that the operator took."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._heading = Heading(self.tr("Last answer"))
        self._bar = _Bar()
        self._words = {
            "heard": self.tr("heard"),
            "thought": self.tr("thought"),
            "voiced": self.tr("voiced"),
            "shown": self.tr("shown"),
        }
        row = QHBoxLayout()
        row.setSpacing(6)
        self._figures: dict[str, TextLine] = {}
        for name, colour in PARTS:
            self._figures[name] = TextLine("", Role.TINY, colour=colour)
            row.addWidget(self._figures[name], 1)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._bar)
        self._column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Last answer"))
        self.setToolTip(self.tr("From the end of the question to the hall, in ms, without the time until you approved"))
        self.show_stages({})
        self.on_metrics()

    def on_metrics(self) -> None:
        """A small window has room for the figures only."""
        full = self.metrics.full
        self._bar.setVisible(full)
        self._column.setSpacing(self.metrics.px(6, 2))
        self.setMinimumHeight(self.metrics.px(58, 34))

    def show_stages(self, stages: Mapping[str, float], *, under_way: bool = False) -> None:
        """Shows what is known of the last answer: stage → ms after the question's end, and whether more may come."""
        parts = shares(stages)
        self._bar.show_parts(parts)
        for name, words in self._figures.items():
            took = number_format.UNKNOWN if name not in parts else f"{parts[name]:.0f}"
            words.show_text(f"{self._words[name]} {took}")
        told = self.tr("none yet")
        if "shown" in parts:
            told = self.tr("{ms} to the first word").format(ms=number_format.ms(sum(parts.values())))
        elif under_way:
            told = self.tr("under way")
        elif parts:
            told = self.tr("not spoken")
        self._heading.note.show_text(told, theme.TEXT if "shown" in parts else theme.MUTED)
        self.setAccessibleDescription("; ".join(words.text for words in self._figures.values()))
