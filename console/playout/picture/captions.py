"""What the hall reads: the last two lines of what was heard, over the avatar.

Lines are drawn once for each change of the text, when it comes; a tick only lays the finished picture over the
program, with a share that is a pure function of the tick's index.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from console.playout.picture.line_break import break_lines
from engine.ipc.messages.core import Caption, SetCaptions
from engine.ipc.rings.samples import SAMPLE_RATE
from ui.display.fonts import families, load_fonts, writing_of

FADE_IN = round(0.12 * SAMPLE_RATE)
FADE_OUT = round(0.40 * SAMPLE_RATE)
STAYS = 6 * SAMPLE_RATE
"""A caption that nobody renews or ends goes by itself: its console may be gone."""

LINES = 2
_WAITING = 64
"""Captions that may wait for their index; the oldest are dropped."""
_WIDTHS = 8192
_SECOND = 0.72
"""The other language's letters, of the first one's."""
_GAP = 0.14
"""Between the two languages, of a line's height."""
_LEAST_PLATE = 25.0
"""Below this the letters get an edge, to be read over any picture."""


def share_at(pts: int, since: int, until: int) -> float:
    """How much of a caption is to be seen at an index, 0 to 1.

    Args:
        since: the index at which it begins to come.
        until: the index at which it begins to go.
    """
    return max(0.0, min(1.0, (pts - since) / FADE_IN, 1.0 - (pts - until) / FADE_OUT))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A caption with its picture. `until` is where it begins to go."""

    at: int
    until: int
    lines: tuple[tuple[str, ...], tuple[str, ...]]
    image: QImage
    corner: QPoint


class CaptionLayer:
    """The captions of one program.

    Args:
        width, height: the program's, in pixels.
    """

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._look = SetCaptions(on=False)
        self._shown: _Drawn | None = None
        self._since = 0
        self._waiting: deque[_Drawn] = deque(maxlen=_WAITING)
        self._fonts: dict[float, tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, float], float] = {}  # emptied when it grows beyond a long evening's words

    def use(self, look: SetCaptions) -> None:
        """Another look from now on; what is shown goes when captions are off."""
        if look != self._look:
            self._look = look
            self._fonts.clear()
            self._widths.clear()
            self.clear()

    def show(self, caption: Caption, now: int) -> None:
        """Show a caption from its own index on, or from `now`; an empty one ends what is shown."""
        if not self._look.on:
            return
        at = caption.from_pts or now
        if not caption.text.strip():
            self.end(at)
            return
        until = caption.until_pts or at + STAYS
        lines = self._lines(caption.text, 1.0), self._lines(caption.second, _SECOND)
        newest = self._waiting[-1] if self._waiting else self._shown
        if newest is not None and newest.lines == lines:
            image, corner = newest.image, newest.corner
        else:
            image, corner = self._draw(*lines)
        self._waiting.append(_Drawn(at, until, lines, image, corner))
        self._turn_to(now)

    def end(self, at: int) -> None:
        """What is shown begins to go at index `at`, and what waits is not shown."""
        self._waiting.clear()
        if self._shown is not None and self._shown.until > at:
            s = self._shown
            self._shown = _Drawn(s.at, at, s.lines, s.image, s.corner)

    def clear(self) -> None:
        """Nothing is to be read, at once."""
        self._waiting.clear()
        self._shown = None

    def text(self, pts: int) -> tuple[str, ...]:
        """The lines that are to be seen at an index."""
        self._turn_to(pts)
        if self._shown is None or share_at(pts, self._since, self._shown.until) <= 0.0:
            return ()
        return self._shown.lines[0] + self._shown.lines[1]

    def draw(self, target: QImage, pts: int, share: float) -> None:
        """Lay what is to be read at index `pts` over the program.

        Args:
            target: the program's picture.
            share: how much of the avatar is to be seen, 0 to 1.
        """
        self._turn_to(pts)
        if self._shown is None:
            return
        share *= share_at(pts, self._since, self._shown.until)
        if share <= 0.0:
            if pts >= self._shown.until + FADE_OUT:
                self._shown = None
            return
        painter = QPainter(target)
        painter.setOpacity(share)
        painter.drawImage(self._shown.corner, self._shown.image)
        painter.end()

    # -- inside -----------------------------------------------------------------------------------------------

    def _turn_to(self, pts: int) -> None:
        """Take up what is due by now; from one text to the next nothing blinks."""
        while self._waiting and self._waiting[0].at <= pts:
            fresh = self._waiting.popleft()
            before = share_at(fresh.at, self._since, self._shown.until) if self._shown is not None else 0.0
            self._since = fresh.at - round(before * FADE_IN)
            self._shown = fresh

    def _lines(self, text: str, part: float) -> tuple[str, ...]:
        room = self._width * (1.0 - 2.0 * self._side) - 2 * self._pad
        return tuple(break_lines(text, room, lambda piece: self._measure(piece, part))[-LINES:])

    @property
    def _side(self) -> float:
        """The safe area at the left and right, as a part of the width: the same share as above and below."""
        return self._look.margin / 100.0

    @property
    def _pad(self) -> float:
        return self._look.size / 100.0 * self._height * 0.35

    def _font(self, part: float) -> tuple[QFont, QFontMetricsF]:
        if part not in self._fonts:
            load_fonts()
            tag = self._look.language if part == 1.0 else self._look.second
            font = QFont([*families(writing_of(tag)), "sans-serif"])
            font.setPixelSize(max(8, round(self._look.size / 100.0 * self._height * 0.72 * part)))
            font.setWeight(QFont.Weight.DemiBold)
            self._fonts[part] = font, QFontMetricsF(font)
        return self._fonts[part]

    def _measure(self, text: str, part: float) -> float:
        key = (text, part)
        if key not in self._widths:
            if len(self._widths) >= _WIDTHS:
                self._widths.clear()
            self._widths[key] = self._font(part)[1].horizontalAdvance(text)
        return self._widths[key]

    def _draw(self, first: tuple[str, ...], second: tuple[str, ...]) -> tuple[QImage, QPoint]:
        if self._look.second and not second:
            second = ("",)  # it comes later, and must move nothing then
        rows = [(text, 1.0) for text in first] + [(text, _SECOND) for text in second]
        high = self._look.size / 100.0 * self._height
        gap = _GAP * high if second else 0.0
        wide = self._width * (1.0 - 2.0 * self._side)  # always the same: words that come move none that are there
        box = QSize(round(wide), round(sum(high * part for _, part in rows) + 1.5 * gap + self._pad))
        image = QImage(box, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, round(2.55 * self._look.plate)))
        painter.drawRoundedRect(QRectF(image.rect()), self._pad * 0.6, self._pad * 0.6)
        top = self._pad / 2
        for number, (text, part) in enumerate(rows):
            top += gap if number == len(first) else 0.0
            painter.setFont(self._font(part)[0])
            place = QRectF(self._pad, top, wide - self._pad, high * part)
            self._letters(painter, place, text, QColor("#ffffff") if part == 1.0 else QColor("#d8e2f0"))
            top += high * part
        painter.end()
        margin = self._look.margin / 100.0 * self._height
        y = margin if self._look.place == "top" else self._height - margin - box.height()
        return image, QPoint((self._width - box.width()) // 2, round(y))

    def _letters(self, painter: QPainter, place: QRectF, text: str, colour: QColor) -> None:
        where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self._look.plate < _LEAST_PLATE:
            painter.setPen(QColor(0, 0, 0, 200))
            edge = max(1.0, place.height() / 28)
            for x, y in ((-1, -1), (-1, 1), (1, -1), (1, 1), (0, 1.6)):
                painter.drawText(place.translated(x * edge, y * edge), where, text)
        painter.setPen(colour)
        painter.drawText(place, where, text)
