"""`compere models list | fetch | import DIR | verify | distil`: the neural driver's files from the command line."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TextIO

from console import paths
from console.command_line.language import say
from console.models.catalogue import HUB
from console.models.distilling import distil
from console.models.fetching import bytes_to_fetch, check_address, fetch, to_fetch
from console.models.graphics import gather
from console.models.importing import import_from
from console.models.outcome import ImportProgress, ImportStoppedError, ModelError, PartOutcome
from console.models.verify import Stock, stock
from console.settings.file import load_settings, settings_path
from console.show.report.columns import columns, padded
from console.show.state.model_view import FileState, size_words
from console.show.state.neural import NeuralReadiness, judge_neural
from engine.text import Text

ALL_WELL, NOT_WELL, NOT_ASKED, STOPPED = 0, 1, 2, 130
"""Exit codes: 130 is what a shell says of Ctrl+C."""

REFRESH_S = 0.2


def main(chosen: argparse.Namespace) -> int:
    """Does what the command line asks; returns the exit code: 0 when all that is needed is there and good."""
    folder = paths.models_folder()
    if chosen.verb == "distil":
        return distil(chosen.steps, synthetic=chosen.synthetic)
    try:
        with _watched() as watch:
            if chosen.verb == "list":
                return _list(folder, chosen.json)
            if chosen.verb == "verify":
                return _verify(folder, chosen.json, watch)
            if chosen.verb == "import":
                return _print_outcomes(import_from(Path(chosen.folder).expanduser(), folder, watch))
            return _fetch(folder, chosen.source, chosen.optional, chosen.yes, watch)
    except ModelError as fault:
        print(say(str(fault)), file=sys.stderr)
        return NOT_WELL
    except ImportStoppedError:
        print(say("Stopped: what came is kept, and the next time goes on from there."), file=sys.stderr)
        return STOPPED


def _list(folder: Path, as_json: bool) -> int:
    lying = stock(folder)
    readiness = judge_neural(gather(lying))
    print(json.dumps(document(folder, lying, readiness), indent=2) if as_json else table(folder, lying, readiness))
    return _code(lying)


def _verify(folder: Path, as_json: bool, watch: ImportProgress) -> int:
    watch.expect(sum(each.size for each in stock(folder) if each.verdict.state is FileState.GOOD))

    def passed(size: int) -> None:
        watch.done += size
        watch.moved("verifying", watch.done, watch.total)

    lying = stock(folder, whole=True, stopped=watch.stopped, passed=passed)
    if watch.stopped():
        raise ImportStoppedError
    if as_json:
        print(json.dumps(document(folder, lying), indent=2))
    else:
        for each in lying:
            print(say(each.verdict.sentence or Text("{file} is good.", file=each.file.path)))
    return _code(lying)


def _fetch(folder: Path, source: str, optional: bool, yes: bool, watch: ImportProgress) -> int:
    settings, trouble = load_settings(settings_path())
    if trouble and not source:
        print(say(trouble), file=sys.stderr)
    base = check_address(source or settings.models_source or HUB)
    jobs = to_fetch(folder, optional=optional)
    if not jobs:
        print(say("Nothing is missing: all files of the neural driver are there."))
        return ALL_WELL
    for part, file in jobs:
        print(f"{file.path}: {size_words(file.size)}, {say(part.licence)}, {file.address(base)}")
    question = say(
        Text(
            "Fetch {size} from {host} into {path}?",
            size=size_words(bytes_to_fetch(folder, jobs)),
            host=base,
            path=folder,
        )
    )
    if not yes and not _agreed(question):
        return NOT_ASKED
    outcomes = fetch(folder, base, watch, optional=optional, pause=_pause_of(watch))
    code = _print_outcomes(outcomes)
    return code if all(each.fresh for each in outcomes) else NOT_WELL  # what was asked for and did not come


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        print(question, say("Say --yes to do it: nothing was fetched."), file=sys.stderr)
        return False
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes", "是")


def _print_outcomes(outcomes: Sequence[PartOutcome]) -> int:
    for each in outcomes:
        required = "" if each.part.required or each.fresh else f" ({say('not required')})"
        print(f"{say(each.sentence)}{required}")
    return ALL_WELL if all(each.well for each in outcomes) else NOT_WELL


def _code(lying: Sequence[Stock]) -> int:
    bad = [each for each in lying if each.verdict.state is not FileState.GOOD]
    missing = [each for each in bad if each.part.required or each.verdict.state is not FileState.MISSING]
    return NOT_WELL if missing else ALL_WELL


def table(folder: Path, lying: Sequence[Stock], readiness: NeuralReadiness) -> str:
    """The parts as text for a person."""
    lines = [say(Text("Models in {path}", path=folder)), ""]
    for each in lying:
        key = "{what}. Licence: {found}." if each.part.required else "{what} (not required). Licence: {found}."
        absent = each.verdict.state is FileState.MISSING
        state = padded(say("ABSENT" if absent else each.verdict.state.value.upper()), 9)
        lines.append(f"{state} {each.file.path}  {size_words(each.file.size)}")
        lines.append(f"{'':9} {say(Text(key, what=each.part.purpose, found=each.part.licence))}")
        lines.append(f"{'':9} {say(Text('Source: {path}', path=f'{HUB}/{each.part.source}'))}")
        if each.verdict.sentence and each.verdict.state is not FileState.MISSING:
            lines.append(f"{'':9} {say(each.verdict.sentence)}")
    lines += ["", say(readiness.sentence), *([say(readiness.cure)] if readiness.cure else [])]
    return "\n".join(lines)


def document(folder: Path, lying: Sequence[Stock], readiness: NeuralReadiness | None = None) -> dict[str, object]:
    """The parts for a program."""
    files = [
        {
            "key": each.part.key,
            "path": each.file.path,
            "purpose": each.part.purpose,
            "state": each.verdict.state.value,
            "sentence": each.verdict.sentence,
            "size": each.size,
            "published_size": each.file.size,
            "sha256": each.file.sha256,
            "licence": each.part.licence,
            "source": each.file.address(HUB),
            "required": each.part.required,
        }
        for each in lying
    ]
    found: dict[str, object] = {"folder": str(folder), "files": files}
    if readiness is not None:
        found["neural"] = {"state": readiness.state.value, "sentence": readiness.sentence, "cure": readiness.cure}
    return found


class Progress:
    """A line on a terminal that says how far it is; nothing where there is none."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out, self._clock = out, clock
        self._last, self._wide = -1e9, 0
        self._shown = out.isatty()

    def moved(self, path: str, done: int, total: int) -> None:
        """So much is there."""
        now = self._clock()
        if not self._shown or (now - self._last < REFRESH_S and done < total):
            return
        self._last = now
        part = f"{100 * done // total:3d} %  " if total else ""
        line = (
            part + say(Text("{size} of {whole}", size=size_words(max(0, done)), whole=size_words(total))) + f"  {path}"
        )
        self._out.write(f"\r{padded(line, self._wide)}")
        self._out.flush()
        self._wide = columns(line)

    def done(self) -> None:
        """Takes the line away."""
        if self._wide:
            self._out.write("\r" + " " * self._wide + "\r")
            self._out.flush()


@contextmanager
def _watched() -> Iterator[ImportProgress]:
    """A watch that shows progress, and that Ctrl+C stops between two pieces."""
    stop = threading.Event()

    def halt(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt  # twice: whatever it hangs in
        stop.set()

    progress = Progress(sys.stderr)
    main_thread = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, halt) if main_thread else None
    try:
        yield ImportProgress(stop.is_set, progress.moved)
    finally:
        progress.done()
        if main_thread:
            signal.signal(signal.SIGINT, before)


def _pause_of(watch: ImportProgress) -> Callable[[float], None]:
    """Waits, but not longer than until it is stopped."""

    def pause(seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and not watch.stopped():
            time.sleep(0.1)

    return pause
