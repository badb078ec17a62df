"""One item of the show, as a TOML text. Reading the file itself is the caller's work: no I/O here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import msgspec

from console.show.core.enums import (
    AfterLines,
    AnswerLanguage,
    Approval,
    CaptionLanguage,
    CaptionPlace,
    Mode,
    PresetOutputs,
    PresetPa,
    PresetSlate,
    Unattended,
)
from console.show.core.field_info import Control, FieldInfo
from console.show.rundown.lines import fault_in, sounds_in, with_sounds
from engine.files.toml_text import TomlError, parse_toml, shortened, text_of
from engine.text import Text

FORMAT = 6
"""The version of a preset's file that this Compere writes. It reads this one and every older one."""

FILES = ("slate_picture", "say", "facts", "word_list")
"""Fields that name a file, relative to the preset's own folder."""

THINKERS = ("facts", "groq", "server")
"""Who may answer: the preset's own facts, Groq, and a server of the user's (any OpenAI-compatible one, or Ollama)."""

HEARERS = ("groq", "server", "local")
"""Who may hear questions, and the MC for live captions: Groq, a server of the user's, and Whisper on this machine."""

NAME_LONGEST = 80
"""Characters of a preset's name, and of a show's."""

Gain = Annotated[float, msgspec.Meta(ge=-60.0, le=40.0), FieldInfo(unit="dB", step=0.5)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=NAME_LONGEST), FieldInfo()]
AvatarId = Annotated[str, msgspec.Meta(min_length=1, max_length=80), FieldInfo()]
Line = Annotated[str, msgspec.Meta(max_length=200), FieldInfo()]
Seconds = Annotated[float, msgspec.Meta(ge=3.0, le=300.0), FieldInfo(unit="s", step=0.5)]
LongText = Annotated[str, msgspec.Meta(max_length=20_000), FieldInfo(control=Control.TEXT)]
_OF_PICTURE = FieldInfo(unit="% of the picture", step=0.5)
LinePercent = Annotated[float, msgspec.Meta(ge=3.0, le=15.0), _OF_PICTURE]
MarginPercent = Annotated[float, msgspec.Meta(ge=2.0, le=25.0), _OF_PICTURE]
Percent = Annotated[float, msgspec.Meta(ge=0.0, le=100.0), FieldInfo(unit="%", step=0.5)]
Colour = Annotated[str, msgspec.Meta(pattern=r"^(#[0-9a-fA-F]{6})?$")]


class PresetError(Exception):
    """A preset that cannot be used; the message is one sentence for the operator."""


