"""What a preset can do now: hear a question, think of an answer, and speak. Pure logic over what is set up.

Known before anybody has spoken, so that nobody asks a question that nobody can hear.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from console.show.rundown.preset import Preset, hearers, thinkers
from console.show.state.settings import Options

NOBODY_HEARS = (
    "Nobody can hear questions: enter a key for Groq, or choose a Whisper model in SETTINGS; or type the question."
)
NOBODY_THINKS = "Nobody can answer: enter a key for Groq in SETTINGS, or give the preset facts."


@dataclass(frozen=True)
class Abilities:
    """Why a preset cannot hear, think or speak now, in one sentence each; "" where it can.

    `looking` says that its files are still being read: what is not known yet is no fault, and is judged again.
    """

    hear: str = ""
    think: str = ""
    speak: str = ""
    looking: bool = False


@dataclass(frozen=True)
class Means:
    """What is set up on this machine.

    Attributes:
        options: the settings.
        keys: the providers whose key is there.
        whisper_fault: why the Whisper model that is chosen cannot be used, or "".
    """

    options: Options
    keys: Collection[str] = ()
    whisper_fault: str = ""


def who_hears(names: tuple[str, ...], means: Means) -> tuple[str, ...]:
    """Those of `names` who can be asked to hear now, in their order."""
    options = means.options
    there = {
        "groq": options.use_groq and "groq" in means.keys,
        "server": options.use_server and bool(options.server_url and options.server_hear_model),
        "local": bool(options.whisper_folder) and not means.whisper_fault,
    }
    return tuple(name for name in names if there.get(name))


def who_thinks(preset: Preset, means: Means) -> tuple[str, ...]:
    """Those of a preset's who can be asked for an answer now, in their order."""
    options = means.options
    there = {
        "facts": bool(preset.facts.strip() or preset.facts_text.strip()),
        "groq": options.use_groq and "groq" in means.keys,
        "server": options.use_server and bool(options.server_url and options.server_model),
    }
    return tuple(name for name in thinkers(preset) if there.get(name))


def abilities_of(preset: Preset, means: Means, sheet_fault: str = "") -> Abilities:
    """What this preset can do now.

    Args:
        preset: whose.
        means: what is set up.
        sheet_fault: why one of the files that it answers by cannot be used, or "".

    Whether a voice speaks is known to those who make voices alone.
    """
    heard = who_hears(hearers(preset), means)
    thought = who_thinks(preset, means)
    wants_local = "local" in hearers(preset) and means.options.whisper_folder
    return Abilities(
        hear="" if heard else (means.whisper_fault if wants_local else "") or NOBODY_HEARS,
        think=sheet_fault or ("" if thought else NOBODY_THINKS),
    )
