"""What the making of a host from a clip asks the console to carry out, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LookAtClip:
    """Open a clip: its first picture, and the faces on it."""

    path: str


@dataclass(frozen=True)
class ChangePlan:
    """Other values for fields of the `BuildPlan`."""

    fields: tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class StartBuild:
    """Make the host as planned; goes on where it was stopped."""


@dataclass(frozen=True)
class StopBuild:
    """Stop what is under way; what is done is kept."""


@dataclass(frozen=True)
class CloseBuild:
    """Put the plan away."""


BuildEffect = LookAtClip | ChangePlan | StartBuild | StopBuild | CloseBuild
