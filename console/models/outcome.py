"""What became of each part that was to be brought in, and whoever watches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from console.models.catalogue import ModelFile, Part
from console.models.verify import judge
from console.show.state.model_view import FileState
from engine.text import Text

ROOM_LEFT = 500_000_000
"""Bytes that stay free on the disk: a show writes its log and its recording there."""


class ModelError(Exception):
    """Models cannot be brought in; the message is one sentence for the operator."""


class ImportStoppedError(Exception):
    """Whoever asked for it does not want it any more; what is there is kept."""


@dataclass(frozen=True)
class PartOutcome:
    """What became of one part.

    Attributes:
        part: which.
        state: GOOD when it is there now.
        sentence: what became of it, in words.
        fresh: it was brought in just now.
    """

    part: Part
    state: FileState
    sentence: str
    fresh: bool = False

    @property
    def well(self) -> bool:
        """Nothing stands in the driver's way."""
        return self.state is FileState.GOOD or (not self.part.required and self.state is FileState.MISSING)


@dataclass
class ImportProgress:
    """Whoever watches.

    Attributes:
        stopped: asked between pieces.
        moved: told the file, the bytes that are there, and the bytes there will be, of all files together.
    """

    stopped: Callable[[], bool] = lambda: False
    moved: Callable[[str, int, int], None] = lambda path, done, total: None
    done: int = field(default=0, init=False)
    total: int = field(default=0, init=False)

    def expect(self, total: int) -> None:
        """So much there will be."""
        self.total = total

    def add(self, path: str, size: int) -> None:
        """So much more is there; less when it begins again. Raises StoppedError."""
        self.done += size
        self.moved(path, self.done, self.total)
        if self.stopped():
            raise ImportStoppedError


def check_room(folder: Path, needed: int, free: int) -> None:
    """Raises ModelError when what is to come does not fit, with the numbers."""
    from console.show.state.model_view import size_words

    if needed + ROOM_LEFT > free:
        wanted = size_words(needed + ROOM_LEFT)
        raise ModelError(
            Text(
                "There is not enough room in {path}: {size} are needed, {free} are free.",
                path=folder,
                size=wanted,
                free=size_words(free),
            )
        )


def free_at(folder: Path) -> int:
    """Free bytes on the disk of `folder`, which need not be there yet. Raises OSError."""
    import shutil

    place = next((each for each in (folder, *folder.parents) if each.is_dir()), Path(folder.anchor or "."))
    return shutil.disk_usage(place).free


def check_whole(part: Part, file: ModelFile) -> Callable[[Path, str], None]:
    """The check for `Partial.finish`: content, and the published checksum where the size is the published one."""

    def check(path: Path, sha256: str) -> None:
        verdict = judge(part, file, path)
        if verdict.state is not FileState.GOOD:
            raise RefusedError(verdict.state, verdict.sentence)
        if path.stat().st_size == file.size and sha256 != file.sha256:
            why = "its checksum is not the published one"
            told = Text("{file} is damaged: {why}; copy it again.", file=file.path, why=why)
            raise RefusedError(FileState.DAMAGED, told)

    return check


class RefusedError(Exception):
    """A file that came is not what it should be; the message is one sentence."""

    def __init__(self, state: FileState, sentence: str) -> None:
        super().__init__(sentence)
        self.state = state
