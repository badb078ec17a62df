"""Small pictures from files: read beside the window, cut to the wanted shape, kept."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict, deque
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui.display.pictures import PictureError, read_picture

KEPT = 96
"""Pictures kept, the least used going first: three pages of presets, the avatars and NEXT, at two sizes."""

_Key = tuple[str, int, int, int, float]
"""File, when it was changed, width and height in pixels, scale."""


def thumbnail(path: str, width: int, height: int, scale: float = 1.0) -> QPixmap:
    """The picture in the file `path`, cut to `width` by `height` logical pixels.

    A null one when it cannot be read, and as long as it is being read: the windows are painted again when it is there.
    What is cut away comes from below rather than from above, where the faces are.
    """
    if not path or width < 1 or height < 1:
        return QPixmap()
    try:
        changed = Path(path).stat().st_mtime_ns
    except (OSError, ValueError):
        return QPixmap()
    return _reader().get((path, changed, round(width * scale), round(height * scale), scale))


class _Reader(QObject):
    """One thread reads what is asked for, and the pixmaps are made here."""

    read = Signal(object, QImage)

    def __init__(self) -> None:
        super().__init__()
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._asked: set[_Key] = set()
        self._queue: deque[_Key] = deque()
        self._reading = False
        self._lock = threading.Lock()
        self.read.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def get(self, key: _Key) -> QPixmap:
        """What is kept, or a null one: then it is being read."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            with self._lock:
                self._queue.append(key)
                begin, self._reading = not self._reading, True
            if begin:
                threading.Thread(target=self._work, name="thumbnails", daemon=True).start()
        return QPixmap()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self._reading = False
                    return
                key = self._queue.popleft()
            image = _cut(key)
            with contextlib.suppress(RuntimeError):  # the application has ended meanwhile
                self.read.emit(key, image)

    def _receive(self, key: _Key, image: QImage) -> None:
        self._asked.discard(key)
        pixmap = QPixmap.fromImage(image) if not image.isNull() else QPixmap()
        pixmap.setDevicePixelRatio(key[4])
        self._kept[key] = pixmap
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        for window in QApplication.topLevelWidgets():
            for widget in (window, *window.findChildren(QWidget)):
                widget.update()


@lru_cache(maxsize=1)
def _reader() -> _Reader:
    return _Reader()


def _cut(key: _Key) -> QImage:
    """The picture of a key as large as it is shown; null when it cannot be read."""
    path, _, width, height, _ = key
    try:
        picture = read_picture(Path(path), QSize(4 * max(width, height), 4 * max(width, height)))
    except PictureError:
        return QImage()
    filled = picture.scaled(
        QSize(width, height),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    return filled.copy((filled.width() - width) // 2, (filled.height() - height) // 3, width, height)
