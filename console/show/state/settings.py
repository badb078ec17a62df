"""The settings that EDIT shows: what they are, and the one judge of their values. No file, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

import msgspec

from console.show.answers.addresses import host_of, server_address
from console.show.core.enums import Echo
from console.show.core.meters import LOW_DBFS

LANGUAGES = ("", "en", "zh-Hant", "zh-Hans")
"""Languages of the window; "" follows the system."""

RATES = (25, 30, 50, 60)
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

ModelName = Annotated[str, msgspec.Meta(pattern=r"^\S*$", max_length=120)]
ServerAddress = Annotated[str, msgspec.Meta(pattern=r"^(https?://[^\s/]\S*)?$", max_length=200)]
Milliseconds = Annotated[int, msgspec.Meta(ge=20, le=2000)]
Budget = Annotated[int, msgspec.Meta(ge=40, le=2000)]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the settings page can change.

    Attributes:
        language: "" follows the system.
        text_size: of the window; `large` grows with the room that the window has.
        contrast: of the window's colours.
        animations: `calm` stops what moves in the window only for show.
        show_name: on the state strip while the show has no name of its own.
        rate: program frames a second.
        width, height: of the program, in pixels.
        delay_ms: lip delay D at the default setting, before calibration.
        express_delay_ms: the same for the express setting.
        budget_ms, express_budget_ms: what the measured p95 of the lip delay is judged against.
        low_dbfs: speech below this for five seconds is LOW.
        mic_gain_db: added to the microphone, in dB.
        loudness_lufs: what spoken files are levelled to; EBU R128 asks -23.
        models_source: where models are fetched from when somebody asks for it: the public hub, or a mirror of it.
        headphones: where the operator listens; "" is the system's own output. Never the hall's loudspeaker.
        use_groq, use_server, use_edge: whether these may be asked at all, whatever a preset names.
        groq_model: the model that answers at Groq.
        groq_hear_model, groq_voice_model: those that hear and speak there.
        groq_url: of a proxy for Groq; "" is Groq itself.
        server_url: an OpenAI-compatible server for answers, with its /v1 (Ollama's is http://127.0.0.1:11434/v1); "" is
            none.
        server_model: the model that answers there.
        server_hear_model: the model that hears questions there; "" is none.
        whisper_folder: of a faster-whisper model on this machine; "" is none.
        whisper_device: what it runs on.
        whisper_compute: how CTranslate2 calculates there; the half precisions need a card.
        hands_free: in ANSWER the microphone is open for questions, without a key.
        end_pause_s: the silence that ends such a question, in seconds.
        echo: what keeps the avatar from hearing itself while it speaks.
        engine_card: what the neural driver runs on: `auto`, `cuda:0` …, or `cpu` for trying out.
        engine_precision: what it computes with.
        engine_decoder: `full`, or `small`: the approximate one that was distilled on this computer.
        standby: a second engine that steps in: `on`, `off`, or `auto`: with a neural host on a card with room for two.
    """

    language: Literal["", "en", "zh-Hant", "zh-Hans"] = ""
    text_size: Literal["normal", "large"] = "normal"
    contrast: Literal["normal", "high"] = "normal"
    animations: Literal["normal", "calm"] = "normal"
    show_name: Annotated[str, msgspec.Meta(max_length=80)] = ""
    rate: Literal[25, 30, 50, 60] = 30
    width: Annotated[int, msgspec.Meta(ge=320, le=7680)] = 1920
    height: Annotated[int, msgspec.Meta(ge=180, le=4320)] = 1080
    delay_ms: Milliseconds = 100
    express_delay_ms: Milliseconds = 70
    budget_ms: Budget = 120
    express_budget_ms: Budget = 90
    low_dbfs: Annotated[float, msgspec.Meta(ge=-60.0, le=-6.0)] = LOW_DBFS
    mic_gain_db: Annotated[float, msgspec.Meta(ge=-60.0, le=40.0)] = 0.0
    loudness_lufs: Annotated[float, msgspec.Meta(ge=-70.0, le=0.0)] = -23.0
    models_source: Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s/]+", max_length=200)] = MODELS_SOURCE
    headphones: Annotated[str, msgspec.Meta(max_length=300)] = ""
    use_groq: bool = True
    use_server: bool = True
    use_edge: bool = True
    groq_model: ModelName = GROQ_MODEL
    groq_hear_model: ModelName = GROQ_HEAR_MODEL
    groq_voice_model: ModelName = GROQ_VOICE_MODEL
    groq_url: ServerAddress = ""
    server_url: ServerAddress = ""
    server_model: ModelName = ""
    server_hear_model: ModelName = ""
    whisper_folder: Annotated[str, msgspec.Meta(max_length=500)] = ""
    whisper_device: Literal["cpu", "cuda"] = "cpu"
    whisper_compute: Literal["int8", "int8_float16", "float16", "float32"] = "int8"
    hands_free: bool = False
    end_pause_s: Annotated[float, msgspec.Meta(ge=0.2, le=3.0)] = 0.7
    echo: Echo = Echo.GATE
    engine_card: Annotated[str, msgspec.Meta(pattern=r"^(auto|cpu|(cuda:)?\d{1,2})$")] = "auto"
    engine_precision: Literal["auto", "fp16", "bf16", "fp32"] = "auto"
    engine_decoder: Literal["full", "small"] = "full"
    standby: Literal["auto", "on", "off"] = "auto"


