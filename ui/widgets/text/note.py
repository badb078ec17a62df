"""A few sentences that take the height they need."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui import theme
from ui.theme import Role
from ui.widgets.text.text_line import Paragraph, wrapped_height


class Note(Paragraph):
    """A paragraph that is as high as its lines."""

    def __init__(self, text: str = "", role: Role = Role.SMALL, *, colour: str = theme.MUTED) -> None:
        super().__init__(text, role, colour=colour)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        self._fit()

    def on_metrics(self) -> None:
        """So does another font."""
        super().on_metrics()
        self._fit()

    def show_text(self, text: str, colour: str = "") -> None:
        """Says `text`, and takes the height of it."""
        super().show_text(text, colour)
        self._fit()

    def _fit(self) -> None:
        high = wrapped_height(self.text, self.font(), self.width()) + 2
        if self.height() != high:
            self.setFixedHeight(high)
