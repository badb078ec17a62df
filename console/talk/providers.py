"""The providers of answers and voices at the desk: where their keys are, what leaves this machine, and a test.

A key is read in a thread of its own: a locked keyring may ask the user first.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets as random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from console.answer import secrets
from console.answer.connecting import proxy_shown
from console.answer.llm.compatible import CompatibleServer
from console.answer.llm.groq import Groq, groq_address
from console.answer.probe import PROBE_S, Probed, probe
from console.answer.secrets import GROQ, HELD, SERVER, STREAM_KEYS, ApiKey, KeyOwner, SecretsError
from console.answer.stt.client import STTClient
from console.answer.stt.cloud import CloudTranscriber
from console.answer.stt.factory import groq_stt, server_stt, whisper_stt
from console.answer.stt.local import fault_of
from console.answer.stt.probe import probe_ears
from console.answer.tts.protocol import TTSError
from console.answer.tts.registry import PROVIDERS as VOICE_PROVIDERS
from console.answer.tts.registry import key_owners, switches
from console.dispatch import Dispatch
from console.show.answers.leaving import NO_KEY, OFF, through
from console.show.effects.show import DeleteApiKey, ProbeProvider, StoreApiKey
from console.show.report.log_lines import LogKind
from console.show.state.settings import Options
from console.show.state.voice_view import ProviderView, VoicesView
from console.state_presenter import StatePresenter
from console.talk.voice_service import VoiceService
from engine.ipc.logger import Logger
from engine.text import Text


def names() -> Mapping[str, str]:
    """All that can be asked, in its order on the page: id → what it is called."""
    return {
        "groq": "Groq",
        "groq_hears": "Groq",
        "groq_speaks": "Groq",
        "server": "The server",
        "server_hears": "The server",
        "whisper": "Whisper on this machine",
        **{each.id: each.words for each in VOICE_PROVIDERS.values() if each.words},
    }


def owners() -> Mapping[str, KeyOwner]:
    """All that have a key, by their ids."""
    return {each.id: each for each in (GROQ, SERVER, *STREAM_KEYS.values())} | dict(key_owners())


OPTIONS: Mapping[str, tuple[str, ...]] = {
    "groq": ("groq_model", "groq_url"),
    "groq_hears": ("groq_hear_model", "groq_url"),
    "groq_speaks": ("groq_voice_model", "groq_url"),
    "server": ("server_url", "server_model"),
    "server_hears": ("server_url", "server_hear_model"),
    "whisper": ("whisper_folder", "whisper_device", "whisper_compute"),
}
"""The settings each works by: what a test found holds until one of them is another."""

LOADING_S = 60.0
"""For a test of Whisper on this machine, whose model may have to be loaded first."""

_HEARD_AND_SPOKEN = (
    "The question, as sound or as text, the persona, the facts that fit and what was said go to Groq; "
    "with its voices the text to be spoken too."
)
_NOT_SET = "No server is set: write its address and its model."


class Providers(QObject):
    """Keys and tests; one per console.

    Args:
        voices: who speaks; gets the keys of the voices' providers.
        presenter: writes the console's state.
        options: the settings as they are now.
        stt: the process of the models that hear on this machine.
        log: where to write events. It never gets a key.
        clock: monotonic seconds.

    Signals:
        keys_changed(): a key came or went; emitted here.
    """

    keys_changed = Signal()

    def __init__(
        self,
        voices: VoiceService,
        presenter: StatePresenter,
        options: Callable[[], Options],
        stt: STTClient,
        log: Logger,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._voices, self._options, self._stt = voices, options, stt
        self._presenter = presenter
        self._shown = presenter.console_state.claim(VoicesView, "providers")
        self._log, self._clock = log, clock
        self._keys: dict[str, ApiKey | None] = {}
        self._held: dict[str, ApiKey] = {}  # where there is no keyring
        self._told: dict[str, tuple[bool | None, str]] = {}
        self._testing: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.show()

    def begin(self) -> None:
        """Look for the keys; needs a running event loop."""
        self._start(self._read_keys(*owners()))

    def close(self) -> None:
        """Stop what is under way."""
        for task in tuple(self._tasks):
            task.cancel()

    def key(self, provider: str) -> ApiKey | None:
        """The key of a provider as it was found, or None."""
        return self._keys.get(provider)

    def use_settings(self, before: Options, now: Options) -> None:
        """Settings were changed: what was found of those who work by them holds no longer."""
        for each in VOICE_PROVIDERS.values():
            if each.words and each.made_with(before) != each.made_with(now):
                self._told.pop(each.id, None)
        for provider, settings in OPTIONS.items():
            if any(getattr(before, name) != getattr(now, name) for name in settings):
                self._told.pop(provider, None)
        self.show()

    def register(self, dispatch: Dispatch) -> None:
        """Take over the keys and the tests of providers."""
        dispatch.register(StoreApiKey, self._store_key, validate=self._refusal_of_key)
        dispatch.register(DeleteApiKey, self._delete_key, validate=self._refusal_of_key)
        dispatch.register(ProbeProvider, self._probe, validate=self._refusal_to_probe)

    def _refusal_of_key(self, effect: StoreApiKey | DeleteApiKey) -> str:
        if effect.provider in owners():
            return ""
        return Text("{name} needs no key.", name=names().get(effect.provider, effect.provider))

    def _refusal_to_probe(self, effect: ProbeProvider) -> str:
        if effect.provider in names():
            return ""
        return Text("There is no provider {name}: it is one of {list}.", name=effect.provider, list=", ".join(names()))

    def _store_key(self, effect: StoreApiKey) -> None:
        owner, key = owners()[effect.provider], effect.key

        def keep() -> None:
            try:
                secrets.keep(owner, key.reveal())
            except secrets.NoKeyringError:
                self._held[owner.id] = ApiKey(secrets.bare(key.reveal()), HELD)
                raise

        self._start(self._change(owner.id, keep, "The key is kept."))

    def _delete_key(self, effect: DeleteApiKey) -> None:
        owner = owners()[effect.provider]
        self._held.pop(owner.id, None)
        self._start(self._change(owner.id, lambda: secrets.forget(owner), "The key is taken out."))

    def _probe(self, effect: ProbeProvider) -> None:
        if effect.provider not in self._testing:
            self._start(self._test(effect.provider))

    def show(self) -> None:
        """Write the page into the console's state."""
        options = self._options()
        leaves = self._leaves(options)
        if options.whisper_folder and "whisper" not in self._told and (fault := fault_of(options.whisper_folder)):
            self._told["whisper"] = (False, fault)
        providers = tuple(
            ProviderView(
                each,
                self._origin(each),
                leaves[each],
                self._told.get(each, (None, ""))[1],
                self._told.get(each, (None, ""))[0],
                each in self._testing,
            )
            for each in names()
        )
        self._shown.publish(replace(self._shown.view, providers=providers))

    # -- inside -----------------------------------------------------------------------------------------------

    def _leaves(self, options: Options) -> dict[str, str]:
        """What would leave this machine if each were asked now."""
        groq = self._keys.get("groq")
        there = CompatibleServer(options.server_url, options.server_model or "-", mark=_mark)
        proxy = proxy_shown(groq_address(options.groq_url))
        voices = {
            each.id: each.leaves if each.key is None or self._keys.get(each.key.id) is not None else NO_KEY
            for each in VOICE_PROVIDERS.values()
        }
        leaves = voices | {
            "groq": through(_HEARD_AND_SPOKEN, proxy) if groq is not None else NO_KEY,
            "groq_hears": groq_stt(groq, options).leaves,
            "groq_speaks": through(VOICE_PROVIDERS["groq"].leaves, proxy) if groq is not None else NO_KEY,
            "server": there.leaves if options.server_url else _NOT_SET,
            "server_hears": server_stt(None, options).leaves if options.server_url else _NOT_SET,
            "whisper": whisper_stt(self._stt, options).leaves,
        }
        for kind, on in (switches(options) | {"groq": options.use_groq, "server": options.use_server}).items():
            if not on:
                leaves |= {each: OFF for each in leaves if each.partition("_")[0] == kind}
        return leaves

    def _origin(self, provider: str) -> str:
        if provider not in owners():
            return ""
        key = self._keys.get(provider)
        return secrets.kind_of(key)

    async def _read_keys(self, *providers: str) -> None:
        for provider in providers:
            try:
                found = await asyncio.to_thread(secrets.secret_of, owners()[provider])
                self._keys[provider] = found or self._held.get(provider)
            except SecretsError as fault:
                self._keys[provider] = None
                self._told[provider] = (False, str(fault))
        self._voices.keys = {each: key.reveal() for each in key_owners() if (key := self._keys.get(each)) is not None}
        self.show()
        self.keys_changed.emit()

    async def _change(self, provider: str, change: Callable[[], None], done: str) -> None:
        try:
            await asyncio.to_thread(change)
        except SecretsError as fault:
            self._told[provider] = (False, str(fault))
            self._presenter.refuse(str(fault))
            self._presenter.add_log_line(str(fault), LogKind.REFUSED)
        else:
            self._held.pop(provider, None)
            self._told[provider] = (None, done)
            self._log.info("key changed", provider=provider)
        await self._read_keys(provider)

    async def _test(self, provider: str) -> None:
        self._testing.add(provider)
        self.show()
        try:
            found = await self._probed(provider)
        except Exception as fault:
            self._log.exception("a test failed inside Compere", provider=provider)
            found = Probed(
                False,
                None,
                Text("{name} failed inside Compere ({fault}).", name=names()[provider], fault=type(fault).__name__),
            )
        finally:
            self._testing.discard(provider)
        self._told[provider] = (found.well, found.sentence)
        self._log.info("provider tested", provider=provider, well=found.well, first_ms=found.first_ms)
        self.show()

    def _probed(self, provider: str) -> Awaitable[Probed]:
        options = self._options()
        groq, key = self._keys.get("groq"), self._keys.get("server")
        match provider:
            case "groq":
                return self._closing(Groq(groq, options.groq_model, mark=_mark, base_url=options.groq_url))
            case "server":
                return self._closing(CompatibleServer(options.server_url, options.server_model, mark=_mark, key=key))
            case "groq_hears":
                return self._heard(groq_stt(groq, options))
            case "server_hears":
                return self._heard(server_stt(key, options))
            case "whisper":
                return probe_ears(whisper_stt(self._stt, options), clock=self._clock, limit_s=LOADING_S)
        return self._spoken(provider)

    async def _closing(self, thinker: Groq | CompatibleServer) -> Probed:
        try:
            return await probe(thinker, clock=self._clock)
        finally:
            await thinker.aclose()

    async def _heard(self, stt: CloudTranscriber) -> Probed:
        try:
            return await probe_ears(stt, clock=self._clock)
        finally:
            await stt.aclose()

    async def _spoken(self, provider: str) -> Probed:
        """Lets a voice say one word, for nobody."""
        name = names()[provider]
        begun = self._clock()
        try:
            async with asyncio.timeout(PROBE_S):
                async with contextlib.aclosing(
                    self._voices.catalog.one("groq" if provider == "groq_speaks" else provider).speak("Test.", "en")
                ) as pieces:
                    async for piece in pieces:
                        if len(piece.samples):
                            first_ms = (self._clock() - begun) * 1000
                            return Probed(
                                True, first_ms, Text("{name} answered after {n} ms.", name=name, n=f"{first_ms:.0f}")
                            )
        except TimeoutError:
            return Probed(False, None, Text("{name} does not answer in time.", name=name))
        except TTSError as fault:
            return Probed(False, None, str(fault))
        return Probed(False, None, Text("{name} gave no sound.", name=name))

    def _start(self, work: Any) -> None:
        task = asyncio.get_event_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _mark() -> str:
    return random.token_hex(4)
