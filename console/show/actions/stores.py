"""The rows of the action table by which filmed hosts are built again, and old ones cleared away."""

from __future__ import annotations

from console.show.actions.action import Action, text_of
from console.show.effects.stores import ClearStores, LookAtStores, RebuildHost, StopRebuild

STORE_ACTIONS: tuple[Action, ...] = (
    Action(
        "look_stores",
        "LOOK AT THE HOSTS",
        "See what is prepared of each filmed host, and whether it can still be read",
        effects=lambda argument: (LookAtStores(),),
    ),
    Action(
        "rebuild",
        "REBUILD",
        "Build a filmed host again from its clip, beside the show; goes on where it was stopped",
        effects=lambda argument: (RebuildHost(text_of(argument, "avatar")),),
    ),
    Action(
        "stop_rebuild",
        "STOP REBUILDING",
        "Stop building the host again; the next time goes on from there",
        effects=lambda argument: (StopRebuild(text_of(argument, "avatar")),),
    ),
    Action(
        "clear_stores",
        "CLEAR OLD HOSTS",
        "Delete prepared hosts that nobody wants any more; the ones in use are never touched",
        effects=lambda argument: (ClearStores(),),
    ),
)
