"""Shows, tables and avatars, in and out. Large files are moved by a thread, so that the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from console.jobs import ThreadJob, fault_inside
from console.rundown.session import RundownSession
from console.rundown.show_archive import SUFFIX, import_avatar, read_archive, write_archive
from console.rundown.show_file import ShowFileError
from console.show.effects.show import Movable, MoveFile
from console.show.rundown.preset import PresetError
from console.show.rundown.rundown import Replace, Rundown
from console.show.rundown.rundown_csv import from_csv, to_csv
from engine.avatar import Avatar
from engine.files.user_files import UserFileError, decode, read_bytes
from engine.files.whole_file import as_bytes, write_whole
from engine.ipc.logger import Logger
from engine.text import Text


class ImportExport(QObject):
    """Brings in and takes out what the operator chose, one at a time.

    Signals:
        begun(str): what is under way, in words; emitted here.
        finished(str what, str sentence): `show`, `rundown` or `avatar` was moved; emitted here.
        failed(str): it was not: a sentence; emitted here.
    """

    begun = Signal(object)
    finished = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self, session: RundownSession, data: Path, avatars: Callable[[], Sequence[Avatar]], log: Logger
    ) -> None:
        """`data` is the user's own folder, with `presets` and `avatars` in it."""
        super().__init__()
        self._session, self._data, self._avatars, self._log = session, data, avatars, log
        self._job = ThreadJob("moving", log, self)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._job.busy

    def move(self, request: MoveFile) -> None:
        """Begins. What cannot be done ends in `failed`."""
        if self._job.busy:
            self.failed.emit("Something is being moved already: wait until it is done.")
            return
        path = Path(request.path).expanduser()
        if request.what == Movable.RUNDOWN:
            self._at_once(lambda: self._read_table(path) if request.inward else self._write_table(path))
            return
        session, present = self._session, list(self._avatars())
        presets, avatars = self._data / "presets", self._data / "avatars"
        if request.what == Movable.AVATAR:
            self._in_a_thread(
                "avatar", Text("bringing in {path}", path=path.name), partial(self._avatar_in, path, avatars, present)
            )
            return
        session.save()
        if request.inward:
            aside = self._data / "replaced"
            opening = partial(self._show_in, path, presets, avatars, aside, present)
            self._in_a_thread("show", Text("opening {path}", path=path.name), opening)
        else:
            target = path if path.suffix else path.with_suffix(SUFFIX)
            rundown, folder = session.rundown, session.folder
            saving = partial(self._show_out, rundown, folder, present, target)
            self._in_a_thread("saved show", Text("saving {path}", path=target.name), saving)

    def close(self) -> None:
        """Waits for what is under way: half a show is worth nothing."""
        self._job.close(30.0)

    def _at_once(self, job: Callable[[], str]) -> None:
        try:
            told = job()
        except (ShowFileError, PresetError) as fault:
            self.failed.emit(str(fault))
        except UserFileError as fault:
            self.failed.emit(Text("The table cannot be read or written ({fault}).", fault=fault.why))
        except OSError as fault:
            self.failed.emit(
                Text("The table cannot be read or written ({fault}).", fault=fault.strerror or type(fault).__name__)
            )
        else:
            self.finished.emit("rundown", told)

    def _in_a_thread(self, what: str, words: str, job: Callable[[], str]) -> None:
        self.begun.emit(words)
        self._job.start(
            lambda stop: job(), lambda told: self.finished.emit(what, told), self._fail, expected=(ShowFileError,)
        )

    def _fail(self, error: Exception) -> None:
        self.failed.emit(str(error) if isinstance(error, ShowFileError) else fault_inside(error))

    def _read_table(self, path: Path) -> str:
        data = read_bytes(path)
        try:
            text = decode(path, data)
        except UserFileError:
            raise ShowFileError(Text("{path} is not in UTF-8: save it as “CSV UTF-8”.", path=path.name)) from None
        present = self._avatars()
        rundown = from_csv(text, self._session.rundown, present[0].id if present else "lin")
        self._session.change(Replace(rundown))
        return Text("{n} presets read from {path}; UNDO takes it back", n=len(rundown.items), path=path.name)

    def _write_table(self, path: Path) -> str:
        target = path if path.suffix else path.with_suffix(".csv")
        # The mark at the beginning tells spreadsheets that it is UTF-8.
        write_whole(target, b"\xef\xbb\xbf" + as_bytes(to_csv(self._session.rundown)))
        return Text("the rundown was written to {path}", path=target.name)

    @staticmethod
    def _avatar_in(path: Path, avatars: Path, present: Sequence[Avatar]) -> str:
        return Text("the avatar {name} is there", name=import_avatar(path, avatars, present).name)

    @staticmethod
    def _show_in(path: Path, presets: Path, avatars: Path, aside: Path, present: Sequence[Avatar]) -> str:
        show = read_archive(path, presets, avatars, aside, present)
        return Text(
            "{path} was opened: {n} presets; the earlier show is in {aside}",
            path=path.name,
            n=len(show.rundown.items),
            aside=aside,
        )

    @staticmethod
    def _show_out(rundown: Rundown, folder: Path, present: Sequence[Avatar], target: Path) -> str:
        write_archive(rundown, folder, present, target)
        return Text("the show was saved as {path}", path=target.name)
