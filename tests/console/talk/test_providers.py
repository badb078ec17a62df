"""Keys are found, kept and tested at the desk, and are written nowhere."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import MagicMock

import msgspec
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from console.answer import secrets
from console.answer.secrets import ApiKey, KeyOwner, SecretsError
from console.answer.stt.client import STTClient, STTModel
from console.answer.stt.protocol import STTError, Transcript
from console.answer.tts.protocol import Spoken, TTSError
from console.settings.file import Settings
from console.show.core.secret_text import SecretText
from console.show.core.state import Show
from console.show.effects.show import DeleteApiKey, ProbeProvider, StoreApiKey
from console.show.state.voice_view import ProviderView
from console.state_presenter import StatePresenter
from console.talk.providers import Providers
from console.talk.voice_service import VoiceService
from engine.text import Text
from tests.console.dispatched import dispatch_of
from tests.fakes.answer_server import AnswerServer, Behaviour


class Ear:
    """A process of models that hear, which a test plays."""

    def __init__(self) -> None:
        self.loaded: list[STTModel] = []
        self.fault = ""

    async def load(self, model: STTModel) -> None:
        if self.fault:
            raise STTError(self.fault)
        self.loaded.append(model)

    async def transcribe(self, model: STTModel, samples: object, language: str) -> Transcript:
        return Transcript("", language, 1.0)


class Desk:
    """Providers over a keyring of the test's own."""

    def __init__(self) -> None:
        self.keyring: dict[str, str] = {}
        self.fault = ""
        self.silent = ""
        self.log = MagicMock()
        self.presenter = StatePresenter(Show(time.monotonic()), Settings(), ())
        self.voices = SimpleNamespace(keys={}, catalog=SimpleNamespace(one=lambda name: self))
        self.settings = Settings()
        self.stt = Ear()
        voices, stt = cast(VoiceService, self.voices), cast(STTClient, self.stt)
        self.providers = Providers(voices, self.presenter, lambda: self.settings, stt, self.log)

    def set(self, **changes: object) -> None:
        """The operator changed settings."""
        before, self.settings = self.settings, msgspec.structs.replace(self.settings, **changes)
        self.providers.use_settings(before, self.settings)

    async def speak(self, text: str, language: str) -> AsyncGenerator[Spoken, None]:
        if self.silent:
            raise TTSError(self.silent)
        yield Spoken(np.zeros(100, np.float32))

    def view(self, provider: str) -> ProviderView:
        return next(each for each in self.presenter.console_state.voices.providers if each.id == provider)

    async def done(self) -> None:
        while self.providers._tasks:
            await asyncio.gather(*self.providers._tasks)
            await asyncio.sleep(0)


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk()

    def secret_of(owner: KeyOwner) -> ApiKey | None:
        if made.fault:
            raise SecretsError(made.fault)
        return ApiKey(made.keyring[owner.id], "the system's keyring") if owner.id in made.keyring else None

    monkeypatch.setattr(secrets, "secret_of", secret_of)
    monkeypatch.setattr(secrets, "keep", lambda owner, key: made.keyring.__setitem__(owner.id, key))
    monkeypatch.setattr(secrets, "forget", lambda owner: made.keyring.pop(owner.id, None))
    yield made


def run(desk: Desk, *steps: Callable[[], object]) -> None:
    async def walk() -> None:
        for step in steps:
            found = step()
            if isinstance(found, Awaitable):
                await found
            await desk.done()

    asyncio.run(asyncio.wait_for(walk(), 10))


def test_a_key_is_kept_used_and_taken_out_again(desk: Desk) -> None:
    def kept() -> None:
        assert desk.view("groq").key == "keyring" and desk.voices.keys == {"groq": "gsk_secret"}
        assert desk.view("groq").told == "The key is kept."

    run(
        desk,
        desk.providers.begin,
        lambda: dispatch_of(desk.providers).execute(StoreApiKey("groq", SecretText("gsk_secret"))),
        kept,
        lambda: dispatch_of(desk.providers).execute(DeleteApiKey("groq")),
    )
    assert (desk.view("groq").key, desk.voices.keys) == ("none", {})
    assert "secret" not in repr(desk.log.mock_calls) + repr(desk.presenter.console_state)


def test_without_a_keyring_a_key_holds_until_compere_is_closed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(owner: secrets.KeyOwner, key: str) -> None:
        raise secrets.NoKeyringError("This system has no keyring.")

    def held() -> None:
        assert (desk.view("groq").key, desk.view("groq").told) == ("held", "This system has no keyring.")
        assert desk.voices.keys == {"groq": "gsk_secret"}

    monkeypatch.setattr(secrets, "keep", nowhere)
    run(
        desk,
        desk.providers.begin,
        lambda: dispatch_of(desk.providers).execute(StoreApiKey("groq", SecretText("gsk_secret"))),
        held,
        lambda: dispatch_of(desk.providers).execute(DeleteApiKey("groq")),
    )
    assert (desk.view("groq").key, desk.voices.keys) == ("none", {})
    assert "secret" not in repr(desk.log.mock_calls) + repr(desk.presenter.console_state)


