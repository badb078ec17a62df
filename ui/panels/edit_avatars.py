"""EDIT, the avatars: who can be on screen, made by whom, under what licence, and a way to bring in another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.show.house import AvatarTile, House
from ui import theme
from ui.panels.edit_build import BuildPage
from ui.theme import Role
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton
from ui.widgets.thumbnails import thumbnail
from ui.words import said

_BOX = theme.Look(theme.CONTROL, theme.LINE, theme.TEXT)


class _Card(Themed, QWidget):
    """One avatar with all that is known of it."""

    def __init__(self, tile: AvatarTile) -> None:
        super().__init__()
        self._tile = tile
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tile.name)
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as four lines."""
        self.setFixedHeight(96 if self.metrics is theme.FULL else 78)

    def show_tile(self, tile: AvatarTile) -> None:
        """Shows how it is now."""
        if tile != self._tile:
            self._tile = tile
            self.update()

    def sizeHint(self) -> QSize:
        """What the list gives."""
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the picture and the lines beside it."""
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), _BOX, 8)
        tile = self._tile
        high = self.height() - 16
        wide = high * 16 // 9
        corner = QPainterPath()
        corner.addRoundedRect(QRectF(8, 8, wide, high), 5, 5)
        painter.save()
        painter.setClipPath(corner)
        painter.fillRect(QRectF(8, 8, wide, high), QColor(theme.WELL))
        picture = thumbnail(tile.thumbnail, wide, high, self.devicePixelRatioF())
        if not picture.isNull():
            painter.drawPixmap(8, 8, picture)
        painter.restore()
        state = self.tr("ready") if tile.ready else self.tr("not ready")
        colour = theme.GREEN if tile.ready else theme.RED
        if tile.note:
            state, colour = said(tile.note), theme.AMBER if tile.ready else theme.RED
        lines = (
            (f"{tile.name}   ({tile.id})", Role.STRONG, theme.TEXT),
            (" · ".join(part for part in (tile.driver, tile.size) if part), Role.SMALL, theme.MUTED),
            (tile.licence, Role.SMALL, theme.MUTED),
            (state, Role.SMALL, colour),
        )
        left = wide + 20
        step = high / len(lines)
        for number, (words, role, ink) in enumerate(lines):
            painter.setFont(theme.font(role, self.metrics))
            painter.setPen(QColor(ink))
            room = QRectF(left, 8 + number * step, self.width() - left - 10, step)
            told = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)


class AvatarsPage(Themed, QWidget):
    """All avatars, one below the other.

    Signals:
        move_requested(str action_id): choose an avatar folder to bring in, or a clip to make a host of.
        action_requested(str action_id, object argument): of the host in the making.
    """

    move_requested = Signal(str)
    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[AvatarTile, ...] = ()
        self._cards: list[_Card] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._all = QWidget()
        outer.addWidget(self._all, 1)
        self.build = BuildPage()
        self.build.setVisible(False)
        self.build.action_requested.connect(self.action_requested)
        outer.addWidget(self.build, 1)
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        home = QWidget()
        self._list = QVBoxLayout(home)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(home)
        column.addWidget(scroll, 1)
        words = self.tr("Add an avatar folder…")
        self._add = HoldButton(words, role=Role.SMALL)
        self._add.setAccessibleName(words)
        self._add.setToolTip(
            self.tr("It is checked, and copied to your own avatars; a bad one is refused with a reason")
        )
        self._add.performed.connect(lambda: self.move_requested.emit("import_avatar"))
        film = self.tr("From a video…")
        self._film = HoldButton(film, role=Role.SMALL)
        self._film.setAccessibleName(film)
        self._film.setToolTip(self.tr("Make a host of a video or a photo; needs the neural driver's files"))
        self._film.performed.connect(lambda: self.move_requested.emit("look_clip"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._add, 1)
        row.addWidget(self._film, 1)
        column.addLayout(row)

    def show_house(self, house: House) -> None:
        """Shows the avatars that are there, or the one that is being made."""
        making = bool(house.build.plan.clip)
        self._all.setVisible(not making)
        self.build.setVisible(making)
        if making:
            self.build.show_house(house)
        if house.avatars == self._tiles:
            return
        if [tile.id for tile in house.avatars] != [tile.id for tile in self._tiles]:
            for card in self._cards:
                self._list.removeWidget(card)
                card.deleteLater()
            self._cards = []
            for number, tile in enumerate(house.avatars):
                card = _Card(tile)
                card.apply_metrics(self.metrics)
                self._list.insertWidget(number, card)
                self._cards.append(card)
        for card, tile in zip(self._cards, house.avatars, strict=True):
            card.show_tile(tile)
        self._tiles = house.avatars
