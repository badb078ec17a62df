"""The dialogs in which files and folders are chosen. Not modal: the window, the keys and the preview go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from console.show.actions.table import refusal_of
from console.show.core.state import OFF_AIR, ShowState
from console.show.rundown.rundown import SetField
from ui.folders import CLIPS, PICTURES, SOUNDS, DialogKind, LastFolder


class FileDialogs(QObject):
    """One dialog at a time, over the window.

    Signals:
        action_requested(str action_id, object argument): what is to be done with what was chosen.
        refused(str reason): why none is opened, in the operator's words.

    Attributes:
        shown: the dialog that is open, or None.
    """

    action_requested = Signal(str, object)
    refused = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = LastFolder()
        self.shown: QFileDialog | None = None
        self._state = ShowState.OFFLINE
        self._spoken: QFileDialog | None = None  # the one that asks for a sound to speak at once

    def show_state(self, state: ShowState) -> None:
        """Off the air nothing can be spoken: a dialog that asks for a sound to speak goes with the show."""
        self._state = state
        if state in OFF_AIR and self._spoken is not None and self.shown is self._spoken:
            self.shown.close()

    def close(self) -> None:
        """Closes the one that is open."""
        if self.shown is not None:
            self.shown.close()

    def _request(self, action_id: str, argument: object) -> None:
        self.action_requested.emit(action_id, argument)

    def sound(self) -> None:
        """A sound file to speak; none is asked for where it would only be refused."""
        if self._state in OFF_AIR:
            self.refused.emit(refusal_of("say", self._state))
            return
        self._open_dialog(
            self.tr("Say a sound file"),
            self._or_any(SOUNDS),
            lambda path: self._request("say", path),
        )
        self._spoken = self.shown

    def slate(self) -> None:
        """The slate's picture."""
        self._open_dialog(
            self.tr("Choose the slate's picture"),
            self._or_any(PICTURES),
            lambda path: self._request("slate", ("picture", path)),
        )

    def folder(self, option: str) -> None:
        """A folder of the settings."""
        title = {
            "whisper_folder": self.tr("Choose the folder of the Whisper model"),
            "record_folder": self.tr("Choose the folder of recordings"),
            "record_folder_2": self.tr("Choose the second folder of recordings"),
        }[option]
        self._open_dialog(title, "", lambda path: self._request("settings", {option: path}), DialogKind.FOLDER)

    def field(self, item_id: str, field: str) -> None:
        """A file of a preset's field."""
        files = {
            "say": SOUNDS,
            "slate_picture": PICTURES,
            "facts": self.tr("Texts (*.md *.txt)"),
            "word_list": self.tr("Texts (*.md *.txt)"),
        }[field]
        self._open_dialog(
            self.tr("Choose a file for the preset"),
            self._or_any(files),
            lambda path: self._request("change", SetField(item_id, field, path)),
        )

    def move(self, action_id: str) -> None:
        """What is brought in or taken out."""
        shows, tables = self.tr("Shows (*.compere)"), self.tr("Tables (*.csv *.tsv *.txt)")
        title, files, kind = {
            "import_show": (self.tr("Open a show"), shows, DialogKind.OPEN),
            "export_show": (self.tr("Save the show as"), shows, DialogKind.SAVE),
            "import_rundown": (self.tr("Read a table"), tables, DialogKind.OPEN),
            "export_rundown": (self.tr("Write a table"), tables, DialogKind.SAVE),
            "import_avatar": (self.tr("Add an avatar folder"), "", DialogKind.FOLDER),
            "import_models": (self.tr("Import models from a folder"), "", DialogKind.FOLDER),
            "look_clip": (self.tr("Choose a video or a photo"), self._or_any(CLIPS), DialogKind.OPEN),
        }[action_id]
        self._open_dialog(title, files, lambda path: self._request(action_id, path), kind)

    def _or_any(self, files: str) -> str:
        """These kinds of files, or all of them."""
        return ";;".join((files, self.tr("All files (*)")))

    def _open_dialog(
        self, title: str, files: str, chosen: Callable[[str], None], kind: DialogKind = DialogKind.OPEN
    ) -> None:
        # Not modal: the window, the keys and the preview go on while it is open.
        if self.shown is not None:
            self.shown.close()
        dialog = QFileDialog(self._window, title, self._folder.path(), files)
        dialog.setFileMode(kind.value)
        if kind is DialogKind.SAVE:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("compere" if "compere" in files else "csv")
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._folder.remember)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(lambda result: self._forget(dialog))
        self.shown = dialog
        dialog.show()

    def _forget(self, dialog: QFileDialog) -> None:
        if self._spoken is dialog:
            self._spoken = None
        if self.shown is dialog:
            self.shown = None
