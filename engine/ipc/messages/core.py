"""What the three processes say to each other.

Each message is a small msgspec struct with a tag; the unions at the end say who may send what to whom.
Sound and pictures never travel here: they go through the rings.
"""

from __future__ import annotations

from typing import Any

import msgspec

from engine.ipc.messages.base import Message
from engine.ipc.messages.emergency import EmergencyCall, EmergencyKeys, EmergencyTaken
from engine.ipc.messages.engine import Attach, DrawCutouts, EngineStatus, Failed, Load, Neural, Ready, SteppedIn, Warm
from engine.ipc.messages.kinds import Air, FaceDrive, FaultKind, Ground, LineCondition, PatternCard, SlateCard
from engine.ipc.messages.outputs import AttachProgram, MarkChapter, OutputStatus, RetryNow, StartRecording, StartStream
from engine.ipc.messages.sound import SetLoudspeaker, SetMicrophone
from engine.ipc.messages.stt import (
    Frames,
    Hear,
    HeardText,
    LoadSTT,
    NotTranscribed,
    SpeechProbabilities,
    STTLoaded,
    WatchForSpeech,
)
from engine.ipc.messages.tts import Drop, LoadVoice, More, Speak, Spent, Unspoken, Uttered, VoiceLoaded
from engine.text import Text, as_text, from_wire, to_wire

PROTOCOL = 9
"""Raised whenever a message changes its meaning: processes of different versions refuse each other."""


# -- both ways -------------------------------------------------------------------------------------------


class Hello(Message):
    """The first word on each link: who is there, and the secret of the runtime folder."""

    token: str
    who: str
    protocol: int = PROTOCOL


class Ping(Message):
    """Asks for a sign of life."""

    number: int


class Pong(Message):
    """The sign of life, with the number of the ping."""

    number: int


class Stop(Message):
    """Asks the process to end by itself."""


class Fault(Message):
    """Something went wrong that the operator should read, in one sentence."""

    kind: FaultKind
    sentence: Text


class Cleared(Message):
    """The fault of this kind is over."""

    kind: FaultKind


# -- console to playout --------------------------------------------------------------------------------------


class Screen(msgspec.Struct, frozen=True):
    """A screen as playout sees it."""

    key: str
    words: str
    x: int
    y: int
    width: int
    height: int


class Device(msgspec.Struct, frozen=True):
    """A microphone or loudspeaker as playout sees it. `key` is its name in the sound system.

    `channels` is how many it has; 0 where that is not known.
    """

    key: str
    words: str
    channels: int = 0


class SetScreen(Message):
    """Where the hall window goes. `avoid` is the operator's own screen, never to be covered."""

    key: str
    windowed: bool
    avoid: str


class SetGround(Message):
    """What the hall's screen has around the host.

    `colour` is `#rrggbb`; `straight` gives the fill its whole colour also where the key is grey, for mixers that
    multiply; otherwise it is premultiplied. `key_screen` is the screen of the key, by its key, and `avoid` the
    operator's own.
    """

    ground: Ground
    colour: str = ""
    straight: bool = False
    key_screen: str = ""
    avoid: str = ""


class SetMode(Message):
    """What drives the face from now on."""

    mode: FaceDrive


class SetPa(Message):
    """Whether the hall hears the microphone through Compere, delayed, or directly."""

    through: bool


class SetMutes(Message):
    """The operator's mutes."""

    microphone: bool
    avatar: bool


class SetDelay(Message):
    """The lip delay from now on, in samples: at least this, and what the engine was measured to need.

    `lips_late` is how much later than their own time the driver's lips move (samples), when it was given less
    look-ahead than it would like: the hall's sound waits for them. Refused on air.
    """

    samples: int
    lips_late: int = 0


class SetAir(Message):
    """What the hall gets from now on, with the fade's length in seconds.

    `show` is the console's own record of the show. Playout keeps it for the next console and does not read it.
    `emergency` is the number of the newest EmergencyTaken that the console has followed. A `rehearsal` is marked on
    the picture, so that nobody takes it for the show.
    """

    air: Air
    fade_s: float
    show: bytes = b""
    asked_ns: int = 0
    emergency: int = 0
    rehearsal: bool = False


