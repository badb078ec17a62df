"""The show's state as the window's icon, for the task bar."""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from console.show.core.state import ShowState
from ui import theme


def state_icon(state: ShowState, *, rehearsal: bool = False) -> QIcon:
    """A disc in the state's colour, in a rehearsal in that of the rehearsal."""
    pixmap = QPixmap(64, 64)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.ink(theme.WHITE))
    painter.setBrush(theme.ink((theme.REHEARSAL if rehearsal else theme.STRIPS[state]).ground))
    painter.drawEllipse(6, 6, 52, 52)
    painter.end()
    return QIcon(pixmap)
