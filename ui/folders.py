"""Which files there are to choose, and where they are looked for: the user's documents, then where the last one was."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

SOUNDS = "Sound, video (*.wav *.mp3 *.m4a *.aac *.flac *.ogg *.opus *.mp4 *.mov *.mkv)"
CLIPS = "Videos, photos (*.mp4 *.mov *.mkv *.webm *.avi *.m4v *.png *.jpg *.jpeg *.webp)"
PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp *.bmp)"


class DialogKind(Enum):
    """What a file dialog chooses; the value is Qt's word for it."""

    OPEN = QFileDialog.FileMode.ExistingFile
    FOLDER = QFileDialog.FileMode.Directory
    SAVE = QFileDialog.FileMode.AnyFile


class LastFolder:
    """The folder in which a file dialog opens."""

    def __init__(self) -> None:
        self._last = ""

    def path(self) -> str:
        """The folder of the last file; at first the user's documents, or their home."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self._last or (documents if Path(documents).is_dir() else str(Path.home()))

    def remember(self, file: str) -> None:
        """A file was chosen."""
        self._last = str(Path(file).parent)
