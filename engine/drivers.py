"""Which driver an avatar wants: the one place that knows them all, and imports a heavy one only when it is wanted."""

from __future__ import annotations

from pathlib import Path

import structlog

from engine.driver import Driver, DriverError
from engine.ipc.messages.core import Neural


def make_driver(folder: Path, look_ahead_s: float, width: int, height: int, neural: Neural | None = None) -> Driver:
    """Load the avatar in `folder` with its driver. Raises DriverError with a sentence for the operator."""
    from engine.avatar import AvatarError, load_avatar

    try:
        avatar = load_avatar(folder)
    except AvatarError as error:
        raise DriverError(str(error)) from error
    if avatar.driver == "musetalk":
        driver = _neural_driver(avatar.name, look_ahead_s, neural)
    else:
        from engine.light.driver import LightDriver

        driver = LightDriver(look_ahead_s=look_ahead_s)
    driver.load(avatar, width, height)
    return driver


def _neural_driver(name: str, look_ahead_s: float, neural: Neural | None) -> Driver:
    if neural is None:
        raise DriverError(f"{name} needs the neural driver, and nobody has said where its files are.")
    try:
        from engine.musetalk.driver import SHORT_LOOK_AHEAD_S, MuseTalkDriver
    except ImportError as error:
        raise DriverError(
            f"{name} needs the neural driver, which is not installed ({error.name} is missing)."
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
