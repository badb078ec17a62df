"""The avatar's idle loop as playout plays it: the same person, breathing, with the mouth at rest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from engine.files.idle_loop import IdleLoop, IdleLoopError


class IdlePlayer:
    """Gives the idle picture that belongs to a moment of the timeline.

    The loop is prepared once as JPEG frames and mapped, not read: it costs memory only for what is shown, and
    time (8 ms a frame at 1080p) only while the engine is away.
    """

    def __init__(self) -> None:
        self._loop: IdleLoop | None = None
        self._path = ""
        self._shown: tuple[int, QImage] | None = None

    @property
    def ready(self) -> bool:
        """There is a loop to show."""
        return self._loop is not None

    @property
    def path(self) -> str:
        """The file of the loop, or an empty string."""
        return self._path

    def load(self, path: str) -> str:
        """Play the loop in the file `path` from now on. Returns a sentence when it cannot be used."""
        if path == self._path:
            return ""
        if not path:
            self._loop, self._path, self._shown = None, "", None
            return ""
        try:
            loop = IdleLoop.open(Path(path))
        except IdleLoopError as error:
            return str(error)
        self._loop, self._path, self._shown = loop, path, None
        return ""

    def picture(self, pts: int) -> QImage | None:
        """The idle picture at sample index `pts`, or None when there is no loop."""
        if self._loop is None:
            return None
        number = self._loop.frame_index_at(pts)
        if self._shown is None or self._shown[0] != number:
            image = QImage.fromData(bytes(self._loop.jpeg(number)))
            if image.isNull():
                return self._shown[1] if self._shown else None
            self._shown = (number, image.convertToFormat(QImage.Format.Format_RGB32))
        return self._shown[1]
