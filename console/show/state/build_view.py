"""A host in the making, as the window shows it: plain data."""

from __future__ import annotations

from dataclasses import dataclass

MEASURES = ("width", "height", "chin", "feather")
"""Of the drawn mask, each a part of the face box (the feather: of the square around it)."""

MEASURE_LIMITS = {"width": (30, 100), "height": (20, 50), "chin": (70, 100), "feather": (0, 30)}
"""In percent."""


@dataclass(frozen=True)
class BuildPlan:
    """What the operator wants.

    Attributes:
        clip: the file; "" when nothing is being made.
        name, licence: of the avatar.
        face: which face, from the left, 1 the first; 0 the only one.
        box: (left, top, right, bottom) on the first picture when it was drawn by hand; () for what is found.
        start, end: the piece of the clip in seconds; an end of 0 is the clip's.
        width, height, chin, feather: of the mask, in percent.
    """

    clip: str = ""
    name: str = ""
    licence: str = ""
    face: int = 0
    box: tuple[int, ...] = ()
    start: float = 0.0
    end: float = 0.0
    width: int = 90
    height: int = 50
    chin: int = 95
    feather: int = 10


@dataclass(frozen=True)
class BuildView:
    """The page of a host in the making.

    Attributes:
        plan: what is wanted.
        picture: file of the clip's first picture, or "" before anybody looked.
        size: of that picture, in pixels. seconds: length of the clip, 0 of a photo.
        faces: boxes found on it, from the left.
        box: the one that counts now, or ().
        outline: the mask's edge on the picture, x, y; ().
        busy: what is under way, in words, or "". done, total: how much of it.
        told: how it ended, in words. advice: on the clip, one sentence each. failed: it ended badly.
        finished: the avatar is there.
    """

    plan: BuildPlan = BuildPlan()
    picture: str = ""
    size: tuple[int, int] = (0, 0)
    seconds: float = 0.0
    faces: tuple[tuple[int, ...], ...] = ()
    box: tuple[int, ...] = ()
    outline: tuple[tuple[float, float], ...] = ()
    busy: str = ""
    done: int = 0
    total: int = 0
    told: str = ""
    advice: tuple[str, ...] = ()
    failed: bool = False
    finished: bool = False
