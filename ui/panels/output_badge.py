"""What leaves the hall, in two short lines on the state strip: the recording and the streams."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from console.show.state.output_summary import summary_of
from console.show.state.output_view import OutputCondition, OutputsView
from ui import number_format, theme
from ui.theme import Metrics, Role

PLATE = "#101418"
"""Its ground: red on the red of LIVE would not be seen."""

_SIDE = 9
"""Pixels at each side of the words."""


class OutputBadge:
    """Drawn by the strip, left of the clock, while something is recorded or streamed, or has failed."""

    def __init__(self) -> None:
        self._outputs = OutputsView()
        self._lines: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """Both lines, for screen readers."""
        return " ".join(words for words, _ in self._lines)

    def update(self, outputs: OutputsView) -> bool:
        """Takes what there is now; returns whether other words are to be drawn."""
        if outputs is self._outputs:
            return False
        self._outputs = outputs
        lines = tuple(line for line in (self._recording(outputs), self._streams(outputs)) if line)
        changed, self._lines = lines != self._lines, lines
        return changed

    def width(self, metrics: Metrics) -> int:
        """Pixels that it needs; 0 when there is nothing to say."""
        if not self._lines:
            return 0
        measure = QFontMetrics(theme.font(Role.TINY, metrics))
        return max(measure.horizontalAdvance(words) for words, _ in self._lines) + 2 * _SIDE

    def draw(self, painter: QPainter, place: QRectF, metrics: Metrics) -> None:
        """Draws the plate and its lines in the middle of `place`."""
        font = theme.font(Role.TINY, metrics)
        high = QFontMetrics(font).height() + 1
        whole = len(self._lines) * high + 6
        box = QRectF(place.left(), place.center().y() - whole / 2, place.width(), whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink(PLATE))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font)
        for number, (words, colour) in enumerate(self._lines):
            painter.setPen(theme.ink(colour))
            line = QRectF(box.left() + _SIDE, box.top() + 3 + number * high, box.width() - 2 * _SIDE + 2, high)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _recording(self, outputs: OutputsView) -> tuple[str, str] | None:
        state = outputs.recording.state
        if state is OutputCondition.OFF:
            return None
        name = QCoreApplication.translate("OutputBadge", "REC")
        if state is OutputCondition.FAILED:
            return f"▲ {name} {_word(state)}", theme.RED
        return f"● {name} {number_format.clock_time(outputs.recording.recorded_s)}", theme.RED

    def _streams(self, outputs: OutputsView) -> tuple[str, str] | None:
        summary = summary_of(outputs.streams)
        if summary.state is OutputCondition.OFF:
            return None
        name = QCoreApplication.translate("OutputBadge", "STREAM")
        sign, colour = _SIGNS[summary.state]
        return f"{sign} {name} {_word(summary.state)}", theme.AMBER if summary.congested else colour


_SIGNS = {
    OutputCondition.ON_AIR: ("●", theme.GREEN),
    OutputCondition.CONNECTING: ("○", theme.AMBER),
    OutputCondition.RECONNECTING: ("▲", theme.AMBER),
    OutputCondition.FAILED: ("▲", theme.RED),
}
"""A state by its shape as well as by its colour."""


def _word(state: OutputCondition) -> str:
    return {
        OutputCondition.ON_AIR: QCoreApplication.translate("OutputBadge", "on air"),
        OutputCondition.CONNECTING: QCoreApplication.translate("OutputBadge", "connecting"),
        OutputCondition.RECONNECTING: QCoreApplication.translate("OutputBadge", "lost"),
        OutputCondition.FAILED: QCoreApplication.translate("OutputBadge", "failed"),
    }.get(state, "")
