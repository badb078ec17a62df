"""PRESETS: the rundown as a strip of nine tiles. A press chooses what comes next; it never touches the hall."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.show.core.enums import Mode
from console.show.core.state import OFF_AIR
from console.show.rundown.rundown import ON_KEYS, Add, Item
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed, draw_focus
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine
from ui.widgets.thumbnails import thumbnail


@dataclass(frozen=True)
class _Shown:
    """What a tile shows. `number` is the place in the rundown; `plus` is the place for a new preset."""

    number: int = 0
    name: str = ""
    words: str = ""
    note: str = ""
    fault: str = ""
    colour: str = ""
    thumbnail: str = ""
    current: bool = False
    next: bool = False
    edited: bool = False
    plus: bool = False
    dim: bool = False


class PresetTile(HoldButton):
    """One preset: its number and name, mode and avatar, note. Red edge: on air; green edge: next; blue: being edited.

    Signals are those of `HoldButton`.
    """

    def __init__(self) -> None:
        super().__init__("")
        self._shown = _Shown()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.show_preset(_Shown(plus=True))

    def show_preset(self, shown: _Shown) -> None:
        """Shows a preset, or an empty place."""
        if shown == self._shown:
            return
        self._shown = shown
        name = f"{shown.number} {shown.name}" if shown.number else self.tr("New preset") if shown.plus else ""
        self.setText(name)
        what = [name or self.tr("Empty place")]
        if shown.current:
            what.append(self.tr("on now"))
        if shown.next:
            what.append(self.tr("next"))
        self.setAccessibleName(self.tr("Preset {words}").format(words=", ".join(what)))
        lines = [", ".join(what), shown.words, shown.note, shown.fault]
        if shown.number:
            key = f"  [{shown.number}]" if shown.number <= ON_KEYS else ""
            lines.append(self.tr("Press to make it NEXT; the hall sees nothing of it{key}").format(key=key))
        self.setToolTip("\n".join(line for line in lines if line))
        # Nothing happens at an empty place: Tab passes it.
        usable = bool(shown.number) or shown.plus
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if usable else Qt.FocusPolicy.NoFocus)
        self.update()

    def on_metrics(self) -> None:
        """Its height is the strip's."""
        Themed.on_metrics(self)
        self.setFont(theme.font(Role.STRONG, self.metrics))

    def sizeHint(self) -> QSize:
        """What the strip gives."""
        return QSize(140, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box, the picture and three lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._shown
        empty = not shown.number
        width = 3.0 if (shown.current or shown.next or shown.edited) else 1.0
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        path = QPainterPath()
        path.addRoundedRect(box, 9, 9)
        hover = self.underMouse() and (not empty or shown.plus)
        painter.fillPath(path, theme.ink(theme.CONTROL_HOVER if hover else theme.GROUND if empty else theme.PANEL))
        if empty:
            if shown.plus:
                painter.setFont(theme.font(Role.TIMER, self.metrics))
                painter.setPen(theme.ink(theme.DIM))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "+")
        else:
            self._draw_preset(painter)
        edge = theme.LINE
        if shown.edited:
            edge = theme.BLUE
        if shown.next:
            edge = theme.GREEN
        if shown.current:
            edge = theme.ON_AIR
        painter.setPen(QPen(theme.ink(edge), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        inner = theme.GREEN if shown.current and shown.next else theme.BLUE if shown.edited and width > 1 else ""
        if inner and inner != edge:  # it is two things at once
            painter.setPen(QPen(theme.ink(inner), 2))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 7, 7)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), 9)

    def _draw_flag(self, painter: QPainter, place: QRectF) -> None:
        """What it is now, in a word on the picture's foot: not every eye tells red from green."""
        shown = self._shown
        flags = []
        if shown.current:
            flags.append((self.tr("ON"), theme.ON_FLAG, theme.WHITE))
        if shown.next:
            flags.append((self.tr("NEXT"), theme.GREEN, "#06140d"))
        font = theme.font(Role.TINY, self.metrics)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        high = painter.fontMetrics().height() + 1
        for number, (words, ground, ink) in enumerate(reversed(flags)):
            plate = QRectF(place.left(), place.bottom() - (number + 1) * high, place.width(), high)
            painter.fillRect(plate, theme.ink(ground))
            painter.setPen(theme.ink(ink))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_preset(self, painter: QPainter) -> None:
        shown = self._shown
        full = self.metrics.full
        pad = self.metrics.px(9, 7)
        high = self.height() - 2 * pad
        wide = high if full else round(high * 0.9)
        picture = thumbnail(shown.thumbnail, wide, high, self.devicePixelRatioF())
        corner = QPainterPath()
        corner.addRoundedRect(QRectF(pad, pad, wide, high), 5, 5)
        painter.save()
        painter.setClipPath(corner)
        painter.fillRect(QRectF(pad, pad, wide, high), theme.ink(theme.WELL))
        if not picture.isNull():
            painter.drawPixmap(pad, pad, picture)
        if shown.colour:
            painter.fillRect(QRectF(pad, pad, 5, high), QColor(shown.colour))
        painter.restore()
        self._draw_flag(painter, QRectF(pad, pad, wide, high))
        left = pad + wide + self.metrics.px(9, 7)
        room = self.width() - left - pad
        lines = [(shown.name, Role.STRONG, theme.DIM if shown.dim else theme.TEXT)]
        lines.append((shown.words, Role.SMALL, theme.MUTED))
        if shown.fault:
            lines.append((shown.fault, Role.SMALL, theme.RED))
        elif shown.note:
            lines.append((shown.note, Role.SMALL, theme.AMBER))
        fonts = [theme.font(role, self.metrics) for _, role, _ in lines]
        heights = []
        for font in fonts:
            painter.setFont(font)
            heights.append(painter.fontMetrics().height())
        while len(heights) > 2 and sum(heights) > self.height() - 8:  # a low strip has no third line: the tooltip has
            lines.pop(1)
            fonts.pop(1)
            heights.pop(1)
        y = (self.height() - sum(heights)) / 2
        for number, ((words, _, colour), font, line) in enumerate(zip(lines, fonts, heights, strict=True)):
            painter.setFont(font)
            x, start = left, ""
            if number == 0:
                start = f"{shown.number} "
                painter.setPen(theme.ink(theme.MUTED))
                painter.drawText(QRectF(x, y, room, line), Qt.AlignmentFlag.AlignVCenter, start)
                x += painter.fontMetrics().horizontalAdvance(start)
            painter.setPen(theme.ink(colour))
            wide_left = room - (x - left)
            told = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(wide_left))
            painter.drawText(QRectF(x, y, wide_left, line), Qt.AlignmentFlag.AlignVCenter, told)
            y += line


