"""The user's settings: one TOML file, read once and written only when the user chooses something."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from console.show.effects import Pa, SlateKind
from console.show.preset import plain_fault

FILE_NAME = "settings.toml"
HOME_VARIABLE = "COMPERE_HOME"
"""Environment variable that moves every folder of Compere's under one root, for tests and for trying out."""

Milliseconds = Annotated[int, msgspec.Meta(ge=20, le=2000)]


class SettingsError(Exception):
    """Settings that cannot be written; the message is one sentence for the operator."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the user has chosen and Compere remembers.

    Attributes:
        language: "" follows the system.
        microphone, speaker: names of devices; "" is none chosen yet.
        screen: key of the hall's screen; "" is none chosen yet.
        avatar: id of the avatar.
        show_name: on the state strip.
        rate: program frames a second.
        width, height: of the program, in pixels.
        delay_ms: lip delay D at the default setting, before calibration.
        express_delay_ms: the same for the express setting.
        express: use the express one.
        pa: how the MC's voice reaches the hall.
        slate: what the safe picture is.
        slate_picture: its file when it is a picture.
        mic_gain_db: added to the microphone, in dB.
        loudness_lufs: what spoken files are levelled to; EBU R128 asks -23.
    """

    language: Literal["", "en", "zh-Hant", "zh-Hans"] = ""
    microphone: str = ""
    speaker: str = ""
    screen: str = ""
    avatar: str = ""
    show_name: str = ""
    rate: Literal[25, 30, 50, 60] = 30
    width: Annotated[int, msgspec.Meta(ge=320, le=7680)] = 1920
    height: Annotated[int, msgspec.Meta(ge=180, le=4320)] = 1080
    delay_ms: Milliseconds = 100
    express_delay_ms: Milliseconds = 70
    express: bool = False
    pa: Pa = Pa.THROUGH
    slate: SlateKind = SlateKind.LOGO
    slate_picture: str = ""
    mic_gain_db: Annotated[float, msgspec.Meta(ge=-60.0, le=40.0)] = 0.0
    loudness_lufs: Annotated[float, msgspec.Meta(ge=-70.0, le=0.0)] = -23.0


def config_folder() -> Path:
    """Where the user's settings live; not made here."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "config"
    import platformdirs

    return Path(platformdirs.user_config_dir("compere", appauthor=False))


def settings_path() -> Path:
    """The user's settings file; it may not be there yet."""
    return config_folder() / FILE_NAME


def load_settings(path: Path) -> tuple[Settings, str | None]:
    """Reads the settings, and never changes the file.

    Returns:
        the settings, and None; or the defaults and one sentence about what is wrong with the file.
        A file that is not there is nothing wrong.
    """
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return Settings(), None
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        return Settings(), f"The settings in {path} cannot be read ({why}): defaults are used."
    try:
        return msgspec.toml.decode(text, type=Settings), None
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        why = plain_fault(fault)
        return Settings(), f"The settings in {path} cannot be used ({why}): defaults are used, the file is kept."


def save_settings(settings: Settings, path: Path) -> None:
    """Writes the settings in one step: whoever reads sees the old file or the new one, never half of one.

    A broken file that is there is kept beside the new one, with `.broken` added to its name.

    Raises:
        SettingsError: the folder cannot be written.
    """
    try:
        text = _toml(settings)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and load_settings(path)[1] is not None:
            path.replace(_free_name(path))
        handle, name = tempfile.mkstemp(prefix=path.name, suffix=".new", dir=path.parent)
        fresh = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    except (OSError, UnicodeEncodeError) as fault:
        why = getattr(fault, "strerror", None) or type(fault).__name__
        raise SettingsError(f"The settings cannot be saved in {path.parent} ({why}).") from fault


def _toml(settings: Settings) -> bytes:
    """The settings as TOML: flat, so a line each. A JSON string is a TOML one, but for the character 127."""
    lines = []
    for key, value in msgspec.to_builtins(settings).items():
        words = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        lines.append(f"{key} = {words}\n")
    return "".join(lines).encode()


def _free_name(path: Path) -> Path:
    """A name for the broken file that overwrites no earlier broken one."""
    name = path.with_name(path.name + ".broken")
    number = 2
    while name.exists():
        name = path.with_name(f"{path.name}.broken{number}")
        number += 1
    return name
