"""NEXT: what TAKE will put on, who it will be, and the one button that does it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.show.actions.table import refusal_of
from console.show.core.enums import Mode
from console.show.core.state import OFF_AIR
from console.show.state.console_state import AvatarTile, ConsoleState
from ui import theme
from ui.panels.panel import RIGHT, Heading, Panel
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine
from ui.widgets.thumbnails import thumbnail
from ui.widgets.tile import AvatarButton

ABREAST = 4
"""Avatars side by side; more are reached by scrolling."""

LOW = 0.84
"""Height to width of the panel below which a picture with the facts below it would be too small."""

_GAP = 8


class _Still(Themed, QWidget):
    """The still of who comes next, as large as a 16:9 picture fits, with a green edge."""

    def __init__(self) -> None:
        super().__init__()
        self._file = self._words = self._badge = ""
        self._warm = False
        self._live = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(self.tr("Picture of what comes next"))

    def show_still(self, file: str, words: str, badge: str, warm: bool) -> None:
        """Shows the picture in `file`, or `words` where there is none; `badge` is written at its corner."""
        if (file, words, badge, warm) != (self._file, self._words, self._badge, self._warm):
            self._file, self._words, self._badge, self._warm = file, words, badge, warm
            self.update()

    def show_live(self, frame: QImage) -> None:
        """Shows a moving picture in place of the still; a null one goes back to it."""
        if frame.isNull():
            if not self._live.isNull():
                self._live = QImage()
                self.update()
            return
        wide = min(self.width(), self.height() * 16 // 9)
        size = QSize(wide, wide * 9 // 16) * self.devicePixelRatioF()
        if self._live.size() != size:
            self._live = QImage(size, QImage.Format.Format_RGB32)
        painter = QPainter(self._live)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._live.rect(), frame)
        painter.end()
        self._live.setDevicePixelRatio(1.0)
        self.update()

    def sizeHint(self) -> QSize:
        """What the layout gives."""
        return QSize(320, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the picture, its badge and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self.width(), self.height() * 16 // 9)
        high = wide * 9 // 16
        box = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        if not self._file:
            box = QRectF(self.rect())  # words need the room
        box.adjust(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(box, 8, 8)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(box, theme.ink(theme.WELL))
        picture = thumbnail(self._file, wide, high, self.devicePixelRatioF())
        if not self._live.isNull():
            painter.drawImage(box, self._live)
        elif not picture.isNull():
            painter.drawPixmap(box.topLeft(), picture)
        painter.setFont(theme.font(Role.SMALL, self.metrics))
        if picture.isNull() and self._words:
            painter.setPen(theme.ink(theme.MUTED))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(12, 0, -12, 0), flags, self._words)
        if self._badge:
            measure = painter.fontMetrics()
            plate = QRectF(0, 0, measure.horizontalAdvance(self._badge) + 20, measure.height() + 8)
            plate.moveBottomRight(box.bottomRight())
            shade = theme.ink("#0a0d10")
            shade.setAlpha(theme.firm(215))
            painter.fillRect(plate, shade)
            painter.setPen(theme.ink(theme.GREEN if self._warm else theme.AMBER))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._badge)
        painter.restore()
        painter.setPen(QPen(theme.ink(theme.GREEN if self._file else theme.LINE_STRONG), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


class _Row(Themed, QWidget):
    """A label and what it is."""

    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._label = TextLine(words, Role.BODY, colour=theme.MUTED, widest=words)
        row.addWidget(self._label)
        self.value = TextLine("", Role.STRONG, align=RIGHT)
        self.value.setAccessibleName(words)
        row.addWidget(self.value, 1)
        self.on_metrics()

    def on_metrics(self) -> None:
        """Takes the height of the new size."""
        self.setFixedHeight(self.metrics.px(26, 19))


class _Strip(QScrollArea):
    """The avatars' row: a wheel moves it sideways."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways, whichever way the wheel turns."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()