class SetSlate(Message):
    """The safe picture; the path is for `picture`, the title stands on `title`."""

    kind: SlateCard
    path: str = ""
    title: str = ""


class SetPattern(Message):
    """What stands in the slate's place.

    Refused on air; GO LIVE takes it away. `screen` and `form` are its words, in the operator's language.
    """

    kind: PatternCard
    screen: str = "screen {number}"
    form: str = "{size} at {rate}"


class PlaceAgain(Message):
    """Place the hall window again on the screen that was chosen: the one key for a lost window."""


class SetIdle(Message):
    """The idle loop of the avatar, a prepared file, and the one without a ground; empty while there is none."""

    path: str
    cutouts: str = ""


class Say(Message):
    """Speak a sound file as turn number `turn`."""

    turn: int
    path: str


class SpeakTurn(Message):
    """Speak turn number `turn` from the speech ring, where its first samples are or will be."""

    turn: int


class SetCaptions(Message):
    """Whether and how the hall reads what is heard.

    `size` is a line's height and `margin` the safe area around it, both in percent of the program's height; `place` is
    `bottom` or `top`; `plate` is how dark the ground behind the letters is, in percent; `language` and `second` are
    the tags of what is read, for its letters. With a second one there is always room for it, so that nothing moves.
    """

    on: bool
    size: float = 6.0
    place: str = "bottom"
    margin: float = 6.0
    plate: float = 65.0
    language: str = ""
    second: str = ""


class Caption(Message):
    """What was heard, from index `from_pts` of the source timeline on (0: from now on); "" ends what is shown.

    Two lines are shown, the last ones. Without another one it ends by itself at `until_pts`, or after some seconds.
    `second` is the same in another language. Captions of turns that were dropped are not shown; `turn` 0 is the
    microphone.
    """

    turn: int
    text: str
    from_pts: int = 0
    until_pts: int = 0
    second: str = ""


class Interrupt(Message):
    """Drop the turn at once. `asked_ns` is the monotonic clock at the key; 0 when no key was pressed: no Took then."""

    asked_ns: int


class Measure(Message):
    """Begin (or end) keeping each tick for a report; the end is answered by Measured."""

    on: bool


# -- playout to console --------------------------------------------------------------------------------------


class World(Message):
    """Devices and screens, whenever they change."""

    microphones: list[Device]
    loudspeakers: list[Device]
    screens: list[Screen]


class Welcome(Message):
    """Playout's answer to Hello: its rings, and what it is doing since before.

    `ear` is the bare microphone, `echo` what the hall heard meanwhile, sample for sample; `turn` the newest it knows;
    `heard` is the program's sound, for streams and recordings; `cutouts` is as in `Cutouts`.
    """

    pid: int
    sound: str
    pictures: str
    program: str
    rate: int
    width: int
    height: int
    air: Air
    delay: int
    show: bytes
    world: World
    speech: str = ""
    phones: str = ""
    ear: str = ""
    echo: str = ""
    turn: int = 0
    heard: str = ""
    cutouts: str = ""


class Cutouts(Message):
    """The ring that the engine is to draw hosts without a ground into; "" when none is needed."""

    ring: str


class TurnStatus(msgspec.Struct):
    """The turn that is being spoken, in samples of its own: what the hall has heard, and what is there by now.

    `starved_s` is the silence that the hall got because the voice was slower than speech; `ended` says that the voice
    has given its last sample.
    """

    turn: int
    heard: int
    there: int
    starved_s: float
    ended: bool


class SoundStatus(msgspec.Struct):
    """The sound lines. Levels are sample peaks in dBFS since the last status, -120 for silence.

    Loudness is the momentary one of EBU Tech 3341 (400 ms, ITU-R BS.1770), -120 for silence.
    `mic_channels_db` is each channel of the microphone's device, where all of them are open.
    """

    mic: LineCondition
    speaker: LineCondition
    mic_peak_db: float
    avatar_peak_db: float
    hall_peak_db: float
    mic_clips: int
    turn: int
    turn_left_s: float
    drift_ppm: float
    mic_lufs: float = -120.0
    hall_lufs: float = -120.0
    spoken: TurnStatus | None = None
    mic_channels_db: list[float] = []


