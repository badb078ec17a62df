"""What the console and the engine say to each other about what is drawn."""

from __future__ import annotations

from engine.ipc.messages.base import Message
from engine.ipc.messages.kinds import LoadRole
from engine.text import Text

# -- console to engine -------------------------------------------------------------------------------------


class Attach(Message):
    """The rings to work on. Sent again whenever playout made new ones; without `phones` faces go by the sound."""

    sound: str
    pictures: str
    rate: int
    phones: str = ""


class DrawCutouts(Message):
    """Draw each host once more without their ground, into this ring; "" draws none."""

    ring: str


class Load(Message):
    """An avatar, with how much look-ahead to draw it (seconds); on the air it is cross-faded to within `fade_s`."""

    avatar: str
    look_ahead_s: float
    role: LoadRole = LoadRole.AIR
    fade_s: float = 0.0


class Neural(Message):
    """What the neural driver works with: where its weights and the prepared avatars lie, and on what it runs.

    `card` is `auto`, `cuda:0` … or `cpu`; `precision` is `auto`, `fp16`, `bf16` or `fp32`; `decoder` is `full` or
    `small`, the approximate one. When they are others than before, what is loaded is loaded again.
    """

    models: str
    cache: str
    card: str = "auto"
    precision: str = "auto"
    decoder: str = "full"


# -- engine to console -------------------------------------------------------------------------------------


class Ready(Message):
    """The avatar is loaded and pictures come."""

    avatar: str
    driver: str
    look_ahead_s: float


class Warm(Message):
    """An avatar was loaded with role `next`: a take of it costs no time."""

    avatar: str


class Failed(Message):
    """The avatar could not be loaded: one sentence. What was loaded before goes on."""

    avatar: str
    sentence: Text


class SteppedIn(Message):
    """This engine draws from now on: no picture came from the other one."""

    avatar: str


class EngineStatus(Message):
    """Once a second: how the engine does. Times in milliseconds.

    `drawing` is false for one that stands by. `spoilt` counts faces that came out wrong and were not shown. Of the
    graphics card: memory in MiB, all that is taken on it, and its temperature; 0 and None where there is none.
    """

    frames: int
    skipped: int
    draw_p50_ms: float
    draw_p99_ms: float
    memory_mb: float
    drawing: bool = True
    spoilt: int = 0
    card_used_mib: int = 0
    card_total_mib: int = 0
    card_celsius: int | None = None
