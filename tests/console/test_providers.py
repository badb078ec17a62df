"""Keys are found, kept and tested at the desk, and are written nowhere."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import MagicMock

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from console.answer import secrets
from console.answer.secrets import Secret, SecretsError
from console.answer.voice.contract import Spoken, VoiceError
from console.housekeeping import Housekeeper
from console.providers import Providers
from console.settings import Settings
from console.show.effects import ForgetKey, KeepKey, ProbeProvider
from console.show.hidden import Hidden
from console.show.state import Show
from console.show.voices import ProviderView
from console.voiceroom import VoiceRoom


class Desk:
    """Providers over a keyring of the test's own."""

    def __init__(self) -> None:
        self.keyring: dict[str, str] = {}
        self.fault = ""
        self.silent = ""
        self.log = MagicMock()
        self.keeper = Housekeeper(Show(time.monotonic()), Settings(), ())
        self.voices = SimpleNamespace(groq_key="", cast=SimpleNamespace(one=lambda name: self))
        self.providers = Providers(cast(VoiceRoom, self.voices), self.keeper, Settings, self.log)

    async def speak(self, text: str, language: str) -> AsyncGenerator[Spoken, None]:
        if self.silent:
            raise VoiceError(self.silent)
        yield Spoken(np.zeros(100, np.float32))

    def view(self, provider: str) -> ProviderView:
        return next(each for each in self.keeper.house.voices.providers if each.id == provider)

    async def done(self) -> None:
        while self.providers._tasks:
            await asyncio.gather(*self.providers._tasks)
            await asyncio.sleep(0)


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk()

    def secret_of(provider: str) -> Secret | None:
        if made.fault:
            raise SecretsError(made.fault)
        return Secret(made.keyring[provider], "the system's keyring") if provider in made.keyring else None

    monkeypatch.setattr(secrets, "secret_of", secret_of)
    monkeypatch.setattr(secrets, "keep", made.keyring.__setitem__)
    monkeypatch.setattr(secrets, "forget", lambda provider: made.keyring.pop(provider, None))
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
        assert desk.view("groq").key == "keyring" and desk.voices.groq_key == "gsk_secret"
        assert desk.view("groq").told == "The key is kept."

    run(
        desk,
        desk.providers.begin,
        lambda: desk.providers.carry_out(KeepKey("groq", Hidden("gsk_secret"))),
        kept,
        lambda: desk.providers.carry_out(ForgetKey("groq")),
    )
    assert (desk.view("groq").key, desk.voices.groq_key) == ("none", "")
    assert "secret" not in repr(desk.log.mock_calls) + repr(desk.keeper.house)


def test_a_keyring_that_is_locked_is_one_sentence(desk: Desk) -> None:
    desk.fault = "The system's keyring cannot be read (Locked): unlock it."
    run(desk, desk.providers.begin)
    assert desk.view("server").told == desk.fault and desk.view("server").well is False


def test_a_test_tells_how_fast_or_why_not(desk: Desk) -> None:
    run(desk, lambda: desk.providers.carry_out(ProbeProvider("edge")))
    assert desk.view("edge").well is True and "answered after" in desk.view("edge").told
    desk.silent = "Edge cannot be reached: is the network there?"
    run(desk, lambda: desk.providers.carry_out(ProbeProvider("edge")))
    assert (desk.view("edge").well, desk.view("edge").told) == (False, desk.silent)
    run(desk, lambda: desk.providers.carry_out(ProbeProvider("groq")))
    assert desk.view("groq").well is False and "no key for Groq" in desk.view("groq").told
    assert not desk.view("groq").testing


def test_what_nobody_knows_is_refused(desk: Desk) -> None:
    effects: tuple[Any, ...] = (ProbeProvider("oracle"), KeepKey("edge", Hidden("x")), ForgetKey("builtin"))
    assert all(desk.providers.objection(effect) for effect in effects)
    assert desk.providers.objection(ProbeProvider("server")) == ""


def test_what_leaves_the_machine_stands_beside_each(desk: Desk) -> None:
    assert all(view.leaves for view in desk.keeper.house.voices.providers)
    assert desk.view("builtin").leaves == "Nothing leaves this machine."
