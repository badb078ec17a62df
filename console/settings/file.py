"""The user's settings: one TOML file, read once and written only when the user chooses something."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import msgspec

from console.show.core.enums import Pa, SlateKind
from console.show.rundown.preset import plain_fault
from console.show.state.channels_view import MOST_CHANNELS
from console.show.state.settings import Options
from console.show.state.settings_rules import fault_in_file
from engine.files.toml_text import TomlError, parse_toml
from engine.files.user_files import MissingFileError, UserFileError, read_text
from engine.files.whole_file import write_whole
from engine.text import Text

FILE_NAME = "settings.toml"
HOME_VARIABLE = "COMPERE_HOME"
"""Environment variable that moves every folder of Compere's under one root, for tests and for trying out."""


Channels = Annotated[
    tuple[Annotated[int, msgspec.Meta(ge=1, le=MOST_CHANNELS)], ...], msgspec.Meta(max_length=MOST_CHANNELS)
]


class SettingsError(Exception):
    """Settings that cannot be written; the message is one sentence for the operator."""


class Settings(Options, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the user has chosen and Compere remembers: the options of the settings page, and the devices.

    Attributes:
        microphone, speaker: names of devices; "" is none chosen yet.
        mic_channels: microphone → the channels of its device that the MC is on, counted from 1.
        hall_channels, feed_channels: loudspeaker → the channels of its device for the hall, and for the feed.
        screen: key of the hall's screen; "" is none chosen yet.
        avatar: id of the avatar.
        express: use the express lip delay.
        pa: how the MC's voice reaches the hall.
        slate: what the safe picture is.
        slate_picture: its file when it is a picture.
        The rest is as in `Options`.
    """

    microphone: str = ""
    mic_channels: dict[str, Channels] = {}
    hall_channels: dict[str, Channels] = {}
    feed_channels: dict[str, Channels] = {}
    speaker: str = ""
    screen: str = ""
    avatar: str = ""
    express: bool = False
    pa: Pa = Pa.THROUGH
    slate: SlateKind = SlateKind.TITLE
    slate_picture: str = ""


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
        table = parse_toml(read_text(path))
        if table.get("slate") == "logo":  # as the title was called before
            table["slate"] = SlateKind.TITLE.value
        return msgspec.convert(table, Settings), None
    except MissingFileError:
        return Settings(), None
    except UserFileError as fault:
        return Settings(), Text(
            "The settings in {path} cannot be read ({fault}): defaults are used.", path=path, fault=fault.why
        )
    except (TomlError, msgspec.ValidationError) as fault:
        why = fault_in_file(fault) or plain_fault(fault)
        return Settings(), Text(
            "The settings in {path} cannot be used ({fault}): defaults are used, the file is kept.",
            path=path,
            fault=why,
        )


def save_settings(settings: Settings, path: Path) -> None:
    """Writes the settings in one step: whoever reads sees the old file or the new one, never half of one.

    What a person wrote between the lines stays there, and so does their order. A broken file that is there is kept
    beside the new one, with `.broken` added to its name.

    Raises:
        SettingsError: the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and load_settings(path)[1] is not None:
            path.replace(_free_name(path))
        write_whole(path, _toml(settings, read_text(path) if path.exists() else "").encode())
    except (OSError, UnicodeError, UserFileError) as fault:
        why = getattr(fault, "why", "") or getattr(fault, "strerror", "") or type(fault).__name__
        raise SettingsError(
            Text("The settings cannot be saved in {path} ({fault}).", path=path.parent, fault=why)
        ) from fault


def _toml(settings: Settings, before: str) -> str:
    """The settings as TOML: the text that was there, with the values that changed.

    A value that nobody chose yet is left out, so that a later version's default reaches those who never cared.
    """
    import tomlkit  # takes 30 ms, which the first window need not wait for

    document: Any = tomlkit.parse(before or "# Compere's settings. What is not here is as it comes.\n")
    fresh = msgspec.to_builtins(Settings())
    for key, value in msgspec.to_builtins(settings).items():
        said = document.get(key, fresh[key])
        if said != value or type(said) is bool is not type(value):
            document[key] = value
    return str(document.as_string())


def _free_name(path: Path) -> Path:
    """A name for the broken file that overwrites no earlier broken one."""
    name = path.with_name(path.name + ".broken")
    number = 2
    while name.exists():
        name = path.with_name(f"{path.name}.broken{number}")
        number += 1
    return name
