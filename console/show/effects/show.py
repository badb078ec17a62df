"""What an action asks the console to carry out, as plain data.

The show's logic decides; whoever has registered for an effect with `console.dispatch` carries it out. An effect is
complete in itself and idempotent: carrying it out twice does no more than once, except `SayFile` and its like, which
start a new turn each time, and `StepNext` and `TakePreset`, which go on in the rundown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.show.core.enums import Mode, Pa, PatternKind, SlateKind
from console.show.core.secret_text import SecretText
from console.show.core.state import ShowState
from console.show.effects.answers import AnswerEffect
from console.show.effects.builds import BuildEffect
from console.show.effects.films import FilmEffect
from console.show.effects.outputs import OutputEffect
from console.show.effects.stores import StoreEffect
from console.show.rundown.rundown import Change


@dataclass(frozen=True)
class ShowChanged:
    """The show is in another state now; `rehearsal` when one of the two is a rehearsal's."""

    before: ShowState
    after: ShowState
    rehearsal: bool = False


@dataclass(frozen=True)
class InterruptNow:
    """Drop the turn that is being spoken, at the next audio block."""


@dataclass(frozen=True)
class ChooseMode:
    """Drive the avatar from the microphone, from answers or from prepared lines.

    `for_lines` is for lines that are said in between: what drove it before may come back after them.
    """

    mode: Mode
    for_lines: bool = False


@dataclass(frozen=True)
class SayFile:
    """Speak a sound file as a new turn."""

    path: str


@dataclass(frozen=True)
class SayPrepared:
    """Speak line number `number` (from 1) of the preset that is on, as a new turn."""

    number: int


@dataclass(frozen=True)
class SayTyped:
    """Speak a text that was typed, as a new turn."""

    text: str


@dataclass(frozen=True)
class Listen:
    """Let the operator alone hear a text; "" stops what is heard.

    `voice` and `language` are "" for those that fit: the preset's voices, and the text's own language.
    """

    text: str
    voice: str = ""
    language: str = ""


@dataclass(frozen=True)
class ChangeBook:
    """The pronunciation book says `name` as `say` from now on; "" takes it out. `table` is the language, or `say`."""

    name: str
    say: str
    table: str = "say"


@dataclass(frozen=True)
class StoreApiKey:
    """Keep a provider's key in the system's keyring."""

    provider: str
    key: SecretText


@dataclass(frozen=True)
class DeleteApiKey:
    """Take a provider's key out of the system's keyring."""

    provider: str


@dataclass(frozen=True)
class ProbeProvider:
    """Ask a provider for a sign of life."""

    provider: str


@dataclass(frozen=True)
class ChooseAvatar:
    """Put another avatar on the program."""

    avatar_id: str


@dataclass(frozen=True)
class UseStandIn:
    """Put the stand-in of the preset that is on in its avatar's place, or its avatar again."""

    on: bool


@dataclass(frozen=True)
class ChooseMicrophone:
    """Listen to the microphone of this name, and to no other."""

    name: str


@dataclass(frozen=True)
class ChooseChannels:
    """Hear these channels of the microphone, counted from 1 and added together; none is what the system mixes."""

    channels: tuple[int, ...]


@dataclass(frozen=True)
class ChooseHallChannels:
    """Play the hall's sound on these channels of the loudspeaker's device; none is stereo, as the system maps it."""

    channels: tuple[int, ...]


@dataclass(frozen=True)
class ChooseFeedChannels:
    """Play the feed on these channels of the loudspeaker's device; none is no feed."""

    channels: tuple[int, ...]


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
    """Make this the event's safe picture; `path` is the picture's file when the kind is PICTURE, else "".

    BLACK covers what there is, and None takes it away again.
    """

    kind: SlateKind | None
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


@dataclass(frozen=True)
class CheckReady:
    """Look the hall over before the show is armed: vetoed while an item of preflight is red."""


@dataclass(frozen=True)
class ShowPreflight:
    """Open or close the preflight strip."""

    on: bool


@dataclass(frozen=True)
class Waive:
    """Go on although this item of preflight is red."""

    item: str