def test_a_keyring_that_is_locked_is_one_sentence(desk: Desk) -> None:
    desk.fault = Text("The system's keyring cannot be read ({fault}): unlock it.", fault="Locked")
    run(desk, desk.providers.begin)
    assert desk.view("server").told == desk.fault and desk.view("server").well is False


def test_a_test_tells_how_fast_or_why_not(desk: Desk) -> None:
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("edge")))
    assert desk.view("edge").well is True and "answered after" in desk.view("edge").told
    desk.silent = Text("{name} cannot be reached: is the network there?", name="Edge")
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("edge")))
    assert (desk.view("edge").well, desk.view("edge").told) == (False, desk.silent)
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("groq")))
    assert desk.view("groq").well is False and "no key for Groq" in desk.view("groq").told
    assert not desk.view("groq").testing


def test_what_nobody_knows_is_refused(desk: Desk) -> None:
    effects: tuple[Any, ...] = (ProbeProvider("oracle"), StoreApiKey("edge", SecretText("x")), DeleteApiKey("builtin"))
    assert all(dispatch_of(desk.providers).validate(effect) for effect in effects)
    assert dispatch_of(desk.providers).validate(ProbeProvider("server")) == ""


def test_what_leaves_the_machine_stands_beside_each(desk: Desk) -> None:
    assert all(view.leaves for view in desk.presenter.console_state.voices.providers)
    assert desk.view("builtin").leaves == "Nothing leaves this machine."


def test_each_of_what_groq_can_do_is_asked_by_itself(desk: Desk) -> None:
    desk.keyring["groq"] = "gsk_secret"
    with AnswerServer() as server:
        desk.set(groq_url=server.root)
        run(desk, desk.providers.begin, lambda: dispatch_of(desk.providers).execute(ProbeProvider("groq_hears")))
        assert desk.view("groq_hears").well is True and "Groq answered after" in desk.view("groq_hears").told
        assert server.requests[-1].path.endswith("audio/transcriptions")
        assert desk.settings.groq_hear_model.encode() in server.requests[-1].body
        assert desk.view("groq").told == "", "who answers was not asked"
        server.transcriptions.next(Behaviour.fails(401))
        run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("groq_hears")))
        assert desk.view("groq_hears").well is False and "refused the key" in desk.view("groq_hears").told
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("groq_speaks")))
    assert desk.view("groq_speaks").well is True
    assert "secret" not in repr(desk.log.mock_calls)


def test_a_server_that_hears_is_asked_and_told_of_when_none_is_set(desk: Desk) -> None:
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("server_hears")))
    assert "write its address and its model" in desk.view("server_hears").told
    with AnswerServer() as server:
        desk.set(server_url=server.base_url, server_hear_model="whisper-1")
        run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("server_hears")))
        assert desk.view("server_hears").well is True


def test_whisper_here_is_loaded_by_its_test_with_what_the_settings_say(desk: Desk, tmp_path: Path) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"")
    desk.set(whisper_folder=str(tmp_path), whisper_device="cuda", whisper_compute="float16")
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("whisper")))
    assert desk.stt.loaded == [STTModel(str(tmp_path), "cuda", "float16")]
    assert desk.view("whisper").well is True
    desk.stt.fault = Text(
        "The Whisper model {folder} cannot be loaded ({fault}): choose another.", folder="x", fault="no CUDA"
    )
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("whisper")))
    assert (desk.view("whisper").well, desk.view("whisper").told) == (False, desk.stt.fault)


def test_a_folder_that_holds_no_model_is_told_as_soon_as_it_is_chosen(desk: Desk, tmp_path: Path) -> None:
    desk.set(whisper_folder=str(tmp_path))
    assert desk.view("whisper").well is False and "There is no model.bin" in desk.view("whisper").told
    desk.set(whisper_folder="")
    assert desk.view("whisper").told == ""


def test_what_a_test_found_is_forgotten_when_its_model_or_address_is_another(desk: Desk) -> None:
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("groq_speaks")))
    run(desk, lambda: dispatch_of(desk.providers).execute(ProbeProvider("edge")))
    desk.set(hands_free=True)
    assert desk.view("groq_speaks").told and desk.view("edge").told
    desk.set(groq_voice_model="other")
    assert desk.view("groq_speaks").told == "" and desk.view("edge").told
