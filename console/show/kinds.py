"""The few kinds of things that a preset, a setting and an action choose from."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """What drives the avatar's voice and face."""

    MIRROR = "mirror"
    ANSWER = "answer"
    SAY = "say"


class Pa(StrEnum):
    """How the MC's voice reaches the hall in MIRROR."""

    THROUGH = "through"  # through Compere, delayed by the lip delay: perfect sync
    DIRECT = "direct"  # past Compere, at once: the lips trail


class SlateKind(StrEnum):
    """The safe picture that playout shows whenever the avatar is not on air."""

    LOGO = "logo"
    PICTURE = "picture"
    BLACK = "black"
