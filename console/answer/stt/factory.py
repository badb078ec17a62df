"""Those who hear, made from the settings and the keys."""

from __future__ import annotations

from typing import Any

from console.answer.connecting import proxy_shown
from console.answer.llm.chat import client_of
from console.answer.llm.groq import ADDRESS, groq_address
from console.answer.llm.protocol import AnswerError
from console.answer.secrets import ApiKey
from console.answer.stt.client import STTClient
from console.answer.stt.cloud import CloudTranscriber
from console.answer.stt.local import LocalTranscriber
from console.answer.stt.protocol import STTError
from console.show.answers.addresses import host_of, is_here, server_address
from console.show.answers.leaving import HERE, NO_KEY, through
from console.show.state.settings import Options
from engine.text import Text


def groq_stt(key: ApiKey | None, options: Options) -> CloudTranscriber:
    """Groq's model that hears; without a key it says so when it is asked."""

    def client() -> Any:
        import groq

        if key is None:
            raise STTError("There is no key for Groq: enter one in SETTINGS.")
        return _client(groq.AsyncGroq, key.reveal(), groq_address(options.groq_url), "Groq")

    address = groq_address(options.groq_url)
    to = "Groq's servers" if address == ADDRESS else host_of(address)
    leaves = (
        through(Text("The question's sound goes to {address}.", address=to), proxy_shown(address))
        if key is not None
        else NO_KEY
    )
    return CloudTranscriber("groq", "Groq", leaves, options.groq_hear_model, client)


def server_stt(key: ApiKey | None, options: Options) -> CloudTranscriber:
    """The model that hears at the user's own server."""

    def client() -> Any:
        import openai

        if not options.server_url or not options.server_hear_model:
            raise STTError("No server that hears is set: write its address and its model in SETTINGS.")
        return _client(openai.AsyncOpenAI, key.reveal() if key is not None else "none", address, "The server")

    address = server_address(options.server_url)
    away = through(Text("The question's sound goes to {address}.", address=host_of(address)), proxy_shown(address))
    leaves = HERE if is_here(address) else away
    return CloudTranscriber("server", "The server", leaves, options.server_hear_model, client)


def _client(make: Any, key: str, address: str, name: str) -> Any:
    try:
        return client_of(make, key, address, name)
    except AnswerError as fault:
        raise STTError(str(fault)) from fault


def whisper_stt(child: STTClient, options: Options) -> LocalTranscriber:
    """Whisper on this machine, from the folder that the settings name."""
    return LocalTranscriber(child, options.whisper_folder, options.whisper_device, options.whisper_compute)
