"""Films that are wanted, as the window shows them: plain data, and the law of the time that is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

RATES = ("24", "25", "29.97", "30", "50", "60")
"""Frames a second that the page offers; the command line takes any from 10 to 60."""

SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1080, 1920), (1080, 1080))
"""Sizes that the page offers, in pixels."""

QUALITIES = ("small", "good", "best")


class FilmState(StrEnum):
    """How a film of the queue is."""

    WAITING = "waiting"
    MAKING = "making"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class FilmPlan:
    """The next film to be put into the queue.

    Attributes:
        avatar: its id. sound: any sound or video file. out: the film's file.
        rate: frames a second; "" is the host's own. width, height: pixels; 0 is the host's own size.
        quality: one of `QUALITIES`.
        exact: the same bits each time, slower; for the neural driver only.
        cards: graphics cards that take turns, as "0,1"; "" is whatever there is.
    """

    avatar: str = ""
    sound: str = ""
    out: str = ""
    rate: str = ""
    width: int = 0
    height: int = 0
    quality: str = "good"
    exact: bool = True
    cards: str = ""


@dataclass(frozen=True)
class FilmLine:
    """One film of the queue.

    Attributes:
        number: which one, since the console began.
        name: of its file. who: the avatar's name.
        state: how it is. part: how much of it is made, 0 to 1.
        left_s: seconds until it is done; None when that is not known.
        sentence: why it failed, or "".
        approximate: the small decoder draws it.
    """

    number: int
    name: str
    who: str
    state: FilmState = FilmState.WAITING
    part: float = 0.0
    left_s: float | None = None
    sentence: str = ""
    approximate: bool = False


@dataclass(frozen=True)
class FilmsView:
    """The page of films.

    Attributes:
        plan: the next one, as it is being put together.
        lines: the queue, the oldest first.
        replacing: the plan's file is there already: whoever adds it once more replaces it.
        cards: names of the graphics cards that are there, in the driver's order; empty before anybody looked.
    """

    plan: FilmPlan = field(default_factory=FilmPlan)
    lines: tuple[FilmLine, ...] = ()
    replacing: bool = False
    cards: tuple[str, ...] = ()


class TimeLeft:
    """Tells how long a piece of work still takes, by how long it took so far.

    The first picture counts as the beginning: what came before (reading the sound, loading networks) comes once only.
    """

    def __init__(self) -> None:
        self._first: tuple[float, int] | None = None

    def update(self, now: float, done: int, of: int) -> float | None:
        """Seconds left when `done` of `of` are done at `now` (s on any clock); None before that can be told."""
        if self._first is None or done < self._first[1]:
            self._first = now, done
        begun, before = self._first
        if done <= before or now <= begun:
            return None
        return (of - done) * (now - begun) / (done - before)


def clock_words(seconds: float) -> str:
    """A length of time as 0:07 or 1:02:03."""
    whole = max(0, round(seconds))
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
