"""EDIT, the avatars: who can be on screen, made by whom, under what licence, and a way to bring in another."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.show.state.console_state import AvatarTile, ConsoleState
from console.show.state.model_view import size_words
from console.show.state.store_view import StoreLine, StoresView
from ui import theme
from ui.panels.edit.edit_build import BuildPage
from ui.theme import Role
from ui.translate import hint, said
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine
from ui.widgets.thumbnails import thumbnail

_BOX = theme.Look(theme.CONTROL, theme.LINE, theme.TEXT)


class _Card(Themed, QWidget):
    """One avatar with all that is known of it, and for a filmed one the way to build it again.

    Signals:
        action_requested(str action_id, object argument): build it again, or stop that.
    """

    action_requested = Signal(str, object)

    def __init__(self, tile: AvatarTile) -> None:
        super().__init__()
        self._tile = tile
        self._line = StoreLine()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tile.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 10, 0)
        row.addStretch(1)
        self.rebuild = HoldButton(self.tr("REBUILD"), role=Role.SMALL, heights=(32, 27))
        self.rebuild.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rebuild.setVisible(False)
        self.rebuild.performed.connect(self._press)
        row.addWidget(self.rebuild, 0, Qt.AlignmentFlag.AlignTop)  # what is wrong stands below, over the whole width
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as four lines."""
        self.setFixedHeight(self.metrics.px(96, 78))

    def show_tile(self, tile: AvatarTile, line: StoreLine) -> None:
        """Shows how it is now."""
        if (tile, line) == (self._tile, self._line):
            return
        self._tile, self._line = tile, line
        going = line.part is not None
        words = self.tr("STOP") if going else self.tr("REBUILD")
        tip = self.tr("What is done is kept") if going else self.tr("Build it again from its clip; the show goes on")
        self.rebuild.show_as(words, theme.PLAIN if going else theme.BLUE_LOOK, "")
        self.rebuild.setAccessibleName(f"{words} {tile.name}")
        self.rebuild.setToolTip(tip)
        self.rebuild.setVisible(going or bool(line.fault and line.can_build))
        state, _ = self._state()
        self.setAccessibleDescription(state)
        self.setToolTip(state)
        self.update()

    def _state(self) -> tuple[str, str]:
        """How it is, in words, and their colour."""
        tile, line = self._tile, self._line
        if line.part is not None:
            return self.tr("being built again, {percent} %").format(percent=int(line.part * 100)), theme.BLUE
        if line.told:
            return said(line.told), theme.RED
        if tile.note:
            return said(tile.note), theme.AMBER if tile.ready else theme.RED
        return (self.tr("ready"), theme.GREEN) if tile.ready else (self.tr("not ready"), theme.RED)

    def _press(self) -> None:
        self.action_requested.emit("stop_rebuild" if self._line.part is not None else "rebuild", self._tile.id)

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
        painter.fillRect(QRectF(8, 8, wide, high), theme.ink(theme.WELL))
        picture = thumbnail(tile.thumbnail, wide, high, self.devicePixelRatioF())
        if not picture.isNull():
            painter.drawPixmap(8, 8, picture)
        painter.restore()
        state, colour = self._state()
        keyed = self.tr("can be keyed") if tile.keyable else self.tr("cannot be keyed")
        prepared = self.tr("{size} prepared").format(size=size_words(self._line.size)) if self._line.size else ""
        lines = (
            (f"{tile.name}   ({tile.id})", Role.STRONG, theme.TEXT),
            (" · ".join(part for part in (tile.driver, tile.size, keyed) if part), Role.SMALL, theme.MUTED),
            (" · ".join(part for part in (prepared, tile.licence) if part), Role.SMALL, theme.MUTED),
            (state, Role.SMALL, colour),
        )
        left = wide + 20
        beside = self.rebuild.x() - 10 if self.rebuild.isVisible() else self.width() - 10
        step = high / len(lines)
        for number, (words, role, ink) in enumerate(lines):
            painter.setFont(theme.font(role, self.metrics))
            painter.setPen(theme.ink(ink))
            right = beside if number < 2 else self.width() - 10
            room = QRectF(left, 8 + number * step, max(0, right - left), step)
            told = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)


class AvatarsPage(Themed, QWidget):
    """All avatars, one below the other.

    Signals:
        move_requested(str action_id): choose an avatar folder to bring in, or a clip to make a host of.
        action_requested(str action_id, object argument): of the host in the making, and of those that are there.
    """

    move_requested = Signal(str)
    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[AvatarTile, ...] = ()
        self._lines: Mapping[str, StoreLine] = {}
        self._look = False  # it was opened, and nobody has looked yet
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
        self._told = TextLine("", Role.SMALL, colour=theme.MUTED)
        column.addWidget(self._told)
        column.addLayout(row)
        self._clear = HoldButton(self.tr("CLEAR OLD HOSTS"), role=Role.SMALL, heights=(32, 27))
        self._clear.setAccessibleName(self._clear.words)
        self._clear.setToolTip(hint("clear_stores"))
        self._clear.performed.connect(lambda: self.action_requested.emit("clear_stores", None))
        row.addWidget(self._clear, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opens the page wants to know how they are."""
        super().showEvent(event)
        self._look = True

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the avatars that are there, or the one that is being made."""
        making = bool(console_state.build.plan.clip)
        self._all.setVisible(not making)
        self.build.setVisible(making)
        if making:
            self.build.show_state(console_state)
        elif self._look:
            self._look = False
            self.action_requested.emit("look_stores", None)
        self._show_stores(console_state.stores)
        if console_state.avatars == self._tiles and console_state.stores.lines == self._lines:
            return
        self._lines = console_state.stores.lines
        if [tile.id for tile in console_state.avatars] != [tile.id for tile in self._tiles]:
            for card in self._cards:
                self._list.removeWidget(card)
                card.deleteLater()
            self._cards = []
            for number, tile in enumerate(console_state.avatars):
                card = _Card(tile)
                card.apply_metrics(self.metrics)
                card.action_requested.connect(self.action_requested)
                self._list.insertWidget(number, card)
                self._cards.append(card)
        for card, tile in zip(self._cards, console_state.avatars, strict=True):
            card.show_tile(tile, self._lines.get(tile.id, StoreLine()))
        self._tiles = console_state.avatars

    def _show_stores(self, view: StoresView) -> None:
        """What the prepared hosts take on the disk, and what of it nobody wants any more."""
        whole = sum(line.size for line in view.lines.values())
        told = said(view.told)
        if not told and view.old:
            told = self.tr("Prepared hosts take {size}; besides, {old} of them are old and take {more}.").format(
                size=size_words(whole), old=view.old, more=size_words(view.old_bytes)
            )
        elif not told and whole:
            told = self.tr("Prepared hosts take {size} on the disk.").format(size=size_words(whole))
        self._told.show_text(told)
        self._told.setVisible(bool(told))
        self._clear.setVisible(bool(view.old))