@dataclass(frozen=True)
class ShowPattern:
    """Show this in the slate's place, or the slate again."""

    kind: PatternKind


@dataclass(frozen=True)
class PlaceHall:
    """Place the hall window again on its screen."""


@dataclass(frozen=True)
class ChooseNext:
    """This preset is what TAKE takes. `preset` is its id, or its number in the rundown."""

    preset: str


@dataclass(frozen=True)
class StepNext:
    """NEXT moves `by` places along the rundown."""

    by: int


@dataclass(frozen=True)
class ChooseNextAvatar:
    """NEXT gets another avatar than its preset names."""

    avatar_id: str


@dataclass(frozen=True)
class TakePreset:
    """Put a preset on air: NEXT when `preset` is "", else the one of this id or number."""

    preset: str = ""


@dataclass(frozen=True)
class PutNextOn:
    """The show goes on air: NEXT is put on before the slate goes. What was taken behind the slate already stays."""


@dataclass(frozen=True)
class LockConsole:
    """The console's own keys and mouse do nothing but rescue, or everything again."""

    on: bool


@dataclass(frozen=True)
class OpenEdit:
    """EDIT instead of RUN, or RUN again."""

    on: bool


@dataclass(frozen=True)
class ChangeShow:
    """Make this change to the rundown and save it. The hall sees nothing of it."""

    change: Change


class Movable(StrEnum):
    """What is kept in files of its own, and can be brought in or taken out."""

    SHOW = "show"
    RUNDOWN = "rundown"
    AVATAR = "avatar"


@dataclass(frozen=True)
class MoveFile:
    """Bring something in from a file or folder, or take it out into one; `inward` is False for an export."""

    what: Movable
    inward: bool
    path: str


@dataclass(frozen=True)
class BindKey:
    """A key of an action becomes another one: `keys` in Qt's portable form, "" for the default again.

    `number` is the place of the binding in the action's row, from 0.
    """

    action: str
    number: int
    keys: str


@dataclass(frozen=True)
class ChangeSettings:
    """Settings become these: pairs of field and value (see `console.show.state.settings.Options`)."""

    changes: tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class ApplySettings:
    """Start playout again, so that settings hold that it takes only at its start."""


@dataclass(frozen=True)
class CheckModels:
    """Look at the neural driver's files and at the graphics card; `whole` also reads every file to its end."""

    whole: bool = False


@dataclass(frozen=True)
class ImportModels:
    """Bring the neural driver's files in from a folder or a USB stick."""

    folder: str


@dataclass(frozen=True)
class FetchModels:
    """Fetch what is missing of the neural driver's files over the network."""


@dataclass(frozen=True)
class StopModels:
    """Stop bringing in; what is there is kept, and the next time goes on from it."""


@dataclass(frozen=True)
class OpenWelcome:
    """Show the steps of the first run, or close them."""

    on: bool


Effect = (
    ShowChanged
    | InterruptNow
    | ChooseMode
    | SayFile
    | SayPrepared
    | SayTyped
    | Listen
    | ChangeBook
    | StoreApiKey
    | DeleteApiKey
    | ProbeProvider
    | ChooseAvatar
    | ChooseMicrophone
    | ChooseChannels
    | ChooseHallChannels
    | ChooseFeedChannels
    | UseStandIn
    | ChooseSpeaker
    | ChooseScreen
    | ChoosePa
    | ChooseSlate
    | PlayDemo
    | MuteMicrophone
    | MuteAvatar
    | UseExpress
    | CheckReady
    | ShowPreflight
    | Waive
    | ShowPattern
    | PlaceHall
    | ChooseNext
    | StepNext
    | ChooseNextAvatar
    | TakePreset
    | PutNextOn
    | LockConsole
    | OpenEdit
    | ChangeShow
    | MoveFile
    | BindKey
    | ChangeSettings
    | ApplySettings
    | CheckModels
    | ImportModels
    | FetchModels
    | StopModels
    | BuildEffect
    | AnswerEffect
    | FilmEffect
    | StoreEffect
    | OutputEffect
    | OpenWelcome
    | QuitConsole
)
