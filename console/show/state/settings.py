"""The settings that EDIT shows: each declared once, with its bounds and its words. No file, no Qt.

What a value must be, the sentence that refuses another one, and the form are all made from these declarations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Literal, get_args

import msgspec

from console.show.core.enums import Echo
from console.show.core.field_info import Control, FieldInfo
from console.show.core.meters import LOW_DBFS
from console.show.rundown.preset import NAME_LONGEST
from console.show.screens.ground_settings import GroundOptions
from console.show.state.output_settings import FOLDER_WHY

Rate = Literal[25, 30, 50, 60]
RATES: tuple[int, ...] = get_args(Rate)
"""Program frames a second."""

SIZES = ((1280, 720), (1920, 1080), (2560, 1440), (3840, 2160))
"""Program sizes that the page offers, in pixels; the file may hold others."""

MODELS_SOURCE = "https://huggingface.co"
"""The public hub that the neural driver's files are published on."""

GROQ_MODEL = "llama-3.3-70b-versatile"
"""A quick one at Groq that knows Chinese; free text, since names come and go."""

GROQ_HEAR_MODEL = "whisper-large-v3-turbo"
GROQ_VOICE_MODEL = "canopylabs/orpheus-v1-english"
"""Groq's names of the models that hear and that speak; free text as well."""

NEEDS_PLAYOUT = ("rate", "width", "height")
"""What holds only when playout starts again."""


class SettingsGroup(StrEnum):
    """What settings stand together, by its title."""

    WINDOW = "Window"
    PROGRAM = "Program"
    DEVICES = "Devices"
    HALL_SOUND = "The hall's sound"
    FEED = "The feed: in-ear monitors, a recorder, the press"
    LIMITS = "Lip delay and limits"
    MODELS = ""  # on the page of the models
    GROQ = "Groq"
    SERVER = "A server of yours"
    EDGE = "Edge voices"
    QUESTIONS = "The microphone for questions"
    WHISPER = "Whisper on this machine"
    DRAWING = "What draws filmed hosts"
    STANDBY = "The second engine"


_DELAY = "A lip delay must be between {least} and {most} ms."
_BUDGET = "A limit of the lip delay must be between {least} and {most} ms."
_MEASURED = "HEALTH turns amber when the measured delay (p95) is above this"
_MODEL = "A model's name has no spaces, and at most {longest} characters."
_ADDRESS = "A server's address must begin with https:// or http:// and name a host."
_FREE = "the model's name"
_TRIM = "A gain of the hall's sound or of the feed must be between {least} and {most} dB."
_LINE_DELAY = "A delay of the hall's sound or of the feed must be between {least} and {most} ms."
_ASKED, _NEVER = "May be asked", "Never asked"

ModelName = Annotated[str, msgspec.Meta(pattern=r"^\S*$", max_length=120)]
ServerAddress = Annotated[str, msgspec.Meta(pattern=r"^(https?://[^\s/]\S*)?$", max_length=200)]
Trim = Annotated[float, msgspec.Meta(ge=-60.0, le=12.0)]
LineDelay = Annotated[float, msgspec.Meta(ge=0.0, le=1000.0)]
Milliseconds = Annotated[int, msgspec.Meta(ge=20, le=2000)]
Budget = Annotated[int, msgspec.Meta(ge=40, le=2000)]


