"""The program, as the hall sees it, fitted into the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Look, Role
from ui.widgets.base import Themed, draw_box


@dataclass(frozen=True)
class Notice:
    """Words over the picture.

    Attributes:
        title: what the hall sees, in a few words.
        words: more, in a sentence or two.
        colour: of the edge and the title.
        blank: the picture below is nowhere to be seen: it is taken away.
    """

    title: str
    words: str
    colour: str
    blank: bool = False


class ProgramView(Themed, QWidget):
    """Draws program frames, fitted with their shape kept.

    A frame is scaled into an image of the view's own at once, so the caller's memory (a ring's, say) is free
    again when `show_frame` returns, and a repaint is a plain copy.
    """

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        """`empty` is said while there is no frame."""
        super().__init__(parent)
        self._empty = empty
        self._fitted = QImage()
        self._shape = QSize()
        self._notice: Notice | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_frame(self, frame: QImage) -> None:
        """Shows a frame; a null image goes back to the words for none."""
        if frame.isNull():
            if not self._fitted.isNull():
                self._fitted = QImage()
                self.update()
            return
        if not self.isVisible():
            return
        if frame.size() != self._shape:
            self._shape = frame.size()
            self._fitted = QImage()
        if self._fitted.isNull():
            self._fitted = self._new_image()
        painter = QPainter(self._fitted)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(0, 0, self._fitted.width(), self._fitted.height()), frame)
        painter.end()
        self.update(self._target())

    @property
    def notice(self) -> Notice | None:
        """What stands over the picture."""
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        """Says over the picture what is to be seen instead; None takes it away."""
        if notice != self._notice:
            self._notice = notice
            self.setAccessibleDescription(f"{notice.title}. {notice.words}" if notice else "")
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the last frame until the next one comes at the new size."""
        if not self._fitted.isNull():
            last = self._fitted
            self._fitted = self._new_image()
            self._draw_again(last)

    def _draw_again(self, last: QImage) -> None:
        """Draws a frame that was fitted to another size."""
        painter = QPainter(self._fitted)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(0, 0, self._fitted.width(), self._fitted.height()), last)
        painter.end()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copies the fitted frame, black around it."""
        painter = QPainter(self)
        if self._notice is not None:
            self._draw_notice(painter, self._notice)
            return
        if self._fitted.isNull():
            painter.fillRect(self.rect(), theme.ink("#000000"))
            painter.setFont(theme.font(Role.BODY, self.metrics))
            painter.setPen(theme.ink(theme.MUTED))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            return
        target = self._target()
        if not target.contains(event.rect()):
            painter.fillRect(self.rect(), theme.ink("#000000"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(target, self._fitted)

    def _draw_notice(self, painter: QPainter, notice: Notice) -> None:
        """The words on a plate of their own, over what is left of the picture."""
        painter.fillRect(self.rect(), theme.ink("#000000"))
        if not notice.blank and not self._fitted.isNull():
            painter.setOpacity(0.45)
            painter.drawImage(self._target(), self._fitted)
            painter.setOpacity(1.0)
        wide = min(self.width() - 24, 620)
        title, body = theme.font(Role.STATE, self.metrics), theme.font(Role.BODY, self.metrics)
        wrap = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
        inner = QRect(0, 0, wide - 36, 4000)
        above = QFontMetrics(title).boundingRect(inner, wrap, notice.title)
        below = QFontMetrics(body).boundingRect(inner, wrap, notice.words)
        plate = QRect(0, 0, wide, above.height() + below.height() + 38)
        plate.moveCenter(self.rect().center())
        draw_box(painter, QRectF(plate), Look("#101418", notice.colour, theme.TEXT), 10, 3)
        painter.setFont(title)
        painter.setPen(theme.ink(notice.colour))
        place = plate.adjusted(18, 14, -18, 0)
        painter.drawText(QRect(place.left(), place.top(), place.width(), above.height()), wrap, notice.title)
        painter.setFont(body)
        painter.setPen(theme.ink(theme.TEXT))
        place.setTop(place.top() + above.height() + 8)
        painter.drawText(QRect(place.left(), place.top(), place.width(), below.height()), wrap, notice.words)

    def _target(self) -> QRect:
        if self._shape.isEmpty():
            return self.rect()
        size = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(0, 0, size.width(), size.height())
        rect.moveCenter(self.rect().center())
        return rect

    def _new_image(self) -> QImage:
        scale = self.devicePixelRatioF()
        image = QImage(
            max(1, round(self._target().width() * scale)),
            max(1, round(self._target().height() * scale)),
            QImage.Format.Format_RGB32,
        )
        image.fill(theme.ink("#000000"))
        return image
