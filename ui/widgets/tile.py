"""A tile of the avatar picker."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.show.house import AvatarTile
from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed, draw_focus
from ui.widgets.hold_button import HoldButton


class AvatarButton(HoldButton):
    """An avatar's picture and name; the chosen one has a blue edge and a mark.

    Signals are those of `HoldButton`.
    """

    def __init__(self, tile: AvatarTile, parent: QWidget | None = None) -> None:
        super().__init__(tile.name, parent=parent)
        self._tile = tile
        self._chosen = False
        self._picture = QImage(tile.thumbnail) if tile.thumbnail else QImage()
        self._fitted = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        note = f": {tile.note}" if tile.note else ""
        self.setAccessibleName(self.tr("Avatar {name}").format(name=tile.name))
        self.setToolTip(f"{tile.name} · {tile.driver}{note}" if tile.driver else f"{tile.name}{note}")

    @property
    def avatar_id(self) -> str:
        """Id of the avatar that it stands for."""
        return self._tile.id

    def show_chosen(self, chosen: bool) -> None:
        """Marks it as chosen or not."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def on_metrics(self) -> None:
        """Its height follows its width, not the control's."""
        Themed.on_metrics(self)
        self.setFont(theme.font(Role.SMALL, self.metrics))

    def sizeHint(self) -> QSize:
        """A 16:9 picture with a line for the name."""
        return QSize(160, 112)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the picture 16:9."""
        high = self.width() // 2 * 2 * 9 // 16 + 26  # neighbours a pixel apart in width are equally high
        if self.height() != high:
            self.setFixedHeight(high)
        self._fitted = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the picture, the name below and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(box, 8, 8)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), QColor(theme.WELL))
        high = self.height() - 26
        if not self._picture.isNull():
            if self._fitted.isNull():
                self._fitted = self._fit(self.width(), high)
            painter.drawPixmap(0, 0, self._fitted)
        name = QRectF(0, high, self.width(), 26)
        painter.fillRect(name, QColor(theme.CHOSEN.ground if self._chosen else theme.CONTROL))
        painter.setPen(QColor(theme.TEXT if self._tile.ready else theme.DIM))
        room = name.adjusted(9, 0, -9, 0)
        across = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        mark = "" if self._tile.ready else self.tr("not ready")
        marked = painter.fontMetrics().horizontalAdvance(mark) + 8 if mark else 0
        elided = painter.fontMetrics().elidedText(
            self._tile.name, Qt.TextElideMode.ElideRight, int(room.width()) - marked
        )
        painter.drawText(room, across, elided)
        if mark:
            painter.setPen(QColor(theme.AMBER))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, mark)
        elif self._chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.BLUE))
            painter.drawEllipse(QRectF(room.right() - 9, name.center().y() - 4.5, 9, 9))
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.BLUE if self._chosen else theme.LINE_STRONG), 2))
        painter.drawPath(path)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), 8)

    def _fit(self, width: int, height: int) -> QPixmap:
        scale = self.devicePixelRatioF()
        size = QSize(round(width * scale), round(height * scale))
        filled = self._picture.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
        )
        left = (filled.width() - size.width()) // 2
        top = (filled.height() - size.height()) // 3  # faces are above the middle
        pixmap = QPixmap.fromImage(filled.copy(left, top, size.width(), size.height()))
        pixmap.setDevicePixelRatio(scale)
        return pixmap
