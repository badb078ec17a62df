"""Brings models in from a folder or a USB stick. Nothing is fetched, and the folder is only read."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from console.models.catalogue import PARTS, ModelFile, Part
from console.models.outcome import (
    ImportProgress,
    ModelError,
    PartOutcome,
    RefusedError,
    check_room,
    check_whole,
    free_at,
)
from console.models.partial import Partial
from console.models.record import FileRecord, write_down
from console.models.verify import FileVerdict, judge, stock_of
from console.show.state.model_view import FileState
from engine.text import Text

DEEPEST = 7
"""Folders below the chosen one: a hub's cache keeps its files four deep, and a copy of a home folder a few more."""

MOST_FOLDERS = 5000
_CHUNK = 4 << 20


@dataclass(frozen=True)
class CandidateFile:
    """A file that may be the wanted one: where it lies, and how well its place fits (0 is best)."""

    file: ModelFile
    path: Path
    distance: int


def find_candidates(folder: Path) -> Iterator[Path]:
    """Files below `folder`, bounded: a stick may hold anything. Folders that are links are not entered."""
    start = len(folder.parts)
    for count, (place, folders, names) in enumerate(os.walk(folder)):
        if count >= MOST_FOLDERS:
            return
        here = Path(place)
        folders[:] = [] if len(here.parts) - start >= DEEPEST else sorted(n for n in folders if n != ".git")
        yield from (here / name for name in sorted(names))


def distance(part: Part, file: ModelFile, path: Path, root: Path) -> int | None:
    """How well a file's place fits the wanted one; None when it belongs to something else.

    0 is the published layout, 1 the repository by its own name or in a hub's cache, 2 the bare file in the chosen
    folder, 3 the bare file elsewhere.
    """
    if path.name != file.name:
        return None
    inside = path.relative_to(root).as_posix()
    whole = f"{root.name}/{inside}"
    if whole == file.path or whole.endswith(f"/{file.path}"):
        return 0
    cached = f"models--{file.repository.replace('/', '--')}/"
    named = (*part.folders, file.repository.rpartition("/")[2], file.folder)
    if cached in f"{whole}/" or path.parent.name in named:
        return 1
    theirs = {name for other in PARTS for name in (*other.folders, *(each.folder for each in other.files))}
    if path.parent.name in theirs or "/models--" in f"/{whole}":
        return None
    return 2 if "/" not in inside else 3


def candidates(folder: Path) -> dict[str, list[CandidateFile]]:
    """For each part's key the files in `folder` that may be it, the likeliest first."""
    found: dict[str, list[CandidateFile]] = {part.key: [] for part in PARTS}
    wanted = {file.name for part in PARTS for file in part.files}
    for path in find_candidates(folder):
        if path.name not in wanted:
            continue
        for part in PARTS:
            for file in part.files:
                far = distance(part, file, path, folder)
                if far is not None:
                    found[part.key].append(CandidateFile(file, path, far))
    for each in found.values():
        each.sort(key=lambda one: one.distance)
    return found


def choose(part: Part, found: list[CandidateFile]) -> tuple[CandidateFile | None, FileVerdict]:
    """The file to take for a part, with how it is: the first good one, else the likeliest.

    A bare `config.json` may be another part's: what is good as something else is nobody's fault.
    """
    first: tuple[CandidateFile | None, FileVerdict] = (
        None,
        FileVerdict(FileState.MISSING, Text("{file} is missing.", file=part.files[0].path)),
    )
    for each in found:
        verdict = judge(part, each.file, each.path)
        if verdict.state is FileState.GOOD:
            return each, verdict
        if first[0] is None and not _is_anothers(part, each):
            first = (each, verdict)
    return first


def _is_anothers(part: Part, found: CandidateFile) -> bool:
    if found.distance < 2:
        return False
    others = [(other, file) for other in PARTS if other is not part for file in other.files]
    return any(
        file.name == found.path.name and judge(other, file, found.path).state is FileState.GOOD
        for other, file in others
    )


