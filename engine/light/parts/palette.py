"""Light and shade from one base colour. Colours are #rrggbb texts here; Qt comes in `brush`."""

from __future__ import annotations

from dataclasses import dataclass


def rgb(colour: str) -> tuple[float, float, float]:
    """(red, green, blue), 0-255, of #rrggbb."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexed(red: float, green: float, blue: float) -> str:
    """#rrggbb of (red, green, blue), limited to 0-255."""
    r, g, b = (min(255, max(0, round(v))) for v in (red, green, blue))
    return f"#{r:02x}{g:02x}{b:02x}"


def mix(first: str, second: str, share: float) -> str:
    """The colour `share` (0 … 1) of the way from `first` to `second`."""
    a, b = rgb(first), rgb(second)
    return hexed(*(x + share * (y - x) for x, y in zip(a, b, strict=True)))


def times(colour: str, red: float, green: float, blue: float) -> str:
    """Each channel by its own factor: shade that stays warm or cool."""
    r, g, b = rgb(colour)
    return hexed(r * red, g * green, b * blue)


@dataclass(frozen=True, slots=True)
class Skin:
    """Skin tones: the base, and what light does to it."""

    base: str
    light: str
    shade: str
    deep: str
    blush: str

    @classmethod
    def of(cls, base: str) -> Skin:
        """Shade in skin is redder than the base, light is yellower."""
        return cls(
            base=base,
            light=mix(base, "#ffe9cf", 0.48),
            shade=times(base, 0.885, 0.79, 0.72),
            deep=times(base, 0.77, 0.62, 0.53),
            blush=mix(base, "#e2604f", 0.42),
        )


@dataclass(frozen=True, slots=True)
class Cloth:
    """Tones of hair, cloth and wood: the base, lighter, darker, darkest."""

    base: str
    light: str
    dark: str
    deep: str

    @classmethod
    def of(cls, base: str, sheen: str = "#ffffff") -> Cloth:
        return cls(
            base=base,
            light=mix(base, sheen, 0.16),
            dark=times(base, 0.66, 0.64, 0.68),
            deep=times(base, 0.42, 0.40, 0.46),
        )
