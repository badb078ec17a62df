"""Small pictures from files: read once, cut to the wanted shape, kept."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

KEPT = 96
"""Pictures kept, the least used going first: three pages of presets, the avatars and NEXT, at two sizes."""

_LARGEST = 4096


def thumbnail(path: str, width: int, height: int, scale: float = 1.0) -> QPixmap:
    """The picture in the file `path`, cut to `width` by `height` logical pixels; a null one when it cannot be read.

    What is cut away comes from below rather than from above, where the faces are.
    """
    if not path or width < 1 or height < 1:
        return QPixmap()
    try:
        changed = Path(path).stat().st_mtime_ns
    except OSError:
        return QPixmap()
    return _cut(path, changed, round(width * scale), round(height * scale), scale)


@lru_cache(maxsize=KEPT)
def _cut(path: str, changed: int, width: int, height: int, scale: float) -> QPixmap:
    reader = QImageReader(path)
    size = reader.size()
    if size.width() > _LARGEST or size.height() > _LARGEST:  # nobody's thumbnail: read it small
        reader.setScaledSize(size.scaled(QSize(_LARGEST, _LARGEST), Qt.AspectRatioMode.KeepAspectRatio))
    picture: QImage = reader.read()
    if picture.isNull():
        return QPixmap()
    filled = picture.scaled(
        QSize(width, height),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left = (filled.width() - width) // 2
    top = (filled.height() - height) // 3
    pixmap = QPixmap.fromImage(filled.copy(left, top, width, height))
    pixmap.setDevicePixelRatio(scale)
    return pixmap