class NextPanel(Panel):
    """What comes next: its picture, its mode, voice and note, its avatar, and TAKE."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[AvatarTile, ...] = ()
        self._buttons: list[AvatarButton] = []
        self._heading = Heading(self.tr("Next"), strong=True)
        self.column.addWidget(self._heading)
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._still = _Still()
        self._middle.addWidget(self._still, 3)
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.addStretch(1)
        self._mode = _Row(self.tr("Mode"))
        self._sound = _Row(self.tr("Voice"))
        self._note = _Row(self.tr("Note"))
        for row in (self._mode, self._sound, self._note):
            facts.addWidget(row)
        facts.addStretch(1)
        self._facts = QWidget()
        facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setLayout(facts)
        self._middle.addWidget(self._facts)
        self.column.addLayout(self._middle, 1)

        self._avatar_heading = Heading(self.tr("Avatar"))
        self.column.addWidget(self._avatar_heading)
        self._strip = QWidget()
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._scroll = _Strip()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._strip)
        self.column.addWidget(self._scroll)
        self._take = HoldButton(self.tr("TAKE"), look=theme.GREEN_LOOK, cap="Enter", heights=(44, 34))
        self._take.setAccessibleName(self.tr("TAKE"))
        self._take.performed.connect(lambda: self.action_requested.emit("take", None))
        self.column.addWidget(self._take)
        self._key = "Enter"
        self._same = False
        self._who = ""
        self.on_metrics()

    def show_keys(self, take: str) -> None:
        """Says which key takes."""
        self._key = take

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows what comes next, and whether it can be taken now."""
        self._show_next(console_state)
        self._show_avatars(console_state)
        # Who the engine draws is who comes next: then the picture moves.
        who = console_state.show.next.avatar if console_state.show.next is not None else ""
        same = bool(who) and who == console_state.avatar_id
        if (who, same) != (self._who, self._same) or theme.is_calm():
            self._who, self._same = who, same
            self._still.show_live(QImage())  # the still until the first picture comes; calm: for good
        view = console_state.show
        fault = said(view.faults.get(view.cues.next, ""))
        refused = said(refusal_of("take", console_state.state)) or ("" if view.next else self.tr("Nothing is next"))
        self._take.show_as(self.tr("TAKE"), theme.DIMMED if refused or view.locked else theme.GREEN_LOOK, self._key)
        tip = refused or fault or self.tr("Put NEXT on: its avatar, mode and sound")
        tip = f"{tip}  [{self._key}]" if self._key else tip
        if tip != self._take.toolTip():
            self._take.setToolTip(tip)

    def show_engine(self, frame: QImage) -> None:
        """Shows what the engine draws, when that is who comes next."""
        if self._same and not theme.is_calm():
            self._still.show_live(frame)

    def show_idle(self, frame: QImage) -> None:
        """Shows the prepared idle loop of who comes next, when the engine draws somebody else."""
        if not self._same and not theme.is_calm():
            self._still.show_live(frame)

    def on_metrics(self) -> None:
        """Takes the heights of the new size."""
        super().on_metrics()
        self._scroll.setFixedHeight(self.metrics.px(64, 44))
        self._size_tiles()

    def resizeEvent(self, event: object) -> None:
        """The avatars share the width; where the panel is low, the facts stand beside the picture."""
        tall = self.height() >= LOW * self.width()
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(8 if tall else 12)
        self._middle.setStretch(1, 0 if tall else 2)
        self._size_tiles()

    def _show_next(self, console_state: ConsoleState) -> None:
        view, preset = console_state.show, console_state.show.next
        if preset is None:
            empty = not view.rundown.items
            self._heading.note.show_text(self.tr("nothing"), theme.MUTED)
            words = (
                self.tr("No preset yet. EDIT makes one.")
                if empty
                else self.tr("The rundown is at its end. Choose with 1 to 9, or PgUp.")
            )
            self._still.show_still("", words, "", False)
            for row in (self._mode, self._sound, self._note):
                row.value.show_text("–", theme.MUTED)
            return
        number = view.rundown.number(view.cues.next)
        self._heading.note.show_text(f"{number} · {preset.name}", theme.TEXT)
        tile = next((tile for tile in console_state.avatars if tile.id == preset.avatar), None)
        fault = said(view.faults.get(view.cues.next, ""))
        missing = self.tr("The avatar {name} is not there.").format(name=preset.avatar)
        badge = self.tr("ready") if view.next_warm else self.tr("loading")
        self._still.show_still(
            tile.thumbnail if tile else "", tile.name if tile else missing, badge if tile else "", view.next_warm
        )
        modes = {Mode.MIRROR: self.tr("Mirror"), Mode.SAY: self.tr("Say"), Mode.ANSWER: self.tr("Answer · approve")}
        name = f" · {tile.name}" if tile else ""
        self._mode.value.show_text(f"{modes[preset.mode]}{name}", theme.TEXT)
        self._sound.value.show_text(*self._voice(console_state))
        if fault:
            self._note.value.show_text(fault, theme.RED)
        else:
            self._note.value.show_text(preset.note or "–", theme.AMBER if preset.note else theme.MUTED)

    def _voice(self, console_state: ConsoleState) -> tuple[str, str]:
        """Whose voice it will be: the MC's in MIRROR, else the preset's."""
        preset = console_state.show.next
        assert preset is not None
        if preset.mode is Mode.MIRROR:
            gain = f" {preset.mic_gain_db:+.1f} dB".replace("-", "−") if preset.mic_gain_db else ""
            return (preset.mic or self.tr("MC's microphone")) + gain, theme.TEXT
        if preset.mode is Mode.SAY:
            return preset.say.replace("\\", "/").rsplit("/", 1)[-1] or "–", theme.TEXT
        return preset.voice or self.tr("the avatar's own"), theme.TEXT

    def _show_avatars(self, console_state: ConsoleState) -> None:
        tiles = console_state.avatars
        if [tile.id for tile in tiles] != [tile.id for tile in self._tiles]:
            self._make_tiles(tiles)
        if tiles != self._tiles:
            for button, tile in zip(self._buttons, tiles, strict=True):
                button.show_tile(tile)
        if tiles != self._tiles or not tiles:
            self._tiles = tiles
            words = self._ready_words(tiles) if tiles else self.tr("No avatar was found.")
            self._avatar_heading.note.show_text(words, theme.MUTED if tiles else theme.AMBER)
        wanted = console_state.show.next.avatar if console_state.show.next else ""
        for button in self._buttons:
            on_air = console_state.state not in OFF_AIR and button.avatar_id == console_state.avatar_id
            button.show_chosen(button.avatar_id == wanted, on_air)

    def _ready_words(self, tiles: tuple[AvatarTile, ...]) -> str:
        """How many can be used as they are, and how many are not so far."""
        preparing = sum(tile.ready and tile.preparing for tile in tiles)
        ready = sum(tile.ready for tile in tiles) - preparing
        parts = [self.tr("%n ready", "", ready)] if ready or not preparing else []
        if preparing:
            parts.append(self.tr("%n preparing", "", preparing))
        return " · ".join(parts)

    def _make_tiles(self, tiles: tuple[AvatarTile, ...]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for tile in tiles:
            button = AvatarButton(tile)
            button.apply_metrics(self.metrics)
            button.performed.connect(lambda avatar_id=tile.id: self.action_requested.emit("next_avatar", avatar_id))
            self._row.addWidget(button)
            self._buttons.append(button)
        self._size_tiles()

    def _size_tiles(self) -> None:
        pad = self.metrics.pad
        count = len(self._buttons)
        abreast = ABREAST if count <= ABREAST else ABREAST + 0.4  # a cut tile says that there are more
        wide = max(40, int((self.width() - 2 * pad - (ABREAST - 1) * _GAP) / abreast))
        high = self._scroll.height()
        for button in self._buttons:
            button.show_size(wide, high)
        self._strip.resize(max(1, count * wide + max(0, count - 1) * _GAP), high)