def import_from(
    folder: Path,
    models: Path,
    watch: ImportProgress | None = None,
    *,
    free: Callable[[Path], int] = free_at,
    clock: Callable[[], float] = time.time,
) -> list[PartOutcome]:
    """Copies what the driver needs from `folder` into the folder of models.

    A part that is there and good is left alone. What is missing, truncated or foreign in `folder` is named in the
    outcome of its part, and the rest is brought in all the same.

    Args:
        folder: in the published layout, as a hub's cache, as copies of the repositories, or all files in one place.
        models: the folder of models.
        free: bytes free on a folder's disk.
        clock: Unix time, for the record.

    Raises:
        ModelError: nothing can be done at all: no such folder, no room, or the disk refuses.
        StoppedError: `watch` stopped it; what is there is kept, and the next import goes on from it.
    """
    watch = watch or ImportProgress()
    if not folder.is_dir():
        raise ModelError(Text("There is no folder {path}.", path=folder))
    if folder.resolve() == models.resolve():
        raise ModelError(
            Text("{path} is Compere's own folder of models: choose the one that the files come from.", path=folder)
        )
    found = candidates(folder)
    outcomes: dict[str, PartOutcome] = {}
    jobs: list[tuple[Part, CandidateFile, str]] = []
    needed = 0
    for part in PARTS:
        have = stock_of(part, models)
        if have.verdict.state is FileState.GOOD:
            outcomes[part.key] = PartOutcome(
                part, FileState.GOOD, Text("{file} is there already.", file=have.file.path)
            )
            continue
        chosen, verdict = choose(part, found[part.key])
        if chosen is None or verdict.state is not FileState.GOOD:
            outcomes[part.key] = PartOutcome(part, verdict.state, verdict.sentence)
            continue
        seen = chosen.path.stat()
        of = f"{chosen.path.resolve()} {seen.st_size} {seen.st_mtime_ns}"
        jobs.append((part, chosen, of))
        needed += seen.st_size - Partial.there(models / chosen.file.path, of)
    try:
        check_room(models, needed, free(models))
        watch.expect(sum(each.path.stat().st_size for _, each, _ in jobs))
        for part, chosen, of in jobs:
            outcomes[part.key] = _bring_in(part, chosen, of, models, watch, clock)
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise ModelError(Text("Models cannot be written to {path} ({fault}).", path=models, fault=why)) from fault
    return [outcomes[part.key] for part in PARTS]


def _bring_in(
    part: Part, found: CandidateFile, of: str, models: Path, watch: ImportProgress, clock: Callable[[], float]
) -> PartOutcome:
    file = found.file
    partial = Partial(models / file.path, of)
    try:
        watch.add(file.path, partial.size)
        fault = _copy(found.path, partial, watch, file.path)
        if fault:
            return PartOutcome(part, FileState.PARTIAL, fault)
        sha256 = partial.finish(check_whole(part, file))
    except RefusedError as refused:
        return PartOutcome(part, refused.state, str(refused))
    finally:
        partial.leave()
    write_down(models, file, FileRecord(partial.size, sha256, str(found.path), clock()))
    return PartOutcome(part, FileState.GOOD, Text("{file} was brought in.", file=file.path), fresh=True)


def _copy(source: Path, partial: Partial, watch: ImportProgress, words: str) -> str:
    """Copies on from where the partial ends; returns why the stick could not be read, or ""."""
    try:
        file = source.open("rb")
    except OSError as fault:
        return Text("{file} cannot be read ({fault}).", file=source, fault=fault.strerror or type(fault).__name__)
    with file:
        file.seek(partial.size)
        while True:
            try:
                piece = file.read(_CHUNK)
            except OSError as fault:  # the stick was pulled out: what came is kept
                return Text(
                    "{file} cannot be read ({fault}).", file=source, fault=fault.strerror or type(fault).__name__
                )
            if not piece:
                return ""
            partial.add(piece)
            watch.add(words, len(piece))
