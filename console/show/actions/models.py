"""The rows of the action table that see to the neural driver's files."""

from __future__ import annotations

from console.show.actions.action import Action, text_of
from console.show.core.state import UNARMED
from console.show.effects.show import CheckModels, FetchModels, ImportModels, StopModels

_IN_STANDBY = "Models are brought in in STANDBY only: END the show first."

MODEL_ACTIONS: tuple[Action, ...] = (
    Action(
        "check_models",
        "CHECK MODELS",
        "Look at the neural driver's files and at the graphics card; `whole` reads every file to its end",
        effects=lambda argument: (CheckModels(argument == "whole"),),
        allowed=UNARMED,
        refusal=_IN_STANDBY,
    ),
    Action(
        "import_models",
        "IMPORT MODELS",
        "Bring the neural driver's files in from a folder or a USB stick",
        effects=lambda argument: (ImportModels(text_of(argument, "folder")),),
        allowed=UNARMED,
        refusal=_IN_STANDBY,
    ),
    Action(
        "fetch_models",
        "FETCH MODELS",
        "Fetch what is missing of the neural driver's files over the network",
        effects=lambda argument: (FetchModels(),),
        allowed=UNARMED,
        refusal=_IN_STANDBY,
    ),
    Action(
        "stop_models",
        "STOP MODELS",
        "Stop bringing models in; the next time goes on from there",
        effects=lambda argument: (StopModels(),),
    ),
)
