"""`compere render --avatar Lin --audio speech.wav --out film.mp4`: a film from the command line."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TextIO

from console import paths
from console.command_line.language import say
from console.show.report.columns import padded
from console.show.state.film_view import TimeLeft, clock_words
from engine.avatar import Avatar, find_avatars
from engine.film.order import FilmError, Order, parse_cards, parse_quality, parse_rate
from engine.render import FilmCancelled, lower_priority, make_film
from engine.text import Text

DONE, FAILED, CANCELLED = 0, 1, 130
"""Exit codes: 130 is what a shell says of Ctrl+C."""

_REFRESH_S = 0.2


def main(chosen: argparse.Namespace) -> int:
    """Does what the command line asks; returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lower_priority()
    try:
        order = order_of(chosen, find_avatars(paths.avatar_roots())[0])
        with _watched() as stopped:
            make_film(
                order,
                ProgressLine(sys.stderr, time.monotonic),
                stopped,
                lambda sentence: print(say(sentence), file=sys.stderr),
            )
    except FilmError as fault:
        print(say(str(fault)), file=sys.stderr)
        return FAILED
    except FilmCancelled:
        print(say("Cancelled: nothing was left behind."), file=sys.stderr)
        return CANCELLED
    print(say(Text("{path} (approximate: the small decoder)", path=order.out)) if order.approximate else order.out)
    return DONE


def order_of(chosen: argparse.Namespace, avatars: list[Avatar]) -> Order:
    """What the command line asks for. Raises FilmError."""
    avatar = find_one(chosen.avatar, avatars)
    width, _, height = (chosen.size.lower() or f"{avatar.width}x{avatar.height}").partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise FilmError(
            Text("A size is two numbers of pixels like 1280x720; {text} is not possible.", text=chosen.size)
        )
    rate = chosen.fps.strip() or str(avatar.rate)
    parse_rate(rate)
    return Order(
        avatar=avatar.folder,
        sound=Path(chosen.audio).expanduser(),
        out=Path(chosen.out).expanduser().absolute(),
        rate=rate,
        width=int(width),
        height=int(height),
        crf=parse_quality(chosen.quality),
        exact=not chosen.fast,
        decoder=chosen.decoder,
        cards=parse_cards(chosen.cards),
        models=paths.models_folder(),
        prepared=paths.cache_folder(),
        force=chosen.force,
    )


def find_one(word: str, avatars: Sequence[Avatar]) -> Avatar:
    """The avatar with this id or name. Raises FilmError naming those that there are."""
    for avatar in avatars:
        if word.strip().casefold() in (avatar.id, avatar.name.casefold()):
            return avatar
    there = ", ".join(avatar.name for avatar in avatars) or "none"
    if not word.strip():
        raise FilmError(Text("Choose who speaks in the film: {names}.", names=there))
    raise FilmError(Text("There is no avatar {word}; those that there are: {names}.", word=word, names=there))


class ProgressLine:
    """How far it is, on one line of a terminal; in a file or a pipe, nothing."""

    def __init__(self, out: TextIO, clock: Callable[[], float]) -> None:
        self._out, self._clock = out, clock
        self._left, self._next = TimeLeft(), 0.0
        self._terminal = out.isatty()

    def __call__(self, frame: int, of: int) -> None:
        """`frame` pictures of `of` are done."""
        now = self._clock()
        left = self._left.update(now, frame, of)
        if not self._terminal or (now < self._next and frame < of):
            return
        self._next = now + _REFRESH_S
        words = f"{frame * 100 // max(of, 1):3} %  " + say(Text("picture {count} of {whole}", count=frame, whole=of))
        words += "  " + say(Text("{time} left", time=clock_words(left))) if left is not None and frame < of else ""
        self._out.write(f"\r{padded(words, 60)}" + ("\n" if frame == of else ""))
        self._out.flush()


@contextmanager
def _watched() -> Iterator[Callable[[], bool]]:
    """Ctrl+C and an end by request are looked at between two pictures."""
    stops: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        stops.append(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: bool(stops)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
