"""The map of all keys, over the right half of the window as long as it is wanted. The hall's picture stays free."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.show.keymap import KeyMap
from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton
from ui.words import action, said

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

_TOP, _MOST = 52.0, 5
"""Where the columns begin, in pixels, and how many there may be."""


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
        self._cross.setToolTip(self.tr("Close the key map  [F1]"))
        self._cross.performed.connect(self.close_requested)
        self.show_map(KeyMap())
        self.hide()

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What it says: keys and their meaning."""
        return [row for _, rows in self._rows for row in rows]

    def show_map(self, keymap: KeyMap) -> None:
        """Shows these keys."""
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
        """Draws the groups in as many columns as fit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, QRectF(self.rect()), theme.Look("#101418", theme.BLUE, theme.TEXT), 10, 2)
        heading, body = theme.font(Role.HEADING, self.metrics), theme.font(Role.SMALL, self.metrics)
        strong = theme.font(Role.TINY, self.metrics)
        strong.setWeight(strong.Weight.DemiBold)
        line, pad, gap = self._line(), float(self.metrics.px(22, 14)), float(self.metrics.px(26, 14))
        painter.setFont(theme.font(Role.BUTTON, self.metrics))
        painter.setPen(theme.ink(theme.TEXT))
        painter.drawText(QRectF(pad, 14, self.width(), 30), Qt.AlignmentFlag.AlignVCenter, self.tr("Keys"))
        top = _TOP
        columns = self._columns(pad, gap)
        wide = (self.width() - 2 * pad - gap * (columns - 1)) / columns
        x, y = pad, top
        for name, rows in self._rows:
            if y > top and y + (len(rows) + 1.6) * line > self.height() - 10:
                x, y = x + wide + gap, top
            painter.setFont(heading)
            painter.setPen(theme.ink(theme.MUTED))
            painter.drawText(QRectF(x, y, wide, line), Qt.AlignmentFlag.AlignVCenter, name.upper())
            y += line
            for keys, words in rows:
                painter.setFont(strong)
                measure = QFontMetricsF(strong)
                cap = QRectF(x, y + 2, measure.horizontalAdvance(keys) + 14, line - 5)
                painter.setPen(QPen(theme.ink(theme.LINE_STRONG), 1))
                painter.setBrush(theme.ink(theme.CONTROL))
                painter.drawRoundedRect(cap, 5, 5)
                painter.setPen(theme.ink(theme.TEXT))
                painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
                painter.setFont(body)
                room = QRectF(cap.right() + 10, y, x + wide - cap.right() - 10, line)
                told = QFontMetricsF(body).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)
                y += line
            y += line * 0.6

    def _columns(self, pad: float, gap: float) -> int:
        """As few as hold all rows, where the longest row has its width too; else as few as hold them."""
        strong = theme.font(Role.TINY, self.metrics)
        strong.setWeight(strong.Weight.DemiBold)
        keyed, told = QFontMetricsF(strong), QFontMetricsF(theme.font(Role.SMALL, self.metrics))
        widest = max(keyed.horizontalAdvance(keys) + 26 + told.horizontalAdvance(words) for keys, words in self.rows)
        wide = max(1, min(_MOST, int((self.width() - 2 * pad + gap) // (widest + gap))))
        return next((columns for columns in range(wide, _MOST + 1) if self._fits(columns)), _MOST)

    @property
    def whole(self) -> bool:
        """There is room for every key."""
        return self._fits(_MOST)

    def _line(self) -> float:
        body = theme.font(Role.SMALL, self.metrics)
        return QFontMetricsF(body).height() + self.metrics.px(6, 4)

    def _fits(self, columns: int) -> bool:
        line, room = self._line(), self.height() - _TOP - 12
        used, done = 0.0, 1
        for _, rows in self._rows:
            high = (len(rows) + 1) * line
            if used and used + high + 0.6 * line > room:
                used, done = 0.0, done + 1
            used += high + 0.6 * line
        return done <= columns

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