class PresetsPanel(Themed, QWidget):
    """Nine places of the rundown at a time, and the pages of a longer one.

    Signals:
        action_requested(str action_id, object argument): choose NEXT, or make a new preset.
        edit_requested(str item_id): the operator pressed a tile while EDIT is open.
    """

    action_requested = Signal(str, object)
    edit_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        self._page = 0
        self._followed = ""
        self._editing = False
        self._edited = ""
        self._console_state: ConsoleState | None = None
        self.setAccessibleName(self.tr("Presets"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._tiles = [PresetTile() for _ in range(ON_KEYS)]
        for place, tile in enumerate(self._tiles):
            tile.performed.connect(lambda place=place: self._on_tile(place))
            self._row.addWidget(tile, 1)
        pager = QVBoxLayout()
        pager.setContentsMargins(0, 0, 0, 0)
        pager.setSpacing(2)
        self._back = self._pager_button("▲", self.tr("Earlier presets of the rundown"), -1)
        self._on = self._pager_button("▼", self.tr("Later presets of the rundown"), 1)
        self._told = TextLine("1/1", Role.TINY, colour=theme.MUTED, ground="", align=Qt.AlignmentFlag.AlignHCenter)
        pager.addWidget(self._back, 1)
        pager.addWidget(self._told)
        pager.addWidget(self._on, 1)
        self._pager = QWidget()
        self._pager.setLayout(pager)
        self._row.addWidget(self._pager)
        self.on_metrics()

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    def show_edited(self, item_id: str) -> None:
        """Marks the preset that EDIT works on, and turns to it."""
        if item_id != self._edited:
            self._edited = item_id
            self._turn_to(item_id)
            self._draw()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the rundown; the page follows NEXT when that changes."""
        view = console_state.show
        self._console_state, self._items, self._editing = console_state, view.rundown.items, view.editing
        follow = view.cues.next or view.cues.current
        if follow != self._followed:
            self._followed = follow
            self._turn_to(follow)
        self._draw()

    def on_metrics(self) -> None:
        """Takes the distances of the new size."""
        self._row.setSpacing(self.metrics.px(8, 6))
        self._pager.setFixedWidth(self.metrics.px(40, 32))

    @property
    def _pages(self) -> int:
        return (
            max(1, (len(self._items) + ON_KEYS) // ON_KEYS)
            if self._editing
            else max(1, -(-len(self._items) // ON_KEYS))
        )

    def _turn_to(self, item_id: str) -> None:
        for number, item in enumerate(self._items):
            if item.id == item_id:
                self._page = number // ON_KEYS

    def _draw(self) -> None:
        console_state = self._console_state
        if console_state is None:
            return
        self._page = min(max(0, self._page), self._pages - 1)
        for place, tile in enumerate(self._tiles):
            number = self._page * ON_KEYS + place
            tile.show_preset(self._shown(console_state, number))
        self._told.show_text(f"{self._page + 1}/{self._pages}")
        for button, dim in ((self._back, self._page == 0), (self._on, self._page >= self._pages - 1)):
            button.show_as(button.words, theme.DIMMED if dim else theme.PLAIN, "")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._pages > 1 else Qt.FocusPolicy.NoFocus)

    def _shown(self, console_state: ConsoleState, number: int) -> _Shown:
        if number >= len(self._items):
            return _Shown(plus=number == len(self._items))
        view, item = console_state.show, self._items[number]
        preset = item.preset
        is_next = item.id == view.cues.next
        avatar = view.next.avatar if is_next and view.next else preset.avatar
        tile = next((tile for tile in console_state.avatars if tile.id == avatar), None)
        modes = {Mode.MIRROR: self.tr("mirror"), Mode.SAY: self.tr("say"), Mode.ANSWER: self.tr("answer")}
        fault = said(view.faults.get(item.id, ""))
        return _Shown(
            number=number + 1,
            name=preset.name,
            words=f"{modes[preset.mode]} · {tile.name if tile else avatar}",
            note=preset.note,
            fault=fault,
            colour=preset.colour,
            thumbnail=tile.thumbnail if tile else "",
            current=item.id == view.cues.current and console_state.state not in OFF_AIR,
            next=is_next,
            edited=self._editing and item.id == self._edited,
            dim=bool(fault),
        )

    def _on_tile(self, place: int) -> None:
        number = self._page * ON_KEYS + place
        if number < len(self._items):
            item = self._items[number]
            if self._editing:
                self.edit_requested.emit(item.id)
            else:
                self.action_requested.emit("next", item.id)
        elif number == len(self._items) and self._console_state is not None:
            if not self._editing:
                self.action_requested.emit("edit", True)
            self.action_requested.emit("change", Add(self._console_state.avatar_id or "lin"))

    def _pager_button(self, words: str, tip: str, by: int) -> HoldButton:
        button = HoldButton(words, role=Role.TINY, heights=(28, 19))
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.performed.connect(lambda: self._turn(by))
        return button

    def _turn(self, by: int) -> None:
        self._page += by
        self._draw()