class PlayoutStatus(Message):
    """Twenty times a second, the newest only: what the hall gets now.

    Lip delays are those of the last ten seconds' pictures, from microphone callback to picture drawn.
    """

    frame: int
    pts: int
    drawn_ns: int
    fps: float
    late: int
    ticks: int
    picture: str  # "live", "held", "idle", "slate", "black"
    lip_p50_ms: float | None
    lip_p95_ms: float | None
    skew_ms: float | None
    screen: str  # "ok", "missing", "none", "windowed"; so is the key's below
    generation: int
    delay: int
    sound: SoundStatus
    pattern: PatternCard = PatternCard.OFF
    key_screen: str = "none"


class TurnEnded(Message):
    """A turn ended: how much of it the hall heard (seconds), and whether it was interrupted.

    `starved_s` is the silence that the hall got inside it, because the voice was slower than speech.
    """

    turn: int
    heard_s: float
    whole_s: float
    interrupted: bool
    starved_s: float = 0.0


class Took(Message):
    """An action took effect: milliseconds from being asked to the sound and to the picture."""

    action: str
    sound_ms: float | None
    picture_ms: float | None


class Measured(Message):
    """The ticks and lip delays since Measure(on=True): rows of the report."""

    report: dict[str, Any]


ToEngine = Hello | Ping | Stop | Attach | Load | Neural | DrawCutouts
FromEngine = Hello | Pong | Ready | Warm | Failed | SteppedIn | EngineStatus | Fault | Cleared
ToPlayout = (
    Hello
    | Ping
    | Stop
    | SetScreen
    | SetGround
    | SetMicrophone
    | SetLoudspeaker
    | SetMode
    | SetPa
    | SetMutes
    | SetDelay
    | SetAir
    | SetSlate
    | SetPattern
    | PlaceAgain
    | SetIdle
    | Say
    | SpeakTurn
    | SetCaptions
    | Caption
    | Interrupt
    | Measure
    | EmergencyCall
)
FromPlayout = (
    Welcome | Pong | World | Cutouts | PlayoutStatus | TurnEnded | Took | Measured | Fault | Cleared | EmergencyTaken
)
ToVoice = Hello | Ping | Stop | LoadVoice | Speak | More | Drop
FromVoice = Pong | VoiceLoaded | Uttered | Spent | Unspoken
ToEar = Hello | Ping | Stop | LoadSTT | Hear | Drop | WatchForSpeech | Frames
FromEar = Pong | STTLoaded | HeardText | NotTranscribed | SpeechProbabilities
ToEmergency = Hello | Ping | Pong | Stop | EmergencyKeys
FromEmergency = Ping | Pong | Fault
ToOutput = Hello | Ping | Stop | AttachProgram | StartStream | StartRecording | MarkChapter | RetryNow
FromOutput = Pong | OutputStatus
_AnyMessage = (
    ToEngine
    | FromEngine
    | ToPlayout
    | FromPlayout
    | ToVoice
    | FromVoice
    | ToEar
    | FromEar
    | ToEmergency
    | ToOutput
    | FromOutput
)


def _sentence(wanted: type, data: object) -> Text:
    """A sentence for people, with its key and parameters; msgspec turns its ValueError into a DecodeError."""
    value = from_wire(data)
    if wanted is not Text or not isinstance(value, str):
        raise ValueError("this is no sentence")
    return as_text(value)


_encoder = msgspec.msgpack.Encoder(enc_hook=to_wire)
_decoder: msgspec.msgpack.Decoder[_AnyMessage] = msgspec.msgpack.Decoder(_AnyMessage, dec_hook=_sentence)


def pack(message: Message) -> bytes:
    """The message as bytes."""
    return _encoder.encode(message)


def unpack(data: bytes) -> Message:
    """The message in `data`. Raises msgspec.DecodeError on anything else."""
    try:
        return _decoder.decode(data)
    except (UnicodeDecodeError, RecursionError) as error:  # msgspec lets these two through
        raise msgspec.DecodeError(str(error)) from error
