"""The map of all keys, over the right half of the window as long as it is wanted. The hall's picture stays free."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.show.core.keymap import KeyMap
from ui import theme
from ui.theme import Role
from ui.translate import action, said, with_key
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton

_ON_AIR = ("arm", "disarm", "live", "interrupt", "hold", "resume", "panic", "leave_panic", "end")
_ANSWERS = (
    *("type_question", "ask_hold", "answer_question", "approve", "edit_answer", "edit_sentence"),
    *("leave_out", "again", "reject", "stand_by", "safe_line"),
)
_GROUPS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("KeyMapOverlay", "On air"), _ON_AIR),
    (QT_TRANSLATE_NOOP("KeyMapOverlay", "Rundown"), ("next", "step_next", "take")),
    (QT_TRANSLATE_NOOP("KeyMapOverlay", "Sound and picture"), ("mode", "mute_mic", "mute_avatar", "slate")),
    (QT_TRANSLATE_NOOP("KeyMapOverlay", "Console"), ("lock", "unlock", "edit", "key_map", "events")),
    (QT_TRANSLATE_NOOP("KeyMapOverlay", "Answers"), _ANSWERS),
)
"""What belongs together. Actions that are in none of these come last."""

_TOP, _CAP, _BESIDE = 52.0, 14.0, 10.0
"""Where the columns begin; how much wider than its letters a key is; and how far from it the words stand; pixels."""

_BETWEEN = 0.6
"""Room between two groups, in lines."""

_SIZES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
"""How large the letters may be, by what the window has: a machine's own font may be wider than ours."""

_LEAST = 9
"""No letters are smaller, in pixels."""


@dataclass(frozen=True)
class _Fonts:
    heading: QFont
    keys: QFont
    words: QFont


@dataclass(frozen=True)
class _Entry:
    """A row, or a heading where it has no keys, or a gap where it has no words either."""

    keys: str
    words: str
    lines: float = 1.0


@dataclass(frozen=True)
class _Column:
    wide: float
    entries: tuple[_Entry, ...]


@dataclass(frozen=True)
class _Laid:
    """Where everything stands: the columns, how large the letters are (1 is as usual), the height of a line."""

    columns: tuple[_Column, ...]
    size: float
    line: float

    def width(self, gap: float) -> float:
        """Of all columns side by side."""
        return sum(column.wide for column in self.columns) + gap * (len(self.columns) - 1)


