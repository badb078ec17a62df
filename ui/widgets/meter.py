"""A level meter: what `console.show.meters` says, drawn.

The dark and the lit scale are drawn once into pixmaps; a repaint is two copies and a line. Zones as in the
research: green below -20 dBFS, amber to -9, red above. Clipping and silence are also said in words, since not
every eye tells red from green.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.show.meters import FLOOR_DBFS, MeterReading
from ui import figures, theme
from ui.theme import Role
from ui.widgets.base import Themed

ZONES = (-20.0, -9.0)
TICKS = (0, -9, -20, -40, -60)
_GREENS, _AMBERS, _REDS = ("#1f7f52", "#2fb475"), ("#a98222", "#e0b13a"), ("#c23437", "#ff4245")
_LOUDNESS, _LOUDNESS_EDGE = QColor(232, 235, 239, 215), QColor(10, 13, 16, 150)


class MeterBar(Themed, QWidget):
    """One bar from -60 to 0 dBFS with its peak line, and above it the highest peak, or the clip light.

    A thin bar inside it is the loudness in LUFS, on the same scale.

    Signals:
        clip_pressed(): the operator takes the clip light back.
    """

    clip_pressed = Signal()

    def __init__(self, name: str, *, judged: bool = False, parent: QWidget | None = None) -> None:
        """Makes an empty meter.

        Args:
            name: what a screen reader calls it.
            judged: say NO SIGNAL and LOW over the bar; only where silence is a fault.
        """
        super().__init__(parent)
        self._reading = MeterReading()
        self._alarm = ""
        self._grave = False
        self._dark = QPixmap()
        self._lit = QPixmap()
        self._judged = judged
        self._words = (self.tr("CLIP"), self.tr("NO SIGNAL"), self.tr("LOW"))
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.on_metrics()

    def show_reading(self, reading: MeterReading, alarm: str = "", *, grave: bool = False) -> None:
        """Shows a reading; `alarm` (as MUTED) is written over the bar instead, in red when `grave`."""
        self._grave = grave
        if alarm == self._alarm and self._picture_of(reading) == self._picture_of(self._reading):
            self._reading = reading
            return
        self._reading, self._alarm = reading, alarm
        self.update()

    def on_metrics(self) -> None:
        """Takes the font of the new size."""
        self.setFont(theme.font(Role.TINY, self.metrics))
        self._dark = QPixmap()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A bar as wide as the design's."""
        return QSize(58, 120)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(44, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scales are drawn again at the new size."""
        self._dark = QPixmap()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press takes the clip light back."""
        self.clip_pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copies the dark scale, the lit one up to the bar's height, then the line and the words."""
        if self._dark.isNull():
            self._draw_scales()
        painter = QPainter(self)
        scale = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._dark)
        well = self._well()
        top = self._y(self._reading.bar)
        if top < well.bottom() and not self._alarm:
            lit = QRect(well.left(), top, well.width(), well.bottom() + 1 - top)
            source = QRect(
                round(lit.left() * scale), round(top * scale), round(lit.width() * scale), round(lit.height() * scale)
            )
            painter.drawPixmap(lit, self._lit, source)
        if self._reading.lufs is not None and self._reading.lufs > FLOOR_DBFS and not self._alarm:
            self._draw_loudness(painter, well)
        if self._reading.line > FLOOR_DBFS and not self._alarm:
            painter.fillRect(well.left(), self._y(self._reading.line), well.width(), 2, QColor(theme.WHITE))
        self._draw_words(painter)

    def _draw_loudness(self, painter: QPainter, well: QRect) -> None:
        """A thin bar inside the peak's: how loud it is to an ear."""
        assert self._reading.lufs is not None
        top = self._y(self._reading.lufs)
        bar = QRect(well.center().x() - 3, top, 7, well.bottom() + 1 - top)
        painter.fillRect(bar.adjusted(-1, -1, 1, 0), _LOUDNESS_EDGE)
        painter.fillRect(bar, _LOUDNESS)

    def _draw_words(self, painter: QPainter) -> None:
        clip, silent, low = self._words
        light = self._light()
        painter.setFont(self.font())
        if self._reading.clipped:
            painter.fillRect(light, QColor("#ff4245"))
            painter.setPen(QColor("#2a0000"))
            painter.drawText(light, Qt.AlignmentFlag.AlignCenter, f"{clip} {self._reading.clips}")
        else:
            painter.setPen(QColor(theme.MUTED))
            painter.drawText(light, Qt.AlignmentFlag.AlignCenter, figures.level(self._reading.highest))
        told = silent if self._reading.no_signal else low if self._reading.low else ""
        word = self._alarm or (told if self._judged else "")
        if not word:
            return
        colour = theme.RED if self._grave else theme.AMBER
        well = self._well()
        painter.save()
        painter.translate(well.center())
        font = theme.font(Role.SMALL, self.metrics)
        font.setBold(True)
        painter.setFont(font)
        measure = QFontMetrics(font)
        upright = not word.isascii()  # Chinese is read from above to below, and never lies on its side
        if upright:
            shown, plate = (
                "\n".join(word),
                QRect(-9, -len(word) * measure.height() // 2, 18, len(word) * measure.height()),
            )
        else:
            painter.rotate(-90)
            wide = measure.horizontalAdvance(word) + 12
            shown, plate = word, QRect(-wide // 2, -9, wide, 18)
        if self._reading.bar > FLOOR_DBFS and not self._alarm:
            painter.fillRect(plate, QColor(theme.WELL))
        painter.setPen(QColor(colour))
        painter.drawText(plate.adjusted(-40, -40, 40, 40), Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()

    def _picture_of(self, reading: MeterReading) -> tuple[object, ...]:
        # Two readings that would be drawn alike are one.
        light = (reading.clipped, reading.clips) if reading.clipped else figures.level(reading.highest)
        loud = None if reading.lufs is None else self._y(reading.lufs)
        return (self._y(reading.bar), self._y(reading.line), light, reading.no_signal, reading.low, loud)

    def _light(self) -> QRect:
        return QRect(1, 0, self.width() - 2, 17)

    def _well(self) -> QRect:
        return self.rect().adjusted(1, 20, -1, -1)

    def _y(self, level: float) -> int:
        well = self._well()
        part = min(1.0, max(0.0, level / FLOOR_DBFS))
        return well.top() + round(part * (well.height()))

    def _draw_scales(self) -> None:
        size = self.size() * self.devicePixelRatioF()
        pixmaps = []
        for lit in (False, True):
            pixmap = QPixmap(size)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            pixmap.fill(QColor(theme.PANEL))
            painter = QPainter(pixmap)
            well = self._well()
            painter.fillRect(self._light(), QColor(theme.WELL))
            painter.fillRect(well, QColor(theme.WELL))
            edges = (FLOOR_DBFS, *ZONES, 0.0)
            for low, high, (dull, bright) in zip(edges, edges[1:], (_GREENS, _AMBERS, _REDS), strict=False):
                bar = QRect(well.left() + 4, self._y(high), well.width() - 8, self._y(low) - self._y(high))
                if lit:
                    fill = QLinearGradient(0, bar.bottom(), 0, bar.top())
                    fill.setColorAt(0, QColor(dull))
                    fill.setColorAt(1, QColor(bright))
                    painter.fillRect(bar, fill)
                else:
                    faint = QColor(bright)
                    faint.setAlpha(22)
                    painter.fillRect(bar, faint)
            grid = QColor(theme.WELL)
            grid.setAlpha(110)
            painter.setPen(grid)
            for tick in range(-54, 0, 6):
                painter.drawLine(well.left(), self._y(tick), well.right(), self._y(tick))
            painter.setPen(QColor(theme.LINE))
            painter.drawRect(well.adjusted(0, 0, -1, -1))
            painter.drawRect(self._light().adjusted(0, 0, -1, -1))
            painter.end()
            pixmaps.append(pixmap)
        self._dark, self._lit = pixmaps


class MeterScale(Themed, QWidget):
    """The figures beside the bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.on_metrics()

    def on_metrics(self) -> None:
        """Takes the font of the new size."""
        self.setFont(theme.font(Role.TINY, self.metrics))
        self.setFixedWidth(26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws each figure at its level."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.MUTED))
        top, high = 20, self.height() - 21
        half = painter.fontMetrics().height() // 2 + 1
        for tick in TICKS:
            y = top + round(tick / FLOOR_DBFS * high)
            y = min(max(y, half), self.height() - half)
            box = QRect(0, y - half, self.width() - 4, 2 * half)
            across = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, across, str(tick).replace("-", "−"))
