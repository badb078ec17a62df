"""One more provider of voices: a row of the registry is all that the catalogue needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from console.answer.text.lexicon import Lexicon
from console.answer.tts import registry
from console.answer.tts.local.client import TTSClient
from console.answer.tts.prerender import LineStore
from console.answer.tts.protocol import Speaker
from console.answer.tts.registry import PROVIDERS, TTSProvider, VoiceTools, leaves_with, switches
from console.answer.tts.voice_catalog import VoiceCatalog
from console.show.state.settings import Options
from tests.console.answer.tts.conftest import Run, line_of
from tests.console.answer.tts.scripted import ScriptedVoice


class Parrot(ScriptedVoice):
    """A provider with two voices."""

    def speakers(self) -> Sequence[Speaker]:
        """Both."""
        return (Speaker("green", "Green", "en"), Speaker("", "Parrot", ""))


def test_a_row_is_all_that_a_new_provider_needs(
    run: Run[Any], child: TTSClient, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, Parrot]] = []

    def make(tools: VoiceTools, speaker: str) -> Parrot:
        made.append((speaker, Parrot("Parrot")))
        return made[-1][1]

    row = TTSProvider("parrot", make, lufs=-18.0, leaves="The text goes to the parrot.")
    monkeypatch.setitem(registry.PROVIDERS, "parrot", row)  # type: ignore[arg-type]
    catalog = VoiceCatalog(
        child,
        book=Lexicon,
        target_lufs=lambda: -20.0,
        fell_back=lambda what: pytest.fail(what.sentence),
        key=lambda provider: "",
        options=Options,
        store=LineStore(home / "lines"),
        voice_files=home / "voices",
    )
    names = [each.name for each in catalog.choices()]
    assert names[-2:] == ["parrot:green", "parrot"] and leaves_with("parrot") == "The text goes to the parrot."
    line = run(line_of(catalog.voice(["parrot:green"]), "Who is a pretty bird?"))
    assert len(line.samples) and made[-1][0] == "green" and made[-1][1].asked == ["Who is a pretty bird?"]


def test_every_provider_says_what_leaves_and_is_switched_off_by_a_setting_that_is_there() -> None:
    for provider in PROVIDERS.values():
        assert provider.leaves.endswith(".")
        assert not provider.option or isinstance(getattr(msgspec.convert({}, Options), provider.option), bool)
    assert leaves_with("siri") == ""
    assert switches(msgspec.convert({"use_edge": False}, Options)) == {
        "builtin": True,
        "piper": True,
        "edge": False,
        "groq": True,
    }
