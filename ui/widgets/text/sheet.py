"""Sentences under each other, each with a sign of its state before it: drawn as one, so that it is cheap to grow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import Look, Role
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import wrapped_height, wrapping


@dataclass(frozen=True)
class Mark:
    """A part of a text in other colours: `length` characters from `start`."""

    start: int
    length: int
    ink: str
    ground: str = ""


@dataclass(frozen=True)
class Verb:
    """A button of a block: what goes out, its words or its sign, and its tooltip.

    `beside` is a small one with a sign, at the right of the text; the others stand below it.
    """

    id: str
    words: str
    tip: str
    beside: bool = False


@dataclass(frozen=True)
class Block:
    """One sentence, or a note.

    Attributes:
        sign: its state in a word with a sign, before the text; "" for a note, which is as wide as the sheet.
        look: the colours of the sign.
        text: what is written.
        ink: its colour.
        marks: parts of it in other colours.
        struck: it is crossed out.
        reason: a line below it, in amber; buttons that are not beside the text stand at its end.
        number: goes out when one of its buttons is pressed.
        verbs: the ids of its buttons.
    """

    sign: str
    look: Look
    text: str
    ink: str = theme.TEXT
    marks: tuple[Mark, ...] = ()
    struck: bool = False
    reason: str = ""
    number: int = -1
    verbs: tuple[str, ...] = ()


@dataclass
class _Placed:
    """A block where it stands: its text laid out, from `top` to `bottom`."""

    block: Block
    layout: QTextLayout
    top: float
    text_bottom: float
    bottom: float
    right: float
    """Where the buttons below the text begin."""


class Sheet(Themed, QWidget):
    """The blocks, as high as they need at the width that it is given.

    Signals:
        pressed(str verb, int number): a button beside a block.
    """

    pressed = Signal(str, int)

    def __init__(self, signs: tuple[str, ...], verbs: tuple[Verb, ...]) -> None:
        """Makes an empty one.

        Args:
            signs: all that there will be; they are equally wide.
            verbs: all buttons that a block may have, in their order.
        """
        super().__init__()
        self._signs, self._verbs = signs, verbs
        self._blocks: tuple[Block, ...] = ()
        self._placed: list[_Placed] = []
        self._buttons: list[dict[str, HoldButton]] = []  # of each block that has some, the first one's first
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What it shows."""
        return self._blocks

    def span(self, number: int) -> tuple[float, float]:
        """Upper and lower edge of a block, in pixels."""
        placed = self._placed[number]
        return placed.top, placed.bottom

    def name_verbs(self, verbs: tuple[Verb, ...]) -> None:
        """The same buttons with other words or tooltips."""
        self._verbs = verbs
        self._have([block for block in self._blocks if block.verbs])

    def show_blocks(self, blocks: tuple[Block, ...]) -> bool:
        """Shows these; False when they are the same as before."""
        if blocks == self._blocks:
            return False
        self._blocks = blocks
        self.setAccessibleDescription("\n".join(f"{each.sign} {each.text} {each.reason}".strip() for each in blocks))
        self.place(self.width())
        return True

    def on_metrics(self) -> None:
        """Other letters need other lines."""
        for row in self._buttons:
            for button in row.values():
                button.apply_metrics(self.metrics)
        self.place(self.width())

    def place(self, width: int) -> None:
        """Lays all out at a width, and takes the height of it."""
        sign_wide = self._sign_width()
        gap = self.metrics.px(5, 3)
        y = 0.0
        self._placed = []
        with_buttons = [block for block in self._blocks if block.verbs]
        self._have(with_buttons)
        rows = iter(self._buttons)
        icon = self._icon()
        gutter = sum(verb.beside for verb in self._verbs) * (icon + 4)
        for block in self._blocks:
            left = sign_wide + 8 if block.sign else 0
            layout = self._laid(block, max(40.0, width - left - 6 - (gutter if block.sign else 0)))
            placed = _Placed(block, layout, y, 0.0, 0.0, width)
            placed.text_bottom = placed.bottom = y + layout.boundingRect().height()
            buttons = next(rows) if block.verbs else {}
            self._place_beside(buttons, width, y, layout.lineAt(0).height())
            below = [buttons[verb.id] for verb in self._verbs if verb.id in buttons and not verb.beside]
            for button in reversed(below):
                wide, high = button.sizeHint().width(), button.height()
                placed.right -= wide + 6
                button.setGeometry(round(placed.right), round(placed.text_bottom + 2), wide, high)
                placed.bottom = placed.text_bottom + high + 4
            if block.reason:
                small = theme.font(Role.SMALL, self.metrics)
                high = wrapped_height(block.reason, small, int(placed.right - 8 - left)) + 2
                placed.bottom = max(placed.bottom, placed.text_bottom + high)
            y = placed.bottom + gap
            self._placed.append(placed)
        self.resize(width, max(1, round(y)))
        self.update()

    def _place_beside(self, buttons: dict[str, HoldButton], width: int, top: float, line: float) -> None:
        """The small buttons beside the first line, each in a column of its own."""
        x, icon = width, self._icon()
        for verb in reversed(self._verbs):
            if verb.beside:
                x -= icon + 4
                if verb.id in buttons:
                    high = buttons[verb.id].height()
                    buttons[verb.id].setGeometry(x, round(top + max(0.0, (line - high) / 2)), icon, high)

    def _icon(self) -> int:
        return self.metrics.px(26, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the blocks that are to be seen."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.ink(theme.PANEL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign_wide = self._sign_width()
        seen = QRectF(event.rect())
        tiny, small = theme.font(Role.TINY, self.metrics), theme.font(Role.SMALL, self.metrics)
        tiny.setWeight(QFont.Weight.DemiBold)
        for placed in self._placed:
            if placed.bottom < seen.top() or placed.top > seen.bottom():
                continue
            block = placed.block
            left = sign_wide + 8 if block.sign else 0
            if block.sign:
                line = placed.layout.lineAt(0).height()
                high = QFontMetrics(tiny).height() + 3
                box = QRectF(0, placed.top + (line - high) / 2, sign_wide, high)
                draw_box(painter, box, block.look, 5)
                painter.setFont(tiny)
                painter.setPen(theme.ink(block.look.text))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, block.sign)
            painter.setPen(theme.ink(block.ink))
            placed.layout.draw(painter, QPointF(left, placed.top))
            if block.reason:
                painter.setFont(small)
                painter.setPen(theme.ink(theme.AMBER))
                room = placed.right - 8 - left
                below = QRectF(left, placed.text_bottom, room, placed.bottom - placed.text_bottom)
                painter.drawText(below, block.reason, wrapping(Qt.AlignmentFlag.AlignVCenter))

    def _laid(self, block: Block, width: float) -> QTextLayout:
        font = theme.font(Role.BODY, self.metrics)
        font.setStrikeOut(block.struck)
        layout = QTextLayout(block.text or " ", font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats = []
        for mark in block.marks:
            form = QTextCharFormat()
            form.setForeground(theme.ink(mark.ink))
            if mark.ground:
                form.setBackground(theme.ink(mark.ground))
            part = QTextLayout.FormatRange()
            part.start = _units(block.text[: mark.start])
            part.length, part.format = _units(block.text[mark.start : mark.start + mark.length]), form
            formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.06
        layout.endLayout()
        return layout

    def _sign_width(self) -> int:
        font = theme.font(Role.TINY, self.metrics)
        font.setWeight(QFont.Weight.DemiBold)
        measure = QFontMetrics(font)
        return max((measure.horizontalAdvance(sign) for sign in self._signs), default=0) + 12

    def _have(self, blocks: list[Block]) -> None:
        """The buttons of these blocks, and no more."""
        while len(self._buttons) > len(blocks):
            self._drop(self._buttons.pop())
        while len(self._buttons) < len(blocks):
            self._buttons.append({})
        for place, block in enumerate(blocks):
            row = self._buttons[place]
            if tuple(row) != tuple(verb.id for verb in self._verbs if verb.id in block.verbs):
                self._drop(row)
                row.clear()
                row.update((verb.id, self._made(verb, place)) for verb in self._verbs if verb.id in block.verbs)
            for verb in self._verbs:
                if verb.id in row:
                    name = verb.tip.partition("  [")[0] if verb.beside else verb.words
                    row[verb.id].setAccessibleName(f"{name}: {block.text}")
                    row[verb.id].setToolTip(f"{verb.tip}\n{block.reason}" if block.reason else verb.tip)

    def _made(self, verb: Verb, place: int) -> HoldButton:
        look, heights = (theme.PLAIN, (20, 18)) if verb.beside else (theme.AMBER_LOOK, (26, 22))
        button = HoldButton(verb.words, role=Role.SMALL, look=look, heights=heights, parent=self)
        button.apply_metrics(self.metrics)
        button.performed.connect(lambda: self._press(verb.id, place))
        button.show()
        return button

    @staticmethod
    def _drop(row: dict[str, HoldButton]) -> None:
        for button in row.values():
            button.hide()
            button.deleteLater()

    def _press(self, verb: str, place: int) -> None:
        numbers = [block.number for block in self._blocks if block.verbs]
        if place < len(numbers):
            self.pressed.emit(verb, numbers[place])


def _units(text: str) -> int:
    """How long Qt holds a text to be: it counts UTF-16."""
    return len(text.encode("utf-16-le")) // 2
