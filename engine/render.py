"""Makes a film: an avatar speaks a sound file, at low priority, faster or slower than real time.

    python -m engine.render < ORDER        one line of `engine.film.order.Order.to_json`

Prints one JSON object a line: {"event": "begun", "of": 250}, {"event": "progress", "frame": 12, "of": 250},
{"event": "note", "sentence": …} where a card is lost and the others go on, then
{"event": "done", "file": …}, {"event": "cancelled"} or {"event": "failed", "sentence": …}. Exit status 0, 2 or 1.
Closing its input cancels it; then, as after a failure, nothing is left behind.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import TextIO

from engine.film.order import FilmError, Order, pictures_in
from engine.ipc.json_lines import emit

DONE, FAILED, CANCELLED = 0, 1, 2

_NICE = 10
_DRAWN_AHEAD = 16
"""Pictures between the painter and the encoder: 50 MB at 1080p."""


class FilmCancelled(Exception):  # noqa: N818 - no error
    """Somebody does not want the film any more."""


def make_film(
    order: Order,
    progress: Callable[[int, int], None] = lambda frame, of: None,
    stopped: Callable[[], bool] = lambda: False,
    note: Callable[[str], None] = lambda sentence: None,
) -> None:
    """Make the film of `order`: it is there whole, or not at all.

    `progress` hears (pictures done, pictures in all), first with 0; `note` hears what did not end the film.

    Raises:
        FilmError: one sentence for the operator. FilmCancelled: `stopped` said so.
    """
    from engine.film.ahead import Ahead
    from engine.film.crew import painted
    from engine.film.painting import open_avatar
    from engine.film.soundtrack import open_soundtrack
    from engine.film.writer import FilmWriter
    from engine.painters import make_painter

    order.check()
    open_avatar(order.avatar)
    sound = open_soundtrack(order.sound)
    try:
        order.check_room(sound.length)
        total = pictures_in(sound.length, order.frames_a_second)
        progress(0, total)
        with (
            painted(order, sound, make_painter, note) as painting,
            FilmWriter(order, sound.channels) as film,
            Ahead(painting, _DRAWN_AHEAD) as pictures,
        ):
            for picture in pictures:
                if stopped():
                    raise FilmCancelled
                film.picture(picture)
                film.sound(sound.both(film.sounded, min(film.sound_wanted, sound.length) - film.sounded))
                progress(film.pictures, total)
            if film.pictures != total:
                raise FilmError("The film came out too short inside Compere: the log has more.")
            film.finish()
    finally:
        sound.close()


def lower_priority() -> None:
    """A show on this computer comes first."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    elif sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)


def main() -> int:
    """Make the film that standard input asks for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lower_priority()
    order = Order.from_json(sys.stdin.readline())
    stop = threading.Event()
    threading.Thread(target=_listen, args=(sys.stdin, stop), name="cancel", daemon=True).start()
    told = -1

    def progress(frame: int, of: int) -> None:
        nonlocal told
        if frame == 0:
            emit(event="begun", of=of)
        elif frame * 1000 // of != told:
            told = frame * 1000 // of
            emit(event="progress", frame=frame, of=of)

    try:
        make_film(order, progress, stop.is_set, lambda sentence: emit(event="note", sentence=sentence))
    except FilmError as fault:
        emit(event="failed", sentence=str(fault))
        return FAILED
    except FilmCancelled:
        emit(event="cancelled")
        return CANCELLED
    emit(event="done", file=str(order.out))
    return DONE


def _listen(source: TextIO, stop: threading.Event) -> None:
    """Nobody ever writes more: an end of the input is an end of the request."""
    source.read()
    stop.set()


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # the listener waits for input that may never end