class Preset(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One item of the show: who is on screen, what drives them and what is heard.

    Attributes:
        format: the version of the file; always the newest once it has been read.
        name: on the preset's key.
        avatar: id of the avatar.
        stand_in: id of another one that the operator may put on while the avatar's engine is out for long; "" for none.
        mode: what drives it.
        mic: name of the microphone; "" leaves the one that is chosen.
        mic_gain_db: added to the microphone, in dB.
        pa: how the MC's voice reaches the hall, where it is not as in the rest of the event.
        speaker: name of the loudspeaker; "" leaves the one that is chosen.
        voice: name of the voice for answers and typed lines; "" is the avatar's own.
        persona: who the avatar is when it answers.
        facts: file of what it may answer from, relative to the preset's own folder; "" for none.
        facts_text: more of the same, written here; both are Markdown.
        think: who answers, as "facts groq": the first of `THINKERS` that knows an answer and can be reached.
        hear: who hears questions by voice and the MC's words, as "local groq": the first of `HEARERS` that is set up.
        language: what it answers in.
        answer_s: the longest answer, in seconds of speech.
        approval: who lets an answer out into the hall.
        unattended: what becomes of an answer for which no hand comes within `unattended_s` seconds.
        safe_line: what may always be said in place of an answer.
        standby_line: what is said while the hall waits, on a key.
        word_list: file of words that must not be said, relative to the preset's own folder; "" for none.
        never_say: names that must not be said, one on a line.
        captions: whether the hall reads what is said.
        captions_live: in MIRROR it reads what the MC says, too; somebody in `hear` has to hear it.
        captions_second: the language in which those who think say it once more, below.
        captions_size: how high a line of captions is, in percent of the picture's height.
        captions_place: where they stand.
        captions_margin: the safe area around them, in percent of the picture.
        captions_plate: how dark the ground behind the letters is, in percent.
        slate: the safe picture, where it is not the event's.
        slate_picture: its file when the slate is `picture`, relative to the preset's own folder.
        say: sound file for SAY, spoken when the preset is taken on air, relative to its own folder; "" for none.
        lines: what may be said at a key, one a row (see `console.show.rundown.lines`).
        after_lines: whether the mode comes back that a line interrupted, or SAY stays.
        outputs: what must be on air beside the hall while it is on: a stream, the recording, or both.
        note: a cue for the operator, as "after the choir sits".
        colour: `#rrggbb` of the preset's key, or "".
    """

    format: int = FORMAT
    name: Name
    avatar: AvatarId
    stand_in: Annotated[str, msgspec.Meta(max_length=80), FieldInfo()] = ""
    mode: Mode = Mode.MIRROR
    mic: Line = ""
    mic_gain_db: Gain = 0.0
    pa: PresetPa = PresetPa.EVENT
    speaker: Line = ""
    voice: Line = ""
    persona: LongText = ""
    facts: Line = ""
    facts_text: LongText = ""
    think: Line = "facts groq"
    hear: Line = "groq server local"
    language: AnswerLanguage = AnswerLanguage.ASKED
    answer_s: Seconds = 25.0
    approval: Approval = Approval.FIRST
    unattended: Unattended = Unattended.STAY
    unattended_s: Seconds = 30.0
    safe_line: Line = ""
    standby_line: Line = ""
    word_list: Line = ""
    never_say: LongText = ""
    captions: bool = False
    captions_live: bool = False
    captions_second: CaptionLanguage = CaptionLanguage.NONE
    captions_size: LinePercent = 6.0
    captions_place: CaptionPlace = CaptionPlace.BOTTOM
    captions_margin: MarginPercent = 6.0
    captions_plate: Percent = 65.0
    slate: PresetSlate = PresetSlate.EVENT
    slate_picture: Line = ""
    say: Line = ""
    lines: LongText = ""
    after_lines: AfterLines = AfterLines.BACK
    outputs: PresetOutputs = PresetOutputs.NONE
    note: Line = ""
    colour: Colour = ""


def _from_0(table: dict[str, Any]) -> dict[str, Any]:
    """The first presets bore no number, and had none of voice, persona, facts, captions and colour."""
    return table


def _from_1(table: dict[str, Any]) -> dict[str, Any]:
    """The second format added what ANSWER needs, from facts_text to never_say; all of it may be left out."""
    return table


def _from_2(table: dict[str, Any]) -> dict[str, Any]:
    """The third format added lines to say and the look of captions; all of it may be left out."""
    return table


def _from_3(table: dict[str, Any]) -> dict[str, Any]:
    """The fourth format added who hears, captions of the MC and captions in a second language; all may be left out."""
    return table


def _from_4(table: dict[str, Any]) -> dict[str, Any]:
    """The fifth format added what follows a line, and let a preset leave slate and PA to the event.

    Until then each preset bore both, whether anybody cared or not: what was as it came is left to the event.
    """
    unchosen = {"slate": "logo", "pa": "through"}
    return {field: value for field, value in table.items() if unchosen.get(field) != value}


def _from_5(table: dict[str, Any]) -> dict[str, Any]:
    """The sixth format added what must be on air beside the hall; it may be left out."""
    return table


MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    0: _from_0,
    1: _from_1,
    2: _from_2,
    3: _from_3,
    4: _from_4,
    5: _from_5,
}
"""From each older format to the next one: the table of a file in, the table of the next format out."""


def parse_preset(text: str | bytes, origin: str) -> Preset:
    """Reads one preset.

    Args:
        text: the TOML.
        origin: what to call it in the sentence, as the file's name.

    Raises:
        PresetError: it cannot be read, or its fields contradict each other.
    """
    preset = read_preset(text, origin)
    lack = lacking(preset)
    if lack:
        raise PresetError(Text("Preset {path} cannot be used: {fault}.", path=origin, fault=lack))
    return preset


def read_preset(text: str | bytes, origin: str) -> Preset:
    """The same, but a preset that still lacks a file (see `lacking`) is good enough to be edited."""
    try:
        table = parse_toml(text.removeprefix("\ufeff") if isinstance(text, str) else text_of(text))
    except (TomlError, UnicodeDecodeError) as fault:
        raise PresetError(
            Text("Preset {path} cannot be used: {fault}.", path=origin, fault=plain_fault(fault))
        ) from fault
    return preset_of(table, origin)


def preset_of(table: object, origin: str) -> Preset:
    """A preset from its table of fields, of this format or an older one. Raises PresetError."""
    if not isinstance(table, dict):
        raise PresetError(f"Preset {origin} cannot be used: it is not a table of fields.")
    version = table.get("format", 0)
    if type(version) is not int or version < 0:
        raise PresetError(f"Preset {origin} cannot be used: its format must be a number like {FORMAT}.")
    if version > FORMAT:
        raise PresetError(
            Text("Preset {path} was written by a newer Compere (format {n}): update this one.", path=origin, n=version)
        )
    fields = dict(table)
    for old in range(version, FORMAT):
        fields = MIGRATIONS[old](fields)
    fields["format"] = FORMAT
    try:
        return msgspec.convert(fields, Preset)
    except (msgspec.ValidationError, OverflowError, RecursionError) as fault:
        raise PresetError(
            Text("Preset {path} cannot be used: {fault}.", path=origin, fault=plain_fault(fault))
        ) from fault


def lacking(preset: Preset) -> str:
    """What a preset still needs before it can be taken, in words without a full stop, or ""."""
    if preset.slate is PresetSlate.PICTURE and not preset.slate_picture.strip():
        return "its slate is a picture, so name slate_picture"
    if fault := fault_in(preset.lines):
        return fault
    if preset.mode is Mode.SAY and not preset.say.strip() and not preset.lines.strip():
        return "its mode is say, so write lines, or name the sound file in say"
    strange = [name for name in hearers(preset) if name not in HEARERS]
    if strange:
        return Text("there is no {name} in its hear: it takes {list}", name=strange[0], list=", ".join(HEARERS))
    if preset.mode is Mode.ANSWER:
        return _lacking_for_answers(preset)
    return ""


def files_named(preset: Preset) -> tuple[str, ...]:
    """The files that a preset names, relative to its own folder."""
    named = (*(getattr(preset, field) for field in FILES), *sounds_in(preset.lines))
    return tuple(dict.fromkeys(name for name in named if name))


def lies_below(name: str) -> bool:
    """Whether the name of a file stays in the folder that it is relative to, on every system and whatever is there.

    What comes from others may name no other file: an absolute name, one with `..`, or a Windows drive could be the
    operator's private key.
    """
    parts = re.split(r"[/\\]", name)
    return (
        bool(name.strip()) and parts[0] != "" and not {"..", "~"} & set(parts) and ":" not in name and "\0" not in name
    )


def with_files(preset: Preset, renamed: Callable[[str], str]) -> Preset:
    """The preset with other names for its files."""
    fields = {field: renamed(name) for field in FILES if (name := getattr(preset, field))}
    return msgspec.structs.replace(preset, **fields, lines=with_sounds(preset.lines, renamed))


def voices(preset: Preset) -> tuple[str, ...]:
    """The voices of a preset in their order, each once, as `edge:zh-TW-HsiaoChenNeural`."""
    return tuple(dict.fromkeys(name.strip() for name in preset.voice.split(",") if name.strip()))


def thinkers(preset: Preset) -> tuple[str, ...]:
    """Who answers, in order, each once; names that nobody has are left in, for `lacking` to name."""
    return _named(preset.think)


def hearers(preset: Preset) -> tuple[str, ...]:
    """Who hears, in order, as `thinkers`."""
    return _named(preset.hear)


def _named(row: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in re.split(r"[\s,;]+", row.strip().lower()) if name))


def _lacking_for_answers(preset: Preset) -> str:
    order = thinkers(preset)
    strange = [name for name in order if name not in THINKERS]
    if strange:
        return Text("there is no {name} in its think: it takes {list}", name=strange[0], list=", ".join(THINKERS))
    if not order:
        return "its mode is answer, so name who answers in think"
    if order == ("facts",) and not (preset.facts.strip() or preset.facts_text.strip()):
        return "only its facts answer, so name their file in facts"
    if preset.unattended is Unattended.SAFE and not preset.safe_line.strip():
        return "it falls back to its safe line, so write safe_line"
    return ""


def with_field(preset: Preset, field: str, value: object) -> Preset:
    """The preset with one field changed. Raises PresetError with a sentence when the value will not do."""
    if field not in preset.__struct_fields__ or field == "format":
        raise PresetError(Text("A preset has no field {name}.", name=field))
    if isinstance(value, str):
        value = value.strip()
    fields = msgspec.to_builtins(preset) | {field: value}
    return preset_of(fields, preset.name)


def plain_fault(fault: Exception) -> str:
    """A decoder's message in the operator's words, without a full stop."""
    if isinstance(fault, UnicodeDecodeError):
        return "it is not a text in UTF-8"
    words = str(fault).rstrip(".").replace("`", "")
    number = re.fullmatch(r"Expected (?:float|int) (>=|<=) (\S+?)( - at .*)?", words)
    if number:
        sense = "at least" if number[1] == ">=" else "at most"
        words = f"Must be {sense} {number[2]}{number[3] or ''}"
    length = re.fullmatch(r"Expected str of length (>=|<=) (\d+)( - at .*)?", words)
    if length:
        sense = "at least" if length[1] == ">=" else "at most"
        words = f"Must have {sense} {length[2]} characters{length[3] or ''}"
    words = re.sub(r"Expected str matching regex '.*'", "Must be a colour like #2f77bd", words)
    words = words.replace("Invalid enum value", "There is no").replace("Invalid value (at", "It is not TOML (at")
    words = words.replace("Object missing required field", "it lacks the field")
    words = words.replace("Object contains unknown field", "it has an unknown field:")
    words = words.replace(" - at $.", ", in ").replace(" - at $", "")
    return shortened(words[:1].lower() + words[1:])
