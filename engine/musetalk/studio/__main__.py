"""The build as a child process, at low priority.

    python -m engine.musetalk.studio new CLIP --name Lin --licence "…" --avatars DIR --cache DIR --models DIR …
    python -m engine.musetalk.studio again FOLDER --cache DIR --models DIR [--processor]
    python -m engine.musetalk.studio look CLIP --picture FILE [--from S]

Prints one JSON object a line: {"event": "begun", "card": false} (of `again` only),
{"event": "progress", "stage": "looking", "frame": 12, "of": 250}, then
{"event": "done", …}, {"event": "looked", …}, {"event": "stopped"} or {"event": "failed", "sentence": …}.
Exit status 0, 1 when it failed, 130 when it was stopped (by SIGINT or SIGTERM, or when its standard input closes).
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from engine.avatar import AvatarError, load_avatar
from engine.ipc.json_lines import emit
from engine.musetalk.store.config import FINDERS, LIMITS, LOOPS, SHAPES, AvatarConfigError, parse_config
from engine.musetalk.store.prepared import clip_of
from engine.musetalk.store.store import Store, StoreError
from engine.musetalk.studio.clip import ClipError, open_clip
from engine.musetalk.studio.folder import FolderError, free_place, id_of, write
from engine.musetalk.studio.landmarks import Cascade, FinderError
from engine.opencv import opencv
from engine.text import Text

FAILED, STOPPED = 1, 130

_NICE = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what is asked; returns the exit status."""
    options = _arguments().parse_args(arguments)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    stop = _stopped_by_others(options.listen)
    from engine.musetalk.studio.making import BuildStoppedError

    try:
        if options.verb == "look":
            _inspect(options)
        elif options.verb == "again":
            _again(options, stop)
        else:
            _new(options, stop)
    except BuildStoppedError:
        emit(event="stopped")
        return STOPPED
    except ImportError as cause:
        emit(
            event="failed",
            sentence=Text(
                "The neural driver's libraries are not installed ({name}): install Compere with them.", name=cause.name
            ),
        )
        return FAILED
    except Exception as fault:
        if not isinstance(fault, _sentences()):
            raise
        emit(event="failed", sentence=_whole(str(fault)))
        return FAILED
    return 0


def _sentences() -> tuple[type[Exception], ...]:
    from engine.musetalk.network.weights import WeightsError

    return AvatarError, ClipError, FinderError, FolderError, StoreError, WeightsError, AvatarConfigError


def _new(asked: argparse.Namespace, stop: threading.Event) -> None:
    from engine.musetalk.studio.making import Places, make, resolved

    file = Path(asked.clip).expanduser()
    name = " ".join(asked.name.split())
    avatar = asked.id or id_of(name)
    place = free_place(Path(asked.avatars), avatar)
    if not name or not asked.licence.strip():
        raise FolderError("An avatar needs a name, and the licence under which its clip may be shown.")
    mask = {measure: getattr(asked, f"mask_{measure}") for measure in LIMITS}
    table: dict[str, object] = {
        "start_s": asked.start,
        "end_s": asked.end,
        "face": asked.face,
        "box": asked.box,
        "finder": asked.finder,
        "loop": asked.loop,
        "mask": {measure: value for measure, value in mask.items() if value is not None},
    }
    places = Places(Path(asked.cache), Path(asked.models))
    options = resolved(parse_config(table), file, places.models, asked.mask)
    made = make(avatar, file, options, places, _progress, stop.is_set)
    store = Store.open(made.folder)
    write(place, name, file, options, store, asked.licence, tuple(asked.credit), asked.reference)
    emit(event="done", folder=str(place), store=str(made.folder), reused=made.reused, report=made.card.report)


def _again(asked: argparse.Namespace, stop: threading.Event) -> None:
    from engine.musetalk.studio.making import Places, make, usual_device

    avatar = load_avatar(Path(asked.folder))
    if avatar.driver != "musetalk":
        raise FolderError(Text("{name} is drawn, not filmed: there is nothing to build.", name=avatar.name))
    options = parse_config(avatar.settings)
    device = "cpu" if asked.processor else usual_device()
    emit(event="begun", card=device != "cpu")
    places = Places(Path(asked.cache), Path(asked.models))
    made = make(avatar.id, clip_of(avatar, options), options, places, _progress, stop.is_set, device=device)
    emit(event="done", folder=asked.folder, store=str(made.folder), reused=made.reused, report=made.card.report)


def _inspect(asked: argparse.Namespace) -> None:
    """The first frame as a picture, and the faces in it."""
    file = Path(asked.clip).expanduser()
    clip = open_clip(file, asked.start)
    frame = next(clip.frames())
    if not opencv().imwrite(asked.picture, frame):
        raise FolderError(f"The picture cannot be written to {asked.picture}.")
    faces = sorted((list(each.box) for each in Cascade().faces(frame)), key=lambda box: box[0] + box[2])
    size = {"width": clip.width, "height": clip.height}
    emit(event="looked", **size, seconds=clip.length_s, still=clip.still, faces=faces, picture=asked.picture)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine.musetalk.studio", description="Make an avatar of a clip.")
    parser.add_argument("--listen", action="store_true", help="stop when standard input closes")
    verbs = parser.add_subparsers(dest="verb", required=True)
    new = verbs.add_parser("new")
    add_options(new)
    new.add_argument("--avatars", required=True)
    again = verbs.add_parser("again")
    again.add_argument("folder")
    again.add_argument("--processor", action="store_true", help="leave the cards alone: a show may need them")
    for verb in (new, again):
        verb.add_argument("--cache", required=True)
        verb.add_argument("--models", required=True)
    look = verbs.add_parser("look")
    look.add_argument("clip")
    look.add_argument("--picture", required=True)
    look.add_argument("--from", dest="start", type=float, default=0.0)
    return parser


def add_options(parser: argparse.ArgumentParser) -> None:
    """What can be requested of a new avatar."""
    parser.add_argument("clip")
    parser.add_argument("--name", required=True)
    parser.add_argument("--id", default="")
    parser.add_argument("--licence", required=True)
    parser.add_argument("--credit", action="append", default=[])
    parser.add_argument("--reference", action="store_true")
    parser.add_argument("--from", dest="start", type=float, default=0.0)
    parser.add_argument("--to", dest="end", type=float, default=0.0)
    parser.add_argument("--face", type=int, default=0)
    parser.add_argument("--box", type=_box, default=[])
    parser.add_argument("--finder", choices=FINDERS, default="cascade")
    parser.add_argument("--loop", choices=LOOPS, default="auto")
    parser.add_argument("--mask", choices=("auto", *SHAPES), default="auto")
    for measure in LIMITS:
        parser.add_argument(f"--mask-{measure}", type=float)


def _box(text: str) -> list[int]:
    return [int(side) for side in text.split(",")]


def _stopped_by_others(listen: bool) -> threading.Event:
    stop = threading.Event()
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())

    def wait_for_the_end() -> None:
        # Not by sys.stdin: a thread that waits in its lock aborts the end of the interpreter.
        while os.read(0, 1024):
            pass
        stop.set()

    if listen:
        threading.Thread(target=wait_for_the_end, name="listening", daemon=True).start()
    return stop


def _progress(stage: str, frame: int, of: int) -> None:
    emit(event="progress", stage=stage, frame=frame, of=of)


def _whole(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else sentence + "."


if __name__ == "__main__":
    sys.exit(main())
