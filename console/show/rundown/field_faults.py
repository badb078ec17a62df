"""What is wrong with a preset, field by field, in a sentence for whoever looks at that field. No I/O."""

from __future__ import annotations

from collections.abc import Iterator

from console.show.core.enums import Mode, PresetSlate, Unattended
from console.show.core.field_info import declared
from console.show.rundown.lines import fault_in
from console.show.rundown.preset import HEARERS, THINKERS, Preset, PresetError, hearers, thinkers, with_field
from engine.text import Text, as_text


def field_faults(preset: Preset) -> dict[str, str]:
    """Field → what is wrong with it as it is; empty when the preset can be taken."""
    return dict(_faults(preset))


def refusal(preset: Preset, field: str, value: object) -> str:
    """Why a field cannot hold a value, in one sentence, or ""."""
    if field == "name" and not str(value).strip():
        return "A preset needs a name: write one."
    longest = declared(Preset)["persona"].longest
    if isinstance(value, str) and len(value) > longest:
        return Text("That is longer than {limit} characters: make it shorter, or put it into a file.", limit=longest)
    try:
        with_field(preset, field, value)
    except PresetError as fault:
        return str(fault)
    return ""


def _faults(preset: Preset) -> Iterator[tuple[str, str]]:
    if preset.slate is PresetSlate.PICTURE and not preset.slate_picture.strip():
        yield "slate_picture", "The slate is a picture: choose its file."
    if fault := fault_in(preset.lines):
        yield "lines", _as_sentence(fault)
    if preset.mode is Mode.SAY and not preset.say.strip() and not preset.lines.strip():
        yield "say", "The mode is SAY: write lines, or choose a sound file."
    if strange := [name for name in hearers(preset) if name not in HEARERS]:
        yield "hear", Text("There is nobody called {name} who could hear: press one of these.", name=strange[0])
    if preset.mode is Mode.ANSWER:
        yield from _answer_faults(preset)


def _as_sentence(fault: str) -> Text:
    """What is wrong, in words without a full stop, as a sentence of its own: both stand among the translations."""
    words = as_text(fault)
    return Text(f"{words.key[:1].upper()}{words.key[1:]}.", **words.parameters)


def _answer_faults(preset: Preset) -> Iterator[tuple[str, str]]:
    order = thinkers(preset)
    if strange := [name for name in order if name not in THINKERS]:
        yield "think", Text("There is nobody called {name} who could answer: press one of these.", name=strange[0])
    if not order:
        yield "think", "The mode is ANSWER: press who answers."
    if order == ("facts",) and not (preset.facts.strip() or preset.facts_text.strip()):
        yield "facts", "Only the facts answer: choose their file, or write some below."
    if preset.unattended is Unattended.SAFE and not preset.safe_line.strip():
        yield "safe_line", "It is said when no hand comes: write it."
