"""Fetches models from the public hub or a mirror. Only ever called because somebody asked for it.

What was cut off goes on where it ended (HTTP Range, RFC 9110 14). The published checksum is the judge in the end, so
that a mirror needs no trust.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from console.models.catalogue import HUB, PARTS, ModelFile, Part
from console.models.outcome import (
    ImportProgress,
    ImportStoppedError,
    ModelError,
    PartOutcome,
    RefusedError,
    check_room,
    check_whole,
    free_at,
)
from console.models.partial import Partial
from console.models.record import FileRecord, write_down
from console.models.verify import stock_of
from console.show.state.model_view import FileState, size_words
from engine.text import Text

if TYPE_CHECKING:
    import httpx

CONNECT_S = 10.0
SILENCE_S = 20.0
"""A source that sends nothing for this long has hung up."""

WAITS_S = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Before each new try; a try that brought something begins the count again."""


class _TryAgainError(Exception):
    """It may go better in a moment; the message says what was wrong, without a full stop."""


def to_fetch(models: Path, *, optional: bool = False) -> list[tuple[Part, ModelFile]]:
    """What a fetch would bring: parts that are not there and good."""
    wanted = []
    for part in PARTS:
        if part.required or optional:
            have = stock_of(part, models)
            if have.verdict.state is not FileState.GOOD:
                wanted.append((part, part.files[0]))
    return wanted


def bytes_to_fetch(models: Path, jobs: Sequence[tuple[Part, ModelFile]]) -> int:
    """How much would come over the network for these."""
    return sum(file.size - Partial.there(models / file.path, file.sha256) for _, file in jobs)


def check_address(base: str) -> str:
    """The address of a hub or mirror as it will be used.

    Raises:
        ModelError: it is none.
    """
    address = base.strip().rstrip("/") or HUB
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise ModelError(
            Text("{path} is no address to fetch from: it begins with https:// and names a host.", path=base)
        )
    return address


def fetch(
    models: Path,
    base: str = HUB,
    watch: ImportProgress | None = None,
    *,
    optional: bool = False,
    free: Callable[[Path], int] = free_at,
    clock: Callable[[], float] = time.time,
    pause: Callable[[float], object] = time.sleep,
) -> list[PartOutcome]:
    """Fetches what is missing into the folder of models.

    Args:
        base: the hub, or a mirror with the same addresses.
        optional: also what the driver can do without.
        free: bytes free on a folder's disk.
        clock: Unix time, for the record.
        pause: waits so many seconds before another try, or less when it is to stop.

    Returns:
        one outcome for each part that was missing.

    Raises:
        ModelError: nothing can be done at all: a bad address, no room, or the disk refuses.
        StoppedError: `watch` stopped it; what is there is kept, and the next fetch goes on from it.
    """
    import httpx

    watch = watch or ImportProgress()
    address = check_address(base)
    jobs = to_fetch(models, optional=optional)
    outcomes: list[PartOutcome] = []
    limits = httpx.Timeout(SILENCE_S, connect=CONNECT_S)
    try:
        check_room(models, bytes_to_fetch(models, jobs), free(models))
        watch.expect(sum(file.size for _, file in jobs))
        with httpx.Client(timeout=limits, follow_redirects=True) as client:
            for part, file in jobs:
                outcomes.append(_fetch_one(client, part, file, address, models, watch, pause, clock))
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise ModelError(Text("Models cannot be written to {path} ({fault}).", path=models, fault=why)) from fault
    return outcomes


def _fetch_one(
    client: httpx.Client,
    part: Part,
    file: ModelFile,
    base: str,
    models: Path,
    watch: ImportProgress,
    pause: Callable[[float], object],
    clock: Callable[[], float],
) -> PartOutcome:
    url, host = file.address(base), urlsplit(base).netloc
    partial = Partial(models / file.path, file.sha256)
    try:
        watch.add(file.path, partial.size)
        tries = 0
        while partial.size < file.size:
            before = partial.size
            try:
                _one_try(client, url, host, file, partial, watch)
            except _TryAgainError as fault:
                tries = 0 if partial.size > before else tries
                if tries >= len(WAITS_S):
                    told = Text(
                        "{file} could not be fetched from {host} ({why}): try again later, what came is kept.",
                        file=file.path,
                        host=host,
                        why=fault,
                    )
                    return PartOutcome(part, FileState.PARTIAL, told)
                pause(WAITS_S[tries])
                tries += 1
                if watch.stopped():
                    raise ImportStoppedError from None
        sha256 = partial.finish(check_whole(part, file))
    except RefusedError as refused:
        return PartOutcome(part, refused.state, str(refused))
    finally:
        partial.leave()
    write_down(models, file, FileRecord(partial.size, sha256, url, clock()))
    return PartOutcome(part, FileState.GOOD, Text("{file} was fetched.", file=file.path), fresh=True)


