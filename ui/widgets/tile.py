"""Tiles that stand for an avatar: in the strip of NEXT, and in the list of EDIT."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.show.state.console_state import AvatarTile
from ui import theme
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed, draw_focus
from ui.widgets.hold_button import HoldButton
from ui.widgets.thumbnails import thumbnail


class AvatarButton(HoldButton):
    """An avatar's picture; the one of NEXT has a blue edge, the one on air a red mark.

    Signals are those of `HoldButton`.
    """

    def __init__(self, tile: AvatarTile, parent: QWidget | None = None) -> None:
        super().__init__(tile.name, parent=parent)
        self._tile = tile
        self._chosen = self._on_air = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Avatar {name}").format(name=tile.name))
        self._say()

    @property
    def avatar_id(self) -> str:
        """Id of the avatar that it stands for."""
        return self._tile.id

    def show_tile(self, tile: AvatarTile) -> None:
        """Shows how the avatar is now."""
        if tile != self._tile:
            self._tile = tile
            self._say()
            self.update()

    def show_chosen(self, chosen: bool, on_air: bool) -> None:
        """Marks it as the avatar of NEXT, and as the one on air."""
        if (chosen, on_air) != (self._chosen, self._on_air):
            self._chosen, self._on_air = chosen, on_air
            self.update()

    def show_size(self, width: int, height: int) -> None:
        """Takes this size."""
        self.setFixedSize(width, height)

    def on_metrics(self) -> None:
        """Its size is given by the strip."""
        Themed.on_metrics(self)
        self.setFont(theme.font(Role.TINY, self.metrics))

    def sizeHint(self) -> QSize:
        """Its own size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the picture with the name over its foot, what is being prepared, and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(box, 7, 7)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), theme.ink(theme.WELL))
        picture = thumbnail(self._tile.thumbnail, self.width(), self.height(), self.devicePixelRatioF())
        painter.setOpacity(1.0 if self._tile.ready else 0.4)
        if not picture.isNull():
            painter.drawPixmap(0, 0, picture)
        painter.setOpacity(1.0)
        high = painter.fontMetrics().height() + 4
        foot = QRectF(0, self.height() - high, self.width(), high)
        shade = theme.ink("#0a0d10")
        shade.setAlpha(theme.firm(205))
        painter.fillRect(foot, shade)
        words = self._tile.name
        if not self._tile.ready:
            words = self.tr("not ready")
        elif self._tile.preparing:
            words = self.tr("preparing")
        painter.setPen(theme.ink(theme.AMBER if words != self._tile.name else theme.TEXT))
        room = foot.adjusted(6, 0, -6, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
        if self._on_air:  # a round light
            painter.setPen(QPen(theme.ink(theme.WELL), 2))
            painter.setBrush(theme.ink(theme.ON_AIR))
            painter.drawEllipse(QRectF(6, 6, 12, 12))
        if self._chosen:  # an arrow: it comes next
            painter.setPen(QPen(theme.ink(theme.WELL), 2))
            painter.setBrush(theme.ink(theme.BLUE))
            x = self.width() - 19.0
            painter.drawPolygon(QPolygonF([QPointF(x, 5), QPointF(x + 13, 12), QPointF(x, 19)]))
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.ink(theme.BLUE if self._chosen else theme.LINE_STRONG), 2))
        painter.drawPath(path)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), 8)

    def _say(self) -> None:
        tile = self._tile
        what = " · ".join(part for part in (tile.driver, tile.size) if part)
        lines = [tile.name, what, tile.licence, said(tile.note)]
        self.setToolTip("\n".join(line for line in lines if line))
