"""Which driver an avatar wants: the one place that knows them all, and imports a heavy one only when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import structlog

from engine.driver import Driver, DriverError
from engine.ipc.messages.engine import Neural
from engine.text import Text

Maker = Callable[[str, float, Neural | None], Driver]
"""Makes a driver by the avatar's name, the look-ahead in seconds, and where the neural files are, if anybody said."""


def make_driver(folder: Path, look_ahead_s: float, width: int, height: int, neural: Neural | None = None) -> Driver:
    """Load the avatar in `folder` with its driver. Raises DriverError with a sentence for the operator."""
    from engine.avatar import AvatarError, load_avatar

    try:
        avatar = load_avatar(folder)
    except AvatarError as error:
        raise DriverError(str(error)) from error
    driver = MAKERS[avatar.driver](avatar.name, look_ahead_s, neural)
    driver.load(avatar, width, height)
    return driver


def _light(name: str, look_ahead_s: float, neural: Neural | None) -> Driver:
    from engine.light.driver import LightDriver

    return LightDriver(look_ahead_s=look_ahead_s)


def _musetalk(name: str, look_ahead_s: float, neural: Neural | None) -> Driver:
    if neural is None:
        raise DriverError(f"{name} needs the neural driver, and nobody has said where its files are.")
    try:
        from engine.musetalk.driver import SHORT_LOOK_AHEAD_S, MuseTalkDriver
    except ImportError as error:
        raise DriverError(
            Text(
                "{name} needs the neural driver, which is not installed ({word} is missing).",
                name=name,
                word=error.name,
            )
        ) from error
    return MuseTalkDriver(
        models=Path(neural.models),
        cache=Path(neural.cache),
        card=neural.card,
        precision=neural.precision,
        decoder=neural.decoder,
        right=1 if look_ahead_s < SHORT_LOOK_AHEAD_S else 2,
        log=structlog.get_logger().bind(part="musetalk"),
    )


MAKERS: Mapping[str, Maker] = {"light": _light, "musetalk": _musetalk}
"""By the word that avatar.toml says; `engine.avatar.DRIVERS` lists the same words."""
