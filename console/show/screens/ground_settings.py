"""The settings of the hall picture's ground: as drawn, one colour, or fill and key for a vision mixer."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from console.show.core.field_info import Control, FieldInfo
from console.show.state.output_settings import OutputOptions
from engine.text import Text

GREEN = "#00b140"
BLUE = "#0047bb"
"""The two colours that chroma keys are made for."""


class GroundGroup(StrEnum):
    """What settings of the ground stand together, by its title."""

    GROUND = "Ground of the hall's picture"


NOT_KEYABLE = (
    "{name} is filmed, and a filmed host's ground cannot be taken away: choose a drawn host, or the ground AS DRAWN in "
    "EDIT, SETTINGS, DEVICES."
)


class GroundOptions(OutputOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What can be set of the ground.

    Attributes:
        ground: what the hall's screen has around the host.
        ground_colour: `#rrggbb`, where it is one colour.
        fill: whether the fill's colours are multiplied by the key already.
        key_screen: key of the screen that gets the key; "" is none.
    """

    ground: Annotated[
        Literal["drawn", "colour", "beside", "screens"],
        FieldInfo(
            "Ground",
            GroundGroup.GROUND,
            choices={
                "drawn": ("AS DRAWN", "The host before their own scenery"),
                "colour": ("COLOUR", "The host on one colour, for a chroma key"),
                "beside": ("KEY BESIDE", "One picture twice as wide: fill at the left, key at the right"),
                "screens": ("KEY SCREEN", "The fill on the hall's screen, the key on another one"),
            },
            why="The ground is drawn, colour, beside or screens.",
        ),
    ] = "drawn"
    ground_colour: Annotated[
        str,
        msgspec.Meta(pattern=r"^#[0-9a-fA-F]{6}$", max_length=7),
        FieldInfo(
            "Colour",
            GroundGroup.GROUND,
            "as #00b140",
            called="Colour of the ground",
            why="A colour is written as # and six digits, like #00b140.",
        ),
    ] = GREEN
    fill: Annotated[
        Literal["premultiplied", "straight"],
        FieldInfo(
            "Fill",
            GroundGroup.GROUND,
            choices={
                "premultiplied": ("PREMULTIPLIED", "Edges are dark already: the mixer only adds. Also called shaped"),
                "straight": ("STRAIGHT", "Edges have their whole colour: the mixer multiplies by the key"),
            },
            why="The fill is premultiplied or straight.",
        ),
    ] = "premultiplied"
    key_screen: Annotated[
        str,
        msgspec.Meta(max_length=300),
        FieldInfo(
            "Key on",
            GroundGroup.GROUND,
            "The screen that gets the key: white where the host is, black elsewhere",
            called="Screen of the key",
            control=Control.LIST,
            none="not chosen",
        ),
    ] = ""


def ground_changed(before: GroundOptions, now: GroundOptions) -> bool:
    """Something of the ground was set."""
    return any(
        getattr(before, name) != getattr(now, name) for name in ("ground", "ground_colour", "fill", "key_screen")
    )


def ground_fault(options: GroundOptions, name: str, *, keyable: bool) -> str:
    """Why a host of this name cannot be on such a ground, in one sentence, or ""."""
    return "" if keyable or options.ground == "drawn" else Text(NOT_KEYABLE, name=name)
