"""Whether a file of the neural driver is there, whole, and what it calls itself. Without torch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from console.models.bounded_json import read_json
from console.models.catalogue import PARTS, FileFormat, ModelFile, Part
from console.models.partial import PART_SUFFIX
from console.models.record import FileRecord, read_record, sha256_of
from console.models.tensors import ContentError, Shapes, safetensors_shapes, torch_shapes
from console.show.state.model_view import FileState, size_words
from engine.text import Text

_MOST_JSON = 1 << 20
"""Descriptions of networks take a few kB."""

_JSON_DEPTH = 32
_POINTER = b"version https://git-lfs.github.com/spec/"

Stopped = Callable[[], bool]
Passed = Callable[[int], None]


@dataclass(frozen=True)
class FileVerdict:
    """How a file is, and one sentence when there is something to say."""

    state: FileState
    sentence: str = ""


@dataclass(frozen=True)
class Stock:
    """One part as it lies in the folder of models.

    Attributes:
        part: which.
        file: the one of its files that is there, else the first.
        size: bytes of it that are there.
        verdict: how it is.
    """

    part: Part
    file: ModelFile
    size: int
    verdict: FileVerdict


def never() -> bool:
    """Nobody stops it."""
    return False


def judge(
    part: Part,
    file: ModelFile,
    path: Path,
    *,
    recorded: FileRecord | None = None,
    whole: bool = False,
    stopped: Stopped = never,
    passed: Passed = lambda size: None,
) -> FileVerdict:
    """Looks at one file. Never raises.

    Args:
        path: where it is; it may bear another name than `file`.
        recorded: what was written down when it was brought in.
        whole: also read all of it, and compare its checksum; takes seconds for each GB.
        passed: told the bytes of each piece that was read for that.
    """
    try:
        return _judged(part, file, path, recorded, whole, stopped, passed)
    except FileNotFoundError:
        return FileVerdict(FileState.MISSING, Text("{file} is missing.", file=file.path))
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        return FileVerdict(FileState.DAMAGED, Text("{file} cannot be read ({fault}).", file=file.path, fault=why))


def _judged(
    part: Part, file: ModelFile, path: Path, recorded: FileRecord | None, whole: bool, stopped: Stopped, passed: Passed
) -> FileVerdict:
    size = path.stat().st_size
    if size == 0:
        return FileVerdict(
            FileState.TRUNCATED, Text("{file} is truncated: {why}; copy it again.", file=file.path, why="it is empty")
        )
    wanted = recorded.sha256 if recorded is not None else file.sha256 if size == file.size else ""
    try:
        _check_inside(part, file, path, whole and not wanted, stopped)  # once through the file is enough
    except ContentError as fault:
        if fault.state is FileState.FOREIGN:
            return FileVerdict(fault.state, Text("{file} is foreign: {why}.", file=file.path, why=fault.why))
        if fault.state is FileState.TRUNCATED:
            return FileVerdict(
                fault.state, Text("{file} is truncated: {why}; copy it again.", file=file.path, why=fault.why)
            )
        return _damaged(file, fault.why)
    if recorded is not None and recorded.size != size:
        return _damaged(file, "its size is not the one that was recorded")
    found = sha256_of(path, passed, stopped) if whole and wanted else ""
    if found and found != wanted:
        return _damaged(file, "its checksum is not the one that was published or recorded")
    if size != file.size:
        return FileVerdict(
            FileState.GOOD, Text("{file} is another edition than the published one; its content fits.", file=file.path)
        )
    return FileVerdict(FileState.GOOD)


def _damaged(file: ModelFile, why: str) -> FileVerdict:
    return FileVerdict(FileState.DAMAGED, Text("{file} is damaged: {why}; copy it again.", file=file.path, why=why))


def _check_inside(part: Part, file: ModelFile, path: Path, whole: bool, stopped: Stopped) -> None:
    with path.open("rb") as opened:
        start = opened.read(64)
    if start.startswith(_POINTER):
        raise ContentError(FileState.FOREIGN, "it is a Git LFS pointer and not the file itself")
    if start.lstrip()[:1] == b"<":
        raise ContentError(FileState.FOREIGN, "it is a web page")
    if file.kind is FileFormat.JSON:
        _check_fields(part, file, path)
    elif file.kind is FileFormat.SAFETENSORS:
        _check_tensors(part, safetensors_shapes(path))
    else:
        _check_tensors(part, torch_shapes(path, whole=whole, stopped=stopped))


def _check_fields(part: Part, file: ModelFile, path: Path) -> None:
    if path.stat().st_size > _MOST_JSON:
        raise ContentError(FileState.FOREIGN, "it is no JSON")
    data = path.read_bytes()
    try:
        found = read_json(data, _JSON_DEPTH)
    except ValueError:
        if data.lstrip()[:1] == b"{" and not data.rstrip().endswith(b"}"):
            raise ContentError(FileState.TRUNCATED, "its end is missing") from None
        raise ContentError(FileState.FOREIGN, "it is no JSON") from None
    if not isinstance(found, dict):
        raise ContentError(FileState.FOREIGN, "it is no JSON")
    for name, wanted in part.fields.items():
        if name not in found:
            raise ContentError(FileState.FOREIGN, Text("it has no field {name}", name=name))
        if found[name] != wanted:
            raise ContentError(
                FileState.FOREIGN,
                Text("its {name} is {value} and not {other}", name=name, value=str(found[name])[:40], other=wanted),
            )


def _check_tensors(part: Part, found: Shapes) -> None:
    for name, wanted in part.tensors.items():
        shape = found.get(name, found.get(f"model.{name}"))
        if shape is None:
            raise ContentError(FileState.FOREIGN, Text("it has no tensor {name}", name=name))
        if len(shape) != len(wanted) or any(b not in (None, a) for a, b in zip(shape, wanted, strict=True)):
            words, other = _shape_words(shape), _shape_words(wanted)
            raise ContentError(
                FileState.FOREIGN,
                Text("its tensor {name} is {value} and not {other}", name=name, value=words, other=other),
            )


def _shape_words(shape: tuple[int | None, ...]) -> str:
    return "×".join("?" if side is None else str(side) for side in shape) or "one number"


def stock_of(
    part: Part,
    folder: Path,
    recorded: Mapping[str, FileRecord] | None = None,
    *,
    whole: bool = False,
    stopped: Stopped = never,
    passed: Passed = lambda size: None,
) -> Stock:
    """How a part lies in the folder of models: the best of its files that is there."""
    known = read_record(folder) if recorded is None else recorded
    found: list[Stock] = []
    for file in part.files:
        path = folder / file.path
        verdict = judge(part, file, path, recorded=known.get(file.path), whole=whole, stopped=stopped, passed=passed)
        if verdict.state is FileState.GOOD:
            return Stock(part, file, path.stat().st_size, verdict)
        if verdict.state is FileState.MISSING:
            begun = path.with_name(path.name + PART_SUFFIX)
            if begun.is_file():
                there = begun.stat().st_size
                told = Text(
                    "{size} of {whole} have been brought in; it goes on from there.",
                    size=size_words(there),
                    whole=size_words(file.size),
                )
                found.append(Stock(part, file, there, FileVerdict(FileState.PARTIAL, told)))
        else:
            found.append(Stock(part, file, path.stat().st_size if path.exists() else 0, verdict))
    missing = FileVerdict(FileState.MISSING, Text("{file} is missing.", file=part.files[0].path))
    return found[0] if found else Stock(part, part.files[0], 0, missing)


def stock(
    folder: Path, *, whole: bool = False, stopped: Stopped = never, passed: Passed = lambda size: None
) -> list[Stock]:
    """All parts as they lie in the folder of models. Never raises."""
    known = read_record(folder)
    return [stock_of(part, folder, known, whole=whole, stopped=stopped, passed=passed) for part in PARTS]