def _one_try(
    client: httpx.Client, url: str, host: str, file: ModelFile, partial: Partial, watch: ImportProgress
) -> None:
    """Fetches as much as comes. Raises _TryAgainError or RefusedError."""
    import httpx

    # Bytes as they are: a packed answer has other positions than the file.
    headers = {"Accept-Encoding": "identity", "User-Agent": "compere"}
    if partial.size:
        headers["Range"] = f"bytes={partial.size}-"
    try:
        with client.stream("GET", url, headers=headers) as answer:
            _begin(answer, host, file, partial, watch)
            for (
                piece
            ) in answer.iter_raw():  # as they come: a piece that waited to be filled would be lost with the line
                if partial.size + len(piece) > file.size:
                    raise RefusedError(FileState.FOREIGN, _other_size(host, file, partial.size + len(piece)))
                partial.add(piece)
                watch.add(file.path, len(piece))
    except httpx.TimeoutException as fault:
        raise _TryAgainError("no answer in time") from fault
    except httpx.ConnectError as fault:
        raise _TryAgainError("it cannot be reached") from fault
    except httpx.HTTPError as fault:
        raise _TryAgainError("the connection broke") from fault
    if partial.size < file.size:
        raise _TryAgainError("the connection broke")


def _begin(answer: httpx.Response, host: str, file: ModelFile, partial: Partial, watch: ImportProgress) -> None:
    """Looks at the answer's head; begins again where the source cannot go on. Raises _TryAgainError or RefusedError."""
    code = answer.status_code
    if code in (408, 425, 429) or code >= 500:
        raise _TryAgainError(Text("it answers {code}", code=code))
    if code == 416:
        _start_over(partial, watch, file)
        raise _TryAgainError("it cannot go on from there")
    if code in (401, 403):
        raise RefusedError(
            FileState.MISSING,
            Text(
                "{host} does not give {file} away ({code}): choose another source.",
                host=host,
                file=file.path,
                code=code,
            ),
        )
    if code not in (200, 206):
        raise RefusedError(
            FileState.MISSING,
            Text(
                "{host} does not have {file} ({code}): check the address of the source.",
                host=host,
                file=file.path,
                code=code,
            ),
        )
    length = answer.headers.get("Content-Length", "")
    coming = int(length) if length.isascii() and length.isdigit() else None
    if code == 206:
        start, whole = _range(answer.headers.get("Content-Range", ""))
        if start != partial.size:
            _start_over(partial, watch, file)
            raise _TryAgainError("it cannot go on from there")
        if whole not in (None, file.size):
            raise RefusedError(FileState.FOREIGN, _other_size(host, file, whole or 0))
        return
    if partial.size:
        _start_over(partial, watch, file)  # it sends all of it, whatever was asked
    if coming is not None and coming != file.size:
        raise RefusedError(FileState.FOREIGN, _other_size(host, file, coming))


def _start_over(partial: Partial, watch: ImportProgress, file: ModelFile) -> None:
    gone = partial.size
    partial.again()
    watch.add(file.path, -gone)


def _other_size(host: str, file: ModelFile, size: int) -> str:
    here, there = size_words(size), size_words(file.size)
    if here == there:
        here, there = f"{size} B", f"{file.size} B"
    return Text(
        "{host} has another {file}: {size} and not {whole}; choose another source.",
        host=host,
        file=file.path,
        size=here,
        whole=there,
    )


def _range(header: str) -> tuple[int, int | None]:
    """Start and whole size of a Content-Range like `bytes 100-199/200`; -1 when it cannot be read."""
    span, _, whole = header.removeprefix("bytes ").partition("/")
    start = span.partition("-")[0]
    if not start.isdigit():
        return -1, None
    return int(start), int(whole) if whole.isdigit() else None