@dataclass
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


class OptionError(Exception):
    """A setting that will not do; the message is one sentence for the operator."""


def changed(options: Options, changes: Mapping[str, object]) -> Options:
    """The options with some of them changed.

    Args:
        changes: field → value. Whole numbers may come as floats.

    Raises:
        OptionError: a value will not do, or two contradict each other.
    """
    fields = {name: getattr(options, name) for name in Options.__struct_fields__}
    for name, value in changes.items():
        if name not in fields:
            raise OptionError(f"There is no setting {name}.")
        if isinstance(value, str):
            value = _written(name, value.strip())
        elif isinstance(value, float) and value.is_integer() and isinstance(fields[name], int):
            value = int(value)
        fields[name] = value
    try:
        wanted = msgspec.convert(fields, Options)
    except msgspec.ValidationError as fault:
        raise OptionError(_sentence(str(fault))) from fault
    for name in {"server_url", "groq_url", "models_source"} & set(changes):
        if (address := getattr(wanted, name)) and not host_of(address):
            raise OptionError(_WHY[name])
    if wanted.express_delay_ms > wanted.delay_ms:
        raise OptionError("The express lip delay must not be longer than the default one.")
    if wanted.width % 2 or wanted.height % 2:
        raise OptionError("The program's width and height must be even, for the recording's sake.")
    if wanted.whisper_device == "cpu" and "float16" in wanted.whisper_compute:
        raise OptionError("A processor cannot hear in half precision: choose int8 or float32, or the graphics card.")
    return wanted


def _written(name: str, value: str) -> str:
    """An address put right; everything else as it is."""
    versions = {"server_url": "/v1", "groq_url": ""}
    if name not in versions or not value:
        return value
    address = server_address(value, versions[name])
    named = "://" in value or any(each in host_of(address) for each in (".", ":", "localhost"))
    return address if named and host_of(address) else value


def refusal_to_change(options: Options, changes: Mapping[str, object]) -> str:
    """Why the options cannot be changed like this, in one sentence, or ""."""
    try:
        changed(options, changes)
    except OptionError as fault:
        return str(fault)
    return ""


_WHY = {
    "language": "There is no such language: choose English, 繁體中文, 简体中文 or the system's.",
    "text_size": "The text size is normal or large.",
    "contrast": "The contrast is normal or high.",
    "animations": "Animations are normal or calm.",
    "show_name": "The name may have at most 80 characters.",
    "rate": "The program rate must be 25, 30, 50 or 60 frames a second.",
    "width": "The program must be between 320 and 7680 pixels wide.",
    "height": "The program must be between 180 and 4320 pixels high.",
    "delay_ms": "A lip delay must be between 20 and 2000 ms.",
    "express_delay_ms": "A lip delay must be between 20 and 2000 ms.",
    "budget_ms": "A limit of the lip delay must be between 40 and 2000 ms.",
    "express_budget_ms": "A limit of the lip delay must be between 40 and 2000 ms.",
    "low_dbfs": "The level of LOW must be between -60 and -6 dBFS.",
    "mic_gain_db": "The microphone's gain must be between -60 and 40 dB.",
    "models_source": "The source of models must be an address that begins with https:// and names a host.",
    "groq_model": "A model's name has no spaces, and at most 120 characters.",
    "groq_hear_model": "A model's name has no spaces, and at most 120 characters.",
    "groq_voice_model": "A model's name has no spaces, and at most 120 characters.",
    "groq_url": "A server's address must begin with https:// or http:// and name a host.",
    "server_url": "A server's address must begin with https:// or http:// and name a host.",
    "server_model": "A model's name has no spaces, and at most 120 characters.",
    "server_hear_model": "A model's name has no spaces, and at most 120 characters.",
    "end_pause_s": "The pause that ends a question must be between 0.2 and 3 s.",
    "echo": "There is no such way to keep the host from hearing itself: choose gate or cancel.",
    "whisper_folder": "A folder's name may have at most 500 characters.",
    "whisper_device": "Whisper runs on the processor (cpu) or on a graphics card (cuda).",
    "whisper_compute": "Whisper calculates in int8, int8_float16, float16 or float32.",
    "engine_card": "The engine's card is auto, cpu, or one as cuda:0.",
    "engine_decoder": "The decoder is full, or small, which is approximate.",
    "engine_precision": "The engine calculates in auto, fp16, bf16 or fp32.",
    "standby": "The second engine is auto, on or off.",
    "loudness_lufs": "The loudness of sound files must be between -70 and 0 LUFS.",
}


def _sentence(fault: str) -> str:
    """The decoder's message names the field at its end, as `$.rate`."""
    name = fault.rpartition("$.")[2].rstrip("`.")
    return _WHY.get(name, "That setting cannot be used.")
