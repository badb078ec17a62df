"""What a filmed avatar is made of and how: the `[musetalk]` table of avatar.toml, checked. Needs no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

FINDERS = ("cascade", "s3fd", "rtmlib", "mediapipe")
SHAPES = ("drawn", "parsed")
LOOPS = ("auto", "there-and-back", "round")

LONGEST_S = 60.0
"""Seconds of a clip that may be used."""


class AvatarConfigError(Exception):
    """The `[musetalk]` table asks for something that cannot be. The message is one sentence, without its full stop."""


@dataclass(frozen=True)
class MaskConfig:
    """The part of the drawn face that is shown.

    Attributes:
        shape: `drawn` is a jaw of the measures below, `parsed` follows the face as BiSeNet sees it.
        width: of the jaw, as a part of the face box's width.
        height: from the face box's bottom up to where it begins, as a part of the box's height.
        chin: how far down it reaches, as a part of the box's height.
        feather: width of the soft rim, as a part of the crop box's.
    """

    shape: str = "drawn"
    width: float = 0.9
    height: float = 0.5
    chin: float = 0.95
    feather: float = 0.1


LIMITS: Mapping[str, tuple[float, float]] = {
    "width": (0.3, 1.0),
    "height": (0.2, 0.5),
    "chin": (0.7, 1.0),
    "feather": (0.0, 0.3),
}
"""What the measures of a mask may be."""


@dataclass(frozen=True)
class AvatarConfig:
    """How an avatar is made from its clip.

    Attributes:
        clip: the clip's file name in the avatar's folder, or its whole path elsewhere.
        source: `store.fingerprint` of the clip; by it the prepared avatar is known when the clip is gone.
        start_s, end_s: the piece of the clip, in seconds; an end of 0 is the clip's.
        face: which face, counted from the left, 1 the first; 0 the only one, or by far the largest.
        box: the face box on the first frame as corrected by hand, in the prepared frame's pixels; () for none.
        finder: who looks for the face. mask: what of it is shown.
        loop: `there-and-back`, `round`, or `auto`: whichever is seen less.
    """

    clip: str = ""
    source: str = ""
    start_s: float = 0.0
    end_s: float = 0.0
    face: int = 0
    box: tuple[int, ...] = ()
    finder: str = "cascade"
    loop: str = "auto"
    mask: MaskConfig = field(default_factory=MaskConfig)

    def made_by(self) -> dict[str, Any]:
        """What the prepared avatar depends on, besides clip and weights; plain data."""
        told = asdict(self)
        del told["clip"], told["source"]
        return {**told, "box": list(self.box)}


def parse_config(table: Mapping[str, object]) -> AvatarConfig:
    """Return the config of a `[musetalk]` table. Raises AvatarConfigError with one sentence for the first fault."""
    _known(table, [one.name for one in fields(AvatarConfig)], "[musetalk]")
    mask = table.get("mask", {})
    if not isinstance(mask, Mapping):
        raise AvatarConfigError("[musetalk.mask] must be a table")
    _known(mask, [one.name for one in fields(MaskConfig)], "[musetalk.mask]")
    start, end = (_number(table, name, 0.0, 0.0, 86_400.0) for name in ("start_s", "end_s"))
    if end and end <= start:
        raise AvatarConfigError("[musetalk] end_s must lie after start_s")
    face = table.get("face", 0)
    if type(face) is not int or not 0 <= face <= 9:
        raise AvatarConfigError("[musetalk] face must be 0 or the number of a face from the left")
    return AvatarConfig(
        clip=_text(table, "clip"),
        source=_text(table, "source"),
        start_s=start,
        end_s=end,
        face=face,
        box=_box(table.get("box", [])),
        finder=_choice(table, "finder", FINDERS, "cascade"),
        loop=_choice(table, "loop", LOOPS, "auto"),
        mask=MaskConfig(
            shape=_choice(mask, "shape", SHAPES, "drawn"),
            **{name: _number(mask, name, getattr(MaskConfig, name), *limits) for name, limits in LIMITS.items()},
        ),
    )


def _known(table: Mapping[str, object], names: list[str], where: str) -> None:
    for name in table:
        if name not in names:
            raise AvatarConfigError(f"{where} has no setting named {name!r}; it knows {', '.join(names)}")


def _text(table: Mapping[str, object], name: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str) or "\0" in value or len(value) > 4000:
        raise AvatarConfigError(f"[musetalk] {name} must be a line of text")
    return value


def _choice(table: Mapping[str, object], name: str, allowed: tuple[str, ...], missing: str) -> str:
    value = table.get(name, missing)
    if not isinstance(value, str) or value not in allowed:
        raise AvatarConfigError(f"[musetalk] {name} must be one of {', '.join(allowed)}")
    return value


def _number(table: Mapping[str, object], name: str, missing: float, least: float, most: float) -> float:
    value = table.get(name, missing)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and least <= value <= most:
        return float(value)
    raise AvatarConfigError(f"[musetalk] {name} must be a number from {least:g} to {most:g}")


def _box(value: object) -> tuple[int, ...]:
    if isinstance(value, (list, tuple)) and not value:
        return ()
    if (
        isinstance(value, (list, tuple))
        and len(value) == 4
        and all(type(side) is int and -8192 <= side <= 8192 for side in value)
        and value[0] + 16 <= value[2]
        and value[1] + 16 <= value[3]
    ):
        return tuple(value)
    raise AvatarConfigError(
        "[musetalk] box must be left, top, right and bottom of at least 16 pixels, like [600, 200, 900, 560]"
    )
