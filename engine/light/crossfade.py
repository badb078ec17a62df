"""One picture over another, for the cross-fade of a take."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPainter

from engine.driver import Pixels


def dissolve(under: Pixels, over: Pixels, share: float) -> None:
    """Draw `over` onto `under` in place.

    Args:
        under, over: (height, width, 4) uint8 BGRA of one size, premultiplied where they are not opaque.
        share: 0 leaves `under` as it is, 1 replaces it.
    """
    height, width = under.shape[:2]
    form = QImage.Format.Format_ARGB32_Premultiplied
    painter = QPainter()
    target = QImage(under.data, width, height, width * 4, form)
    painter.begin(target)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)  # so that alpha is mixed as colours are
    painter.setOpacity(share)
    painter.drawImage(0, 0, QImage(over.data, width, height, width * 4, form))
    painter.end()
