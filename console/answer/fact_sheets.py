"""Whether the files and texts that a preset names can be used, field by field."""

from __future__ import annotations

from pathlib import Path

from console.answer.config import AnswerConfigError, read_file, safety_for
from console.answer.llm.facts import FactsError, FactsProvider
from console.answer.media_files import media_fault
from console.answer.safety.word_list import WordListError, read_word_list
from console.show.rundown.lines import lines_of, sounds_in
from console.show.rundown.preset import Preset
from engine.text import Text


def sheet_faults(preset: Preset, folder: Path) -> dict[str, str]:
    """Field → why what it names cannot be used, in one sentence. Reads files: call it in a thread of its own.

    Args:
        preset: whose.
        folder: of its files.
    """
    faults: dict[str, str] = {}
    for field, kind in (("slate_picture", "picture"), ("say", "sound")):
        name = str(getattr(preset, field)).strip()
        if name and not (folder / name).is_file():
            faults[field] = Text("There is no file {path}: choose another one.", path=folder / name)
        elif name and (fault := media_fault(kind, folder / name)):
            faults[field] = fault
    for name in sounds_in(preset.lines):
        if not (folder / name).is_file():
            faults.setdefault(
                "lines", Text("There is no file {path}: bring it, or change its line.", path=folder / name)
            )
    try:
        if preset.facts.strip():
            FactsProvider([(read_file(folder, preset.facts, "facts"), Path(preset.facts).name)])
    except (AnswerConfigError, FactsError) as fault:
        faults["facts"] = str(fault)
    try:
        read_word_list(preset.never_say, "never_say")
    except WordListError as fault:
        faults["never_say"] = str(fault)
        return faults
    try:
        safety = safety_for(preset, folder)
    except AnswerConfigError as fault:
        faults["word_list"] = str(fault)
        return faults
    for field in ("safe_line", "standby_line"):
        if held := safety.check_listed(getattr(preset, field)):
            faults[field] = held.reason
    for line in lines_of(preset.lines, preset.language.value):
        for text in (line.text, line.second):
            if held := safety.check_listed(text):
                faults.setdefault("lines", Text("Line {n}: {why}", n=line.number, why=held.reason))
    return faults
