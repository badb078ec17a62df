"""What an action asks the console to carry out, as plain data.

The show's logic decides; `console.app` does. An effect is complete in itself and idempotent: carrying it
out twice does no more than once, except `SayFile`, which starts a new turn each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.show.state import ShowState


class Mode(StrEnum):
    """What drives the avatar's voice and face."""

    MIRROR = "mirror"
    ANSWER = "answer"
    SAY = "say"


class Pa(StrEnum):
    """How the MC's voice reaches the hall in MIRROR."""

    THROUGH = "through"  # through Compere, delayed by the lip delay: perfect sync
    DIRECT = "direct"  # past Compere, at once: the lips trail


class SlateKind(StrEnum):
    """The safe picture that playout shows whenever the avatar is not on air."""

    LOGO = "logo"
    PICTURE = "picture"
    BLACK = "black"


@dataclass(frozen=True)
class ShowChanged:
    """The show is in another state now."""

    before: ShowState
    after: ShowState


@dataclass(frozen=True)
class InterruptNow:
    """Drop the turn that is being spoken, at the next audio block."""


@dataclass(frozen=True)
class ChooseMode:
    """Drive the avatar from the microphone, from answers or from prepared lines."""

    mode: Mode


@dataclass(frozen=True)
class SayFile:
    """Speak a sound file as a new turn."""

    path: str


@dataclass(frozen=True)
class ChooseAvatar:
    """Put another avatar on the program."""

    avatar_id: str


@dataclass(frozen=True)
class ChooseMicrophone:
    """Listen to the microphone of this name, and to no other."""

    name: str


@dataclass(frozen=True)
class ChooseSpeaker:
    """Play the program's sound on the device of this name, and on no other."""

    name: str


@dataclass(frozen=True)
class ChooseScreen:
    """Show the program on the screen with this key (maker|model|serial and so on)."""

    key: str


@dataclass(frozen=True)
class ChoosePa:
    """Send the MC's voice through Compere, or leave it to the hall's own desk."""

    pa: Pa


@dataclass(frozen=True)
class ChooseSlate:
    """Make this the safe picture; `path` is the picture's file when the kind is PICTURE, else ""."""

    kind: SlateKind
    path: str = ""


@dataclass(frozen=True)
class PlayDemo:
    """Let the bundled demo MC stand in for the microphone, or give the microphone back."""

    on: bool


@dataclass(frozen=True)
class MuteMicrophone:
    """Feed silence instead of the microphone, or open it again."""

    on: bool


@dataclass(frozen=True)
class MuteAvatar:
    """Keep the avatar's voice out of the hall, or let it in again; the face goes on."""

    on: bool


@dataclass(frozen=True)
class UseExpress:
    """Use the short lip delay, which may show more late frames, or the default one."""

    on: bool


@dataclass(frozen=True)
class QuitConsole:
    """Close the console and what it started."""


Effect = (
    ShowChanged
    | InterruptNow
    | ChooseMode
    | SayFile
    | ChooseAvatar
    | ChooseMicrophone
    | ChooseSpeaker
    | ChooseScreen
    | ChoosePa
    | ChooseSlate
    | PlayDemo
    | MuteMicrophone
    | MuteAvatar
    | UseExpress
    | QuitConsole
)
