"""A level meter: what `console.show.core.meters` says, drawn.

The dark and the lit scale are drawn once into pixmaps; a repaint is two copies and a line, thirty times a second,
and of the well alone while the figure above it stays. Zones as in OBS's meters: green below -20 dBFS, amber to -9,
red above. Clipping and silence are also said in words, since not every eye tells red from green.
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

from console.show.core.meters import FLOOR_DBFS, MeterReading
from ui import number_format, theme
from ui.theme import Role
from ui.widgets.base import Themed

ZONES = (-20.0, -9.0)
TICKS = (0, -9, -20, -40, -60)
_GREENS, _AMBERS, _REDS = ("#1f7f52", "#2fb475"), ("#a98222", "#e0b13a"), ("#c23437", theme.ON_AIR)
_LOUDNESS, _LOUDNESS_EDGE = QColor(232, 235, 239, 215), QColor(10, 13, 16, 150)
_ON_CLIP = "#2a0000"


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
        self._well = QRect()
        self._shown_well: tuple[object, ...] = ()
        self._shown_light: tuple[object, ...] = ()
        self._words = (self.tr("CLIP"), self.tr("NO SIGNAL"), self.tr("LOW"))
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.on_metrics()

    def show_reading(self, reading: MeterReading, alarm: str = "", *, grave: bool = False) -> None:
        """Shows a reading; `alarm` (as MUTED) is written over the bar instead, in red when `grave`."""
        self._reading = reading
        well, light = self._well_picture(), self._light_picture()
        if (alarm, grave) != (self._alarm, self._grave) or light != self._shown_light:
            self.update()
        elif well != self._shown_well:
            self.update(self._well)
        self._alarm, self._grave, self._shown_well, self._shown_light = alarm, grave, well, light

    def on_metrics(self) -> None:
        """Takes the font of the new size."""
        self.setFont(theme.font(Role.TINY, self.metrics))
        self._lay()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A bar as wide as the design's."""
        return QSize(58, 120)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(44, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scales are drawn again at the new size."""
        self._lay()

    def _lay(self) -> None:
        self._well = self.rect().adjusted(1, self.metrics.grown(20), -1, -1)
        self._dark = QPixmap()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press takes the clip light back."""
        self.clip_pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copies the dark scale, the lit one up to the bar's height, then the line and the words."""
        if self._dark.isNull():
            self._draw_scales()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._dark)
        well, reading = self._well, self._reading
        if not self._alarm:
            top = self._y(reading.bar)
            if top < well.bottom():
                self._draw_lit(painter, well, top)
            if reading.lufs is not None and reading.lufs > FLOOR_DBFS:
                self._draw_loudness(painter, well, self._y(reading.lufs))
            if reading.line > FLOOR_DBFS:
                painter.fillRect(well.left(), self._y(reading.line), well.width(), 2, theme.ink(theme.WHITE))
        if event.rect().top() < well.top():
            self._draw_light(painter)
        self._draw_word(painter)

    def _draw_lit(self, painter: QPainter, well: QRect, top: int) -> None:
        scale = self.devicePixelRatioF()
        height = well.bottom() + 1 - top
        painter.drawPixmap(
            well.left(), top, well.width(), height, self._lit,
            round(well.left() * scale), round(top * scale), round(well.width() * scale), round(height * scale),
        )  # fmt: skip

    def _draw_loudness(self, painter: QPainter, well: QRect, top: int) -> None:
        """A thin bar inside the peak's: how loud it is to an ear."""
        left, height = well.center().x() - 3, well.bottom() + 1 - top
        painter.fillRect(left - 1, top - 1, 9, height + 1, _LOUDNESS_EDGE)
        painter.fillRect(left, top, 7, height, _LOUDNESS)

    def _draw_light(self, painter: QPainter) -> None:
        """The clip light, or the highest peak in its place."""
        light = self._light()
        painter.setFont(self.font())
        if self._reading.clipped:
            painter.fillRect(light, theme.ink(theme.ON_AIR))
            painter.setPen(theme.ink(_ON_CLIP))
            words = f"{self._words[0]} {self._reading.clips}"
        else:
            painter.setPen(theme.ink(theme.MUTED))
            words = number_format.level(self._reading.highest)
        painter.drawText(light, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_word(self, painter: QPainter) -> None:
        """What is wrong, over the bar."""
        _, silent, low = self._words
        told = silent if self._reading.no_signal else low if self._reading.low else ""
        word = self._alarm or (told if self._judged else "")
        if not word:
            return
        colour = theme.RED if self._grave else theme.AMBER
        painter.save()
        painter.translate(self._well.center())
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
            painter.fillRect(plate, theme.ink(theme.WELL))
        painter.setPen(theme.ink(colour))
        painter.drawText(plate.adjusted(-40, -40, 40, 40), Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()

    def _well_picture(self) -> tuple[object, ...]:
        # Two readings that would be drawn alike are one.
        reading = self._reading
        loud = None if reading.lufs is None else self._y(reading.lufs)
        return (self._y(reading.bar), self._y(reading.line), reading.no_signal, reading.low, loud)

    def _light_picture(self) -> tuple[object, ...]:
        reading = self._reading
        return (True, reading.clips) if reading.clipped else (False, number_format.level(reading.highest))

    def _light(self) -> QRect:
        return QRect(1, 0, self.width() - 2, self.metrics.grown(17))

    def _y(self, level: float) -> int:
        part = min(1.0, max(0.0, level / FLOOR_DBFS))
        return self._well.top() + round(part * self._well.height())

    def _draw_scales(self) -> None:
        size = self.size() * self.devicePixelRatioF()
        pixmaps = []
        for lit in (False, True):
            pixmap = QPixmap(size)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            pixmap.fill(theme.ink(theme.PANEL))
            painter = QPainter(pixmap)
            well = self._well
            painter.fillRect(self._light(), theme.ink(theme.WELL))
            painter.fillRect(well, theme.ink(theme.WELL))
            edges = (FLOOR_DBFS, *ZONES, 0.0)
            for low, high, (dull, bright) in zip(edges, edges[1:], (_GREENS, _AMBERS, _REDS), strict=False):
                bar = QRect(well.left() + 4, self._y(high), well.width() - 8, self._y(low) - self._y(high))
                if lit:
                    fill = QLinearGradient(0, bar.bottom(), 0, bar.top())
                    fill.setColorAt(0, theme.ink(dull))
                    fill.setColorAt(1, theme.ink(bright))
                    painter.fillRect(bar, fill)
                else:
                    faint = theme.ink(bright)
                    faint.setAlpha(22)
                    painter.fillRect(bar, faint)
            grid = theme.ink(theme.WELL)
            grid.setAlpha(110)
            painter.setPen(grid)
            for tick in range(-54, 0, 6):
                painter.drawLine(well.left(), self._y(tick), well.right(), self._y(tick))
            painter.setPen(theme.ink(theme.LINE))
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
        self.setFixedWidth(self.metrics.grown(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws each figure at its level."""
        painter = QPainter(self)
        painter.setPen(theme.ink(theme.MUTED))
        top = self.metrics.grown(20)
        high = self.height() - top - 1
        half = painter.fontMetrics().height() // 2 + 1
        for tick in TICKS:
            y = top + round(tick / FLOOR_DBFS * high)
            y = min(max(y, half), self.height() - half)
            box = QRect(0, y - half, self.width() - 4, 2 * half)
            across = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, across, str(tick).replace("-", "−"))
