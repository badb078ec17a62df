"""What the prepared hosts ask the console to carry out, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LookAtStores:
    """See what is prepared of each filmed host, and whether all of it can still be read."""


@dataclass(frozen=True)
class RebuildHost:
    """Build a filmed host again from its clip; goes on where it was stopped."""

    avatar_id: str


@dataclass(frozen=True)
class StopRebuild:
    """Stop building it again; what is done is kept."""

    avatar_id: str


@dataclass(frozen=True)
class ClearStores:
    """Delete what nobody wants any more."""


StoreEffect = LookAtStores | RebuildHost | StopRebuild | ClearStores
