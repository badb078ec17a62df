"""Where a file is looked for: in the user's documents, then where the last one was; never in the program's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


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
