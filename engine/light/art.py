"""What a light avatar may choose: the `[light]` table of avatar.toml, checked. Knows no Qt.

Each choice is one of a few drawn parts; each colour is one hex value from which the rig derives light and
shade. So an avatar is data, and a new one needs no code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

STAGES = ("drapes", "led-disc")
FACES = ("oval", "broad")
HAIRS = ("bob", "side-part")
OUTFITS = ("blazer", "dinner-jacket")
FRONTS = ("lectern", "none")
EXTRAS = ("earrings", "necklace", "brooch", "headset", "stubble", "glasses", "pocket-square")

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class ArtError(Exception):
    """The `[light]` table asks for something that the rig cannot draw. The message is one sentence."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Base colours as #rrggbb. Light and shade are derived from them."""

    skin: str = "#eab891"
    hair: str = "#3a2420"
    eyes: str = "#6b4527"
    lips: str = "#c9626a"
    outfit: str = "#2b3d74"
    shirt: str = "#fbf4ea"
    accent: str = "#e2b04a"
    stage: str = "#22336c"
    glow: str = "#7d97ff"
    front: str = "#6e4029"


@dataclass(frozen=True, slots=True)
class Art:
    """A light avatar's drawn parts. Every field is a choice of the tuple of the same name in this module."""

    stage: str = "drapes"
    face: str = "oval"
    hair: str = "bob"
    outfit: str = "blazer"
    front: str = "lectern"
    extras: frozenset[str] = frozenset()
    colours: Colours = field(default_factory=Colours)


def parse_art(table: Mapping[str, object]) -> Art:
    """The art that a `[light]` table describes. Raises ArtError with one sentence for the first fault."""
    choices = {"stage": STAGES, "face": FACES, "hair": HAIRS, "outfit": OUTFITS, "front": FRONTS}
    for name in table:
        if name not in choices and name not in ("extras", "colours"):
            known = ", ".join([*choices, "extras", "colours"])
            raise ArtError(f"[light] has no setting named {name!r}; it knows {known}")
    picked: dict[str, str] = {}
    for name, allowed in choices.items():
        if name in table:
            value = table[name]
            if not isinstance(value, str) or value not in allowed:
                raise ArtError(f"[light] {name} must be one of {', '.join(allowed)}, not {value!r}")
            picked[name] = value
    return Art(**picked, extras=_extras(table.get("extras", [])), colours=_colours(table.get("colours", {})))


def _extras(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise ArtError("[light] extras must be a list of words")
    for word in value:
        if not isinstance(word, str) or word not in EXTRAS:
            raise ArtError(f"[light] extras may hold {', '.join(EXTRAS)}, not {word!r}")
    return frozenset(value)


def _colours(value: object) -> Colours:
    if not isinstance(value, dict):
        raise ArtError("[light.colours] must be a table")
    known = [f.name for f in fields(Colours)]
    for name, colour in value.items():
        if name not in known:
            raise ArtError(f"[light.colours] has no colour named {name!r}; it knows {', '.join(known)}")
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise ArtError(f'[light.colours] {name} must be a colour like "#2b3d74", not {colour!r}')
    return Colours(**value)
