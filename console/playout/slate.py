"""The safe picture: logo, a picture of the operator's, or black."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QPen, QRadialGradient

from ui.pictures import PictureError, read_picture


def draw_slate(kind: str, path: str, width: int, height: int) -> tuple[QImage, str]:
    """The slate as a picture of width x height, and a sentence for the operator when it is not what was asked.

    Args:
        kind: `logo`, `picture` or `black`.
        path: the picture's file.
    """
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    if kind == "black":
        return image, ""
    if kind == "picture":
        try:
            _draw_picture(image, read_picture(Path(path), image.size()))
        except PictureError as fault:
            _draw_logo(image)
            return image, f"The slate picture {path} cannot be shown ({fault}): the logo is shown instead."
        return image, ""
    _draw_logo(image)
    return image, ""


def _draw_picture(image: QImage, picture: QImage) -> None:
    scaled = picture.scaled(
        image.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(image)
    painter.drawImage((image.width() - scaled.width()) // 2, (image.height() - scaled.height()) // 2, scaled)
    painter.end()


def _draw_logo(image: QImage) -> None:
    """A quiet stage: dark curtain, a pool of light, the word."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(image.width() / 1920, image.height() / 1080)
    back = QLinearGradient(0, 0, 0, 1080)
    back.setColorAt(0.0, QColor("#0e1630"))
    back.setColorAt(0.6, QColor("#16224a"))
    back.setColorAt(1.0, QColor("#0a1024"))
    painter.fillRect(QRectF(0, 0, 1920, 1080), back)
    light = QRadialGradient(QPointF(960, 500), 900)
    light.setColorAt(0.0, QColor(255, 223, 158, 56))
    light.setColorAt(0.5, QColor(231, 166, 94, 20))
    light.setColorAt(1.0, QColor(231, 166, 94, 0))
    painter.fillRect(QRectF(0, 0, 1920, 1080), light)
    painter.setPen(QPen(QColor("#f2cf77"), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(880, 330, 160, 160), 40 * 16, 280 * 16)
    painter.setBrush(QColor("#f2cf77"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(960, 410), 20, 20)
    font = QFont()
    font.setPixelSize(84)
    font.setWeight(QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 22)
    painter.setFont(font)
    painter.setPen(QColor("#f4ead2"))
    painter.drawText(QRectF(11, 560, 1920, 120), Qt.AlignmentFlag.AlignCenter, "COMPERE")
    painter.end()
