"""The safe picture: the show's title, a picture of the operator's, or black. Our own name is never in the hall."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from engine.ipc.messages.kinds import SlateCard
from engine.text import Text
from ui.display.fonts import families, load_fonts
from ui.display.pictures import PictureError, read_picture

GROUND, INK = "#11161f", "#e8ecf2"

_SAFE = (0.1, 0.1, -0.1, -0.1)
"""Title-safe: what of each side is left free."""

_LETTERS = (0.11, 0.09, 0.075, 0.06, 0.045, 0.035)
"""Heights of a letter to be tried, as parts of the picture's height."""


def draw_slate(kind: SlateCard, path: str, width: int, height: int, title: str = "") -> tuple[QImage, str]:
    """The slate as a picture of width x height, and a sentence for the operator when it is not what was asked.

    Args:
        kind: what is on it.
        path: the picture's file.
        title: of the show; without one the ground stays plain.
    """
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    if kind == SlateCard.BLACK:
        return image, ""
    if kind == SlateCard.PICTURE:
        try:
            _draw_picture(image, read_picture(Path(path), image.size()))
        except PictureError as fault:
            _draw_title(image, title)
            return image, Text(
                "The slate picture {path} cannot be shown ({why}): the title is shown instead.", path=path, why=fault
            )
        return image, ""
    _draw_title(image, title)
    return image, ""


def _draw_picture(image: QImage, picture: QImage) -> None:
    scaled = picture.scaled(
        image.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(image)
    painter.drawImage((image.width() - scaled.width()) // 2, (image.height() - scaled.height()) // 2, scaled)
    painter.end()


def _draw_title(image: QImage, title: str) -> None:
    """The show's title in the middle of a plain ground, as large as three lines of it fit; nothing else."""
    image.fill(QColor(GROUND))
    words = " ".join(title.split())
    if not words:
        return
    load_fonts()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    room = QRectF(image.rect()).adjusted(*(part * side for part, side in zip(_SAFE, _sides(image), strict=True)))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    font = QFont([*families("zh-Hant"), "sans-serif"])
    font.setWeight(QFont.Weight.DemiBold)
    for part in _LETTERS:
        font.setPixelSize(max(8, round(image.height() * part)))
        measure = QFontMetricsF(font)
        needed = measure.boundingRect(room, flags, words)
        if needed.height() <= 3.2 * measure.lineSpacing() and needed.width() <= room.width():
            break
    painter.setFont(font)
    painter.setPen(QColor(INK))
    painter.drawText(room, flags, words)
    painter.end()


def _sides(image: QImage) -> tuple[int, int, int, int]:
    return image.width(), image.height(), image.width(), image.height()