class KeyMapOverlay(Themed, QWidget):
    """All keys at a glance. It takes no focus and stops nothing: every key works while it is open.

    Signals:
        close_requested(): its cross was pressed.
    """

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, list[tuple[str, str]]]] = []
        self.setAccessibleName(self.tr("Key map"))
        self._cross = HoldButton("✕", role=Role.SMALL)
        self._cross.setParent(self)
        self._cross.setAccessibleName(self.tr("Close the key map"))
        self._cross.performed.connect(self.close_requested)
        self.show_map(KeyMap())
        self.hide()

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What it says: keys and their meaning."""
        return [row for _, rows in self._rows for row in rows]

    def show_map(self, keymap: KeyMap) -> None:
        """Shows these keys."""
        self._cross.setToolTip(with_key(self.tr("Close the key map"), keymap.keys("key_map")))
        told: dict[str, list[tuple[str, str]]] = {}
        for action_id in dict.fromkeys(each.action.id for each in keymap.bound):
            told[action_id] = self._lines(keymap, action_id)
        self._rows = []
        for name, actions in _GROUPS:
            self._rows.append((self.tr(str(name)), [row for action in actions for row in told.pop(action, [])]))
        rest = [row for rows in told.values() for row in rows]
        if rest:
            self._rows.append((self.tr("More"), rest))
        walk = (
            (self.tr("Tab, arrows"), self.tr("walk through the window")),
            ("Shift+Enter", self.tr("press what has the ring")),
        )
        self._rows[3][1].extend(walk)
        self.setAccessibleDescription("; ".join(f"{key}: {words}" for key, words in self.rows))
        self.update()

    def resizeEvent(self, event: object) -> None:
        """The cross stays at its corner."""
        self._cross.setFixedWidth(36)
        self._cross.move(self.width() - 36 - 14, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the groups in columns that are as wide as what stands in them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, QRectF(self.rect()), theme.Look("#101418", theme.BLUE, theme.TEXT), 10, 2)
        laid = self._lay()
        fonts = self._fonts(laid.size)
        pad, gap = self._pad_and_gap()
        painter.setFont(theme.font(Role.BUTTON, self.metrics))
        painter.setPen(theme.ink(theme.TEXT))
        painter.drawText(QRectF(pad, 14, self.width(), 30), Qt.AlignmentFlag.AlignVCenter, self.tr("Keys"))
        spare = max(0.0, self.width() - 2 * pad - laid.width(gap)) / len(laid.columns)
        x = pad
        for column in laid.columns:
            y, wide = _TOP, column.wide + spare
            for entry in column.entries:
                self._draw(painter, QRectF(x, y, wide, laid.line), entry, fonts)
                y += entry.lines * laid.line
            x += wide + gap

    def _draw(self, painter: QPainter, room: QRectF, entry: _Entry, fonts: _Fonts) -> None:
        if not entry.keys:
            painter.setFont(fonts.heading)
            painter.setPen(theme.ink(theme.MUTED))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, entry.words)
            return
        painter.setFont(fonts.keys)
        wide = QFontMetricsF(fonts.keys).horizontalAdvance(entry.keys) + _CAP
        cap = QRectF(room.x(), room.y() + 2, wide, room.height() - 5)
        painter.setPen(QPen(theme.ink(theme.LINE_STRONG), 1))
        painter.setBrush(theme.ink(theme.CONTROL))
        painter.drawRoundedRect(cap, 5, 5)
        painter.setPen(theme.ink(theme.TEXT))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, entry.keys)
        painter.setFont(fonts.words)
        room.setLeft(cap.right() + _BESIDE)
        told = QFontMetricsF(fonts.words).elidedText(entry.words, Qt.TextElideMode.ElideRight, room.width() + 0.5)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, told)

    @property
    def whole(self) -> bool:
        """There is room for every key and every word."""
        return self._holds(self._lay())

    def _lay(self) -> _Laid:
        """The rows in columns: groups whole where that has room, else broken, else in smaller letters.

        Whatever font the machine has: the first way in which all is to be read, and if there is none, the last.
        """
        for size in _SIZES:
            for broken in (False, True):
                laid = self._flow(size, broken)
                if self._holds(laid):
                    return laid
        return laid

    def _holds(self, laid: _Laid) -> bool:
        pad, gap = self._pad_and_gap()
        return laid.width(gap) <= self.width() - 2 * pad

    def _flow(self, size: float, broken: bool) -> _Laid:
        """The rows one below the other, on to the next column where this one is full."""
        fonts = self._fonts(size)
        heads, keys, words = (QFontMetricsF(each) for each in (fonts.heading, fonts.keys, fonts.words))
        line = words.height() + self.metrics.px(6, 4) * size
        room = (self.height() - _TOP - 12) / line
        columns: list[list[_Entry]] = [[]]
        used = 0.0
        for name, rows in self._rows:
            if columns[-1]:
                columns[-1].append(_Entry("", "", _BETWEEN))
                used += _BETWEEN
            group = [_Entry("", name.upper()), *(_Entry(*row) for row in rows)]
            least = 3 if broken else len(group)  # a heading stands with two rows of its own at least
            for number, entry in enumerate(group):
                ahead = min(least, len(group)) if number == 0 else 1
                if used and used + ahead > room:
                    columns.append([])
                    used = 0.0
                columns[-1].append(entry)
                used += 1
        wide = [
            max(
                keys.horizontalAdvance(e.keys) + _CAP + _BESIDE + words.horizontalAdvance(e.words)
                if e.keys
                else heads.horizontalAdvance(e.words)
                for e in column
            )
            for column in columns
        ]
        return _Laid(tuple(_Column(w + 1, tuple(c)) for w, c in zip(wide, columns, strict=True)), size, line)

    def _fonts(self, size: float) -> _Fonts:
        made = []
        for role in (Role.HEADING, Role.TINY, Role.SMALL):
            font = theme.font(role, self.metrics)
            font.setPixelSize(max(_LEAST, round(font.pixelSize() * size)))
            made.append(font)
        made[1].setWeight(made[1].Weight.DemiBold)
        return _Fonts(*made)

    def _pad_and_gap(self) -> tuple[float, float]:
        return float(self.metrics.px(22, 14)), float(self.metrics.px(26, 14))

    def _lines(self, keymap: KeyMap, action_id: str) -> list[tuple[str, str]]:
        """The lines of one action: its keys with one meaning share a line."""
        lines: dict[str, list[str]] = {}
        for each in keymap.bound:
            if each.action.id != action_id:
                continue
            binding = each.binding
            keys = keymap.named(binding.keys)
            if binding.taps > 1:
                keys = " ".join([keys] * binding.taps)
            if binding.hold_s:
                keys = self.tr("hold {keys}").format(keys=keys)
            words = action(action_id)
            if action_id == "mode" and binding.argument:
                words = said(binding.argument).upper()
            elif action_id == "step_next":
                words = self.tr("next one on") if binding.argument == "on" else self.tr("next one back")
            elif action_id == "next":
                words = self.tr("choose NEXT")
            shown = lines.setdefault(words, [])
            second = "Num Enter" in keys and shown  # the large one is told already
            if keys not in shown and not second:
                shown.append(keys)
        if action_id == "next" and list(lines.values()) == [[str(n) for n in range(1, 10)]]:
            return [("1 … 9", next(iter(lines)))]
        if action_id == "say_line" and list(lines.values()) == [[f"Shift+{n}" for n in range(1, 10)]]:
            return [("Shift+1 … 9", next(iter(lines)))]
        return [(", ".join(keys), words) for words, keys in lines.items()]