class Options(GroundOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the settings page can change, the outputs beside the hall and the hall's ground among it.

    Attributes:
        language: "" follows the system.
        text_size: of the window; `large` grows with the room that the window has.
        contrast: of the window's colours.
        animations: `calm` stops what moves in the window only for show.
        show_name: on the state strip while the show has no name of its own.
        rate: program frames a second.
        width, height: of the program, in pixels.
        headphones: where the operator listens; "" is the system's own output. Never the hall's loudspeaker.
        mic_gain_db: added to the microphone, in dB.
        hall_gain_db: added to the hall's sound, in dB.
        hall_delay_ms: how much later than its picture the hall's sound goes out: for loudspeakers far from the screen.
        feed_mix: whose sound the feed gets: the host's own, the MC's, or both.
        feed_gain_db, feed_delay_ms: of the feed, as of the hall.
        delay_ms: lip delay D at the default setting, before calibration.
        express_delay_ms: the same for the express setting.
        budget_ms, express_budget_ms: what the measured p95 of the lip delay is judged against.
        low_dbfs: speech below this for five seconds is LOW.
        loudness_lufs: what spoken files are levelled to; EBU R128 asks -23.
        models_source: where models are fetched from when somebody asks for it: the public hub, or a mirror of it.
        use_groq, use_server, use_edge: whether these may be asked at all, whatever a preset names.
        groq_model: the model that answers at Groq.
        groq_hear_model, groq_voice_model: those that hear and speak there.
        groq_url: of a proxy for Groq; "" is Groq itself.
        server_url: an OpenAI-compatible server for answers, with its /v1 (Ollama's is http://127.0.0.1:11434/v1); "" is
            none.
        server_model: the model that answers there.
        server_hear_model: the model that hears questions there; "" is none.
        hands_free: in ANSWER the microphone is open for questions, without a key.
        end_pause_s: the silence that ends such a question, in seconds.
        echo: what keeps the avatar from hearing itself while it speaks.
        whisper_folder: of a faster-whisper model on this machine; "" is none.
        whisper_device: what it runs on.
        whisper_compute: how CTranslate2 calculates there; the half precisions need a card.
        engine_card: what the neural driver runs on: `auto`, `cuda:0` …, or `cpu` for trying out.
        engine_precision: what it computes with.
        engine_decoder: `full`, or `small`: the approximate one that was distilled on this computer.
        standby: a second engine that steps in: `on`, `off`, or `auto`: with a neural host on a card with room for two.
    """

    language: Annotated[
        Literal["", "en", "zh-Hant", "zh-Hans"],
        FieldInfo(
            "Language",
            SettingsGroup.WINDOW,
            "Of this window; the log file stays English",
            control=Control.LIST,
            none="the system's language",
            why="There is no such language: choose English, 繁體中文, 简体中文 or the system's.",
        ),
    ] = ""
    text_size: Annotated[
        Literal["normal", "large"],
        FieldInfo(
            "Text",
            SettingsGroup.WINDOW,
            called="Text size",
            choices={
                "normal": ("NORMAL", "As much as possible is seen at once"),
                "large": ("LARGE", "As large as the window has room for, up to half as large again"),
            },
            why="The text size is normal or large.",
        ),
    ] = "normal"
    contrast: Annotated[
        Literal["normal", "high"],
        FieldInfo(
            "Contrast",
            SettingsGroup.WINDOW,
            choices={
                "normal": ("NORMAL", "Quiet, for a dark hall"),
                "high": ("HIGH", "Greys and edges stand out, at 7 to 1 or more"),
            },
            why="The contrast is normal or high.",
        ),
    ] = "normal"
    animations: Annotated[
        Literal["normal", "calm"],
        FieldInfo(
            "Animations",
            SettingsGroup.WINDOW,
            choices={
                "normal": ("NORMAL", "The host of NEXT moves, the text cursor blinks"),
                "calm": ("CALM", "Nothing moves but the hall's picture, levels and times"),
            },
            why="Animations are normal or calm.",
        ),
    ] = "normal"
    show_name: Annotated[
        str,
        msgspec.Meta(max_length=NAME_LONGEST),
        FieldInfo(
            "Name",
            SettingsGroup.WINDOW,
            "when the show has none of its own",
            called="Name on the state strip",
            why="The name may have at most {longest} characters.",
        ),
    ] = ""
    rate: Annotated[
        Rate,
        FieldInfo(
            "Frames a second",
            SettingsGroup.PROGRAM,
            "Program frames a second; what the screen or the stream asks for",
            why="The program rate must be 25, 30, 50 or 60 frames a second.",
        ),
    ] = 30
    width: Annotated[
        int,
        msgspec.Meta(ge=320, le=7680),
        FieldInfo(
            "Size",
            SettingsGroup.PROGRAM,
            "Of the program, in pixels",
            unit="px",
            why="The program must be between {least} and {most} pixels wide.",
        ),
    ] = 1920
    height: Annotated[
        int,
        msgspec.Meta(ge=180, le=4320),
        FieldInfo(
            "Size",
            SettingsGroup.PROGRAM,
            "Of the program, in pixels",
            unit="px",
            why="The program must be between {least} and {most} pixels high.",
        ),
    ] = 1080
    headphones: Annotated[
        str,
        msgspec.Meta(max_length=300),
        FieldInfo(
            "Headphones",
            SettingsGroup.DEVICES,
            "Where you listen to lines and voices; never the hall's loudspeaker",
            control=Control.LIST,
            none="the system's own output",
        ),
    ] = ""
    mic_gain_db: Annotated[
        float,
        msgspec.Meta(ge=-60.0, le=40.0),
        FieldInfo(
            "Mic gain",
            SettingsGroup.DEVICES,
            "Added to the microphone",
            unit="dB",
            step=0.5,
            why="The microphone's gain must be between {least} and {most} dB.",
        ),
    ] = 0.0
    hall_gain_db: Annotated[
        Trim,
        FieldInfo(
            "Gain",
            SettingsGroup.HALL_SOUND,
            "Added to the hall's sound",
            unit="dB",
            step=0.5,
            why=_TRIM,
            called="Gain of the hall's sound",
        ),
    ] = 0.0
    hall_delay_ms: Annotated[
        LineDelay,
        FieldInfo(
            "Delay",
            SettingsGroup.HALL_SOUND,
            "How much later than its picture the hall's sound goes out",
            unit="ms",
            why=_LINE_DELAY,
            called="Delay of the hall's sound",
        ),
    ] = 0.0
    feed_mix: Annotated[
        Literal["both", "host", "mc"],
        FieldInfo(
            "Mix",
            SettingsGroup.FEED,
            choices={
                "both": ("BOTH", "The MC and the host, however the PA is"),
                "host": ("HOST", "Only what the host says by itself"),
                "mc": ("MC", "Only the MC, as long as the MC drives the host"),
            },
            called="Mix of the feed",
            why="The feed carries both, host or mc.",
        ),
    ] = "both"
    feed_gain_db: Annotated[
        Trim,
        FieldInfo(
            "Gain", SettingsGroup.FEED, "Added to the feed", unit="dB", step=0.5, why=_TRIM, called="Gain of the feed"
        ),
    ] = 0.0
    feed_delay_ms: Annotated[
        LineDelay,
        FieldInfo(
            "Delay",
            SettingsGroup.FEED,
            "How much later than its picture the feed goes out",
            unit="ms",
            why=_LINE_DELAY,
            called="Delay of the feed",
        ),
    ] = 0.0
    delay_ms: Annotated[
        Milliseconds,
        FieldInfo("Default", SettingsGroup.LIMITS, "The lip delay before it is calibrated", unit="ms", why=_DELAY),
    ] = 100
    express_delay_ms: Annotated[
        Milliseconds,
        FieldInfo("Express", SettingsGroup.LIMITS, "The short lip delay, for a fast machine", unit="ms", why=_DELAY),
    ] = 70
    budget_ms: Annotated[
        Budget, FieldInfo("Limit, default", SettingsGroup.LIMITS, _MEASURED, unit="ms", why=_BUDGET)
    ] = 120
    express_budget_ms: Annotated[
        Budget, FieldInfo("Limit, express", SettingsGroup.LIMITS, _MEASURED, unit="ms", why=_BUDGET)
    ] = 90
    low_dbfs: Annotated[
        float,
        msgspec.Meta(ge=-60.0, le=-6.0),
        FieldInfo(
            "LOW below",
            SettingsGroup.LIMITS,
            "A microphone below this for five seconds is LOW",
            unit="dBFS",
            why="The level of LOW must be between {least} and {most} dBFS.",
        ),
    ] = LOW_DBFS
    loudness_lufs: Annotated[
        float,
        msgspec.Meta(ge=-70.0, le=0.0),
        FieldInfo(
            "Loudness",
            SettingsGroup.LIMITS,
            "What speech and sound files are levelled to; EBU R128 asks -23",
            unit="LUFS",
            step=0.5,
            why="The loudness of sound files must be between {least} and {most} LUFS.",
        ),
    ] = -23.0
    models_source: Annotated[
        str,
        msgspec.Meta(pattern=r"^https?://[^\s/]+", max_length=200),
        FieldInfo(
            "Fetched from",
            SettingsGroup.MODELS,
            "the public hub, or a mirror of it",
            why="The source of models must be an address that begins with https:// and names a host.",
        ),
    ] = MODELS_SOURCE
    use_groq: Annotated[bool, FieldInfo(_ASKED, SettingsGroup.GROQ, on=_ASKED, off=_NEVER)] = True
    groq_model: Annotated[ModelName, FieldInfo("Answers", SettingsGroup.GROQ, _FREE, why=_MODEL)] = GROQ_MODEL
    groq_hear_model: Annotated[ModelName, FieldInfo("Hears", SettingsGroup.GROQ, _FREE, why=_MODEL)] = GROQ_HEAR_MODEL
    groq_voice_model: Annotated[ModelName, FieldInfo("Speaks", SettingsGroup.GROQ, _FREE, why=_MODEL)] = (
        GROQ_VOICE_MODEL
    )
    groq_url: Annotated[
        ServerAddress, FieldInfo("Address", SettingsGroup.GROQ, "of a proxy; empty is Groq itself", why=_ADDRESS)
    ] = ""
    use_server: Annotated[bool, FieldInfo(_ASKED, SettingsGroup.SERVER, on=_ASKED, off=_NEVER)] = True
    server_url: Annotated[
        ServerAddress,
        FieldInfo("Address", SettingsGroup.SERVER, "as http://127.0.0.1:11434/v1, Ollama's", why=_ADDRESS),
    ] = ""
    server_model: Annotated[ModelName, FieldInfo("Answers", SettingsGroup.SERVER, _FREE, why=_MODEL)] = ""
    server_hear_model: Annotated[ModelName, FieldInfo("Hears", SettingsGroup.SERVER, _FREE, why=_MODEL)] = ""
    use_edge: Annotated[bool, FieldInfo(_ASKED, SettingsGroup.EDGE, on=_ASKED, off=_NEVER)] = True
    hands_free: Annotated[
        bool,
        FieldInfo(
            "Hands-free",
            SettingsGroup.QUESTIONS,
            on="In ANSWER the microphone is open: a question ends with a pause",
            off="Only while the key is held",
        ),
    ] = False
    end_pause_s: Annotated[
        float,
        msgspec.Meta(ge=0.2, le=3.0),
        FieldInfo(
            "Pause",
            SettingsGroup.QUESTIONS,
            "The silence that ends a question, hands-free",
            unit="s",
            step=0.1,
            why="The pause that ends a question must be between {least} and {most} s.",
        ),
    ] = 0.7
    echo: Annotated[
        Echo,
        FieldInfo(
            "Host's own voice",
            SettingsGroup.QUESTIONS,
            choices={
                Echo.GATE: ("GATE", "The microphone is shut while the host speaks"),
                Echo.CANCEL: ("CANCEL", "The host's voice is taken out: one may ask over it"),
            },
            why="There is no such way to keep the host from hearing itself: choose gate or cancel.",
        ),
    ] = Echo.GATE
    whisper_folder: Annotated[
        str,
        msgspec.Meta(max_length=500),
        FieldInfo(
            "Model's folder",
            SettingsGroup.WHISPER,
            control=Control.FILE,
            why=FOLDER_WHY,
        ),
    ] = ""
    whisper_device: Annotated[
        Literal["cpu", "cuda"],
        FieldInfo(
            "Runs on",
            SettingsGroup.WHISPER,
            choices={
                "cpu": ("PROCESSOR", "Works on every machine"),
                "cuda": ("GRAPHICS CARD", "Faster; shares the card with a filmed host"),
            },
            why="Whisper runs on the processor (cpu) or on a graphics card (cuda).",
        ),
    ] = "cpu"
    whisper_compute: Annotated[
        Literal["int8", "int8_float16", "float16", "float32"],
        FieldInfo(
            "Calculates in",
            SettingsGroup.WHISPER,
            choices={
                "int8": ("INT8", "Fastest on a processor, and smallest"),
                "int8_float16": ("INT8+16", "Small and fast on a card"),
                "float16": ("FP16", "Half precision: on a card only"),
                "float32": ("FP32", "Full precision: slowest, and largest"),
            },
            why="Whisper calculates in int8, int8_float16, float16 or float32.",
        ),
    ] = "int8"
    engine_card: Annotated[
        str,
        msgspec.Meta(pattern=r"^(auto|cpu|(cuda:)?\d{1,2})$"),
        FieldInfo(
            "Card",
            SettingsGroup.DRAWING,
            "Which graphics card the neural driver works on; the light driver needs none",
            control=Control.LIST,
            none="not chosen",
            why="The engine's card is auto, cpu, or one as cuda:0.",
        ),
    ] = "auto"
    engine_precision: Annotated[
        Literal["auto", "fp16", "bf16", "fp32"],
        FieldInfo(
            "Precision",
            SettingsGroup.DRAWING,
            choices={
                "auto": ("AUTO", "Half precision on a card, full precision on the processor"),
                "fp16": ("FP16", "Half precision"),
                "bf16": ("BF16", "Half precision with a wide range, on newer cards"),
                "fp32": ("FP32", "Full precision: twice the memory, half the speed"),
            },
            why="The engine calculates in auto, fp16, bf16 or fp32.",
        ),
    ] = "auto"
    engine_decoder: Annotated[
        Literal["full", "small"],
        FieldInfo(
            "Decoder",
            SettingsGroup.DRAWING,
            choices={
                "full": ("FULL", "As published"),
                "small": ("SMALL", "Approximate, and many times quicker: `compere models distil`"),
            },
            why="The decoder is full, or small, which is approximate.",
        ),
    ] = "full"
    standby: Annotated[
        Literal["auto", "on", "off"],
        FieldInfo(
            "Stands by",
            SettingsGroup.STANDBY,
            choices={
                "auto": ("AUTO", "With a filmed host, where the card has room for two"),
                "on": ("ON", "Always: it takes its memory once more"),
                "off": ("OFF", "Never: while the engine starts again, the host idles"),
            },
            why="The second engine is auto, on or off.",
        ),
    ] = "auto"


@dataclass(frozen=True)
class OptionsView:
    """The settings page, as plain data.

    Attributes:
        options: as they are now.
        storage: folder of recordings and reports.
        free_gb: free on its disk, in GB of 10⁹ bytes; None when that is not known.
        restart: playout must start again before all of them hold.
        saved: when they were written, in words, or why they could not be.
        save_failed: they could not be.
    """

    options: Options = field(default_factory=Options)
    storage: str = ""
    free_gb: float | None = None
    restart: bool = False
    saved: str = ""
    save_failed: bool = False
