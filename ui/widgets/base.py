"""What every widget of the window shares: its sizes, and drawing in the console's state style."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme
from ui.theme import Look, Metrics


class Themed:
    """A widget that draws by `Metrics`; mixed in before a QWidget class.

    Attributes:
        metrics: the sizes in use; set through `apply_metrics`.
    """

    metrics: Metrics = theme.FULL

    def apply_metrics(self, metrics: Metrics) -> None:
        """Takes the sizes for another size of window."""
        self.metrics = metrics
        self.on_metrics()

    def on_metrics(self) -> None:
        """Sets what depends on the sizes; called whenever they change."""


def apply_to_all(root: QWidget, metrics: Metrics) -> None:
    """Hands `metrics` to every themed widget under `root`."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, Themed):
            widget.apply_metrics(metrics)


def dress_again(window: QWidget, metrics: Metrics) -> None:
    """Draws a whole window again, with these sizes and with what `theme.wear` has put on."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.tint(app)
    window.setStyleSheet(theme.sheet(metrics))
    apply_to_all(window, metrics)
    for widget in window.findChildren(QWidget):
        widget.update()


def draw_box(painter: QPainter, rect: QRectF, look: Look, radius: float, border: float = 1.0) -> None:
    """A rounded box with its border inside `rect`."""
    inset = border / 2
    box = rect.adjusted(inset, inset, -inset, -inset)
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, ground(look, rect))
    if look.striped:
        painter.save()
        painter.setClipPath(path)
        draw_stripes(painter, rect, look.ground_end)
        painter.restore()
    painter.setPen(QPen(theme.ink(look.border), border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def ground(look: Look, rect: QRectF) -> QBrush:
    """The fill of a look: flat, or from its ground at the left to its end at the right."""
    if not look.ground_end or look.striped:
        return QBrush(theme.ink(look.ground))
    gradient = QLinearGradient(rect.topLeft(), rect.topRight())
    gradient.setColorAt(0, theme.ink(look.ground))
    gradient.setColorAt(1, theme.ink(look.ground_end))
    return QBrush(gradient)


def draw_stripes(painter: QPainter, rect: QRectF, colour: str, width: float = 14.0) -> None:
    """Slanted stripes, the sign of PANIC."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ink(colour))
    lean = rect.height()
    x = rect.left() - lean
    step = width * 1.414
    while x < rect.right():
        corners = ((x, rect.bottom()), (x + step, rect.bottom()), (x + step + lean, rect.top()), (x + lean, rect.top()))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        x += 2 * step


def draw_focus(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The ring around what has the keyboard's focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.ink(theme.GROUND), 1))  # dark beside white stands out on every ground
    painter.drawRoundedRect(rect.adjusted(4, 4, -4, -4), radius - 3, radius - 3)
    painter.setPen(QPen(theme.ink(theme.WHITE), 3))
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), radius - 1, radius - 1)
