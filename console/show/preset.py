"""One item of the show, as a TOML text. Reading the file itself is the caller's work: no I/O here."""

from __future__ import annotations

import re
from typing import Annotated

import msgspec

from console.show.effects import Mode, Pa, SlateKind

Gain = Annotated[float, msgspec.Meta(ge=-60.0, le=40.0)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


class PresetError(Exception):
    """A preset that cannot be used; the message is one sentence for the operator."""


class Preset(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One item of the show: who is on screen, what drives them and what is heard.

    Attributes:
        name: on the preset's key.
        avatar: id of the avatar.
        mode: what drives it.
        mic: name of the microphone; "" leaves the one that is chosen.
        mic_gain_db: added to the microphone, in dB.
        pa: how the MC's voice reaches the hall.
        speaker: name of the loudspeaker; "" leaves the one that is chosen.
        slate: the safe picture.
        slate_picture: its file when the slate is `picture`, relative to the preset's own folder.
        say: sound file for SAY, relative to the preset's own folder; "" for none.
        note: a cue for the operator, as "after the choir sits".
    """

    name: Name
    avatar: Annotated[str, msgspec.Meta(min_length=1)]
    mode: Mode = Mode.MIRROR
    mic: str = ""
    mic_gain_db: Gain = 0.0
    pa: Pa = Pa.THROUGH
    speaker: str = ""
    slate: SlateKind = SlateKind.LOGO
    slate_picture: str = ""
    say: str = ""
    note: str = ""


def parse_preset(text: str | bytes, origin: str) -> Preset:
    """Reads one preset.

    Args:
        text: the TOML.
        origin: what to call it in the sentence, as the file's name.

    Raises:
        PresetError: it cannot be read, or its fields contradict each other.
    """
    try:
        preset = msgspec.toml.decode(text, type=Preset)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise PresetError(f"Preset {origin} cannot be used: {plain_fault(fault)}.") from fault
    if preset.slate is SlateKind.PICTURE and not preset.slate_picture.strip():
        raise PresetError(f"Preset {origin} cannot be used: its slate is a picture, so name slate_picture.")
    if preset.mode is Mode.SAY and not preset.say.strip():
        raise PresetError(f"Preset {origin} cannot be used: its mode is say, so name the sound file in say.")
    return preset


def plain_fault(fault: Exception) -> str:
    """A decoder's message in the operator's words, without a full stop."""
    if isinstance(fault, UnicodeDecodeError):
        return "it is not a text in UTF-8"
    words = str(fault).rstrip(".").replace("`", "")
    number = re.fullmatch(r"Expected (?:float|int) (>=|<=) (\S+?)( - at .*)?", words)
    if number:
        sense = "at least" if number[1] == ">=" else "at most"
        words = f"Must be {sense} {number[2]}{number[3] or ''}"
    words = words.replace("Invalid enum value", "There is no").replace("Invalid value (at", "It is not TOML (at")
    words = words.replace("Object missing required field", "it lacks the field")
    words = words.replace("Object contains unknown field", "it has an unknown field:")
    words = words.replace(" - at $.", ", in ").replace(" - at $", "")
    return words[:1].lower() + words[1:]
