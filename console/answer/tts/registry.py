"""Every provider of voices: the one place that names them all.

A new one is a file beside this one (what it must do: `protocol.py`) and a row in `PROVIDERS`; where the operator may
switch it off, a field of `console.show.state.settings.Options` and its row in the settings. The row says whose key it
needs and which settings it is made with: keyring, tests and what leaves this machine go by that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from console.answer.secrets import GROQ, KeyOwner
from console.answer.tts.edge import EdgeVoice
from console.answer.tts.groq import GroqVoice
from console.answer.tts.local.align import EspeakPhones
from console.answer.tts.local.builtin import BuiltinVoice
from console.answer.tts.local.client import TTSClient
from console.answer.tts.local.piper import PiperVoice
from console.answer.tts.protocol import Voice
from console.show.state.settings import Options
from engine.text import Text

BUILTIN = "builtin"

_STAYS = "Nothing leaves this machine."


@dataclass(frozen=True)
class VoiceTools:
    """What voices are made with.

    Attributes:
        child: the voice process.
        phones: gives the phones inside a word.
        voice_files: folder of Piper's voice files.
        key: gives the key of a provider by its id, or "".
        options: gives the settings as they are now.
    """

    child: TTSClient
    phones: EspeakPhones
    voice_files: Path
    key: Callable[[str], str]
    options: Callable[[], Options]


@dataclass(frozen=True)
class TTSProvider:
    """A provider of voices.

    Attributes:
        id: what stands before the colon of a voice's name, as in `edge:zh-TW-HsiaoChenNeural`.
        make: a voice of it, by what stands behind the colon; "" for its usual one.
        lufs: how loud it is before it was heard.
        leaves: what leaves this machine when it speaks.
        option: the setting that switches it off, or "".
        key: whose key it needs; None for none.
        model, address: the settings that name its model and where it is, or "".
        words: what it is called where it is tested; "" for one that has no test of its own.
    """

    id: str
    make: Callable[[VoiceTools, str], Voice]
    lufs: float = -20.0
    leaves: str = _STAYS
    option: str = ""
    key: KeyOwner | None = None
    model: str = ""
    address: str = ""
    words: str = ""

    def made_with(self, options: Options) -> tuple[object, ...]:
        """The settings by which its voices are made."""
        return tuple(getattr(options, name) for name in (self.model, self.address) if name)

    def sounds_by(self, options: Options) -> tuple[str, ...]:
        """What of the settings changes how it sounds: its model."""
        return (str(getattr(options, self.model)),) if self.model else ()


PROVIDERS: Mapping[str, TTSProvider] = {
    each.id: each
    for each in (
        TTSProvider(
            BUILTIN,
            lambda tools, speaker: BuiltinVoice(tools.child, speaker),
            lufs=-22.5,  # measured; the others assumed
            words="The built-in voice",
        ),
        TTSProvider("piper", lambda tools, speaker: PiperVoice(tools.child, tools.voice_files, speaker)),
        TTSProvider(
            "edge",
            lambda tools, speaker: EdgeVoice(tools.phones, speaker),
            lufs=-21.0,
            leaves=Text("The text to be spoken goes to {name}.", name="Microsoft"),
            option="use_edge",
            words="Edge",
        ),
        TTSProvider(
            "groq",
            lambda tools, speaker: GroqVoice(
                lambda: tools.key(GROQ.id),
                speaker or "hannah",
                model=tools.options().groq_voice_model,
                address=tools.options().groq_url,
            ),
            leaves=Text("The text to be spoken goes to {name}.", name="Groq"),
            option="use_groq",
            key=GROQ,
            model="groq_voice_model",
            address="groq_url",
        ),
    )
}
"""By their ids, in the order of the list of voices."""


def key_owners() -> Mapping[str, KeyOwner]:
    """Whose keys voices need, by their ids."""
    return {each.key.id: each.key for each in PROVIDERS.values() if each.key is not None}


def switches(options: object) -> dict[str, bool]:
    """Whether each provider may be asked, by the settings."""
    return {each.id: not each.option or bool(getattr(options, each.option)) for each in PROVIDERS.values()}


def leaves_with(kind: str) -> str:
    """What leaves this machine when a provider speaks; "" for one that is not known."""
    return PROVIDERS[kind].leaves if kind in PROVIDERS else ""
